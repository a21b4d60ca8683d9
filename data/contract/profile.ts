import { type Static, Type } from 'typebox';
import {
  Against,
  Area,
  Benchmark,
  Confidence,
  figure,
  NullableNumber,
  NullableString,
  nullable,
  PeriodId,
  strict,
  TargetReply,
} from './common.ts';
import { ControlReading, RecentTrend } from './control.ts';
import { COMPARISONS, Rank, VERDICTS } from './snapshot.ts';

export const ProfileQuery = Type.Object(
  {
    area: Area,
    period: Type.Optional({
      ...PeriodId,
      description:
        'As at this period: each metric’s figure for it, or its latest before it. The latest by default',
    }),
    benchmark: Against,
    confidence: Confidence,
  },
  strict,
);
export type ProfileQuery = Static<typeof ProfileQuery>;

/** Where all areas of the level stand: what a spine is drawn from. */
export const Spine = Type.Object({
  areas: Type.Integer(),
  min: Type.Number(),
  p10: Type.Number(),
  p25: Type.Number(),
  median: Type.Number(),
  p75: Type.Number(),
  p90: Type.Number(),
  max: Type.Number(),
});
export type Spine = Static<typeof Spine>;

/** The ten CCGs most similar, together. `areas`: how many of them have a figure. */
export const SimilarTen = Type.Object({ areas: Type.Integer(), ...Benchmark.properties });
export type SimilarTen = Static<typeof SimilarTen>;

export const ProfileRow = Type.Object({
  metric: Type.String(),
  label: Type.String(),
  pathway: Type.String(),
  /** The period of the figure; null where the metric has none at the level by then. */
  period: NullableString,
  ...figure,
  england: nullable(Benchmark),
  alliances: Type.Array(Benchmark),
  similar: nullable(SimilarTen),
  /** The value compared with, as asked; null where there is none. */
  benchmark: NullableNumber,
  comparison: Type.Enum([...COMPARISONS]),
  comparisonReason: NullableString,
  target: nullable(TargetReply),
  verdict: Type.Enum([...VERDICTS]),
  rank: nullable(Rank),
  spine: nullable(Spine),
  recentTrend: RecentTrend,
  /** The latest reading of its control chart by month; null where the metric is not monthly. */
  control: nullable(ControlReading),
  notes: Type.Array(Type.String()),
});
export type ProfileRow = Static<typeof ProfileRow>;

export const Profile = Type.Object({
  query: ProfileQuery,
  dataVersion: Type.String(),
  area: Type.Object({ area: Type.String(), name: Type.String(), level: Type.String() }),
  /** The benchmark in words, to stand after `better than`. */
  against: Type.String(),
  /** The period the profile is as at. */
  period: Type.String(),
  /** Periods at which a profile can be had, oldest first. */
  periods: Type.Array(Type.String()),
  rows: Type.Array(ProfileRow),
});
export type Profile = Static<typeof Profile>;
