import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { bbox, neighbors } from 'topojson-client';
import { describe, expect, test } from 'vitest';
import { crossingArcs } from '../../../scripts/boundaries/crossings.ts';
import { DIRECTORY } from '../../../scripts/boundaries/files.ts';
import { annexI, today } from '../../../scripts/boundaries/geography.ts';
import { labelPoint, largestPart } from '../../../scripts/boundaries/map.ts';
import { boxAround, pathData } from '../../../scripts/boundaries/paths.ts';
import type { Point } from '../../../scripts/boundaries/projection.ts';
import { rings } from '../../../scripts/boundaries/topology.ts';
import { readCsv } from '../../../scripts/ingest/csv.ts';
import { areaOf, type LayoutFile, points, topologyOf } from './shapes.ts';

const file = (name: string) => path.join(DIRECTORY, name);
const read = (name: string) => JSON.parse(readFileSync(file(name), 'utf8'));

/** Both geographies: their levels, their areas, and the files that hold them. */
const VINTAGES = [
  {
    small: 'ccg',
    large: 'alliance',
    counts: [209, 19],
    geography: annexI(),
    boundaries: topologyOf('ccg.topo.json'),
    tiles: topologyOf('hex.topo.json'),
    paths: read('paths.json') as LayoutFile,
    cells: readCsv(file('hex.csv')),
    // The Isle of Wight.
    alone: ['10L'],
    // West, south, east and north, in tens of kilometres.
    extent: [9, 1, 66, 66],
    london: 32,
    year: '2016',
  },
  {
    small: 'icb',
    large: 'alliance-today',
    counts: [42, 21],
    geography: today(),
    boundaries: topologyOf('icb.topo.json'),
    tiles: topologyOf('icb-hex.topo.json'),
    paths: read('icb-paths.json') as LayoutFile,
    cells: readCsv(file('icb-hex.csv')),
    alone: [],
    extent: [9, 1, 66, 66],
    london: 5,
    year: '2023',
  },
] as const;

