import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { neighbors } from 'topojson-client';
import { topology } from 'topojson-server';
import { beforeAll, describe, expect, test } from 'vitest';
import { annexI, today } from '../../../scripts/boundaries/geography.ts';
import { boundaries } from '../../../scripts/boundaries/index.ts';
import { type Boundaries, projected, simplified } from '../../../scripts/boundaries/topology.ts';
import { SHARED, shared } from '../../shared.ts';
import { area, areaOf, topologyOf } from './shapes.ts';

/** The publisher's shapes of each geography, and what they became. */
const VINTAGES = [
  {
    areas: '209 CCGs',
    source: 'ccg_2016-04_209.geojson',
    property: 'CCG16CDH',
    geography: annexI(),
    committed: topologyOf('ccg.topo.json'),
  },
  {
    areas: '42 ICBs',
    source: 'icb_2023-04_42.geojson',
    property: 'ICB23CD',
    geography: today(),
    committed: topologyOf('icb.topo.json'),
  },
];

describe.skipIf(!shared).each(VINTAGES)("beside the publisher's shapes of the $areas", (vintage) => {
  const { committed, geography } = vintage;
  let source: ReturnType<typeof projected>;
  beforeAll(() => {
    const file = path.join(SHARED, 'data/boundaries', vintage.source);
    source = projected(JSON.parse(readFileSync(file, 'utf8')), file, ({ properties }) => {
      const code = String(properties?.[vintage.property]);
      return geography.byCode.get(code) ?? code;
    });
  });

  test('the committed topology is what the script makes of them', () => {
    const made: Boundaries = JSON.parse(
      JSON.stringify(simplified(source, geography.alliances, geography.regions)),
    );
    const { ccg, alliance } = made.objects;
    expect([made.arcs, ccg, alliance]).toEqual([
      committed.arcs,
      committed.objects.ccg,
      committed.objects.alliance,
    ]);
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
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(0.003);
    const sum = (areas: Map<string, number>) =>
      [...areas.values()].reduce((total, value) => total + value, 0);
    expect(Math.abs(sum(after) / sum(before) - 1)).toBeLessThan(0.001);
  });

  test('every area has the neighbours it had', () => {
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

test('a file that is neither the 209 CCGs nor the 42 ICBs is refused, naming what is missing', async () => {
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
  write({ ICB23CD: 'E54000057' });
  await expect(boundaries(wrong, () => {})).rejects.toThrow(/42 ICBs .*missing: .*unknown: none/);
  write({ code: '02N' });
  await expect(boundaries(wrong, () => {})).rejects.toThrow(/neither CCG16CDH nor ICB23CD/);
  writeFileSync(wrong, '{"type":"Topology"}');
  await expect(boundaries(wrong, () => {})).rejects.toThrow(/FeatureCollection is needed/);
  writeFileSync(wrong, 'PK');
  await expect(boundaries(wrong, () => {})).rejects.toThrow(/geojson: not JSON/);
  rmSync(wrong);
});
