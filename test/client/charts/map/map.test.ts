import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Direction, nearest } from '../../../../client/charts/map/EnglandMap.tsx';
import { pathsAt } from '../../../../client/charts/map/paths.ts';
import { borders, mapShapes, mapSpec, piecesOf } from '../../../../client/charts/map/shapes.ts';
import type { Point } from '../../../../data/boundaries/paths.ts';
import { ringsOf } from '../../../../data/geography/rings.ts';
import { area, snapshot } from '../../fixtures.ts';

const file = path.resolve(import.meta.dirname, '../../../../data/boundaries/paths.json');
const { map } = JSON.parse(readFileSync(file, 'utf8')) as {
  map: { ccg: Record<string, string>; label: { ccg: Record<string, Point> } };
};

describe('the nearest shape in a direction', () => {
  const places: Record<string, Point> = {
    here: [0, 0],
    east: [10, 1],
    far: [30, 0],
    north: [2, -10],
    south: [0, 9],
  };

  test.each<[Direction, string | null]>([
    ['ArrowRight', 'east'],
    ['ArrowUp', 'north'],
    ['ArrowDown', 'south'],
    ['ArrowLeft', null],
  ])('%s leads to %s', (direction, id) => expect(nearest(places, 'here', direction)).toBe(id));

  test('every CCG of the map can be reached by arrow keys from any other', () => {
    const reached = new Set(['02N']);
    for (const id of reached)
      for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const) {
        const next = nearest(map.label.ccg, id, key);
        if (next) reached.add(next);
      }
    expect(reached.size).toBe(209);
  });
});

describe('borders of merged shapes', () => {
  const [left, right, below] = ['M0 0l2 0 0 2-2 0z', 'M2 0l2 0 0 2-2 0z', 'M0 2l2 0 0 2-2 0z'];

  test('an edge inside a group and the coast are left out', () => {
    expect(borders([[left, right]])).toBe('');
    expect(borders([[left], [right]])).toBe('M2 2L2 0');
    expect(borders([[left, right], [below]])).toBe('M0 2L2 2');
  });

  test('a path is read as its corners', () => expect(ringsOf(left)).toEqual([[0, 0, 2, 0, 2, 2, 0, 2]]));

  test('the CCGs of Manchester lose the borders between them', () => {
    const manchester = ['00W', '01M', '01N'].map((id) => map.ccg[id] ?? '');
    expect(borders(manchester.map((shape) => [shape])).length).toBeGreaterThan(20);
    expect(borders([manchester])).toBe('');
  });
});

describe('areas of today', () => {
  const paths = pathsAt('icb');
  const { hex } = paths;
  const icb = (id: string, name: string, alliance: string, shapes: string[]) =>
    area({ area: id, name, parents: [alliance], shapes });
  const merged = icb('Z9B2Z', 'NHS West and North London ICB', 'today-west-london', ['QMJ', 'QRV']);
  const alone = icb('QWE', 'NHS South West London ICB', 'today-west-london', ['QWE']);
  const gone = icb('QNC', 'NHS Nowhere ICB', 'today-west-midlands', []);
  const shown = snapshot({
    query: { metric: '62-day-combined', period: '2026-04', level: 'icb' },
    areas: [merged, alone, gone],
  });

  test('have shapes of their own, merged ones more than one, and those without a place none', () => {
    const shapes = mapShapes(shown, paths.map);
    const pieces = piecesOf(paths.map);
    expect(shapes.map(({ id }) => id)).toEqual(['Z9B2Z', 'QWE']);
    expect(shapes[0]?.d).toBe(`${pieces.QMJ}${pieces.QRV}`);
  });

  test('are outlined by the Alliances they lie in, and named on hexagons', () => {
    if (!hex) throw new Error('There are no hexagons.');
    const shapes = mapShapes(shown, hex);
    const { outlines, names } = mapSpec(shown, paths, hex, shapes, () => undefined);
    // Three hexagons that touch: of their eighteen edges at least two are inside, each twice.
    expect(outlines.split('M').length - 1).toBeLessThanOrEqual(14);
    expect(names.map(({ lines }) => lines.join(' '))).toEqual(['West and North London', 'SW London']);
  });
});
