import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isPartOnly } from '../../../../client/charts/alliance-lines/lines.ts';
import { mapWindow, shifted, windowOf } from '../../../../client/charts/alliance-map/AllianceMap.tsx';
import { asAtShown } from '../../../../client/pages/alliance/asks.ts';
import { inAYear } from '../../../../client/pages/alliance/ChangedPart.tsx';
import { lastWithFigures } from '../../../../client/pages/alliance/NoFigure.tsx';
import { inOrder, SCORECARD_HEAD, scorecardCells } from '../../../../client/pages/alliance/scorecardRows.ts';
import type { Layout } from '../../../../data/boundaries/paths.ts';
import type { TrendPoint } from '../../../../data/contract/index.ts';
import { ringsOf } from '../../../../data/geography/rings.ts';
import { cautionsOnce, tileRows } from '../../../../data/text/board.ts';
import { trendPoints } from '../../charts/fixtures.ts';
import { area, catalogue, snapshot } from '../../fixtures.ts';
import { cell, progressRow, scorecard } from './fixtures.ts';

describe('the map of an Alliance', () => {
  const file = path.resolve(import.meta.dirname, '../../../../data/boundaries/paths.json');
  const { map } = JSON.parse(readFileSync(file, 'utf8')) as { map: Layout };
  const peninsula = ['11N', '99P', '99Q'].map((id) => area({ area: id, shapes: [id] }));

  test('holds all of its shapes, moved to a box of their own', () => {
    const drawn = mapWindow(snapshot({ areas: peninsula }), map, 'peninsula', 'Peninsula');
    const corners = (drawn?.shapes ?? []).flatMap(({ d }) => ringsOf(d)).flat();
    const [wide, high] = drawn?.spec.box ?? [0, 0];
    expect(drawn?.shapes.length).toBe(3);
    expect(Math.min(...corners)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...corners.filter((_, index) => index % 2 === 0))).toBeLessThanOrEqual(wide);
    expect(Math.max(...corners.filter((_, index) => index % 2 === 1))).toBeLessThanOrEqual(high);
    expect(drawn?.spec.borders).toMatch(/^M/);
  });

  test('is no flatter than 3 by 2, and none without shapes', () => {
    const { w, h } = windowOf(['M0 0l900 0 0 30-900 0z']);
    expect(w / h).toBeCloseTo(1.5, 2);
    expect(mapWindow(snapshot({ areas: [] }), map, 'peninsula', '')).toBeNull();
  });

  test('only the beginnings of rings are moved', () =>
    expect(shifted('M10 20l3-4z M30 5l1 1z', { x: 10, y: 5 })).toBe('M0 15l3-4z M20 0l1 1z'));
});

describe('the scorecard', () => {
  const card = scorecard([
    { area: 'a', name: 'NHS Alpha CCG', cells: [cell({ value: 0.9 }), cell({ value: null })] },
    { area: 'b', name: 'NHS Beta CCG', cells: [cell({ value: 0.7 }), cell({ value: 0.5 })] },
    { area: 'c', name: 'NHS Gamma CCG', cells: [cell({ value: 1 / 3 }), cell({ value: 0.6 })] },
  ]);
  const order = (sort: string, down = false) =>
    inOrder(card, sort, down)
      .map((row) => row.area)
      .join('');

  test('is sorted by any column, gaps last either way', () => {
    expect([order('', true), order('name', true), order('62-day-wait')]).toEqual(['abc', 'cba', 'cba']);
    expect([order('31-day-wait'), order('31-day-wait', true)]).toEqual(['bca', 'cba']);
  });

  test('is a file of every figure at full precision, England and the Alliance first', () => {
    const rows = scorecardCells(card, card.rows).map((each) =>
      Object.fromEntries(each.map((value, index) => [SCORECARD_HEAD[index], value])),
    );
    expect(rows.map((row) => row.area).join(' ')).toBe('england greater-manchester a a b b c c');
    expect(rows.at(-2)).toMatchObject({
      metric: '62-day-wait',
      value: 1 / 3,
      period: 'fy2016-17',
      target: 0.85,
    });
    expect(rows[3]).toMatchObject({ value: null, publisher: 'NHS England' });
  });
});

