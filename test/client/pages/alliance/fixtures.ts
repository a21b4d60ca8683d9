import type { ProgressRow, Scorecard } from '../../../../data/contract/index.ts';

const target = {
  value: 0.85,
  basis: 'standard',
  from: '2009-01',
  until: null,
  by: null,
  comparable: true,
  label: 'National standard: 85% within 62 days',
} as const;

/** One ambition; what is not given is the 62-day wait of the West Midlands in 2016/17: 11,403 of 14,263 people. */
export const progressRow = (over: Partial<ProgressRow> = {}): ProgressRow => ({
  id: '62-day-wait',
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
  value: 11_403 / 14_263,
  numerator: 11_403,
  denominator: 14_263,
  lower: 0.7928,
  upper: 0.806,
  england: null,
  comparison: 'not-compared',
  comparisonReason: null,
  target,
  national: false,
  verdict: 'not-met',
  reached: false,
  passed: false,
  gap: { points: 0.85 - 11_403 / 14_263, people: 721 },
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

type Row = Scorecard['rows'][number];

/** One figure of a scorecard: 80 of 100 people, similar to England, where nothing else is given. */
export const cell = (over: Partial<Row['cells'][number]> = {}): Row['cells'][number] => ({
  metric: '62-day-wait',
  status: 'derived',
  value: 0.8,
  numerator: 80,
  denominator: 100,
  lower: 0.71,
  upper: 0.87,
  comparison: 'similar',
  comparisonReason: null,
  verdict: 'not-sure',
  notes: [],
  ...over,
});

const figure = { status: 'derived', numerator: null, denominator: null, lower: null, upper: null } as const;

/** A scorecard of two waits; only the first has figures of England and of the Alliance. */
export const scorecard = (rows: Row[]): Scorecard => ({
  query: { alliance: 'greater-manchester' },
  level: 'ccg',
  dataVersion: 'test',
  alliance: { area: 'greater-manchester', name: 'Greater Manchester' },
  against: 'England',
  period: 'fy2016-17',
  periods: ['fy2016-17'],
  columns: (['62-day-wait', '31-day-wait'] as const).map((metric, index) => ({
    metric,
    label: metric,
    pathway: 'early-diagnosis',
    period: 'fy2016-17',
    target,
    england: index === 0 ? { ...figure, area: 'england', name: 'England', value: 0.817, note: '' } : null,
    alliance:
      index === 0
        ? { ...figure, area: 'greater-manchester', name: 'Greater Manchester', value: 0.84, note: '' }
        : null,
  })),
  control: null,
  rows,
  notes: [],
});
