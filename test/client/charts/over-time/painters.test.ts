import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import { allianceLinesDescription } from '../../../../client/charts/alliance-lines/lines.ts';
import { compareDescription, compareSeries } from '../../../../client/charts/compare-lines/lines.ts';
import { trendFigure } from '../../../../client/charts/over-time/index.tsx';
import { PaintedPlot } from '../../../../client/charts/over-time/PaintedPlot.tsx';
import {
  type Description,
  narrowed,
  type Picking,
  type Plot,
  plotOf,
} from '../../../../client/charts/over-time/plot.ts';
import { canDraw, pathDescription } from '../../../../client/charts/progress/path.tsx';
import { spreadDescription } from '../../../../client/charts/spread/bands.tsx';
import type { Progress, Spread, Trend } from '../../../../data/contract/index.ts';
import { METRICS, type MetricId } from '../../../../data/metrics/index.ts';
import { builtApp } from '../../../server/app.ts';
import { ask } from '../../../server/inject.ts';
import type { Element } from '../drawing.ts';
import { expectNear, expectSameWords, explorer, numbers, painted } from '../painters.ts';

const wait = METRICS['62-day-wait'];
const reply = async <Reply>(url: string) => (await ask(await builtApp(), url)).body as Reply;
const trendOf = (area: string, grain: string) =>
  reply<Trend>(`/api/trend?metric=62-day-wait&area=${area}&grain=${grain}`);
const figure = (trend: Trend, control: boolean) =>
  trendFigure(trend, { control, areas: undefined }).description;
/** The path to an ambition, with a pace where its row has one. */
const pathTo = async (area: string, metric: MetricId, compact: boolean) => {
  const { rows, period } = await reply<Progress>(`/api/progress?area=${area}`);
  const row = rows.find((each) => each.metric === metric && canDraw(each.path));
  return row ? pathDescription(row, METRICS[metric], { asAt: period, least: 200, compact }) : null;
};
const words = { title: 'A title', narrow: false };

/** Every kind of chart over time, of published figures. */
const KINDS: Record<string, () => Promise<Description | null>> = {
  'a trend by month': async () => figure(await trendOf('02N', 'month'), false),
  'a trend by quarter with breaks': async () => figure(await trendOf('west-yorkshire', 'quarter'), false),
  'a control chart': async () => figure(await trendOf('west-yorkshire', 'month'), true),
  'the CCGs of an Alliance': async () =>
    allianceLinesDescription(
      await trendOf('peninsula', 'quarter'),
      await Promise.all(['11N', '99P', '99Q'].map((area) => trendOf(area, 'quarter'))),
      wait,
      words,
    ),
  'compared areas': async () =>
    compareDescription(
      compareSeries(
        await Promise.all(['02N', '02R', 'england'].map((area) => trendOf(area, 'quarter'))),
        wait,
      ),
      wait,
      words,
    ),
  'a path to an ambition, with the pace seen': () => pathTo('england', 'one-year-survival', false),
  'a path to an ambition whose date lies among its figures': () =>
    pathTo('england', 'early-stage-of-staged', false),
  'a small path to an ambition': () => pathTo('west-yorkshire', '62-day-combined', true),
  'a spread over time': async () =>
    spreadDescription(
      await reply<Spread>('/api/spread?metric=62-day-wait&period=fy2016-17&level=ccg'),
      [await trendOf('peninsula', 'year')],
      wait,
      'A title',
    ),
};

const explored = explorer<{ plot: Plot }>(
  () => import('../../../../client/charts/over-time/ExploredPlot.tsx'),
);

/** Lines, bands and upright rules by what they are of, as the numbers of their paths. */
const paths = (elements: readonly Element[]): Record<string, number[]> =>
  Object.fromEntries(
    elements.flatMap(({ name, attributes }) => {
      const of = attributes['data-line'] ?? attributes['data-rule'];
      return name === 'path' && of && attributes.d ? [[of, numbers(attributes.d)]] : [];
    }),
  );

/** Dots, sorted from the left. */
const dots = (elements: readonly Element[]) =>
  elements
    .filter(({ name }) => name === 'circle')
    .map(({ attributes: { cx, cy, r } }) => [Number(cx), Number(cy), Number(r)])
    .sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);

/** Holds what recharts paints against what our own marks do. */
function expectAlike(plot: Plot) {
  const [ours, theirs] = [painted(createElement(PaintedPlot, { plot })), explored({ plot })];
  // A line or dot at an end of the axis is not cut off on the page either.
  expect(theirs.filter(({ attributes }) => 'clip-path' in attributes)).toEqual([]);
  const [drawn, found] = [paths(ours), paths(theirs)];
  expect(Object.keys(found).sort()).toEqual(Object.keys(drawn).sort());
  expect(Object.keys(drawn).length).toBeGreaterThan(0);
  for (const [id, path] of Object.entries(drawn)) expectNear(path, found[id] ?? [], id);
  expectNear(dots(ours).flat(), dots(theirs).flat(), 'dots');
  expectSameWords(ours, theirs);
}

describe.each(Object.entries(KINDS))('%s is the same on the page and in its file', (kind, describeIt) => {
  test.each<[string, number, Picking?]>([
    ['wide', 952],
    ['on a phone', 326],
    ['with lines hidden and one picked out', 952, { hide: ['target'], pick: 'england' }],
  ])('%s', async (_, width, picking) => {
    const description = await describeIt();
    if (!description) throw new Error('Nothing is drawn');
    expectAlike(plotOf(description, width, picking));
  });

  test.runIf(kind.includes('path to'))('with an upright line where it is read', async () => {
    const description = await describeIt();
    if (!description) throw new Error('Nothing is drawn');
    const { frame, marks } = plotOf(description, 952);
    expect(marks.map(({ text }) => text)).toEqual(['As at April 2026']);
    expect(marks[0]?.at).toBeGreaterThan(frame.left);
    expect(marks[0]?.at).toBeLessThanOrEqual(frame.right);
  });

  test('narrowed to a range', async () => {
    const description = await describeIt();
    if (!description) throw new Error('Nothing is drawn');
    const last = description.places.length - 1;
    expectAlike(plotOf(narrowed(description, [1, Math.max(2, last - 1)]), 952));
  });
});
