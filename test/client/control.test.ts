import { describe, expect, test } from 'vitest';
import { controlLabels, controlRows, cut } from '../../client/charts/controlRows.ts';
import { withParameter } from '../../client/panels/trendAddress.ts';
import type { ControlPoint, Trend } from '../../data/contract.ts';
import { metric as metricOf } from '../../data/metrics.ts';

const wait = metricOf('62-day-wait');
const LIMITS = { mean: 0.9, lower: 0.76, upper: 1.04 };
const BARE = { mean: null, lower: null, upper: null };

const PERIODS = ['2020-02', '2020-03', '2020-04', '2020-05'];
const VALUES = [0.88, null, 0.7, 0.72];

/** Four months with a gap, and a break in April 2020 after which there are no limits. */
const trend = (): Trend => ({
  query: { metric: '62-day-wait', area: '00V', grain: 'month' },
  dataVersion: 'test',
  area: { area: '00V', name: 'NHS Bury CCG', level: 'ccg' },
  points: PERIODS.map((period, i) => ({
    period,
    status: VALUES[i] == null ? 'not-published' : 'published',
    value: VALUES[i] ?? null,
    numerator: null,
    denominator: null,
    lower: null,
    upper: null,
    notes: [],
  })),
  benchmark: null,
  alliances: [],
  targets: [...wait.targets],
  breaks: [{ from: '2020-04', reason: 'The pandemic.' }],
  successor: null,
  control: {
    reason: null,
    points: PERIODS.map(
      (period, i): ControlPoint => ({
        period,
        ...(i < 2 ? LIMITS : BARE),
        signal: null,
        side: null,
        type: 'common-cause',
      }),
    ),
    segments: [
      { from: '2020-02', until: '2020-03', points: 1, ...LIMITS, reason: null },
      { from: '2020-04', until: '2020-05', points: 2, ...BARE, reason: 'Too few.' },
    ],
    period: '2020-05',
    variation: null,
    signal: null,
    assurance: null,
    target: 0.85,
    runLength: 7,
    cautions: [],
  },
  recentTrend: { direction: 'not-calculated', judgement: null, chiSquared: null, periods: [], reason: '' },
  illustrative: false,
  note: null,
});

describe('the rows of a control chart', () => {
  const { rows, columns, lines, marks, stretches } = controlRows(trend(), wait);

  test('each stretch has columns of its own, with limits cut at 100%', () => {
    expect(rows.map(({ area0, area1 }) => [area0, area1])).toEqual([
      [0.88, undefined],
      [null, undefined],
      [undefined, 0.7],
      [undefined, 0.72],
    ]);
    expect(rows[1]).toMatchObject({ mean0: 0.9, lower0: 0.76, upper0: 1, target: 0.85 });
    expect(rows[2]).toMatchObject({ mean1: null, lower1: null, upper1: null });
    expect(stretches).toEqual([0, 1]);
    expect(columns.map(({ key }) => key)).toEqual(['area0', 'area1']);
    expect(lines.map(({ key }) => key)).toEqual(['mean0', 'lower0', 'upper0', 'mean1', 'lower1', 'upper1']);
  });

  test('a mark stands where the limits start anew, with the reason', () =>
    expect(marks).toEqual([{ period: '2020-04', reasons: ['The pandemic.'] }]));

  test('lines are named at their ends only where the last stretch has limits', () => {
    const { control } = trend();
    expect(controlLabels(control, wait)).toEqual([]);
    expect(controlLabels({ ...control, segments: control.segments.slice(0, 1) }, wait)).toEqual([
      { text: 'Upper limit 100%', value: 1 },
      { text: 'Mean 90.0%', value: 0.9 },
      { text: 'Lower limit 76.0%', value: 0.76 },
    ]);
  });

  test('a figure that is no proportion has no ends to cut at', () => {
    expect(cut(1.04, metricOf('one-year-survival'))).toBe(1.04);
    expect(cut(-0.1, wait)).toBe(0);
  });
});

test('a parameter of the address is set and taken out without touching the others', () => {
  expect(withParameter('grain=month&benchmark=similar', 'chart', 'control')).toBe(
    '?grain=month&benchmark=similar&chart=control',
  );
  expect(withParameter('?grain=month&chart=control', 'grain', 'year')).toBe('?grain=year&chart=control');
  expect(withParameter('chart=control', 'chart', null)).toBe('');
});
