import { type Static, Type } from 'typebox';
import { BASES } from '../metrics/types.ts';
import {
  Area,
  Benchmark,
  figure,
  NullableNumber,
  NullableString,
  nullable,
  PeriodId,
  strict,
  TargetReply,
} from './common.ts';
import { RecentTrend } from './control.ts';
import { VERDICTS } from './snapshot.ts';
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

/** A figure in time: `time` in years, the middle of its period (2016/17: 2016.75; 2014: 2014.5). */
export const PathPoint = Type.Object({
  period: NullableString,
  time: Type.Number(),
  value: Type.Number(),
  lower: NullableNumber,
  upper: NullableNumber,
});
export type PathPoint = Static<typeof PathPoint>;

/** How fast a figure moves and would have to, in the metric’s unit a year. */
export const PaceReply = Type.Object({
  /** The first and last figure of the unbroken stretch it is read from, and how many there are. */
  from: Type.String(),
  to: Type.String(),
  points: Type.Integer(),
  seen: NullableNumber,
  lower: NullableNumber,
  upper: NullableNumber,
  /** What reaches the target by its date; null where it has no date, or the date has passed. */
  needed: NullableNumber,
  /** When the target is reached at the pace seen, with the range that its interval gives, in years. */
  when: nullable(
    Type.Object({ time: Type.Number(), earliest: Type.Number(), latest: nullable(Type.Number()) }),
  ),
  /** Why it cannot be said when, in words. */
  reason: NullableString,
});
export type PaceReply = Static<typeof PaceReply>;

export const ProgressRow = Type.Object({
  id: Type.String(),
  pathway: Type.String(),
  heading: Type.String(),
  ambition: Type.String(),
  asPrinted: Type.String(),
  footnote: NullableString,
  /** Whether Annex A has printed the same ambition under an earlier area. */
  repeats: Type.Boolean(),
  metric: NullableString,
  label: NullableString,
  basis: nullable(Type.Enum([...BASES])),
  /** Of the latest figure by then; null where there is none. */
  period: NullableString,
  ...figure,
  england: nullable(Benchmark),
  target: nullable(TargetReply),
  /** Whether the target is a national one, shown to the area as a reference and no pass mark. */
  national: Type.Boolean(),
  /** By the 95% interval; a target whose date has passed is met or missed for good. */
  verdict: Type.Enum([...VERDICTS]),
  /** By the figure itself: whether it reaches the target; null where there is none to reach. */
  reached: nullable(Type.Boolean()),
  /** Whether the target’s date lies before the period the progress is read at. */
  passed: Type.Boolean(),
  /** How far short of the target: in the metric’s unit (negative: beyond it), and in people (none: 0). */
  gap: nullable(Type.Object({ points: Type.Number(), people: nullable(Type.Integer()) })),
  pace: nullable(PaceReply),
  /** The expected path against the actual one: figures, the straight way to the target, and the projection. */
  path: Type.Object({
    points: Type.Array(PathPoint),
    target: Type.Array(PathPoint),
    projection: Type.Array(PathPoint),
  }),
  recentTrend: nullable(RecentTrend),
  /** Of a variation ambition: the spread between CCGs through time. */
  spread: Type.Array(SpreadPoint),
  /** What stands beside the figure lest it mislead: of cancers at stage 1 or 2, the share staged. */
  beside: nullable(
    Type.Object({ metric: Type.String(), label: Type.String(), period: Type.String(), value: Type.Number() }),
  ),
  /** Why there is no figure, or what would fill the row; null where there is one. */
  reason: NullableString,
  notes: Type.Array(Type.String()),
});
export type ProgressRow = Static<typeof ProgressRow>;

export const Progress = Type.Object({
  query: ProgressQuery,
  dataVersion: Type.String(),
  area: Type.Object({ area: Type.String(), name: Type.String(), level: Type.String() }),
  /** The period the progress is read at. */
  period: Type.String(),
  /** Periods at which it can be read, oldest first. */
  periods: Type.Array(Type.String()),
  /** Every row of Annex A, in its order. */
  rows: Type.Array(ProgressRow),
});
export type Progress = Static<typeof Progress>;