describe('the ambitions shown', () => {
  test('are one for each ambition with a figure: the 62-day wait, other standards, then the latest figures', () => {
    const tiles = tileRows([
      progressRow({ id: 'a', metric: 'patient-experience', basis: 'direction' }),
      progressRow({ id: 'b', metric: 'one-year-survival', basis: 'ambition' }),
      progressRow({ id: 'c', metric: 'one-year-survival', basis: 'variation' }),
      progressRow({ id: 'd' }),
      progressRow({ id: 'e', repeats: true }),
      progressRow({ id: 'f', metric: null, value: null, ambition: 'Fewer smokers' }),
      progressRow({ id: 'g', metric: null, value: null, ambition: 'Fewer smokers' }),
    ]);
    expect(tiles.map(({ id }) => id)).toEqual(['d', 'a', 'b']);
    const later = tileRows([
      progressRow({ id: 'a', metric: 'one-year-survival', basis: 'ambition', period: '2011' }),
      progressRow({ id: 'b', metric: 'early-stage-of-staged', basis: 'ambition', period: '2022' }),
      progressRow({ id: 'c', metric: '31-day-combined' }),
      progressRow({ id: 'd', metric: '62-day-combined' }),
    ]);
    expect(later.map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
  });
});

describe('what changed', () => {
  const point = (period: string, value: number | null): TrendPoint => ({
    ...area(),
    period,
    value,
    notes: [],
  });
  const points = [
    point('2018-12', 0.8),
    point('2019-06', null),
    point('2019-12', 0.82),
    point('2020-05', 0.7),
    point('2020-06', 0.7),
    point('2020-12', 0.75),
    point('2021-01', null),
  ];
  const breaks = [{ from: '2020-04', reason: 'The workbooks change.' }];

  test('is the last month with a figure by then against the same a year before', () => {
    const { before, now, reason } = inAYear({ points, breaks }, '2020-02');
    expect([before?.period, now?.period, reason]).toEqual(['2018-12', '2019-12', null]);
  });

  test('is not told across a break, nor without a figure', () => {
    expect(inAYear({ points, breaks }, '2021-03').reason).toMatch(/Not comparable.*workbooks/);
    expect(inAYear({ points, breaks }, '2020-06').reason).toMatch(/the year before/);
    expect(inAYear({ points, breaks }, '2020-05').reason).toMatch(/the year before/);
    expect(inAYear({ points, breaks }, '2018-11').reason).toMatch(/no figure/);
  });
});

test('each caution stands once, with the measures it is about', () =>
  expect(
    cautionsOnce([
      { text: 'Provisional.', about: 'A' },
      { text: 'Provisional.', about: 'B' },
      { text: '', about: 'A' },
      { text: 'Best fit.', about: '' },
    ]),
  ).toEqual([
    { text: 'Provisional.', about: ['A', 'B'] },
    { text: 'Best fit.', about: [] },
  ]));

test.each([
  ['fy2016-17', 'fy2016-17'],
  ['2016-04', '2016-04'],
  ['2021-11', '2021-11'],
  ['2021-12', ''],
  ['2099-01', ''],
  ['banana', ''],
  ['', ''],
])(
  'asked for %j, the page is read as at %j: the latest (empty) for what is no period or after all figures',
  (asked, shown) => expect(asAtShown('peninsula', asked, catalogue())).toBe(shown),
);

test('the last period in which parts of an Alliance had figures of a metric', () => {
  const { metrics } = catalogue();
  expect(lastWithFigures({ metrics }, '62-day-wait', 'alliance')).toEqual({
    level: 'ccg',
    period: '2021-11',
  });
  expect(lastWithFigures({ metrics }, 'early-stage', 'alliance')).toEqual({ level: 'ccg', period: '2013' });
  expect(lastWithFigures({ metrics }, '62-day-wait', 'alliance-today')).toBeUndefined();
  expect(lastWithFigures({ metrics }, 'two-week-wait', 'alliance')).toBeUndefined();
});

test('a part that has the figures of its Alliance whenever it has any is all of it, and adds no line', () => {
  const whole = { points: trendPoints({ '2026-02': 0.7, '2026-03': 0.71, '2026-04': 0.72 }) };
  expect(isPartOnly({ points: trendPoints({ '2026-03': 0.71, '2026-04': null }) }, whole)).toBe(false);
  expect(isPartOnly({ points: trendPoints({ '2026-03': 0.71, '2026-04': 0.6 }) }, whole)).toBe(true);
  expect(isPartOnly({ points: trendPoints({ '2026-01': 0.7 }) }, whole)).toBe(true);
});
