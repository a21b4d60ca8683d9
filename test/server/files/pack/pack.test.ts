import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import type {
  Drivers,
  Progress,
  Scorecard,
  Snapshot,
  Spread,
  Trend,
} from '../../../../data/contract/index.ts';
import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { formatCount, formatValue } from '../../../../data/text/format.ts';
import { zoneWords } from '../../../../data/text/spread.ts';
import { briefName } from '../../../../data/text/words.ts';
import type { Dataset } from '../../../../server/dataset/dataset.ts';
import type { Block, ChartBlock, MapBlock, Slide, TableBlock } from '../../../../server/files/pack/deck.ts';
import { deckOf } from '../../../../server/files/pack/file.ts';
import { builtApp, builtDataset } from '../../app.ts';
import { makerOf } from '../../drawing.ts';
import { ask } from '../../inject.ts';

let app: FastifyInstance;
let dataset: Dataset;
beforeAll(async () => {
  app = await builtApp();
  dataset = await builtDataset();
});

const get = async <Reply>(url: string): Promise<Reply> => (await ask(app, url)).body;
const made = async (alliance: string, slides: string, period?: string) =>
  (await deckOf(makerOf(dataset), { alliance, slides, period })).deck.slides;
const blocks = <Kind extends Block['kind']>(slides: readonly Slide[], kind: Kind) =>
  slides.flatMap((slide) => slide.blocks).filter((block) => block.kind === kind) as Extract<
    Block,
    { kind: Kind }
  >[];
const texts = (table: TableBlock) => table.rows.map((row) => row.map(({ text }) => text));
/** The values of a line: of all its stretches, one after the other, between which it is parted. */
const series = (chart: ChartBlock | undefined, name: string) => {
  const stretches = chart?.series.filter((each) => each.name === name || each.name.startsWith(`${name}, `));
  return stretches?.[0]?.values.map(
    (_, at) => stretches.map(({ values }) => values[at]).find((value) => value != null) ?? null,
  );
};

