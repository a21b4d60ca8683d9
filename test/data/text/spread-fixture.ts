import type {
  Funnel,
  Outside,
  Spread,
  SpreadArea,
  SpreadPoint,
  Variation,
} from '../../../data/contract/index.ts';

const none = { status: 'derived', numerator: null, denominator: null, lower: null, upper: null } as const;

export const outside = (over: Partial<Outside>): Outside => ({
  low95: 0,
  high95: 0,
  outside95: over.outside998 ?? 0,
  low998: 0,
  high998: 0,
  outside998: 0,
  ...over,
});

/** The funnel of the 62-day wait by CCG in 2016/17, as /api/spread answers it. */
export const funnel = (over: Partial<Funnel> = {}): Funnel => ({
  centre: 115_755 / 141_670,
  method: 'score',
  limits: [],
  adjusted: [],
  areas: 206,
  expected95: 10.3,
  expected998: 0.412,
  before: outside({ outside95: 110, outside998: 64, low998: 34, high998: 30 }),
  after: outside({ outside95: 25, outside998: 3, low998: 2, high998: 1 }),
  exact: outside({ outside95: 114, outside998: 67, low998: 33, high998: 34 }),
  phi: 6.868,
  tau2: 0.002165,
  tau: 0.04653,
  rough: 0,
  ...over,
});

/** Its variation. */
export const variation = (over: Partial<Variation> = {}): Variation => ({
  areas: 206,
  min: 0.581,
  p10: 0.7432291666666666,
  p25: 0.7867,
  median: 0.8214,
  p75: 0.8517,
  p90: 0.8696394106293839,
  max: 0.9408,
  q: 2130.93,
  df: 205,
  byChance: 205.001,
  pValue: 4.3e-317,
  reference: 'chi-squared',
  i2: 0.9038,
  tau: 0.0587,
  tauInUnits: 0.0454,
  reason: null,
  ...over,
});

export const point = (
  period: string,
  p10: number | null,
  p90: number | null,
  over: Partial<SpreadPoint> = {},
): SpreadPoint => ({
  period,
  areas: 206,
  min: p10,
  p10,
  p25: p10,
  median: p10,
  p75: p90,
  p90,
  max: p90,
  i2: 0.9,
  tau: 0.06,
  chance: { p10: 0.8, p90: 0.84 },
  ...over,
});

export const spreadArea = (over: Partial<SpreadArea> = {}): SpreadArea => ({
  area: '00V',
  name: 'NHS Bury CCG',
  ...none,
  value: 0.8,
  zone: 'inside',
  adjustedZone: 'inside',
  parents: ['greater-manchester'],
  fifth: 3,
  notes: [],
  ...over,
});

/** The spread of the 62-day wait between CCGs in 2016/17; its areas are left out. */
export const spread = (over: Partial<Spread> = {}): Spread => ({
  query: { metric: '62-day-wait', period: 'fy2016-17', level: 'ccg' },
  dataVersion: 'test',
  benchmark: {
    area: 'england',
    name: 'England',
    ...none,
    value: 115_755 / 141_670,
    note: '',
  },
  against: 'England',
  target: null,
  areas: [],
  funnel: funnel(),
  funnelReason: null,
  variation: variation(),
  chance: { p10: 0.7954, p90: 0.8375 },
  overTime: [point('fy2016-17', 0.743, 0.87)],
  breaks: [],
  alliances: [],
  between: { omegaSquared: 0.249, chance: 0.012, pValue: 0.0005, share: 0.316, units: 206, groups: 19 },
  betweenReason: null,
  fifths: [
    { fifth: 1, areas: 39, ...none, value: 0.8194, lower: 0.8143, upper: 0.8245 },
    { fifth: 5, areas: 41, ...none, value: 0.8209, lower: 0.8164, upper: 0.8253 },
  ],
  fifthsReason: 'A caution.',
  ...over,
});
