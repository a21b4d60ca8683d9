import { type Static, Type } from 'typebox';
import {
  Against,
  Benchmark,
  Confidence,
  figure,
  Group,
  Metric,
  NullableString,
  nullable,
  PeriodId,
  strict,
  TargetReply,
} from './common.ts';

export const SnapshotQuery = Type.Object(
  {
    metric: Metric,
    period: PeriodId,
    level: Type.Enum(['ccg', 'alliance', 'region']),
    group: Group,
    benchmark: Against,
    confidence: Confidence,
  },
  strict,
);
export type SnapshotQuery = Static<typeof SnapshotQuery>;

export const COMPARISONS = ['better', 'similar', 'worse', 'higher', 'lower', 'not-compared'] as const;
export type Comparison = (typeof COMPARISONS)[number];
export const VERDICTS = ['met', 'not-met', 'not-sure', 'no-target'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A place among all areas of the level (1 is the best, or the highest where there is no judgement), and its 95% range. */
export const Rank = Type.Object({
  value: Type.Integer(),
  lower: Type.Integer(),
  upper: Type.Integer(),
  of: Type.Integer(),
});
export type Rank = Static<typeof Rank>;

export const SnapshotArea = Type.Object({
  area: Type.String(),
  name: Type.String(),
  ...figure,
  comparison: Type.Enum([...COMPARISONS]),
  comparisonReason: NullableString,
  verdict: Type.Enum([...VERDICTS]),
  rank: nullable(Rank),
  /** What the figure is compared with, where each area has a benchmark of its own. */
  benchmark: Type.Optional(nullable(Benchmark)),
  /** The Alliances the area lies in (of a CCG), or its region (of an Alliance). */
  parents: Type.Array(Type.String()),
  /** The 2016 CCGs whose shapes the map paints for this area. */
  shapes: Type.Array(Type.String()),
  notes: Type.Array(Type.String()),
});
export type SnapshotArea = Static<typeof SnapshotArea>;

export const Snapshot = Type.Object({
  query: SnapshotQuery,
  dataVersion: Type.String(),
  /** What all areas are compared with; null where each has its own, or where it has no figure. */
  benchmark: nullable(Benchmark),
  /** The benchmark in words, to stand after `better than`: `England`, `its Alliance`, `the best tenth of CCGs`. */
  against: Type.String(),
  target: nullable(TargetReply),
  illustrative: Type.Boolean(),
  /** How many areas have a figure, and how many of these meet the target on their counts. */
  summary: Type.Object({ areas: Type.Integer(), withFigure: Type.Integer(), met: nullable(Type.Integer()) }),
  areas: Type.Array(SnapshotArea),
});
export type Snapshot = Static<typeof Snapshot>;
