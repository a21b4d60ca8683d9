import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import {
  type BarsDescription,
  type BarsPlot,
  barsOf,
  middleOf,
} from '../../../../client/charts/bars/bars.ts';
import { PaintedBars } from '../../../../client/charts/bars/PaintedBars.tsx';
import { intervalBars } from '../../../../client/charts/compare/bars.ts';
import { fifthBars } from '../../../../client/charts/deprivation/bars.tsx';
import { driverBars } from '../../../../client/charts/drivers/bars.ts';
import { groupBars } from '../../../../client/charts/groups/bars.ts';
import type { Drivers, Groups, Snapshot, Spread } from '../../../../data/contract/index.ts';
import { METRICS } from '../../../../data/metrics/index.ts';
import { builtApp } from '../../../server/app.ts';
import { ask } from '../../../server/inject.ts';
import type { Element } from '../drawing.ts';
import { expectNear, expectSameWords, explorer, numbers, painted } from '../painters.ts';

const wait = METRICS['62-day-wait'];
const WAIT = 'metric=62-day-wait&period=fy2016-17';
const reply = async <Reply>(url: string) => (await ask(await builtApp(), url)).body as Reply;
const TITLE = 'A title';
const without = { value: null, numerator: null, denominator: null, lower: null, upper: null } as const;

async function drivers(change = (rows: Drivers['rows']) => rows): Promise<BarsDescription> {
  const { rows } = await reply<Drivers>(`/api/drivers?${WAIT}&alliance=west-yorkshire`);
  return driverBars({ rows: change(rows), metric: wait, aim: '85%', title: TITLE, selected: '02N' });
}

/** Every kind of chart of rows, of published figures. */
const KINDS: Record<string, () => Promise<BarsDescription>> = {
  'the drivers of a gap': () => drivers(),
  'drivers that all have people to spare': () =>
    drivers((rows) => rows.filter(({ people }) => people !== null && people <= 0)),
  'drivers of which one is exactly at it and one has no figure': () =>
    drivers((rows) =>
      rows.map((row, index) =>
        index === 1 ? { ...row, people: 0 } : index === 2 ? { ...row, ...without, people: null } : row,
      ),
    ),
  'fifths of deprivation': async () =>
    fifthBars(await reply<Spread>(`/api/spread?${WAIT}&level=ccg`), wait, TITLE),
  'groups of England': async () => groupsOf('england'),
  'groups of an ICB beside those of England': async () => groupsOf('QWO'),
  'compared areas with a total and a gap': async () => {
    const { areas } = await reply<Snapshot>(`/api/snapshot?${WAIT}&level=ccg`);
    const [first, second, third, total] = areas.map((area) => ({ ...area, level: 'ccg' as const }));
    if (!first || !second || !third || !total) throw new Error('There are no areas');
    return intervalBars([first, second, { ...third, ...without }], total, {
      metric: wait,
      title: TITLE,
      lines: [{ kind: 'target', value: 0.85, text: 'Target 85%' }],
      against: 'England',
    });
  },
};

async function groupsOf(area: string): Promise<BarsDescription> {
  const groups = await reply<Groups>(`/api/groups?metric=62-day-combined&area=${area}&period=2025-04`);
  const [kind] = groups.kinds;
  if (!kind) throw new Error(`There are no groups of ${area}`);
  return groupBars(groups, kind, TITLE);
}

const explored = explorer<{ plot: BarsPlot }>(
  () => import('../../../../client/charts/bars/ExploredBars.tsx'),
);

const PLACES = ['d', 'x', 'y', 'width', 'height', 'cx', 'cy', 'r'];

/** Marks by the row they are of, as the numbers of their places. */
const marks = (elements: readonly Element[]): Record<string, number[]> =>
  Object.fromEntries(
    elements
      .filter(({ attributes }) => attributes['data-row'])
      .map(({ attributes }) => [
        attributes['data-row'],
        PLACES.flatMap((name) => numbers(attributes[name] ?? '')),
      ]),
  );

