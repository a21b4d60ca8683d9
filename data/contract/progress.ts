import { type Static, Type } from 'typebox';
import type { Heading, PathwayId } from '../ambitions/index.ts';
import { BASES, type MetricId } from '../metrics/index.ts';
import {
  Area,
  AreaId,
  AreaLevel,
  AreaName,
  asked,
  Benchmark,
  DataVersion,
  figure,
  judgedFigure,
  MetricOf,
  nullable,
  PeriodId,
  PeriodOf,
  strict,
  TargetReply,
} from './common.ts';
import { ControlReading, RecentTrend } from './control.ts';
import { SpreadPoint } from './spread.ts';

export const ProgressQuery = Type.Object(
  {
    area: Area,
    period: Type.Optional({
      ...PeriodId,
      description: 'As at this period: from the figures up to its end alone. The latest by default',
    }),
  },
  strict,
);
export type ProgressQuery = Static<typeof ProgressQuery>;

export const PathPoint = Type.Object(
  {
    period: nullable(Type.String(), 'The figure’s period; null of a point between or after figures'),
    time: Type.Number({
      description: 'When: years, the middle of the period (2016/17: 2016.75; 2014: 2014.5)',
    }),
    value: Type.Number({ description: 'The value, in the metric’s unit' }),
    lower: nullable(Type.Number(), 'Lower end of its 95% interval'),
    upper: nullable(Type.Number(), 'Upper end'),
    numerator: Type.Optional(nullable(Type.Number(), 'Its numerator; of figures only')),
    denominator: Type.Optional(nullable(Type.Number(), 'Its denominator; of figures only')),
  },
  {
    description: 'A figure in time',
  },
);
export type PathPoint = Static<typeof PathPoint>;

export const PaceReply = Type.Object(
  {
    from: Type.String({ description: 'The first figure of the unbroken stretch it is read from' }),
    to: Type.String({ description: 'The last' }),
    points: Type.Integer({ description: 'How many figures it is read from' }),
    seen: nullable(Type.Number(), 'The change a year that was seen; null where it cannot be told'),
    lower: nullable(Type.Number(), 'Lower end of its 95% interval'),
    upper: nullable(Type.Number(), 'Upper end'),
    needed: nullable(
      Type.Number(),
      'What reaches the target by its date; null where it has no date, or the date has passed',
    ),
    when: nullable(
      Type.Object({
        time: Type.Number({ description: 'The year, with its part gone by' }),
        earliest: Type.Number({
          description: 'The earlier end of its 95% interval, not before the last figure',
        }),
        latest: nullable(Type.Number(), 'The later end; null where it lies more than ten years ahead'),
      }),
      'When the straight line through the figures reaches the target, with its 95% interval, in years; never before the last figure',
    ),
    reason: nullable(Type.String(), 'Why it cannot be said when, in words'),
  },
  { description: 'How fast a figure moves and would have to, in the metric’s unit a year' },
);
export type PaceReply = Static<typeof PaceReply>;

export const ProgressRow = Type.Object(
  {
    id: Type.String({ description: 'The ambition’s id' }),
    pathway: Type.Unsafe<PathwayId>(Type.String({ description: 'The part of the pathway it belongs to' })),
    heading: Type.Unsafe<Heading>(Type.String({ description: 'What it is about, in brief' })),
    ambition: Type.String({ description: 'The ambition in words' }),
    asPrinted: Type.String({ description: 'The line of Annex A it comes from' }),
    footnote: nullable(Type.String(), 'The footnote Annex A gives it'),
    repeats: Type.Boolean({
      description: 'Whether Annex A has printed the same ambition under an earlier area',
    }),
    metric: nullable(
      Type.Unsafe<MetricId>(Type.String()),
      'The metric that measures it; null where none does',
    ),
    label: nullable(Type.String(), 'That metric’s name'),
    basis: nullable(
      Type.Enum([...BASES]),
      'What kind of target it is: a standard, an ambition, a direction, or less variation',
    ),
    period: nullable(Type.String(), 'Of the latest figure by then; null where there is none'),
    ...figure,
    england: nullable(Benchmark, 'England’s figure for the same period'),
    comparison: { ...judgedFigure.comparison, description: 'How the figure stands to England’s' },
    comparisonReason: judgedFigure.comparisonReason,
    target: nullable(TargetReply, 'What is to be reached; null where it names no number'),
    national: Type.Boolean({
      description:
        'Whether the target is a national one, shown to the area as a reference and no pass mark; of less variation, whether the spread is that of England’s CCGs',
    }),
    verdict: {
      ...judgedFigure.verdict,
      description: 'By the 95% interval; a target whose date has passed is met or missed for good',
    },
    reached: nullable(
      Type.Boolean(),
      'By the figure itself: whether it reaches the target; null where there is none to reach',
    ),
    passed: Type.Boolean({
      description: 'Whether the target’s date lies before the period the progress is read at',
    }),
    gap: nullable(
      Type.Object({
        points: Type.Number({ description: 'In the metric’s unit; negative: beyond the target' }),
        people: nullable(Type.Integer(), 'In people; null where the figure has no counts'),
      }),
      'How far short of the target: in the metric’s unit (negative: beyond it), and in people (none: 0)',
    ),
    pace: nullable(
      PaceReply,
      'How fast the figure moves, and how fast it would have to; null where there is no series',
    ),
    path: Type.Object(
      {
        points: Type.Array(PathPoint, { description: 'The figures' }),
        target: Type.Array(PathPoint, { description: 'The straight way to the target' }),
        projection: Type.Array(PathPoint, { description: 'The pace seen, carried on' }),
      },
      {
        description:
          'The expected path against the actual one: figures, the straight way to the target, and the projection',
      },
    ),
    recentTrend: nullable(RecentTrend, 'The trend of its last five annual figures'),
    control: nullable(
      ControlReading,
      'What the control chart of its months says, of those up to the period; null where it has no months',
    ),
    spread: Type.Array(SpreadPoint, {
      description: 'Of a variation ambition: the spread between CCGs through time',
    }),
    beside: nullable(
      Type.Object({
        metric: MetricOf,
        label: Type.String({ description: 'Its name' }),
        period: PeriodOf,
        value: Type.Number({ description: 'Its value' }),
      }),
      'What stands beside the figure lest it mislead: of cancers at stage 1 or 2, the share staged',
    ),
    reason: nullable(
      Type.String(),
      'Why there is no figure, or what would fill the row; null where there is one',
    ),
    notes: judgedFigure.notes,
  },
  { description: 'An ambition, and how far the area has come' },
);
export type ProgressRow = Static<typeof ProgressRow>;

export const Progress = Type.Object({
  query: asked(ProgressQuery),
  dataVersion: DataVersion,
  area: Type.Object(
    { area: AreaId, name: AreaName, level: AreaLevel },
    { description: 'The area the progress is of' },
  ),
  period: Type.String({ description: 'The period the progress is read at' }),
  periods: Type.Array(Type.String(), { description: 'Periods at which it can be read, oldest first' }),
  rows: Type.Array(ProgressRow, { description: 'Every row of Annex A, in its order' }),
});
export type Progress = Static<typeof Progress>;
