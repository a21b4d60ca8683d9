import { type Static, Type } from 'typebox';
import { DEFAULTS, LIMITS } from '../choices.ts';
import {
  Against,
  Benchmark,
  BreakReply,
  figure,
  Group,
  Metric,
  NullableNumber,
  NullableString,
  nullable,
  PeriodId,
  strict,
  TargetReply,
} from './common.ts';

export const SpreadQuery = Type.Object(
  {
    metric: Metric,
    period: PeriodId,
    level: Type.Enum(['ccg', 'alliance', 'region']),
    group: Group,
    benchmark: Against,
    limits: Type.Optional(
      Type.Enum([...LIMITS], {
        default: DEFAULTS.limits,
        description:
          'How funnel limits are made: score (the same test as the Wilson interval) or exact (binomial, interpolated), which is better where few are expected to miss',
      }),
    ),
  },
  strict,
);
export type SpreadQuery = Static<typeof SpreadQuery>;

export const ZONES = ['low-998', 'low-95', 'inside', 'high-95', 'high-998'] as const;
/** Where a figure lies in a funnel: beyond the 99.8% limits, between these and the 95% limits, or inside. */
export type Zone = (typeof ZONES)[number];

export const SpreadArea = Type.Object({
  area: Type.String(),
  name: Type.String(),
  ...figure,
  /** Null where there is no figure or no funnel. */
  zone: nullable(Type.Enum([...ZONES])),
  /** With limits widened for over-dispersion. */
  adjustedZone: nullable(Type.Enum([...ZONES])),
  /** The Alliances the area lies in (of a CCG), or its region (of an Alliance). */
  parents: Type.Array(Type.String()),
  /** Fifth of the areas by deprivation (IMD 2015), 1 the most deprived; null where it is not known. */
  fifth: nullable(Type.Integer({ minimum: 1, maximum: 5 })),
  notes: Type.Array(Type.String()),
});
export type SpreadArea = Static<typeof SpreadArea>;

export const FunnelLimits = Type.Object({
  denominator: Type.Number(),
  lower95: Type.Number(),
  upper95: Type.Number(),
  lower998: Type.Number(),
  upper998: Type.Number(),
});
export type FunnelLimits = Static<typeof FunnelLimits>;

/** How many areas lie beyond limits; those beyond the 99.8% limits are beyond the 95% ones too. */
export const Outside = Type.Object({
  low95: Type.Integer(),
  high95: Type.Integer(),
  outside95: Type.Integer(),
  low998: Type.Integer(),
  high998: Type.Integer(),
  outside998: Type.Integer(),
});
export type Outside = Static<typeof Outside>;

export const Funnel = Type.Object({
  /** The value that the limits stand around: the benchmark's. */
  centre: Type.Number(),
  method: Type.Enum([...LIMITS]),
  /** Limits to draw, by growing denominator. */
  limits: Type.Array(FunnelLimits),
  adjusted: Type.Array(FunnelLimits),
  /** Areas with a figure, and how many of them chance alone would put outside. */
  areas: Type.Integer(),
  expected95: Type.Number(),
  expected998: Type.Number(),
  /** By the limits drawn, by the same widened for over-dispersion, and by exact binomial limits. */
  before: Outside,
  after: Outside,
  exact: Outside,
  /** Winsorised over-dispersion ratio; variance between areas on the arcsine scale; its root. */
  phi: Type.Number(),
  tau2: Type.Number(),
  tau: Type.Number(),
  /** Areas where fewer than ten people are expected on the rarer side, so that score limits are rough. */
  rough: Type.Integer(),
});
export type Funnel = Static<typeof Funnel>;

const quantiles = {
  areas: Type.Integer(),
  min: NullableNumber,
  p10: NullableNumber,
  p25: NullableNumber,
  median: NullableNumber,
  p75: NullableNumber,
  p90: NullableNumber,
  max: NullableNumber,
};

export const Variation = Type.Object({
  ...quantiles,
  /** Heterogeneity: null, with the reason, where figures carry neither counts nor intervals. */
  q: NullableNumber,
  df: NullableNumber,
  pValue: NullableNumber,
  /** Share of the variation that is beyond chance, 0 to 1; it grows with the number of people. */
  i2: NullableNumber,
  /** Standard deviation between areas: on the arcsine scale for proportions, else in the metric's unit. */
  tau: NullableNumber,
  /** The same in the metric's unit, at the centre. */
  tauInUnits: NullableNumber,
  reason: NullableString,
});
export type Variation = Static<typeof Variation>;

/** The spread that chance alone would give areas of these sizes that were all alike. */
export const Chance = Type.Object({ p10: Type.Number(), p90: Type.Number() });
export type Chance = Static<typeof Chance>;

export const SpreadPoint = Type.Object({
  period: Type.String(),
  ...quantiles,
  i2: NullableNumber,
  tau: NullableNumber,
  chance: nullable(Chance),
});
export type SpreadPoint = Static<typeof SpreadPoint>;

export const WithinAlliance = Type.Object({
  area: Type.String(),
  name: Type.String(),
  ...figure,
  /** Its CCGs that have a figure. */
  areas: Type.Integer(),
  min: NullableNumber,
  median: NullableNumber,
  max: NullableNumber,
});
export type WithinAlliance = Static<typeof WithinAlliance>;

export const Fifth = Type.Object({
  /** 1 the most deprived. */
  fifth: Type.Integer(),
  areas: Type.Integer(),
  ...figure,
});
export type Fifth = Static<typeof Fifth>;

export const Spread = Type.Object({
  query: SpreadQuery,
  dataVersion: Type.String(),
  benchmark: nullable(Benchmark),
  /** The benchmark in words, to stand after `better than`. */
  against: Type.String(),
  target: nullable(TargetReply),
  illustrative: Type.Boolean(),
  areas: Type.Array(SpreadArea),
  /** Null, with the reason, where limits do not hold: no counts, no benchmark, too few areas. */
  funnel: nullable(Funnel),
  funnelReason: NullableString,
  variation: Variation,
  chance: nullable(Chance),
  /** Every period of the same grain, oldest first, with the metric's own breaks. */
  overTime: Type.Array(SpreadPoint),
  breaks: Type.Array(BreakReply),
  /** Of a spread between CCGs: each Alliance, and the share of the variation that lies between Alliances. */
  alliances: Type.Array(WithinAlliance),
  between: NullableNumber,
  betweenReason: NullableString,
  /** Fifths of the areas by deprivation; none, with the reason, where they cannot be made. */
  fifths: Type.Array(Fifth),
  fifthsReason: NullableString,
});
export type Spread = Static<typeof Spread>;
