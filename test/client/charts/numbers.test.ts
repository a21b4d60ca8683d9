import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chart } from '../../../client/charts/draw.ts';
import { snapshotUrl, spreadUrl } from '../../../data/addresses/view.ts';
import type { Snapshot, Spread, SpreadArea, Trend } from '../../../data/contract/index.ts';
import { ask } from '../../server/inject.ts';
import { cellOf, drawingApp, elementsOf, rowsOf } from './drawn.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await drawingApp();
});
afterAll(() => app.close());

const rows = async (address: string) => rowsOf((await ask(app, `/api/chart/${address}`)).text);
const reply = async <Reply>(url: string) => (await ask(app, url)).body as Reply;
const WAIT = 'metric=62-day-wait&period=fy2016-17';
const spreadOfWait = () => reply<Spread>(`/api/spread?${WAIT}&level=ccg`);

type Cells = Record<string, string>;
const byArea = (of: Cells[]) => new Map(of.map((row) => [row.area, row]));

describe('the CSV of a chart holds the API’s own figures, unrounded', () => {
  test.each([
    '62-day-wait&period=fy2016-17',
    'one-year-survival',
    'patient-experience',
    'under-75-mortality',
  ])('the funnel of %s', async (asked) => {
    const [drawn, spread] = await Promise.all([
      rows(`funnel.csv?metric=${asked}`),
      reply<Spread>(
        `/api/spread?metric=${asked}${asked.includes('period') ? '' : await opening(asked)}&level=ccg`,
      ),
    ]);
    expect(drawn).toHaveLength(spread.areas.length);
    for (const [index, { area, value, denominator, zone }] of spread.areas.entries())
      expect(drawn[index]).toMatchObject({
        area,
        value: cellOf(value),
        denominator: cellOf(denominator),
        zone: cellOf(zone),
      });
  });

  test('the map and the ranked areas', async () => {
    const snapshot = await reply<Snapshot>(`/api/snapshot?${WAIT}&level=ccg`);
    const [map, ranked] = [
      byArea(await rows(`map.csv?${WAIT}`)),
      byArea(await rows(`ranked.csv?${WAIT}&alliance=peninsula`)),
    ];
    expect([map.size, ranked.size]).toEqual([snapshot.areas.length, snapshot.areas.length]);
    for (const { area, value, lower, upper, numerator, denominator, rank } of snapshot.areas) {
      const same = { value, numerator, denominator, rank: rank?.value };
      const cells = Object.fromEntries(Object.entries(same).map(([name, each]) => [name, cellOf(each)]));
      expect(map.get(area)).toMatchObject({ ...cells, lower: cellOf(lower), upper: cellOf(upper) });
      expect(ranked.get(area)).toMatchObject({ ...cells, lower_95: cellOf(lower), upper_95: cellOf(upper) });
    }
  });

  test('the spread over time, with the picked Alliance’s line', async () => {
    const drawn = await rows(`spread.csv?${WAIT}&alliance=peninsula`);
    const { overTime } = await spreadOfWait();
    const line = await reply<Trend>('/api/trend?metric=62-day-wait&area=peninsula&grain=year');
    const lineAt = (id: string) => line.points.find(({ period }) => period === id)?.value;
    expect(drawn.map((row) => row.spread_period)).toEqual(overTime.map(({ period }) => period));
    for (const [index, { period, p10, p25, median, p75, p90, chance }] of overTime.entries())
      expect(drawn[index]).toMatchObject({
        p10: cellOf(p10),
        p25: cellOf(p25),
        median: cellOf(median),
        p75: cellOf(p75),
        p90: cellOf(p90),
        p10_by_chance: cellOf(chance?.p10),
        peninsula: cellOf(lineAt(period)),
      });
  });

  test('the Alliances and every CCG drawn in their rows', async () => {
    const drawn = await rows(`alliances.csv?${WAIT}`);
    const { alliances, areas } = await spreadOfWait();
    const inRow = (id: string) => (area: SpreadArea) => area.value !== null && area.parents.includes(id);
    let at = 0;
    for (const alliance of alliances) {
      expect(drawn[at++]).toMatchObject({
        level: 'alliance',
        area: alliance.area,
        value: cellOf(alliance.value),
        lower: cellOf(alliance.lower),
        median: cellOf(alliance.median),
      });
      for (const { area, value, numerator } of areas.filter(inRow(alliance.area)))
        expect(drawn[at++]).toMatchObject({
          level: 'ccg',
          alliance: alliance.name,
          area,
          value: cellOf(value),
          numerator: cellOf(numerator),
        });
    }
    expect(at).toBe(drawn.length);
  });

  test('the fifths of deprivation', async () => {
    const drawn = await rows(`deprivation.csv?${WAIT}`);
    const { fifths } = await spreadOfWait();
    expect(drawn).toHaveLength(5);
    for (const [index, { fifth, areas, value, lower, upper, numerator }] of fifths.entries())
      expect(drawn[index]).toMatchObject({
        fifth_by_deprivation: cellOf(fifth),
        areas: cellOf(areas),
        value: cellOf(value),
        lower: cellOf(lower),
        upper: cellOf(upper),
        numerator: cellOf(numerator),
      });
  });

  test('one area over time', async () => {
    const drawn = await rows('trend.csv?metric=62-day-wait&area=peninsula&grain=year');
    const { points } = await reply<Trend>('/api/trend?metric=62-day-wait&area=peninsula&grain=year');
    const known = new Map(drawn.map((row) => [row.period, row]));
    for (const { period, value, numerator } of points)
      expect(known.get(period)).toMatchObject({ value: cellOf(value), numerator: cellOf(numerator) });
  });
});

/** The period a metric’s charts open on, as a part of an address. */
const opening = async (metric: string) => {
  const { headers } = await ask(app, `/api/chart/funnel.csv?metric=${metric}`);
  const [, period] = /filename="[^_]*_([^_]*)_/.exec(String(headers['content-disposition'])) ?? [];
  return `&period=${period}`;
};

test('a name with signs of XML and of a formula stays a name', async () => {
  const NAME = `=Bath & "North" <East> 'Somerset'`;
  const known = {
    catalogue: await reply<never>('/api/catalogue'),
    areas: await reply<never>('/api/areas'),
    dataVersion: 'abc',
    origin: 'http://board.example',
  };
  const asked = { metric: '62-day-wait', period: 'fy2016-17', level: 'ccg', area: '02N' };
  const view = {
    ...asked,
    metric: '62-day-wait',
    level: 'ccg',
    benchmark: 'england',
    confidence: '95',
    limits: 'score',
  } as const;
  const named = <Reply extends Spread | Snapshot>(of: Reply): Reply => ({
    ...of,
    areas: of.areas.map((each) => (each.area === '02N' ? { ...each, name: NAME } : each)),
  });
  const replies = {
    [spreadUrl(view)]: named(await reply<Spread>(spreadUrl(view))),
    [snapshotUrl(view)]: named(await reply<Snapshot>(snapshotUrl(view))),
  };
  for (const id of ['ranked', 'funnel', 'map']) {
    const { svg, bare, csv } = chart(id, asked, known, replies);
    const texts = elementsOf(svg).map(({ text }) => text);
    expect(
      texts.some((text) => text.includes(NAME)),
      id,
    ).toBe(true);
    expect(elementsOf(bare).length).toBeGreaterThan(100);
    expect(rowsOf(csv).find(({ area }) => area === '02N')?.area_name).toBe(`'${NAME}`);
  }
});
