import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { chart } from '../../../client/charts/draw.ts';
import { snapshotUrl, spreadUrl } from '../../../data/addresses/api.ts';
import type {
  Areas,
  Drivers,
  Groups,
  Profile,
  Progress,
  Snapshot,
  Spread,
  SpreadArea,
  Trend,
} from '../../../data/contract/index.ts';
import { builtApp } from '../../server/app.ts';
import { ask } from '../../server/inject.ts';
import { cellOf, type Element, elementsOf, rowsOf } from './drawing.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await builtApp();
});

const rows = async (address: string) => rowsOf((await ask(app, `/api/chart/${address}`)).text);
const reply = async <Reply>(url: string) => (await ask(app, url)).body as Reply;
const WAIT = 'metric=62-day-wait&period=fy2016-17';
const spreadOfWait = () => reply<Spread>(`/api/spread?${WAIT}&level=ccg`);

type Cells = Record<string, string>;
const byId = (of: Cells[], id: string) => new Map(of.map((row) => [row[id], row]));
const byArea = (of: Cells[]) => byId(of, 'area');

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

  test('the groups of patients of an ICB, beside those of England', async () => {
    const asked = 'metric=62-day-combined&area=QWO&period=2025-04';
    const drawn = byId(await rows(`groups.csv?${asked}&by=tumour`), 'group');
    const { kinds } = await reply<Groups>(`/api/groups?${asked}`);
    const groups = kinds.find(({ kind }) => kind === 'tumour')?.groups ?? [];
    expect([drawn.size, groups.length > 3]).toEqual([groups.length, true]);
    for (const { group, value, lower, upper, numerator, benchmark } of groups)
      expect(drawn.get(group)).toMatchObject({
        value: cellOf(value),
        lower_95: cellOf(lower),
        upper_95: cellOf(upper),
        numerator: cellOf(numerator),
        benchmark: cellOf(benchmark?.value ?? null),
      });
  });

  test('one area over time', async () => {
    const drawn = await rows('trend.csv?metric=62-day-wait&area=peninsula&grain=year');
    const { points } = await reply<Trend>('/api/trend?metric=62-day-wait&area=peninsula&grain=year');
    const byPeriod = new Map(drawn.map((row) => [row.period, row]));
    for (const { period, value, numerator } of points)
      expect(byPeriod.get(period)).toMatchObject({ value: cellOf(value), numerator: cellOf(numerator) });
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
  const context = {
    catalogue: await reply<never>('/api/catalogue'),
    areas: await reply<never>('/api/areas'),
    dataVersion: 'abc',
    origin: 'http://board.example',
  };
  const query = { metric: '62-day-wait', period: 'fy2016-17', level: 'ccg', area: '02N' };
  const view = {
    ...query,
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
    const { svg, bare, csv } = chart(id, query, context, replies);
    const texts = elementsOf(svg).map(({ text }) => text);
    expect(
      texts.some((text) => text.includes(NAME)),
      id,
    ).toBe(true);
    expect(elementsOf(bare).length).toBeGreaterThan(100);
    expect(rowsOf(csv).find(({ area }) => area === '02N')?.area_name).toBe(`'${NAME}`);
  }
});

const svg = async (address: string) => (await ask(app, `/api/chart/${address}`)).text;
/** The words of a drawing, each text as it stands. */
const words = async (address: string) =>
  elementsOf(await svg(address))
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text);
const YEAR = 'period=fy2016-17';
/** The largest Alliance, the smallest, and a Vanguard. */
const ALLIANCES = ['west-midlands', 'peninsula', 'greater-manchester'];

