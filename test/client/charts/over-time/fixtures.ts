import type { ControlPoint, Trend, TrendPoint } from '../../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';

/** One period of a trend; a proportion has 100 people and an interval five points to either side. */
export const trendPoint = (period: string, value: number | null): TrendPoint => ({
  period,
  status: value === null ? 'not-published' : 'published',
  value,
  numerator: value === null ? null : Math.round(100 * value),
  denominator: value === null ? null : 100,
  lower: value === null ? null : value - 0.05,
  upper: value === null ? null : value + 0.05,
  notes: [],
});

export const trendPoints = (values: Readonly<Record<string, number | null>>) =>
  Object.entries(values).map(([period, value]) => trendPoint(period, value));

/** A trend of an area without Alliances, benchmark, breaks or control limits. */
export const wholeTrend = (
  metric: MetricId,
  values: Readonly<Record<string, number | null>>,
  over: Partial<Trend> = {},
): Trend => ({
  query: { metric, area: '00V', grain: 'month' },
  dataVersion: 'test',
  area: { area: '00V', name: 'NHS Bury CCG', level: 'ccg' },
  points: trendPoints(values),
  benchmark: null,
  alliances: [],
  targets: [...metricOf(metric).targets],
  breaks: [],
  successor: null,
  control: {
    reason: 'Too few.',
    points: [],
    segments: [],
    period: null,
    variation: null,
    signal: null,
    assurance: null,
    target: null,
    runLength: 7,
    cautions: [],
  },
  recentTrend: { direction: 'not-calculated', judgement: null, chiSquared: null, periods: [], reason: '' },
  note: null,
  ...over,
});

const LIMITS = { mean: 0.9, lower: 0.76, upper: 1.04 };
const BARE = { mean: null, lower: null, upper: null };
const CONTROLLED = { '2020-02': 0.88, '2020-03': null, '2020-04': 0.7, '2020-05': 0.72 };

/** Four months with a gap, and a break in April 2020 after which there are no limits. */
export const controlled = (over: Partial<Trend> = {}): Trend => {
  const trend = wholeTrend('62-day-wait', CONTROLLED, {
    breaks: [{ from: '2020-04', reason: 'The pandemic.' }],
    ...over,
  });
  const points = Object.keys(CONTROLLED).map(
    (period, index): ControlPoint => ({
      period,
      ...(index < 2 ? LIMITS : BARE),
      signal: null,
      side: null,
      type: 'common-cause',
    }),
  );
  const segments = [
    { from: '2020-02', until: '2020-03', points: 1, ...LIMITS, reason: null },
    { from: '2020-04', until: '2020-05', points: 2, ...BARE, reason: 'Too few.' },
  ];
  return { ...trend, control: { ...trend.control, reason: null, points, segments, period: '2020-05' } };
};
