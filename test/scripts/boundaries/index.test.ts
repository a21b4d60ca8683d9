import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { bbox, neighbors } from 'topojson-client';
import { expect, test } from 'vitest';
import { crossingArcs } from '../../../scripts/boundaries/crossings.ts';
import { ATTRIBUTION, DIRECTORY, type Paths } from '../../../scripts/boundaries/files.ts';
import { geography } from '../../../scripts/boundaries/geography.ts';
import { labelPoint, largestPart } from '../../../scripts/boundaries/map.ts';
import { boxAround, pathData } from '../../../scripts/boundaries/paths.ts';
import type { Point } from '../../../scripts/boundaries/projection.ts';
import { shortName } from '../../../scripts/boundaries/short-names.ts';
import { type Boundaries, rings } from '../../../scripts/boundaries/topology.ts';
import { areaOf, points } from './shapes.ts';

const file = (name: string) => path.join(DIRECTORY, name);
const boundaries: Boundaries = JSON.parse(readFileSync(file('ccg.topo.json'), 'utf8'));
const paths: Paths = JSON.parse(readFileSync(file('paths.json'), 'utf8'));
const { alliances, regions, names } = geography();

test('the topology has the 209 CCGs, 19 Alliances and 4 regions, each with a shape, in at most 250 KB', () => {
  const { ccg, alliance, region } = boundaries.objects;
  expect(ccg.geometries.map(({ id }) => id).sort()).toEqual([...names.keys()].sort());
  expect(alliance.geometries.map(({ id }) => id)).toEqual([...alliances.keys()]);
  expect(region.geometries.map(({ id }) => id)).toEqual([...regions.keys()]);
  expect([ccg.geometries.length, alliances.size, regions.size]).toEqual([209, 19, 4]);
  for (const shape of [ccg, alliance, region].flatMap(({ geometries }) => geometries)) {
    expect(rings(shape).flat().length, shape.id).toBeGreaterThan(0);
  }
  expect(statSync(file('ccg.topo.json')).size).toBeLessThanOrEqual(250_000);
});

test('coordinates are metres of the National Grid, from Scilly to Berwick', () => {
  const [west, south, east, north] = bbox(boundaries);
  expect([west, south, east, north].map((value) => Math.round(value / 10_000))).toEqual([9, 1, 66, 66]);
});

test('every line borders one CCG or two: no slivers, no overlaps', () => {
  const owners = new Map<number, number>();
  for (const arc of boundaries.objects.ccg.geometries.flatMap(rings).flat()) {
    const line = arc < 0 ? ~arc : arc;
    owners.set(line, (owners.get(line) ?? 0) + 1);
  }
  expect(owners.size).toBe(boundaries.arcs.length);
  expect(Math.max(...owners.values())).toBe(2);
  expect(crossingArcs(absolute(boundaries), 1000).size).toBeLessThanOrEqual(12);
});

test('every CCG but the Isle of Wight has a neighbour', () => {
  const { geometries } = boundaries.objects.ccg;
  const alone = neighbors(geometries as never).flatMap((list, index) =>
    list.length ? [] : [geometries[index]?.id],
  );
  expect(alone).toEqual(['10L']);
});

test.each([
  ['alliance', alliances],
  ['region', regions],
] as const)('each %s is exactly its CCGs, NHS Cumbria in both of its Alliances', (layer, groups) => {
  const own = new Map(
    boundaries.objects.ccg.geometries.map((shape) => [shape.id, areaOf(boundaries, shape)]),
  );
  for (const shape of boundaries.objects[layer].geometries) {
    const members = groups.get(shape.id) ?? [];
    const sum = members.reduce((total, id) => total + (own.get(id) ?? 0), 0);
    expect(areaOf(boundaries, shape) / sum, shape.id).toBeCloseTo(1, 9);
  }
});

test.each(['map', 'hex'] as const)('the %s has a path and a label inside the box for every area', (name) => {
  const { box, ccg, alliance, region, label } = paths[name];
  expect(Object.keys(ccg).sort()).toEqual([...names.keys()].sort());
  expect(Object.keys(alliance)).toEqual([...alliances.keys()]);
  expect(Object.keys(label.ccg).sort()).toEqual([...names.keys()].sort());
  expect(Object.keys(label.alliance)).toEqual([...alliances.keys()]);
  const drawn = [ccg, alliance, region].flatMap(Object.values).flatMap(points);
  const labelled = [label.ccg, label.alliance].flatMap(Object.values);
  for (const [x, y] of [...drawn, ...labelled]) {
    expect(Number.isInteger(x) && Number.isInteger(y) && x >= 0 && y >= 0 && x <= box[0] && y <= box[1]).toBe(
      true,
    );
  }
});

test('every label of the map is as far inside its area as it can be, to a fiftieth of its size', () => {
  for (const layer of ['ccg', 'alliance'] as const)
    for (const shape of boundaries.objects[layer].geometries) {
      // NHS Cumbria is left out of both of its Alliances when their labels are placed.
      if (layer === 'alliance' && alliances.get(shape.id)?.includes('01H')) continue;
      const [outer = [], ...holes] = largestPart(boundaries, shape).map((ring) => ring.map(mapBox.place));
      const size = Math.min(...[0, 1].map((axis) => length(outer.map((point) => point[axis] ?? 0))));
      const depth = (point: Point) => Math.min(...[outer, ...holes].map((ring) => toRing(point, ring)));
      const best = depth(mapBox.place(labelPoint(boundaries, shape)));
      const label = paths.map.label[layer][shape.id] as Point;
      expect(isInside(label, outer), shape.id).toBe(true);
      expect(depth(label), shape.id).toBeGreaterThan(best - size / 50 - 2);
    }
});

test("London's rectangle holds its 32 CCGs, all of them distinct", () => {
  const { x, y, w, h } = paths.map.london;
  const london = regions.get('region-london') ?? [];
  expect(london).toHaveLength(32);
  for (const id of london) {
    const corners = points(paths.map.ccg[id] ?? '');
    expect(corners.length, id).toBeGreaterThanOrEqual(5);
    expect(
      corners.every(([px, py]) => px > x && px < x + w && py > y && py < y + h),
      id,
    ).toBe(true);
  }
  expect(new Set(london.map((id) => `${paths.map.label.ccg[id]}`)).size).toBe(32);
});

test('the attribution is the one the licence asks for, with the year of the boundaries', () => {
  expect(paths.attribution).toBe(ATTRIBUTION);
  expect(ATTRIBUTION).toContain('database right 2016');
});

test('tiles have short names: at most two lines of ten letters, no two alike', () => {
  const short = [...names.values()].map(shortName);
  expect(new Set(short).size).toBe(209);
  for (const lines of short.map((name) => name.split('\n'))) {
    expect(lines.length).toBeLessThanOrEqual(2);
    expect(Math.max(...lines.map((line) => line.length)), lines.join(' ')).toBeLessThanOrEqual(10);
  }
  expect(paths.hex.short['00V']).toBe('Bury');
  expect(paths.hex.short['01H']).toBe('Cumbria');
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

const mapBox = boxAround(bbox(boundaries), 4000, 20);

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

function absolute({ arcs, transform }: Boundaries): [number, number][][] {
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