describe.each(VINTAGES)('$small and $large', (vintage) => {
  const { small, large, counts, geography, boundaries, tiles, paths, cells } = vintage;
  const { alliances, regions, names } = geography;
  const ids = [...names.keys()].sort();

  test('every area and Alliance has a shape and a hexagon', () => {
    expect([names.size, alliances.size]).toEqual(counts);
    for (const { objects } of [boundaries, tiles]) {
      expect(objects.ccg.geometries.map(({ id }) => id).sort()).toEqual(ids);
      expect(objects.alliance.geometries.map(({ id }) => id)).toEqual([...alliances.keys()]);
      for (const shape of [objects.ccg, objects.alliance].flatMap(({ geometries }) => geometries))
        expect(rings(shape).flat().length, shape.id).toBeGreaterThan(0);
    }
    expect(statSync(file(`${small}.topo.json`)).size).toBeLessThanOrEqual(250_000);
  });

  test('coordinates are metres of the National Grid, from Scilly to Berwick', () => {
    expect(bbox(boundaries).map((value) => Math.round(value / 10_000))).toEqual(vintage.extent);
  });

  test('every line borders one area or two: no slivers, no overlaps', () => {
    const owners = new Map<number, number>();
    for (const arc of boundaries.objects.ccg.geometries.flatMap(rings).flat()) {
      const line = arc < 0 ? ~arc : arc;
      owners.set(line, (owners.get(line) ?? 0) + 1);
    }
    expect(owners.size).toBe(boundaries.arcs.length);
    expect(Math.max(...owners.values())).toBe(2);
    expect(crossingArcs(absolute(boundaries), 1000).size).toBeLessThanOrEqual(12);
  });

  test('every area but an island has a neighbour', () => {
    const { geometries } = boundaries.objects.ccg;
    const alone = neighbors(geometries as never).flatMap((list, index) =>
      list.length ? [] : [geometries[index]?.id],
    );
    expect(alone).toEqual(vintage.alone);
  });

  test('each Alliance is exactly its areas, NHS Cumbria in both of its Alliances', () => {
    for (const topology of [boundaries, tiles]) {
      const own = new Map(
        topology.objects.ccg.geometries.map((shape) => [shape.id, areaOf(topology, shape)]),
      );
      for (const shape of topology.objects.alliance.geometries) {
        const members = alliances.get(shape.id) ?? [];
        const sum = members.reduce((total, id) => total + (own.get(id) ?? 0), 0);
        expect(areaOf(topology, shape) / sum, shape.id).toBeCloseTo(1, 9);
      }
    }
  });

  test('hexagons are of one size, and no two stand in one place', () => {
    expect(cells.map((cell) => cell[small] ?? '').sort()).toEqual(ids);
    expect(new Set(cells.map(({ column, row }) => `${column},${row}`)).size).toBe(cells.length);
    const sizes = tiles.objects.ccg.geometries.map((shape) => areaOf(tiles, shape));
    expect(Math.max(...sizes)).toBe(Math.min(...sizes));
    // As far apart as two hexagons side by side: the square root of 3 times the radius, to a step of the grid.
    const centres = Object.values(paths.hex.label[small] ?? {});
    const apart = centres.flatMap(([x, y], i) =>
      centres.slice(i + 1).map(([a, b]) => Math.hypot(x - a, y - b)),
    );
    expect(Math.min(...apart)).toBeGreaterThan(Math.sqrt(3) * (paths.hex.radius ?? Number.NaN) - 2);
  });

  test.each(['map', 'hex'] as const)(
    'the %s has a path and a label inside the box for every area',
    (name) => {
      const { box, label, [small]: areas, [large]: wholes } = paths[name];
      const keys = (of: unknown) => Object.keys(of as object);
      expect(keys(areas).sort()).toEqual(ids);
      expect(keys(wholes)).toEqual([...alliances.keys()]);
      expect(keys(label[small]).sort()).toEqual(ids);
      expect(keys(label[large])).toEqual([...alliances.keys()]);
      const drawn = [areas, wholes]
        .flatMap((paths) => Object.values(paths as Record<string, string>))
        .flatMap(points);
      const labelled = [label[small], label[large]].flatMap((of) => Object.values(of ?? {}));
      for (const [x, y] of [...drawn, ...labelled]) {
        const whole = Number.isInteger(x) && Number.isInteger(y);
        expect(whole && x >= 0 && y >= 0 && x <= box[0] && y <= box[1]).toBe(true);
      }
    },
  );

  test('every label of the map is as far inside its area as it can be, to a fiftieth of its size', () => {
    const mapBox = boxAround(bbox(boundaries), 4000, 20);
    for (const [layer, level] of [
      ['ccg', small],
      ['alliance', large],
    ] as const)
      for (const shape of boundaries.objects[layer].geometries) {
        // NHS Cumbria is left out of both of its Alliances when their labels are placed.
        if (layer === 'alliance' && alliances.get(shape.id)?.includes('01H')) continue;
        const [outer = [], ...holes] = largestPart(boundaries, shape).map((ring) => ring.map(mapBox.place));
        const size = Math.min(...[0, 1].map((axis) => length(outer.map((point) => point[axis] ?? 0))));
        const depth = (point: Point) => Math.min(...[outer, ...holes].map((ring) => toRing(point, ring)));
        const best = depth(mapBox.place(labelPoint(boundaries, shape)));
        const label = paths.map.label[level]?.[shape.id] as Point;
        expect(isInside(label, outer), shape.id).toBe(true);
        expect(depth(label), shape.id).toBeGreaterThan(best - size / 50 - 2);
      }
  });

  test("London's rectangle holds its areas, all of them distinct", () => {
    const { x, y, w, h } = paths.map.london ?? { x: 0, y: 0, w: 0, h: 0 };
    const london = regions.get('region-london') ?? [];
    expect(london).toHaveLength(vintage.london);
    for (const id of london) {
      const corners = points((paths.map[small] as Record<string, string>)[id] ?? '');
      expect(corners.length, id).toBeGreaterThanOrEqual(5);
      expect(
        corners.every(([px, py]) => px > x && px < x + w && py > y && py < y + h),
        id,
      ).toBe(true);
    }
    expect(new Set(london.map((id) => `${paths.map.label[small]?.[id]}`)).size).toBe(vintage.london);
  });

  test('tiles have short names: at most two lines of ten letters, no two alike', () => {
    const short = Object.entries(paths.hex.short ?? {});
    expect(short.map(([id]) => id).sort()).toEqual(ids);
    expect(new Set(short.map(([, name]) => name)).size).toBe(short.length);
    for (const lines of short.map(([, name]) => name.split('\n'))) {
      expect(lines.length).toBeLessThanOrEqual(2);
      expect(Math.max(...lines.map((line) => line.length)), lines.join(' ')).toBeLessThanOrEqual(10);
    }
  });

  test('the attribution is the one the licence asks for, with the year of the boundaries', () => {
    expect(paths.attribution).toBe(
      `Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database right ${vintage.year}.`,
    );
  });
});

test('path data is relative whole steps, without repeated points', () => {
  const box = boxAround([0, 0, 100, 100], 120, 10);
  const square = [
    [0, 0],
    [100, 0],
    [100, 0.2],
    [100, 100],
    [0, 0],
  ];
  expect(pathData([square], box, true)).toBe('M10 110l100 0 0-100z');
});

const length = (values: number[]) => Math.max(...values) - Math.min(...values);

const sides = (ring: Point[]) => ring.slice(1).map((to, i) => [ring[i] as Point, to] as const);

/** The distance from a point to the nearest side of a ring. */
const toRing = ([x, y]: Point, ring: Point[]) =>
  Math.min(
    ...sides(ring).map(([[ax, ay], [bx, by]]) => {
      const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1);
      const t = Math.min(1, Math.max(0, along));
      return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
    }),
  );

const isInside = ([x, y]: Point, ring: Point[]) =>
  sides(ring).filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay),
  ).length %
    2 ===
  1;

function absolute({ arcs, transform }: ReturnType<typeof topologyOf>): [number, number][][] {
  const [kx, ky] = transform?.scale ?? [1, 1];
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx = 0, dy = 0]) => {
      x += dx;
      y += dy;
      return [x * kx, y * ky];
    });
  });
}