describe.each([
  ['peninsula', 'Peninsula', 'fy2020-21'],
  ['greater-manchester', 'Greater Manchester', 'fy2016-17'],
  ['west-midlands', 'West Midlands', 'fy2018-19'],
])('the numbers of the deck of %s are the API’s', (alliance, name, period) => {
  const end = `20${period.slice(-2)}-03`;

  test('of the trends: by month up to the end of the period, for the area, England and the target', async () => {
    for (const [slide, metric, target] of [
      ['trend-62-day', '62-day-wait', 0.85],
      ['trend-31-day', '31-day-wait', 0.96],
    ] as const) {
      const [chart] = blocks(await made(alliance, slide, period), 'chart');
      const trend = await get<Trend>(`/api/trend?metric=${metric}&area=${alliance}&grain=month`);
      const until = (points: Trend['points'] = []) =>
        points.filter((point) => point.period <= end).map(({ value }) => value);
      expect(series(chart, name)).toEqual(until(trend.points));
      expect(series(chart, 'England')).toEqual(until(trend.benchmark?.points));
      expect(new Set(series(chart, `Target ${100 * target}%`))).toEqual(new Set([target]));
      expect(chart?.labels[0]).toBe('Jan 2016');
      expect(chart?.labels.length).toBe(until(trend.points).length);
    }
  });

  test('of the scorecard: every figure of every CCG, with its sign', async () => {
    const tables = blocks(await made(alliance, 'scorecard', period), 'table');
    const card = await get<Scorecard>(`/api/scorecard?alliance=${alliance}&period=${period}`);
    const shown = tables.flatMap(texts).flatMap(([who, ...cells]) => cells.map((cell) => `${who}: ${cell}`));
    const signs = { better: '▲', worse: '▼', similar: '●', higher: '▲', lower: '▼', 'not-compared': '○' };
    for (const row of card.rows)
      for (const cell of row.cells) {
        if (cell.value === null) continue;
        const value = formatValue(metricOf(cell.metric), cell.value);
        const found = shown.some((each) =>
          each.startsWith(`${briefName(row.name)}: ${value} ${signs[cell.comparison]}`),
        );
        expect(found, `${row.name} ${cell.metric}`).toBe(true);
      }
  });

  test('of the drivers: each CCG’s people, in the API’s order', async () => {
    const slides = await made(alliance, 'drivers', period);
    const charts = blocks(slides, 'chart');
    expect(charts.length).toBe(2);
    for (const [index, metric] of ['62-day-wait', '31-day-wait'].entries()) {
      const url = `/api/drivers?metric=${metric}&alliance=${alliance}&period=${period}`;
      const { rows, notes } = await get<Drivers>(url);
      const known = rows.filter(({ people }) => people !== null);
      expect(charts[index]?.labels).toEqual(known.map((row) => briefName(row.name)));
      const bars = charts[index]?.series ?? [];
      const people = known.map((_, at) =>
        bars.map(({ values }) => values[at]).find((value) => value != null),
      );
      // Where nobody is short, people to spare are counted upwards from zero.
      const spare = known.every((row) => (row.people ?? 0) <= 0);
      expect(charts[index]?.valueTitle.startsWith('People to spare')).toBe(spare);
      expect(people).toEqual(known.map((row) => (spare ? Math.abs(row.people ?? 0) : row.people)));
      for (const { name, values } of bars)
        for (const value of values)
          if (value !== null)
            expect([name.startsWith('Short of'), value]).toEqual([!spare && value > 0, value]);
      // Bars begin at zero, also where a program would choose the least of them.
      const shown = bars.flatMap(({ values }) => values.flatMap((value) => value ?? []));
      expect(charts[index]?.least).toBe(Math.min(...shown) >= 0 ? 0 : undefined);
      expect(charts[index]?.most).toBe(Math.max(...shown) <= 0 ? 0 : undefined);
      const said = blocks(slides, 'text')
        [index]?.paragraphs.map(({ runs }) => runs[0]?.text)
        .join(' ');
      for (const note of notes) expect(said).toContain(note);
    }
  });

  test('of the map: a shape for each CCG, its colour’s class counted, its figure in the key', async () => {
    const slides = await made(alliance, 'map', period);
    const map = blocks(slides, 'map')[0] as MapBlock;
    const [key] = blocks(slides, 'table');
    const snapshot = await get<Snapshot>(`/api/snapshot?metric=62-day-wait&level=ccg&period=${period}`);
    const own = snapshot.areas.filter(({ parents }) => parents.includes(alliance));
    const shapes = map.shapes.filter(({ alt }) => alt !== '');
    expect(shapes.map((shape) => shape.name).sort()).toEqual(own.map((area) => area.name).sort());
    const figures = own.map((area) => [
      briefName(area.name),
      area.value === null ? 'None' : formatValue(metricOf('62-day-wait'), area.value),
    ]);
    expect(new Set(texts(key as TableBlock).map(([, who, value]) => `${who} ${value}`))).toEqual(
      new Set(figures.map((each) => each.join(' '))),
    );
  });

  test('of the map coloured as asked: shapes, legend and title answer one question; another colouring is a 400', async () => {
    const snapshot = await get<Snapshot>(`/api/snapshot?metric=62-day-wait&level=ccg&period=${period}`);
    const own = snapshot.areas.filter(({ parents }) => parents.includes(alliance));
    const drawn = async (colour?: 'target' | 'england' | 'value') => {
      const [slide] = (await deckOf(makerOf(dataset), { alliance, slides: 'map', period, colour })).deck
        .slides;
      if (!slide) throw new Error('There is no slide of the map.');
      const [map] = blocks([slide], 'map');
      const fills = new Map(map?.shapes.map(({ name, fill }) => [name, fill]));
      const legend = blocks([slide], 'mark').map(({ fill }) => fill);
      for (const fill of own.map(({ name }) => fills.get(name))) expect(legend).toContain(fill);
      const words = blocks([slide], 'text').filter(({ name }) => name.startsWith('Legend'));
      return { title: slide.title, fills, words: words.map(({ name }) => name).join('; ') };
    };
    const [plain, target, england, value] = [
      await drawn(),
      await drawn('target'),
      await drawn('england'),
      await drawn('value'),
    ];
    expect(plain).toEqual(target);
    expect(target.title).toMatch(/at 85% or above$/);
    expect(england.title).toMatch(/than England|to England/);
    expect(england.words).toMatch(/[Bb]etter/);
    const values = own.flatMap((area) => area.value ?? []);
    const shown = (each: number) => formatValue(metricOf('62-day-wait'), each);
    expect(value.title).toContain(`from ${shown(Math.min(...values))} `);
    expect(value.title).toContain(`to ${shown(Math.max(...values))} `);
    // One colour for each answer to the comparison with England.
    const byAnswer = new Map(own.map(({ name, comparison }) => [comparison, england.fills.get(name)]));
    for (const { name, comparison } of own) expect(england.fills.get(name)).toBe(byAnswer.get(comparison));
    expect(value.fills).not.toEqual(target.fills);

    const wrong = await ask(app, '/api/pack/england.pptx?colour=blue');
    expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([400, expect.stringContaining('england')]);
  });

  test('of the variation: each area in its zone of the funnel, and each CCG of the Alliance where the API puts it', async () => {
    const slides = await made(alliance, 'variation', period);
    const [funnel] = blocks(slides, 'points');
    const spread = await get<Spread>(`/api/spread?metric=62-day-wait&level=ccg&period=${period}`);
    const marks = funnel?.series.filter(({ mark }) => mark) ?? [];
    const drawn = marks.flatMap(({ points }) => points);
    const counted = spread.areas.filter(({ zone }) => zone !== null);
    const sorted = (points: readonly (readonly (number | null)[])[]) => points.map(String).sort();
    expect(sorted(drawn.map(({ x, y }) => [x, y]))).toEqual(
      sorted(counted.map(({ value, denominator }) => [denominator, value])),
    );
    const lowest = counted.filter(({ zone }) => zone === 'low-998');
    const low = marks.find(({ name }) => name.startsWith('Below the 99.8% limit'));
    expect(low?.name.endsWith(`: ${lowest.length}`) ?? lowest.length === 0).toBe(true);
    expect(low?.points.length ?? 0).toBe(lowest.length);
    const upper = funnel?.series.find(({ name }) => name === 'Limits of chance alone: 99.8%');
    expect(upper?.points.map(({ y }) => y)).toEqual(spread.funnel?.limits.map(({ upper998 }) => upper998));
    const centre = funnel?.series.find(({ name }) => name.startsWith('England '));
    expect(centre?.points.map(({ y }) => y)).toEqual([spread.funnel?.centre, spread.funnel?.centre]);
    expect(funnel?.alt).toContain(`${spread.funnel?.before.outside998} of `);
    const strong = drawn.flatMap(({ name, strong }) => (strong ? name : [])).sort();
    const parts = counted.filter(({ parents }) => parents.includes(alliance));
    expect(strong).toEqual(parts.map(({ name: ccg }) => briefName(ccg)).sort());
    const said = blocks(slides, 'text').flatMap(({ paragraphs }) =>
      paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')),
    );
    const own = spread.areas.filter(({ parents, zone }) => parents.includes(alliance) && zone !== null);
    for (const { name: ccg, zone } of own)
      expect(
        said.find((line) => line.endsWith(`: ${zoneWords(zone)}.`) && line.includes(briefName(ccg))),
      ).toBeDefined();
  });

  test('of the ambitions and their paths: figures, gaps in people, every point', async () => {
    const slides = await made(alliance, 'ambitions,progress', period);
    const { rows } = await get<Progress>(`/api/progress?area=${alliance}&period=${period}`);
    const wait = rows.find(({ metric }) => metric === '62-day-wait');
    const [table] = blocks(slides, 'table');
    const line = texts(table as TableBlock).find(([ambition]) => ambition === wait?.ambition);
    expect(line?.[1]).toBe(formatValue(metricOf('62-day-wait'), wait?.value ?? 0));
    expect(line?.[5]).toBe(formatCount(wait?.gap?.people ?? 0));
    const chart = blocks(slides, 'chart').find((each) => each.name.startsWith('62-day wait'));
    const points = wait?.path.points.map(({ value }) => value);
    expect(series(chart, 'Figure')?.filter((value) => value !== null)).toEqual(points);
  });
});

