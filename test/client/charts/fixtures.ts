import type { Areas, ControlPoint, Trend, TrendPoint } from '../../../data/contract/index.ts';
import type {
  Funnel,
  Spread,
  SpreadArea,
  SpreadPoint,
  WithinAlliance,
  Zone,
} from '../../../data/contract/spread.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { snapshot } from '../fixtures.ts';

/** An area of a spread; what is not given is 80 of 100 people, inside both sets of limits. */
export const spreadArea = (over: Partial<SpreadArea> = {}): SpreadArea => ({
  area: '00V',
  name: 'NHS Bury CCG',
  status: 'derived',
  value: 0.8,
  numerator: 80,
  denominator: 100,
  lower: 0.71,
  upper: 0.87,
  zone: 'inside',
  adjustedZone: 'inside',
  parents: ['greater-manchester'],
  fifth: 1,
  notes: [],
  ...over,
});

/** Five areas, one in each zone; widened for over-dispersion, only the first lies outside. */
export const fiveAreas = (): SpreadArea[] =>
  (
    [
      ['00V', 'NHS Bury CCG', 0.96, 400, 'high-998'],
      ['00T', 'NHS Bolton CCG', 0.87, 300, 'high-95'],
      ['01G', 'NHS Salford CCG', 0.82, 200, 'inside'],
      ['01W', 'NHS Stockport CCG', 0.76, 500, 'low-95'],
      ['99A', 'NHS Liverpool CCG', 0.62, 600, 'low-998'],
    ] as [string, string, number, number, Zone][]
  ).map(([area, name, value, denominator, zone], index) =>
    spreadArea({
      area,
      name,
      value,
      denominator,
      numerator: Math.round(value * denominator),
      lower: value - 0.03,
      upper: value + 0.03,
      zone,
      adjustedZone: index === 0 ? 'high-95' : 'inside',
      parents: [index < 4 ? 'greater-manchester' : 'cheshire-and-merseyside'],
    }),
  );

const none = { low95: 0, high95: 0, outside95: 0, low998: 0, high998: 0, outside998: 0 };

const limitsAt = (wide: number) =>
  [100, 200, 400, 800].map((denominator) => {
    const error = wide * Math.sqrt((0.817 * 0.183) / denominator);
    return {
      denominator,
      lower95: 0.817 - 1.96 * error,
      upper95: Math.min(1, 0.817 + 1.96 * error),
      lower998: 0.817 - 3.09 * error,
      upper998: Math.min(1, 0.817 + 3.09 * error),
    };
  });

/** A funnel around England's 81.7%, its widened limits twice as far out. */
const funnel = (over: Partial<Funnel> = {}): Funnel => ({
  centre: 115_755 / 141_670,
  method: 'score',
  limits: limitsAt(1),
  adjusted: limitsAt(2),
  areas: 5,
  expected95: 0.25,
  expected998: 0.01,
  before: none,
  after: none,
  exact: none,
  phi: 4,
  tau2: 0.002,
  tau: 0.0447,
  rough: 0,
  ...over,
});

/** A period of the spread over time, around a median. */
export const spreadPoint = (period: string, median: number | null): SpreadPoint => {
  const off = (by: number) => (median === null ? null : median + by);
  return {
    period,
    areas: median === null ? 0 : 209,
    min: off(-0.2),
    p10: off(-0.06),
    p25: off(-0.03),
    median,
    p75: off(0.03),
    p90: off(0.06),
    max: off(0.1),
    i2: median === null ? null : 0.8,
    tau: median === null ? null : 0.05,
    chance: median === null ? null : { p10: median - 0.02, p90: median + 0.02 },
  };
};

/** An Alliance with the ends of its CCGs. */
export const alliance = (over: Partial<WithinAlliance> = {}): WithinAlliance => ({
  area: 'greater-manchester',
  name: 'Greater Manchester',
  status: 'derived',
  value: 0.853,
  numerator: 1194,
  denominator: 1400,
  lower: 0.834,
  upper: 0.871,
  areas: 4,
  min: 0.76,
  median: 0.845,
  max: 0.96,
  ...over,
});