describe.each(ALLIANCES)('%s', (alliance) => {
  test('its map has a row for each CCG, and every CCG is named or numbered on it', async () => {
    const drawn = await rows(`alliance-map.csv?alliance=${alliance}&${WAIT}`);
    const { areas } = await reply<Snapshot>(`/api/snapshot?${WAIT}&level=ccg`);
    const own = areas.filter(({ parents }) => parents.includes(alliance));
    expect(drawn).toHaveLength(own.length);
    for (const [index, { area, value, denominator, comparison }] of own.entries())
      expect(drawn[index]).toMatchObject({
        area,
        value: cellOf(value),
        denominator: cellOf(denominator),
        comparison,
      });
    const said = (await words(`alliance-map.svg?alliance=${alliance}&${WAIT}`)).join(' ');
    for (const { name } of own)
      expect(said.replaceAll(' ', '')).toContain(name.replace(/^NHS | CCG$/g, '').replaceAll(' ', ''));
  });

  test('its drivers are the API’s: what is drawn sums to the gap, or a note names who is not in it', async () => {
    const drawn = await rows(`drivers.csv?alliance=${alliance}&${WAIT}`);
    const drivers = await reply<Drivers>(`/api/drivers?alliance=${alliance}&${WAIT}`);
    expect(drawn.map(({ area, people_short, denominator }) => [area, people_short, denominator])).toEqual(
      drivers.rows.map(({ area, people, denominator }) => [area, cellOf(people), cellOf(denominator)]),
    );
    const without = drivers.rows.filter(({ people }) => people === null);
    const said = (await words(`drivers.svg?alliance=${alliance}&${WAIT}`)).join(' ');
    for (const note of drivers.notes) expect(said).toContain(note);
    // The three CCGs of Manchester have figures for part of the year, and so none for the year.
    expect(without.map(({ area }) => area)).toEqual(
      alliance === 'greater-manchester' ? ['00W', '01M', '01N'] : [],
    );
    for (const { name } of without) expect(said).toContain(name.replace(/^NHS | CCG$/g, ''));
    const sum = drawn.reduce((all, { people_short }) => all + Number(people_short), 0);
    expect(sum === drivers.alliance.people).toBe(without.length === 0);
  });

  test('its lines are its own, its CCGs’, later ones too, and England’s', async () => {
    const [first, ...drawn] = await rows(`alliance-lines.csv?alliance=${alliance}&metric=62-day-wait`);
    const { alliances, laterCcgs } = await reply<Areas>('/api/areas');
    const annex = alliances.find(({ area }) => area === alliance)?.ccgs ?? [];
    const later = laterCcgs.find((each) => each.alliance === alliance)?.area ?? '';
    for (const id of [alliance, annex[0] ?? '', later]) {
      const url = `/api/trend?metric=62-day-wait&area=${id}&grain=quarter`;
      const { points } = await reply<Trend>(url);
      const value = new Map(points.map((point) => [point.period, point.value]));
      for (const row of [first, ...drawn]) expect(row?.[id]).toBe(cellOf(value.get(row?.period ?? '')));
    }
    expect(first).toMatchObject({ standard: '0.85' });
    expect(Number(first?.england)).toBeGreaterThan(0.5);
  });
});

test('a file narrowed to a range holds that, says so, and leaves out what is hidden', async () => {
  const asked = 'metric=62-day-wait&area=02N&grain=month&range=2018-04..2019-03&hide=england';
  const drawn = await rows(`trend.csv?${asked}`);
  expect(drawn.map(({ period }) => period)).toEqual(
    ['04', '05', '06', '07', '08', '09', '10', '11', '12']
      .map((month) => `2018-${month}`)
      .concat('2019-01', '2019-02', '2019-03'),
  );
  const said = (await words(`trend.svg?${asked}`)).join(' ');
  expect(said).toContain('Shown: April 2018 to March 2019, of a longer series. Left out: England.');
  expect(said).toContain('range=2018-04..2019-03&hide=england');
});

test('a CCG with gaps: each row says its figure or why it has none', async () => {
  const asked = 'area=00W&period=fy2017-18';
  const [drawn, profile, said] = await Promise.all([
    rows(`spine.csv?${asked}`),
    reply<Profile>(`/api/profile?${asked}`),
    words(`spine.svg?${asked}`),
  ]);
  expect(drawn).toHaveLength(profile.rows.length);
  for (const [index, { metric, value, lower, comparison, spine }] of profile.rows.entries())
    expect(drawn[index]).toMatchObject({
      metric,
      value: cellOf(value),
      lower_95: cellOf(lower),
      comparison,
      spine_median: cellOf(spine?.median),
    });
  const gaps = profile.rows.filter(({ value }) => value === null);
  expect(gaps.length).toBeGreaterThan(0);
  for (const { notes } of gaps) expect(said.join(' ')).toContain(notes.join(' '));
  expect(drawn[0]?.status_of_all).toBe('published or derived from published counts');
  expect(said.join(' ')).toContain('NHS Central Manchester CCG: worse than England on 1 metric');
});

describe('progress', () => {
  test('its table has every ambition once, and every point of the paths that are drawn', async () => {
    const drawn = await rows(`progress.csv?area=peninsula&${YEAR}`);
    const progress = await reply<Progress>(`/api/progress?area=peninsula&${YEAR}`);
    const once = progress.rows.filter(({ repeats }) => !repeats);
    expect(new Set(drawn.map((row) => row.ambition_id))).toEqual(new Set(once.map(({ id }) => id)));
    for (const { id, path } of once) {
      const points = drawn.filter((row) => row.ambition_id === id && row.kind === 'Figure');
      const shown = path.points.length + path.target.length + path.projection.length > 1 ? path.points : [];
      expect(points.map(({ value }) => value)).toEqual(shown.map(({ value }) => cellOf(value)));
    }
  });

  test('one ambition is drawn large, under what is missing from it', async () => {
    // 85% of 6,733 people treated within 62 days would have been 153 more than 5,570.
    const [title] = await words(`progress.svg?area=peninsula&${YEAR}&ambition=early-diagnosis-62-day-wait`);
    const progress = await reply<Progress>(`/api/progress?area=peninsula&${YEAR}`);
    const gap = progress.rows.find(({ id }) => id === 'early-diagnosis-62-day-wait')?.gap?.people;
    expect(title).toContain(`${gap} fewer people`);
  });
});