test('England’s deck is of its 19 Alliances: map, scorecard and gap', async () => {
  const slides = await made('england', 'map,scorecard,drivers', 'fy2020-21');
  const snapshot = await get<Snapshot>('/api/snapshot?metric=62-day-wait&level=alliance&period=fy2020-21');
  const names = snapshot.areas.map(({ name }) => name).sort();
  const [map, key, waits] = [blocks(slides, 'map')[0], ...blocks(slides, 'table')];
  expect(map?.shapes.map(({ name }) => name).sort()).toEqual(names);
  expect(texts(key as TableBlock).length).toBe(19);
  expect(texts(waits as TableBlock)[0]?.[1]).toBe('74.3%');
  const gap = blocks(slides, 'chart')[0];
  for (const { name, numerator, denominator } of snapshot.areas) {
    const people = Math.max(0, Math.ceil(0.85 * (denominator ?? 0) - 1e-9) - (numerator ?? 0));
    expect(gap?.series[0]?.values[gap.labels.indexOf(name)]).toBe(people);
  }
});

test('no line of a trend crosses a break: it is parted into stretches, of which the legend names the first', async () => {
  const trend = await get<Trend>('/api/trend?metric=62-day-wait&area=peninsula&grain=month');
  const [chart] = blocks(await made('peninsula', 'trend-62-day', 'fy2020-21'), 'chart');
  const own = chart?.series.filter(({ name }) => name.startsWith('Peninsula')) ?? [];
  expect(own.length).toBeGreaterThan(1);
  expect(own.map(({ continues }) => Boolean(continues))).toEqual(own.map((_, at) => at > 0));
  const held = (values: readonly (number | null)[]) =>
    values.flatMap((value, at) => (value === null ? [] : at));
  for (const { from } of trend.breaks.filter((each) => each.from <= '2021-03')) {
    const at = trend.points.findIndex(({ period }) => period >= from);
    for (const { values } of own)
      expect(held(values).some((one) => one < at) && held(values).some((one) => one >= at)).toBe(false);
  }
});