/** A spread of the 62-day wait between five CCGs in 2016/17, beside England's 81.7% and the standard of 85%. */
export const spread = (over: Partial<Spread> = {}): Spread => ({
  query: { metric: '62-day-wait', period: 'fy2016-17', level: 'ccg' },
  dataVersion: 'test',
  benchmark: snapshot().benchmark,
  against: 'England',
  target: snapshot().target,
  areas: fiveAreas(),
  funnel: funnel(),
  funnelReason: null,
  variation: {
    ...spreadPoint('fy2016-17', 0.82),
    q: 30,
    df: 4,
    byChance: 4,
    pValue: 0.001,
    reference: 'chi-squared',
    tauInUnits: 0.04,
    reason: null,
  },
  chance: { p10: 0.8, p90: 0.84 },
  overTime: [spreadPoint('fy2016-17', 0.82), spreadPoint('fy2017-18', 0.83), spreadPoint('fy2018-19', 0.79)],
  breaks: [],
  alliances: [alliance()],
  between: { omegaSquared: 0.249, chance: 0.012, pValue: 0.0005, share: 0.316, units: 206, groups: 19 },
  betweenReason: null,
  fifths: [1, 2, 3, 4, 5].map((fifth) => ({
    fifth,
    areas: fifth === 3 ? 1 : 42,
    status: 'derived',
    value: 0.8 + fifth / 100,
    numerator: 800 + 10 * fifth,
    denominator: 1000,
    lower: 0.78 + fifth / 100,
    upper: 0.82 + fifth / 100,
  })),
  fifthsReason: null,
  ...over,
});

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
    pPrime: null,
    runLength: 7,
    cautions: [],
  },
  recentTrend: { direction: 'not-calculated', judgement: null, chiSquared: null, periods: [], reason: '' },
  note: null,
  ...over,
});

/** A trend of an area by quarter, without targets. */
export const quarterly = (area: string, values: Readonly<Record<string, number | null>>): Trend =>
  wholeTrend('62-day-wait', values, {
    query: { metric: '62-day-wait', area, grain: 'quarter' },
    area: { area, name: `NHS ${area} CCG`, level: 'ccg' },
    targets: [],
  });

const LIMITS = { mean: 0.9, lower: 0.76, upper: 1 };
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

const ccg = (
  area: string,
  name: string,
  similar: string[],
  successors: Areas['ccgs'][number]['successors'] = [],
) => ({ area, name, similar, successors }) as unknown as Areas['ccgs'][number];
const bradfordDistrict = {
  area: '36J',
  name: 'NHS Bradford District and Craven CCG',
  from: '2020-04',
  share: 1,
  fit: 'exact' as const,
  note: '',
};

/** Three CCGs of West Yorkshire, one that followed two of them, an Alliance beside theirs, and a region. */
export const areas = (): Areas =>
  ({
    query: {},
    dataVersion: 'test',
    regions: [{ area: 'region-north', name: 'North', alliances: ['west-yorkshire'] }],
    alliances: [
      { area: 'west-yorkshire', name: 'West Yorkshire', kind: 'alliance', ccgs: ['02N', '02W', '02T'] },
      { area: 'peninsula', name: 'Peninsula', kind: 'alliance', ccgs: ['11N'] },
    ],
    ccgs: [
      ccg('02N', 'NHS Airedale, Wharfedale and Craven CCG', ['02T', '10A'], [bradfordDistrict]),
      ccg('02W', 'NHS Bradford City CCG', [], [bradfordDistrict]),
      ccg('02T', 'NHS Calderdale CCG', ['02N', '10A']),
    ],
    icbs: [],
    alliancesToday: [],
    ownAreas: [],
    latestMonth: '2026-04',
    laterCcgs: [
      {
        area: '36J',
        name: 'NHS Bradford District and Craven CCG',
        from: '2020-04',
        until: null,
        predecessors: ['02N', '02W'],
        alliance: 'west-yorkshire',
        fit: 'exact',
      },
    ],
  }) as unknown as Areas;