describe('areas side by side', () => {
  const AREAS = '02N,02R,02W,west-yorkshire,england';

  test('each row is the API’s at its level, and the total is the group’s', async () => {
    const drawn = await rows(`compare.csv?areas=02N,02R,02W,west-yorkshire&${WAIT}&group=Ours`);
    const [ccgs, alliances] = await Promise.all(
      ['ccg', 'alliance'].map((level) => reply<Snapshot>(`/api/snapshot?${WAIT}&level=${level}`)),
    );
    for (const { area, name } of [...(ccgs?.areas ?? []), ...(alliances?.areas ?? [])]) {
      const row = drawn.find((each) => each.area === area);
      if (!row) continue;
      const found = [...(ccgs?.areas ?? []), ...(alliances?.areas ?? [])].find((each) => each.area === area);
      expect(row).toMatchObject({ area_name: name, value: cellOf(found?.value) });
    }
    const of = (area: string) => ccgs?.areas.find((each) => each.area === area)?.denominator ?? 0;
    const total = drawn.find(({ level }) => level === 'total');
    expect(total?.denominator).toBe(String(of('02N') + of('02R') + of('02W')));
    expect(drawn).toHaveLength(5);
  });

  test('the lines are the trends, and the picked one is the boldest', async () => {
    const drawn = await rows(`compare-lines.csv?areas=${AREAS}&metric=62-day-wait`);
    const trend = await reply<Trend>('/api/trend?metric=62-day-wait&area=02N&grain=quarter');
    for (const row of drawn)
      expect(row['02N']).toBe(
        cellOf(trend.points.find(({ period }) => period === row.series_period)?.value ?? null),
      );
    const lines = elementsOf(await svg(`compare-lines.svg?areas=${AREAS}&metric=62-day-wait&line=02R`));
    const isLine = ({ attributes }: Element) => attributes['stroke-linejoin'] === 'round';
    const bold = lines.filter((each) => isLine(each) && each.attributes['stroke-width'] === '3.5');
    expect(bold).toHaveLength(1);
  });
});

test.each([
  ['alliance-map.svg?alliance=02N&metric=62-day-wait', 400, /'02N' is no Alliance/],
  ['alliance-map.svg?alliance=peninsula&metric=62-day-wait&area=02N', 400, /'02N' is none of the areas/],
  ['alliance-map.svg?alliance=peninsula&metric=62-day-wait&period=fy1999-00', 404, /no figures of 62-day/],
  ['alliance-map.svg?alliance=peninsula&metric=stage-recorded', 400, /no figures by CCG/],
  ['drivers.svg?alliance=atlantis&metric=62-day-wait', 404, /No area 'atlantis'/],
  ['drivers.svg?alliance=peninsula&metric=patient-experience', 400, /There are no drivers to draw/],
  ['drivers.svg?alliance=peninsula&metric=one-year-survival', 400, /There are no drivers to draw/],
  ['alliance-lines.svg?alliance=peninsula&metric=62-day-wait&area=02N', 400, /'02N' is none of the areas/],
  ['alliance-lines.svg?alliance=peninsula&metric=62-day-wait&grain=decade', 400, /grain/],
  ['spine.svg?area=england', 400, /no CCG, ICB or Alliance/],
  ['progress.svg?area=peninsula&ambition=nope', 400, /Those with a path: early-diagnosis-/],
  ['progress.svg?area=peninsula&period=2010', 400, /No ambition has a path/],
  ['compare.svg?areas=02N&metric=62-day-wait', 400, /Two to 20 areas are compared, not 1/],
  ['compare.svg?areas=02N,ZZZ&metric=62-day-wait', 400, /No area has the code 'ZZZ'/],
  ['compare.svg?areas=02N,02R&metric=62-day-wait&benchmark=best-decile', 400, /not with 'best-decile'/],
  ['compare-lines.svg?areas=02N,02R&metric=one-year-survival', 400, /one period only/],
  ['compare-lines.svg?areas=02N,02R&metric=62-day-wait&line=03A', 400, /none of the areas compared/],
  [
    'trend.svg?metric=62-day-wait&area=02N&range=2019-04..2018-03',
    400,
    /range: '2019-04..2018-03' is upside down: ask for 2018-03..2019-04/,
  ],
  ['trend.svg?metric=62-day-wait&area=02N&range=lately', 400, /range: 'lately' must be two months/],
  [
    'trend.svg?metric=62-day-wait&area=02N&range=2031-04..2032-03',
    400,
    /nothing in April 2031.*It runs from/,
  ],
  [
    'groups.svg?metric=62-day-combined&area=QWO&by=sex',
    400,
    /by: 'sex' is no kind of group of .*: there are/,
  ],
  [
    'groups.svg?metric=62-day-wait&area=peninsula',
    400,
    /no groups of patients to draw.*not published by group/,
  ],
  ['trend.svg?metric=62-day-wait&area=02N&hide=03A', 400, /'03A' is no line of this chart: it has target/],
] as const)('%s is refused in plain words', async (address, status, message) => {
  const { status: got, body } = await ask(app, `/api/chart/${address}`);
  expect([got, body.message]).toEqual([status, expect.stringMatching(message)]);
});