describe.each(Object.entries(KINDS))('%s are the same on the page and in their file', (_, describeIt) => {
  test.each([952, 326])('at %i pixels', async (width) => {
    const plot = barsOf(await describeIt(), width);
    const [ours, theirs] = [painted(createElement(PaintedBars, { plot })), explored({ plot })];
    const [drawn, found] = [marks(ours), marks(theirs)];
    expect(Object.keys(found).sort()).toEqual(Object.keys(drawn).sort());
    const known = plot.rows.filter(({ value }) => value !== null);
    for (const { id } of known) expect(drawn).toHaveProperty([id]);
    expect(Object.keys(drawn).filter((id) => !/ /.test(id))).toHaveLength(known.length);
    for (const [id, places] of Object.entries(drawn)) expectNear(places, found[id] ?? [], id);
    expectSameWords(ours, theirs);
    expect(JSON.stringify(plot)).not.toMatch(/NaN|Infinity/);
  });
});

describe('a figure stands where its axis says', () => {
  test('the drivers of West Yorkshire: a bar is as long as its people', async () => {
    const plot = barsOf(await drivers(), 952);
    const drawn = marks(painted(createElement(PaintedBars, { plot })));
    const perPerson = (plot.frame.right - plot.frame.left) / (plot.x.high - plot.x.low);
    for (const [index, { id, value }] of plot.rows.entries()) {
      const [x = 0, y = 0, width = 0, height = 0] = drawn[id] ?? [];
      expect(width).toBeCloseTo(Math.max(1, Math.abs(value ?? 0) * perPerson), 1);
      expect(y + height / 2).toBeCloseTo(middleOf(plot, index), 1);
      expect((value ?? 0) < 0 ? x + width : x).toBeCloseTo(plot.x.at(0), 1);
    }
  });
});

test('on a phone names are whole in two small lines; one that is too long says that it is cut', async () => {
  const named = (name: string) => drivers((rows) => rows.slice(0, 1).map((row) => ({ ...row, name })));
  const lines = async (name: string) =>
    barsOf(await named(name), 326)
      .words[0]?.map(({ text }) => text)
      .slice(0, -1);
  expect(await lines('NHS Bristol, North Somerset and South Gloucestershire ICB')).toEqual([
    'Bristol, North Somerset',
    'and South Gloucestershire',
  ]);
  expect((await lines('NHS Buckinghamshire, Oxfordshire and Berkshire West ICB'))?.at(-1)).toMatch(/ …$/);
});

test('zero, blank and null are three things: a bar of a pixel with its 0, and a row that says it has none', async () => {
  const [exact, gap] = (
    await KINDS['drivers of which one is exactly at it and one has no figure']?.()
  )?.rows.slice(1, 3) ?? [undefined, undefined];
  expect([exact?.figure, exact?.value]).toEqual(['0', 0]);
  expect(exact?.label).toContain('exactly at 85%');
  expect([gap?.figure, gap?.value]).toEqual(['no figure', null]);
  expect(gap?.label).toMatch(/cannot be told, no figure/);
});

test('what is read of a row is its figure with its interval and counts', async () => {
  const { fifths } = await reply<Spread>(`/api/spread?${WAIT}&level=ccg`);
  const [first] = (await KINDS['fifths of deprivation']?.())?.rows ?? [];
  const most = fifths.find(({ fifth }) => fifth === 1);
  expect(Object.fromEntries(first?.read ?? [])).toMatchObject({
    Value: `${(100 * (most?.value ?? 0)).toFixed(1)}%`,
    '95% interval': `${(100 * (most?.lower ?? 0)).toFixed(1)}% to ${(100 * (most?.upper ?? 0)).toFixed(1)}%`,
    'People treated': `${most?.numerator?.toLocaleString('en-GB')} of ${most?.denominator?.toLocaleString('en-GB')}`,
    CCGs: String(most?.areas),
  });
});
