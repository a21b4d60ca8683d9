import type {
  Funnel,
  Spread,
  SpreadArea,
  SpreadPoint,
  WithinAlliance,
  Zone,
} from '../../../data/contract/spread.ts';
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
export const funnel = (over: Partial<Funnel> = {}): Funnel => ({
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
    pValue: 0.001,
    tauInUnits: 0.04,
    reason: null,
  },
  chance: { p10: 0.8, p90: 0.84 },
  overTime: [spreadPoint('fy2016-17', 0.82), spreadPoint('fy2017-18', 0.83), spreadPoint('fy2018-19', 0.79)],
  breaks: [],
  alliances: [alliance()],
  between: 0.4,
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
