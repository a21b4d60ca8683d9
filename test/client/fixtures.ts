import type { Catalogue, Snapshot, SnapshotArea } from '../../data/contract/index.ts';

/** A catalogue of two metrics, enough to read and write views. */
export function catalogue(): Catalogue {
  const metric = (id: string, periods: Catalogue['metrics'][number]['periods']) =>
    ({
      id,
      periods,
      pathway: 'early-diagnosis',
    }) as unknown as Catalogue['metrics'][number];
  const years = ['fy2016-17', 'fy2017-18', 'fy2020-21'];
  const both: Catalogue['metrics'][number]['periods'] = (['ccg', 'alliance'] as const).flatMap((level) => [
    { level, grain: 'year', periods: years },
    { level, grain: 'month', periods: ['2016-04', '2021-11'] },
  ]);
  return {
    query: {},
    dataVersion: 'test',
    metrics: [
      metric('62-day-wait', both),
      metric('31-day-wait', both),
      metric('early-stage', [{ level: 'ccg', grain: 'calendar-year', periods: ['2012', '2013'] }]),
    ],
    pathway: [],
    own: [],
    home: { metric: '62-day-wait', period: 'fy2020-21' },
  };
}

/** One area of a snapshot; what is not given is a published 80 of 100 people, similar to England. */
export const area = (over: Partial<SnapshotArea> = {}): SnapshotArea => ({
  area: '00V',
  name: 'NHS Bury CCG',
  status: 'derived',
  value: 0.8,
  numerator: 80,
  denominator: 100,
  lower: 0.71,
  upper: 0.87,
  comparison: 'similar',
  comparisonReason: null,
  verdict: 'not-sure',
  rank: { value: 1, lower: 1, upper: 2, of: 2 },
  parents: ['greater-manchester'],
  shapes: ['00V'],
  notes: [],
  ...over,
});

/** A snapshot of the 62-day wait in 2016/17; England stands at 81.7%. */
export const snapshot = (over: Partial<Snapshot> = {}): Snapshot => ({
  query: { metric: '62-day-wait', period: 'fy2016-17', level: 'ccg' },
  dataVersion: 'test',
  benchmark: {
    area: 'england',
    name: 'England',
    status: 'derived',
    value: 115_755 / 141_670,
    numerator: 115_755,
    denominator: 141_670,
    lower: 0.815,
    upper: 0.819,
    note: '',
  },
  against: 'England',
  target: {
    value: 0.85,
    basis: 'standard',
    from: '2009-01',
    until: null,
    by: null,
    comparable: true,
    label: 'National standard',
  },
  summary: { areas: 209, withFigure: 209, met: 71 },
  areas: [],
  ...over,
});
