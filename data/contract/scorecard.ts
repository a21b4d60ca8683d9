import { type Static, Type } from 'typebox';
import {
  Against,
  Area,
  Benchmark,
  Confidence,
  figure,
  NullableString,
  nullable,
  PeriodId,
  strict,
  TargetReply,
} from './common.ts';
import { COMPARISONS, VERDICTS } from './snapshot.ts';

export const ScorecardQuery = Type.Object(
  {
    alliance: Area,
    period: Type.Optional({
      ...PeriodId,
      description: 'As at this period: each metric’s latest by then. The latest by default',
    }),
    benchmark: Against,
    confidence: Confidence,
  },
  strict,
);
export type ScorecardQuery = Static<typeof ScorecardQuery>;

export const ScorecardColumn = Type.Object({
  metric: Type.String(),
  label: Type.String(),
  pathway: Type.String(),
  period: Type.String(),
  target: nullable(TargetReply),
  illustrative: Type.Boolean(),
  /** The Alliance’s own figure, and England’s. */
  alliance: nullable(Benchmark),
  england: nullable(Benchmark),
});
export type ScorecardColumn = Static<typeof ScorecardColumn>;

export const ScorecardCell = Type.Object({
  metric: Type.String(),
  ...figure,
  comparison: Type.Enum([...COMPARISONS]),
  comparisonReason: NullableString,
  verdict: Type.Enum([...VERDICTS]),
  notes: Type.Array(Type.String()),
});
export type ScorecardCell = Static<typeof ScorecardCell>;

export const Scorecard = Type.Object({
  query: ScorecardQuery,
  dataVersion: Type.String(),
  alliance: Type.Object({ area: Type.String(), name: Type.String() }),
  against: Type.String(),
  period: Type.String(),
  periods: Type.Array(Type.String()),
  /** One for each metric that has a figure for a CCG of the Alliance by then. */
  columns: Type.Array(ScorecardColumn),
  /** The Alliance’s CCGs as they were, each with a cell for every column, in the columns’ order. */
  rows: Type.Array(
    Type.Object({ area: Type.String(), name: Type.String(), cells: Type.Array(ScorecardCell) }),
  ),
  notes: Type.Array(Type.String()),
});
export type Scorecard = Static<typeof Scorecard>;
