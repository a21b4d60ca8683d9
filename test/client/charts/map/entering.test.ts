import { describe, expect, test } from 'vitest';
import { inTiles } from '../../../../client/charts/map/EnglandMap.tsx';
import { partIn, polygons, viewOf } from '../../../../client/charts/map/fit.ts';
import { labelsIn } from '../../../../client/charts/map/labels.ts';
import { pathsAt } from '../../../../client/charts/map/paths.ts';
import type { Layout, Paths } from '../../../../data/boundaries/paths.ts';
import { windowShown } from '../../../../data/boundaries/view.ts';

const { map, hex } = pathsAt('ccg') as Paths;
const spec = { box: map.box, unit: map.box[0] / 620 };
const shapes = (ids: readonly string[], layout: Layout = map) =>
  ids.map((id) => ({
    id,
    label: id,
    d: layout.ccg[id] ?? '',
    place: layout.label.ccg[id] ?? ([0, 0] as const),
    fill: '#f3efe4',
  }));
const all = shapes(Object.keys(map.ccg));

describe('to zoom to something', () => {
  test('is to fill the picture with it, within the bounds of the map', () => {
    const square = 'M1000 2000l400 0 0 200-400 0z';
    const { x, y, k } = viewOf([square], map.box);
    expect([x, y]).toEqual([1200, 2100]);
    // The width is what fills first: 4,000 less a margin of 6% on both sides.
    expect(k).toBeCloseTo((0.88 * 4000) / 400, 6);
    expect(viewOf([], map.box)).toEqual({ x: 2000, y: map.box[1] / 2, k: 1 });
    expect(viewOf(['M10 10l4 0 0 4-4 0z'], map.box).k).toBe(16);
  });

  test('shows the whole of every Alliance, islands of either winding too', () => {
    for (const [id, path] of Object.entries(map.alliance)) {
      const view = windowShown(viewOf([path], map.box), map.box);
      for (const { coordinates } of polygons(path))
        for (const [x = 0, y = 0] of coordinates[0] ?? []) {
          expect(x, id).toBeGreaterThanOrEqual(view.left);
          expect(x, id).toBeLessThanOrEqual(view.right);
          expect(y, id).toBeGreaterThanOrEqual(view.top);
          expect(y, id).toBeLessThanOrEqual(view.bottom);
        }
    }
  });
});

test('the part of a shape in a window is clipped; its middle does not depend on the winding', () => {
  const [clockwise] = polygons('M0 0l100 0 0 100-100 0z');
  const [anticlockwise] = polygons('M0 0l0 100 100 0 0-100z');
  const window = { left: 50, right: 300, top: -10, bottom: 50 };
  for (const part of [clockwise, anticlockwise]) {
    if (!part) throw new Error('There is no polygon.');
    const { area, middle } = partIn(part, window);
    expect(area).toBeCloseTo(2500, 6);
    expect(middle?.map(Math.round)).toEqual([75, 25]);
  }
});

describe('names on a map', () => {
  const at = (ids: readonly string[], times: number, layout: Layout = map, among = all) => {
    const paths = ids.map((id) => layout.ccg[id] ?? layout.alliance[id] ?? '');
    const view = { ...viewOf(paths, layout.box), k: times };
    return labelsIn(among, (id) => id, view, { box: layout.box, unit: layout.box[0] / 620 });
  };

  test('appear as there is room, each on its own shape and on no other name', () => {
    const counts = [1, 3, 8].map((times) => {
      const names = at(['west-midlands'], times);
      expect(new Set(names.map(({ id }) => id)).size).toBe(names.length);
      return names.length / (209 / times ** 2);
    });
    // Of the areas in sight, more and more carry theirs.
    expect(counts[1]).toBeGreaterThan(counts[0] ?? 1);
    expect(counts[2]).toBeGreaterThan(counts[1] ?? 1);
  });

  test('leave the corner free that the buttons lie over', () => {
    const view = viewOf([map.alliance['west-midlands'] ?? ''], map.box);
    const under = { width: 168, height: 84 };
    const [free, all209] = [under, undefined].map((corner) =>
      labelsIn(all, (id) => id, view, { ...spec, ...(corner && { under: corner }) }),
    );
    const { left, top } = windowShown(view, map.box);
    const size = spec.unit / view.k;
    const inCorner = ({ place: [x, y] }: { place: readonly [number, number] }) =>
      x < left + under.width * size && y < top + under.height * size;
    expect(all209?.filter(inCorner).length).toBeGreaterThan(0);
    expect(free?.filter(inCorner)).toEqual([]);
  });

  test('of long words need a larger shape than short ones', () => {
    const long = labelsIn(
      all,
      () => 'Herefordshire and Worcestershire',
      viewOf([map.alliance['west-midlands'] ?? ''], map.box),
      spec,
    );
    const short = labelsIn(all, () => 'Ash', viewOf([map.alliance['west-midlands'] ?? ''], map.box), spec);
    expect(short.length).toBeGreaterThan(long.length);
  });

  test('stand on the part in sight where the middle of a shape is out of sight', () => {
    const wide = {
      id: 'wide',
      label: '',
      d: 'M0 0l4000 0 0 400-4000 0z',
      place: [2000, 200] as const,
      fill: '#f3efe4',
    };
    const [name] = labelsIn([wide], () => 'Wide', { x: 400, y: 400, k: 5 }, spec);
    expect(name?.place.map(Math.round)).toEqual([400, 200]);
  });

  test('stand on hexagons', () => {
    if (!hex) throw new Error('There are no hexagons.');
    const names = at(['00V'], 5, hex, shapes(Object.keys(hex.ccg), hex));
    expect(names.length).toBeGreaterThan(3);
  });
});

test('lines are drawn in pieces that lie together, and none is lost', () => {
  const lines = map.mesh?.ccg ?? '';
  const pieces = inTiles(lines, map.box);
  expect(pieces.length).toBeGreaterThan(10);
  const all = (text: string) => text.split('M').filter(Boolean).sort();
  expect(all(pieces.map(([, d]) => d).join(''))).toEqual(all(lines));
});
