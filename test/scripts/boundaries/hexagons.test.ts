import { readFileSync } from 'node:fs';
import path from 'node:path';
import { feature, neighbors } from 'topojson-client';
import { planarRingArea } from 'topojson-simplify';
import { expect, test } from 'vitest';
import { DIRECTORY, type Paths } from '../../../scripts/boundaries/files.ts';
import { geography } from '../../../scripts/boundaries/geography.ts';
import {
  between,
  cellAt,
  centre,
  nearestCell,
  pieces,
  place,
  touching,
} from '../../../scripts/boundaries/hex-grid.ts';
import { hexPaths, hexTopology } from '../../../scripts/boundaries/hex-paths.ts';
import { layout } from '../../../scripts/boundaries/layout.ts';
import { random } from '../../../scripts/boundaries/random.ts';
import type { Boundaries } from '../../../scripts/boundaries/topology.ts';
import { readCsv } from '../../../scripts/ingest/csv.ts';

const read = (name: string) => JSON.parse(readFileSync(path.join(DIRECTORY, name), 'utf8'));
const areas = geography();
const rows = readCsv(path.join(DIRECTORY, 'hex.csv'));
const cells = new Map(rows.map(({ ccg = '', column, row }) => [ccg, cellAt(Number(column), Number(row))]));
const boundaries: Boundaries = read('ccg.topo.json');

test('each of the 209 CCGs has one tile of its own', () => {
  expect(rows.map(({ ccg }) => ccg).sort()).toEqual([...areas.names.keys()].sort());
  expect(new Set(cells.values()).size).toBe(209);
});

test.each([...areas.alliances, ...areas.regions])('%s is one piece', (_, members) => {
  expect(pieces(members.map((id) => cells.get(id) as number))).toBe(1);
});

test('England is one piece without a hole', () => {
  const taken = new Set(cells.values());
  expect(pieces([...taken])).toBe(1);
  const empty = Array.from({ length: 44 * 48 }, (_, cell) => cell).filter((cell) => !taken.has(cell));
  expect(pieces(empty)).toBe(1);
});

test('CCGs that border each other stay near: six in ten touch, nine in ten have at most one tile between', () => {
  const { geometries } = boundaries.objects.ccg;
  const distances = neighbors(geometries as never).flatMap((list, i) =>
    list.map((j) => between(at(geometries[i]?.id), at(geometries[j]?.id))),
  );
  expect(distances.filter((distance) => distance === 1).length / distances.length).toBeGreaterThan(0.6);
  expect(distances.filter((distance) => distance <= 2).length / distances.length).toBeGreaterThan(0.9);
  expect(Math.max(...distances)).toBeLessThanOrEqual(4);
});

test('England is recognisable: Cornwall is the south-west corner, the north is narrow, Kent and Norfolk are east', () => {
  const xy = (id: string) => at(id);
  const south = [...cells.values()].map(centre);
  const west = south.filter(([, y]) => y >= xy('11X')[1]).map(([x]) => x);
  expect(xy('11N')[0]).toBe(Math.min(...west));
  const width = (from: number, to: number) => {
    const top = Math.min(...south.map(([, y]) => y));
    const height = Math.max(...south.map(([, y]) => y)) - top;
    const xs = south.filter(([, y]) => y >= top + from * height && y <= top + to * height).map(([x]) => x);
    return Math.max(...xs) - Math.min(...xs);
  };
  expect(width(0, 0.12)).toBeLessThan(width(0.6, 0.72) / 2);
  expect(xy('10E')[0]).toBeGreaterThan(xy('08Q')[0]);
  expect(xy('06V')[1]).toBeLessThan(xy('06T')[1]);
  expect(xy('00L')[1]).toBeLessThan(xy('01H')[1]);
});

test('the topology and the paths are those of hex.csv, and all tiles are equal', () => {
  const topology = hexTopology(cells, areas);
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
  const byId = (b: Boundaries) =>
    b.objects.ccg.geometries.map((shape) => [shape.id, ringOf(b, shape)]).sort();
  expect(byId(plain(topology))).toEqual(byId(read('hex.topo.json')));
  expect((read('paths.json') as Paths).hex).toEqual(plain(hexPaths(topology, cells, areas)));
  expect(
    new Set(topology.objects.ccg.geometries.map((shape) => planarRingArea(ringOf(topology, shape)))).size,
  ).toBe(1);
});

test('the same seed gives the same layout, another seed other numbers', () => {
  // London alone: the whole country takes seconds.
  const inLondon = new Set(areas.regions.get('region-london'));
  const london = ([, members]: [string, string[]]) => members.some((id) => inLondon.has(id));
  const { ccg } = boundaries.objects;
  const geometries = ccg.geometries.filter(({ id }) => inLondon.has(id));
  const map = { ...boundaries, objects: { ...boundaries.objects, ccg: { ...ccg, geometries } } };
  const geography = {
    ...areas,
    alliances: new Map([...areas.alliances].filter(london)),
    regions: new Map([...areas.regions].filter(london)),
  };
  const arranged = () => [...layout(map, geography, 7, 5000)];
  expect(arranged()).toHaveLength(32);
  expect(arranged()).toEqual(arranged());
  const numbers = (seed: number) => Array.from({ length: 3 }, random(seed));
  expect(numbers(7)).toEqual(numbers(7));
  expect(numbers(7)).not.toEqual(numbers(8));
});

test('the grid: six touching cells, a step away, and each its own nearest', () => {
  for (const cell of [cellAt(5, 6), cellAt(5, 7)]) {
    expect(place(cell).column).toBe(5);
    expect(touching(cell)).toHaveLength(6);
    expect(touching(cell).map((next) => between(centre(cell), centre(next)))).toEqual([1, 1, 1, 1, 1, 1]);
    expect(nearestCell(centre(cell))).toBe(cell);
  }
  expect(between(centre(cellAt(2, 2)), centre(cellAt(5, 6)))).toBe(5);
  expect(pieces([cellAt(1, 1), cellAt(2, 1), cellAt(8, 8)])).toBe(2);
});

function at(id: string | undefined) {
  return centre(cells.get(id ?? '') as number);
}

function ringOf(topology: Boundaries, shape: Boundaries['objects']['ccg']['geometries'][number]) {
  return (
    (feature(topology, shape) as never as { geometry: { coordinates: [number, number][][] } }).geometry
      .coordinates[0] ?? []
  );
}
