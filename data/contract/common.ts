import { type Static, Type } from 'typebox';
import { CONFIDENCES, DEFAULTS } from '../addresses/choices.ts';
import { BASES, METRIC_IDS, type MetricId } from '../metrics/index.ts';

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
  description: '2016-04, fy2016-17-q1, fy2016-17, 2013 or 2012-2014; /api/catalogue lists those with figures',
});

export const Group = Type.Optional(
  Type.String({
    default: 'all',
    maxLength: 40,
    description:
      'all, or a patient group such as age:75+; /api/catalogue lists those of a metric. Of a metric published by group only, all means the first of them',
  }),
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

/** A schema's values or null; `description` says what it is, and when it is null. */
export const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(
  schema: T,
  description?: string,
) => Type.Union([schema, Type.Null()], description === undefined ? {} : { description });

/** What a reply says of the question it answers. */
export const asked = <T extends object>(query: T) => ({
  ...query,
  description: 'What was asked, with the default of what was left out',
});

export const AreaId = Type.String({ description: 'The area’s id, as /api/areas lists it' });
export const AreaName = Type.String({ description: 'Its name' });
/** What an area is: the last three are commissioners that are no CCG, and patients of none. */
export const AREA_LEVELS = [
  'ccg',
  'alliance',
  'icb',
  'alliance-today',
  'own',
  'region',
  'england',
  'hub',
  'discontinued',
  'unknown',
] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];
export const AreaLevel = Type.Unsafe<AreaLevel>(
  Type.String({
    description:
      'Its level: england, region, alliance, alliance-today, icb, ccg, or own: an area that a user has made',
  }),
);
export const PartLevel = Type.Enum(['ccg', 'icb'], {
  description: 'What the rows are: CCGs, or from the month in which CCGs’ figures end Integrated Care Boards',
});
export const MetricOf = Type.Unsafe<MetricId>(
  Type.String({ description: 'The metric’s id, as /api/catalogue lists it' }),
);
export const PeriodOf = Type.String({ description: 'The period’s id' });
export const DataVersion = Type.String({ description: 'The version of the data the reply was made from' });
export const Notes = Type.Array(Type.String(), {
  description: 'What has to be known of it, in sentences; none where nothing has',
});

export const STATUSES = [
  'published',
  'provisional',
  'derived',
  'inferred-period',
  'incomplete',
  'no-patients',
  'missing-submission',
  'suppressed',
  'not-published',
] as const;
export const Status = Type.Enum([...STATUSES], {
  description: 'Where the figure comes from, or why there is none',
});
export type Status = Static<typeof Status>;

/** What every figure carries; a gap has a status and a note, and no value. */
export const figure = {
  status: Status,
  value: nullable(Type.Number(), 'The figure, in the metric’s unit; null where there is none'),
  numerator: nullable(
    Type.Number(),
    'People counted: those in time, or with the outcome; null where only a value is published',
  ),
  denominator: nullable(Type.Number(), 'People they are counted among; null where only a value is published'),
  lower: nullable(Type.Number(), 'Lower end of the 95% interval'),
  upper: nullable(Type.Number(), 'Upper end of the 95% interval'),
};

export const Expected = Type.Object(
  {
    adjusted: Type.Number({
      description: 'The figure adjusted for the mix of patients, in the metric’s unit',
    }),
    lower: Type.Number({ description: 'Lower end of the range in which the publisher expects it' }),
    upper: Type.Number({ description: 'Upper end' }),
    verdict: Type.Enum(['below', 'within', 'above'], {
      description: 'The publisher’s own verdict, not ours',
    }),
  },
  { description: 'The publisher’s expected range of an area; left out where none is published' },
);
export type Expected = Static<typeof Expected>;

const COMPARISONS = ['better', 'similar', 'worse', 'higher', 'lower', 'not-compared'] as const;
export type Comparison = (typeof COMPARISONS)[number];
const VERDICTS = ['met', 'not-met', 'not-sure', 'no-target'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A figure compared with a benchmark and judged by a target, with what has to be known of it. */
export const judgedFigure = {
  ...figure,
  comparison: Type.Enum([...COMPARISONS], { description: 'How the figure stands to the benchmark' }),
  comparisonReason: nullable(Type.String(), 'Why it is not compared; null where it is'),
  verdict: Type.Enum([...VERDICTS], { description: 'Whether the target is met' }),
  notes: Notes,
};

export const Benchmark = Type.Object(
  {
    area: AreaId,
    name: AreaName,
    ...figure,
    note: Type.String({ description: 'What has to be known of it; empty where nothing has' }),
  },
  { description: 'A figure of a named area, to compare with' },
);
export type Benchmark = Static<typeof Benchmark>;

export const TargetReply = Type.Object(
  {
    value: nullable(
      Type.Number(),
      'What is to be reached, in the metric’s unit; null for a direction or a variation',
    ),
    basis: Type.Enum([...BASES], { description: 'What kind of target it is' }),
    from: Type.String({ description: 'The first month it holds for, YYYY-MM' }),
    until: nullable(Type.String(), 'The last month; null where it has no end'),
    by: nullable(Type.String(), 'The year it was to be reached; null where none is given'),
    comparable: Type.Boolean({
      description: 'Whether it is of the same denominator as the figures: else it is told, never a pass mark',
    }),
    label: Type.String({ description: 'The target in words' }),
  },
  { description: 'What a metric is asked to reach' },
);
export type TargetReply = Static<typeof TargetReply>;

export const BreakReply = Type.Object(
  {
    from: Type.String({ description: 'The first month that is no longer comparable, YYYY-MM' }),
    reason: Type.String({ description: 'Why' }),
  },
  { description: 'Where a series stops being comparable with what comes before' },
);
export type BreakReply = Static<typeof BreakReply>;

export const Problem = Type.Object(
  {
    code: Type.String({ description: 'What is wrong, as a word for a program' }),
    message: Type.String({ description: 'The same as a sentence for a person, with what would be right' }),
    details: Type.Optional(
      Type.Array(Type.String(), { description: 'The nearest, or the allowed values, where there are any' }),
    ),
  },
  { description: 'What a request is answered that cannot be answered' },
);
export type Problem = Static<typeof Problem>;

export const Health = Type.Object({
  status: Type.Enum(['ok', 'unavailable'], { description: 'Whether a dataset is being served' }),
  dataVersion: nullable(Type.String(), 'Its version; null where none is served'),
  builtAt: nullable(Type.String(), 'When it was built (UTC, ISO 8601)'),
  observations: Type.Integer({ description: 'How many figures it holds' }),
  reason: Type.Optional(
    Type.String({ description: 'Why none is served, or why a newer one was refused, and what to do' }),
  ),
  uploads: Type.Optional(
    Type.Boolean({ description: 'True where files may be loaded from the browser that asks' }),
  ),
  failedBuild: Type.Optional(
    Type.Object(
      {
        at: Type.String({ description: 'When it was tried (UTC, ISO 8601)' }),
        reason: Type.String({ description: 'What the build said' }),
      },
      { description: 'Why a later dataset could not be built; the last good one is served' },
    ),
  ),
});
export type Health = Static<typeof Health>;
