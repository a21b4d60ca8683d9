import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { neighbors } from 'topojson-client';
import { topology } from 'topojson-server';
import { beforeAll, describe, expect, test } from 'vitest';
import { DIRECTORY } from '../../../scripts/boundaries/files.ts';
import { geography } from '../../../scripts/boundaries/geography.ts';
import { boundaries } from '../../../scripts/boundaries/index.ts';
import { type Boundaries, projected, simplified } from '../../../scripts/boundaries/topology.ts';
import { SHARED, shared } from '../../shared.ts';
import { area, areaOf } from './shapes.ts';

const file = path.join(SHARED, 'data/boundaries/ccg_2016-04_209.geojson');
const committed: Boundaries = JSON.parse(readFileSync(path.join(DIRECTORY, 'ccg.topo.json'), 'utf8'));

describe.skipIf(!shared)("beside the publisher's shapes", () => {
  let source: ReturnType<typeof projected>;
  beforeAll(() => {
    source = projected(JSON.parse(readFileSync(file, 'utf8')), file);
  });

  test('the committed topology is what the script makes of them', () => {
    const { alliances, regions } = geography();
    const made: Boundaries = JSON.parse(JSON.stringify(simplified(source, alliances, regions)));
    expect([made.arcs, made.objects]).toEqual([committed.arcs, committed.objects]);
    // The committed one was projected by formulae that lie up to 4.5 mm from proj4's; a step of its grid is 6 m.
    const extent = ({ bbox, transform }: Boundaries) =>
      [bbox ?? [], transform?.scale ?? [], transform?.translate ?? []].flat();
    const apart = extent(made).map((value, i) => Math.abs(value - (extent(committed)[i] ?? Number.NaN)));
    expect(apart).toHaveLength(8);
    expect(Math.max(...apart)).toBeLessThan(0.01);
  });

  test('areas are within 3%, half of them within 0.3%, all together within 0.1%', () => {
    const before = new Map(source.map(({ id, geometry }) => [String(id), area(geometry)]));
    const after = new Map(
      committed.objects.ccg.geometries.map((shape) => [shape.id, areaOf(committed, shape)]),
    );
    const errors = [...before]
      .map(([id, value]) => Math.abs((after.get(id) ?? 0) / value - 1))
      .sort((a, b) => a - b);
    expect(errors.at(-1)).toBeLessThan(0.03);
    expect(errors[104]).toBeLessThan(0.003);
    const sum = (areas: Map<string, number>) =>
      [...areas.values()].reduce((total, value) => total + value, 0);
    expect(Math.abs(sum(after) / sum(before) - 1)).toBeLessThan(0.001);
  });

  test('every CCG has the neighbours it had', () => {
    const full = topology({
      ccg: { type: 'FeatureCollection', features: source } as never,
    }) as unknown as Boundaries;
    const named = ({ objects }: Boundaries) => {
      const ids = objects.ccg.geometries.map(({ id }) => id);
      return new Map(
        neighbors(objects.ccg.geometries as never).map((list, i) => [ids[i], list.map((j) => ids[j]).sort()]),
      );
    };
    expect(named(committed)).toEqual(named(full));
  });
});

test('a file that is not the 209 CCGs is refused, naming what is missing', async () => {
  const wrong = path.join(os.tmpdir(), `boundaries-${process.pid}.geojson`);
  const ring = [
    [0, 51],
    [1, 51],
    [1, 52],
    [0, 51],
  ];
  const geometry = { type: 'Polygon', coordinates: [ring] };
  const write = (properties: object) =>
    writeFileSync(
      wrong,
      JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] }),
    );
  write({ CCG16CDH: 'XXX' });
  await expect(boundaries(wrong, () => {})).rejects.toThrow(/209 CCGs .*missing: 02N.*unknown: XXX/);
  write({ code: '02N' });
  await expect(boundaries(wrong, () => {})).rejects.toThrow(/feature 1 has no NHS code in CCG16CDH/);
  writeFileSync(wrong, '{"type":"Topology"}');
  await expect(boundaries(wrong, () => {})).rejects.toThrow(/FeatureCollection is needed/);
  writeFileSync(wrong, 'PK');
  await expect(boundaries(wrong, () => {})).rejects.toThrow(/geojson: not JSON/);
  rmSync(wrong);
});
