import { type Static, Type } from 'typebox';
import { DEFAULTS, LIMITS } from '../addresses/choices.ts';
import { MAP_LEVELS } from '../metrics/types.ts';
import {
  Against,
  AreaId,
  AreaName,
  asked,
  Benchmark,
  BreakReply,
  DataVersion,
  figure,
  Group,
  Metric,
  Notes,
  nullable,
  PeriodId,
  PeriodOf,
  strict,
  TargetReply,
} from './common.ts';

export const SpreadQuery = Type.Object(
  {
    metric: Metric,
    period: PeriodId,
    level: Type.Enum([...MAP_LEVELS, 'region'], {
      description: 'The level of the areas: ccg and alliance are of Annex i, icb and alliance-today of now',
    }),
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

export const SpreadArea = Type.Object(
  {
    area: AreaId,
    name: AreaName,
    ...figure,
    zone: nullable(
      Type.Enum([...ZONES]),
      'Where it lies in the funnel; null where there is no figure or no funnel',
    ),
    adjustedZone: nullable(Type.Enum([...ZONES]), 'The same, with limits widened for over-dispersion'),
    parents: Type.Array(Type.String(), {
      description: 'The Alliances the area lies in (of a CCG), or its region (of an Alliance)',
    }),
    fifth: nullable(
      Type.Integer({ minimum: 1, maximum: 5 }),
      'Fifth of the areas by deprivation (IMD 2015), 1 the most deprived; null where it is not known',
    ),
    notes: Notes,
  },
  { description: 'An area, its figure, and where it lies in the funnel' },
);
export type SpreadArea = Static<typeof SpreadArea>;

const quantiles = {
  areas: Type.Integer({ description: 'Areas with a figure' }),
  min: nullable(Type.Number(), 'The smallest value'),
  p10: nullable(Type.Number(), 'The value below which a tenth of them lie'),
  p25: nullable(Type.Number(), 'The lower quartile'),
  median: nullable(Type.Number(), 'The median'),
  p75: nullable(Type.Number(), 'The upper quartile'),
  p90: nullable(Type.Number(), 'The value above which a tenth of them lie'),
  max: nullable(Type.Number(), 'The largest value'),
};

export const Variation = Type.Object(
  {
    ...quantiles,
    q: nullable(
      Type.Number(),
      'Heterogeneity: Pearson’s chi-squared of counts about their pooled proportion, Cochran’s Q of values with intervals; null, with the reason, where figures carry neither',
    ),
    df: nullable(Type.Number(), 'Its degrees of freedom'),
    byChance: nullable(Type.Number(), 'What it would be by chance alone, on average'),
    pValue: nullable(Type.Number(), 'Its p-value'),
    reference: nullable(
      Type.Enum(['chi-squared', 'simulated'], {
        description:
          'What the p-value is read from: the chi-squared distribution, or 2,000 draws of areas of the same sizes that are all alike, where fewer than 5 are expected in an area',
      }),
      'Null where there is no p-value',
    ),
    i2: nullable(
      Type.Number(),
      'Share of the heterogeneity that is beyond chance, 0 to 1: 1 less what chance gives over what there is; it grows with the number of people',
    ),
    tau: nullable(
      Type.Number(),
      'Standard deviation between areas: on the arcsine scale for proportions, else in the metric’s unit',
    ),
    tauInUnits: nullable(Type.Number(), 'The same in the metric’s unit, at the centre'),
    reason: nullable(Type.String(), 'Why heterogeneity cannot be told; null where it can'),
  },
  { description: 'How much the areas differ' },
);
export type Variation = Static<typeof Variation>;

export const Chance = Type.Object(
  {
    p10: Type.Number({ description: 'A tenth of them would lie below it' }),
    p90: Type.Number({ description: 'A tenth would lie above it' }),
  },
  { description: 'The spread that chance alone would give areas of these sizes that were all alike' },
);
export type Chance = Static<typeof Chance>;

export const SpreadPoint = Type.Object(
  {
    period: PeriodOf,
    ...quantiles,
    i2: nullable(Type.Number(), 'Share of the variation that is beyond chance, 0 to 1'),
    tau: nullable(Type.Number(), 'Standard deviation between areas, on the arcsine scale for proportions'),
    chance: nullable(Chance, 'The spread that chance alone would give'),
  },
  { description: 'The spread in one period' },
);
export type SpreadPoint = Static<typeof SpreadPoint>;

export const WithinAlliance = Type.Object(
  {
    area: AreaId,
    name: AreaName,
    ...figure,
    areas: Type.Integer({ description: 'Its CCGs that have a figure' }),
    min: nullable(Type.Number(), 'The smallest value of its CCGs'),
    median: nullable(Type.Number(), 'Their median'),
    max: nullable(Type.Number(), 'The largest'),
  },
  { description: 'An Alliance, and the spread of its CCGs' },
);
export type WithinAlliance = Static<typeof WithinAlliance>;

const BetweenAlliances = Type.Object(
  {
    omegaSquared: Type.Number({
      description:
        'Share of the variation between areas, weighted by their people, that lies between Alliances beyond what chance puts there (ω²): at most 1, and a little below 0 where Alliances differ less than chance makes them',
    }),
    chance: Type.Number({
      description:
        'ω² of the same areas dealt out at random to Alliances of as many, on average of 2,000 deals',
    }),
    pValue: Type.Number({ description: 'The chance that such a deal gives as much' }),
    share: Type.Number({
      description:
        'The uncorrected share (η²), 0 to 1, which is (Alliances − 1) / (areas − 1) by chance alone where sizes are alike',
    }),
    units: Type.Integer({ description: 'Areas with a figure, each counted once' }),
    groups: Type.Integer({ description: 'Alliances they lie in' }),
  },
  { description: 'Variation between and within Alliances' },
);
export const Fifth = Type.Object(
  {
    fifth: Type.Integer({ description: '1 the most deprived' }),
    areas: Type.Integer({ description: 'Areas with a figure' }),
    ...figure,
  },
  { description: 'A fifth of the areas by deprivation (IMD 2015)' },
);
export type Fifth = Static<typeof Fifth>;

export const FunnelLimits = Type.Object(
  {
    denominator: Type.Number({ description: 'People the limits are for' }),
    lower95: Type.Number({ description: 'Lower 95% limit' }),
    upper95: Type.Number({ description: 'Upper 95% limit' }),
    lower998: Type.Number({ description: 'Lower 99.8% limit' }),
    upper998: Type.Number({ description: 'Upper 99.8% limit' }),
  },
  { description: 'The funnel’s limits at one denominator' },
);
export type FunnelLimits = Static<typeof FunnelLimits>;

export const Outside = Type.Object(
  {
    low95: Type.Integer({ description: 'Below the lower 95% limit' }),
    high95: Type.Integer({ description: 'Above the upper 95% limit' }),
    outside95: Type.Integer({ description: 'Beyond either' }),
    low998: Type.Integer({ description: 'Below the lower 99.8% limit' }),
    high998: Type.Integer({ description: 'Above the upper 99.8% limit' }),
    outside998: Type.Integer({ description: 'Beyond either' }),
  },
  {
    description:
      'How many areas lie beyond limits; those beyond the 99.8% limits are beyond the 95% ones too',
  },
);
export type Outside = Static<typeof Outside>;

export const Funnel = Type.Object({
  centre: Type.Number({ description: 'The value that the limits stand around: the benchmark’s' }),
  method: Type.Enum([...LIMITS], { description: 'How the limits were made, as asked' }),
  limits: Type.Array(FunnelLimits, { description: 'Limits to draw, by growing denominator' }),
  adjusted: Type.Array(FunnelLimits, { description: 'The same limits, widened for over-dispersion' }),
  areas: Type.Integer({ description: 'Areas with a figure' }),
  expected95: Type.Number({ description: 'How many of them chance alone would put beyond the 95% limits' }),
  expected998: Type.Number({ description: 'And beyond the 99.8% limits' }),
  before: { ...Outside, description: 'Areas beyond the limits drawn' },
  after: { ...Outside, description: 'Areas beyond the limits widened for over-dispersion' },
  exact: { ...Outside, description: 'Areas beyond exact binomial limits' },
  phi: Type.Number({ description: 'Over-dispersion ratio, winsorised' }),
  tau2: Type.Number({ description: 'Variance between areas on the arcsine scale' }),
  tau: Type.Number({ description: 'Its root' }),
  rough: Type.Integer({
    description:
      'Areas where fewer than ten people are expected on the rarer side, so that score limits are rough',
  }),
});
export type Funnel = Static<typeof Funnel>;

export const Spread = Type.Object({
  query: asked(SpreadQuery),
  dataVersion: DataVersion,
  benchmark: nullable(
    Benchmark,
    'What all areas are compared with; null where each has its own, or where it has no figure',
  ),
  against: Type.String({ description: 'The benchmark in words, to stand after `better than`' }),
  target: nullable(TargetReply, 'What is to be reached in the period; null where nothing is'),
  areas: Type.Array(SpreadArea, { description: 'Every area of the level, those without a figure too' }),
  funnel: nullable(
    Funnel,
    'Limits around the benchmark, and how many areas lie beyond; null, with the reason, where they do not hold: no counts, no benchmark, too few areas',
  ),
  funnelReason: nullable(Type.String(), 'Why there is no funnel; null where there is'),
  variation: { ...Variation, description: 'Quantiles and heterogeneity of the areas' },
  chance: nullable(Chance, 'The spread that chance alone would give; null where it cannot be told'),
  overTime: Type.Array(SpreadPoint, {
    description: 'The spread in every period of the same grain, oldest first',
  }),
  breaks: Type.Array(BreakReply, { description: 'Where the series stops being comparable' }),
  alliances: Type.Array(WithinAlliance, {
    description: 'Of a spread between CCGs: each Alliance with the spread of its own',
  }),
  between: nullable(
    BetweenAlliances,
    'How much of the variation lies between Alliances; null where it cannot be told',
  ),
  betweenReason: nullable(
    Type.String(),
    'Why not; where it can, in which Alliance an area of two is counted, or null',
  ),
  fifths: Type.Array(Fifth, {
    description: 'Fifths of the areas by deprivation; none, with the reason, where they cannot be made',
  }),
  fifthsReason: nullable(Type.String(), 'Why there are none; null where there are'),
});
export type Spread = Static<typeof Spread>;
