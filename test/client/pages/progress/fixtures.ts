import type { PathPoint, Progress, ProgressRow } from '../../../../data/contract/progress.ts';

type Target = NonNullable<ProgressRow['target']>;
type Pace = NonNullable<ProgressRow['pace']>;

/** The standard of the 62-day wait; an ambition where it says so. */
export const target = (over: Partial<Target> = {}): Target => ({
  value: 0.85,
  basis: 'standard',
  from: '2009-01',
  until: null,
  by: null,
  comparable: true,
  label: 'National standard: 85% within 62 days',
  ...over,
});

export const pace = (over: Partial<Pace> = {}): Pace => ({
  from: 'fy2017-18-q1',
  to: 'fy2019-20-q4',
  points: 12,
  seen: -0.0123,
  lower: -0.0345,
  upper: 0.0099,
  needed: null,
  when: null,
  reason: 'No trend can be told from chance.',
  ...over,
});

export const point = (period: string | null, time: number, value: number, reach = 0): PathPoint => ({
  period,
  time,
  value,
  lower: reach === 0 ? null : value - reach,
  upper: reach === 0 ? null : value + reach,
});

/** West Yorkshire’s 62-day wait in 2016/17: 5,226 of 6,216 people, 84.1%, 58 short of 85%. */
export const row = (over: Partial<ProgressRow> = {}): ProgressRow => ({
  id: 'early-diagnosis-62-day-wait',
  pathway: 'early-diagnosis',
  heading: 'Processes',
  ambition: '85% meeting 62 day target',
  asPrinted: '85% meeting 62 day target and 96% meeting 31 day target',
  footnote: null,
  repeats: false,
  metric: '62-day-wait',
  label: '62-day wait',
  basis: 'standard',
  period: 'fy2016-17',
  status: 'derived',
  value: 5226 / 6216,
  numerator: 5226,
  denominator: 6216,
  lower: 0.8314,
  upper: 0.8496,
  england: null,
  comparison: 'not-compared',
  comparisonReason: null,
  target: target(),
  national: false,
  verdict: 'not-met',
  reached: false,
  passed: false,
  gap: { points: 0.85 - 5226 / 6216, people: 58 },
  pace: null,
  path: { points: [], target: [], projection: [] },
  recentTrend: null,
  control: null,
  spread: [],
  beside: null,
  reason: null,
  notes: [],
  ...over,
});

/** England’s one-year survival in 2014, 70.4%, beside the ambition of 75% by 2020. */
export const survival = (over: Partial<ProgressRow> = {}): ProgressRow =>
  row({
    id: 'early-diagnosis-one-year-survival',
    heading: 'Outcomes',
    ambition: 'Increase in one-year survival (75% by 2020)',
    metric: 'one-year-survival',
    label: 'One-year survival',
    basis: 'ambition',
    period: '2014',
    status: 'published',
    value: 70.4,
    numerator: null,
    denominator: null,
    lower: 70.3,
    upper: 70.5,
    target: target({ value: 75, basis: 'ambition', by: '2020', label: 'Taskforce ambition: 75% by 2020' }),
    gap: { points: 4.6, people: null },
    ...over,
  });

/** An ambition that nothing bundled measures. */
export const unfilled = (over: Partial<ProgressRow> = {}): ProgressRow =>
  row({
    id: 'prevention-incidence',
    pathway: 'prevention',
    heading: 'Outcomes',
    ambition: 'Discernible fall in age-standardised incidence',
    metric: null,
    label: null,
    basis: null,
    period: null,
    status: 'not-published',
    value: null,
    numerator: null,
    denominator: null,
    lower: null,
    upper: null,
    target: null,
    verdict: 'no-target',
    reached: null,
    gap: null,
    reason: 'Nothing is bundled.',
    ...over,
  });

export const progress = (rows: ProgressRow[], over: Partial<Progress> = {}): Progress => ({
  query: { area: 'west-yorkshire', period: 'fy2016-17' },
  dataVersion: 'test',
  area: { area: 'west-yorkshire', name: 'West Yorkshire', level: 'alliance' },
  period: 'fy2016-17',
  periods: ['fy2016-17', 'fy2017-18'],
  rows,
  ...over,
});
