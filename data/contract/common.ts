import { type Static, Type } from 'typebox';
import { CONFIDENCES, DEFAULTS } from '../choices.ts';
import { BASES } from '../metrics/types.ts';
import { METRIC_IDS, type MetricId } from '../metrics.ts';

/** Strict: a misspelt parameter is a 400, not a silently different answer. */
export const strict = { additionalProperties: false } as const;

export const Metric = Type.Enum(METRIC_IDS as [MetricId, ...MetricId[]], {
  description: 'A metric, as /api/catalogue lists them',
});

export const Area = Type.String({
  minLength: 1,
  maxLength: 80,
  description: 'england, a region, an Alliance, or the NHS code of a CCG, as /api/areas lists them',
});

export const PeriodId = Type.String({
  minLength: 4,
  maxLength: 13,
  description: '2016-04, fy2016-17-q1, fy2016-17, 2013 or 2012-2014',
});

export const Group = Type.Optional(
  Type.String({ default: 'all', maxLength: 40, description: 'all, or a patient group such as age:75+' }),
);

export const Against = Type.Optional(
  Type.String({
    default: DEFAULTS.benchmark,
    minLength: 1,
    maxLength: 1500,
    description:
      'What figures are compared with: england, any other area, an own group (areas of one level, separated by commas), best-decile, alliance (each CCG’s own) or similar (each CCG’s ten most similar)',
  }),
);

export const Confidence = Type.Optional(
  Type.Enum([...CONFIDENCES], {
    default: DEFAULTS.confidence,
    description: 'Per cent of the interval that must exclude the benchmark for a figure to differ from it',
  }),
);

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export const NullableNumber = nullable(Type.Number());
export const NullableString = nullable(Type.String());

export const STATUSES = [
  'published',
  'derived',
  'inferred-period',
  'suppressed',
  'not-published',
  'illustrative',
] as const;
export const Status = Type.Enum([...STATUSES]);
export type Status = Static<typeof Status>;

/** What every figure carries; a gap has a status and a note, and no value. */
export const figure = {
  status: Status,
  value: NullableNumber,
  numerator: NullableNumber,
  denominator: NullableNumber,
  lower: NullableNumber,
  upper: NullableNumber,
};

/** A figure of a named area, to compare with. */
export const Benchmark = Type.Object({
  area: Type.String(),
  name: Type.String(),
  ...figure,
  note: Type.String(),
});
export type Benchmark = Static<typeof Benchmark>;

export const TargetReply = Type.Object({
  value: NullableNumber,
  basis: Type.Enum([...BASES]),
  from: Type.String(),
  until: NullableString,
  by: NullableString,
  comparable: Type.Boolean(),
  label: Type.String(),
});
export type TargetReply = Static<typeof TargetReply>;

/** Where a series stops being comparable with what comes before. */
export const BreakReply = Type.Object({ from: Type.String(), reason: Type.String() });
export type BreakReply = Static<typeof BreakReply>;

/** What a failed request answers. */
export const Problem = Type.Object({
  code: Type.String(),
  message: Type.String(),
  details: Type.Optional(Type.Array(Type.String())),
});
export type Problem = Static<typeof Problem>;

export const Health = Type.Object({
  status: Type.Enum(['ok', 'unavailable']),
  dataVersion: NullableString,
  builtAt: NullableString,
  observations: Type.Integer(),
  reason: Type.Optional(Type.String()),
});
export type Health = Static<typeof Health>;

export { nullable };