test('at most eight cautions a slide, none smaller than 14 points', async () => {
  const slides = (await made('west-midlands', 'cautions', 'fy2020-21')).filter(({ id }) =>
    /^cautions/.test(id),
  );
  expect(slides.length).toBeGreaterThan(0);
  for (const block of blocks(slides, 'text')) {
    expect(block.paragraphs.length).toBeLessThanOrEqual(8);
    expect(block.size).toBeGreaterThanOrEqual(14);
  }
});

test('a trend says that a p′ chart disagrees with the XmR chart about the last month, as the workbook does', async () => {
  const { control } = await get<Trend>('/api/trend?metric=62-day-wait&area=00X&grain=month');
  // Chorley and South Ribble, November 2021: concern by XmR, common cause by p′.
  expect(control.pPrime).toMatchObject({ variation: 'common-cause', agrees: false });
  const of = async (area: string) =>
    JSON.stringify(blocks(await made(area, 'trend-62-day', '2021-11'), 'text'));
  expect(await of('00X')).toMatch(
    /A p′ chart \(Laney 2002\).* disagrees .*November 2021 is common cause by it/,
  );
  expect(await of('00V')).not.toMatch(/p′/);
});

test('paths stand three on a slide, their quarters to come named as those before', async () => {
  const slides = await made('west-midlands', 'progress');
  expect(slides.length).toBeGreaterThan(1);
  for (const slide of slides) expect(blocks([slide], 'chart').length).toBeLessThanOrEqual(3);
  const labels = blocks(slides, 'chart').flatMap((chart) => chart.labels);
  expect(labels.filter((label) => !/^\d{4}(\/\d{2} Q[1-4])?$/.test(label))).toEqual([]);
});
