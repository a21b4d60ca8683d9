import type { Profile, ProfileRow } from '../../../../data/contract/index.ts';

/** One row of a profile; what is not given is the 62-day wait, 80 of 100 people, similar to England. */
export const row = (over: Partial<ProfileRow> = {}): ProfileRow => ({
  metric: '62-day-wait',
  label: '62-day wait',
  pathway: 'early-diagnosis',
  published: true,
  period: 'fy2020-21',
  status: 'derived',
  value: 0.8,
  numerator: 80,
  denominator: 100,
  lower: 0.71,
  upper: 0.87,
  england: null,
  alliances: [],
  similar: null,
  benchmark: 0.74,
  comparison: 'similar',
  comparisonReason: null,
  target: null,
  verdict: 'no-target',
  rank: { value: 34, lower: 12, upper: 71, of: 106 },
  spine: null,
  recentTrend: {
    direction: 'not-calculated',
    judgement: null,
    chiSquared: null,
    periods: [],
    reason: 'Fewer than five annual figures',
  },
  control: null,
  notes: [],
  ...over,
});

/** A row without a figure, and why. */
export const gap = (over: Partial<ProfileRow> = {}): ProfileRow =>
  row({
    status: 'not-published',
    value: null,
    numerator: null,
    denominator: null,
    lower: null,
    upper: null,
    comparison: 'not-compared',
    rank: null,
    notes: ['No figure was published for this area and period.'],
    ...over,
  });

/** A profile of NHS Bury CCG against England. */
export const profile = (rows: ProfileRow[], over: Partial<Profile> = {}): Profile => ({
  query: { area: '00V', benchmark: 'england', confidence: '95' },
  dataVersion: 'test',
  area: { area: '00V', name: 'NHS Bury CCG', level: 'ccg' },
  against: 'England',
  period: 'fy2020-21',
  periods: ['fy2016-17', 'fy2020-21'],
  rows,
  ...over,
});
