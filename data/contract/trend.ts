import { type Static, Type } from 'typebox';
import { GRAINS } from '../periods.ts';
import {
  Area,
  BreakReply,
  figure,
  Group,
  Metric,
  NullableString,
  nullable,
  strict,
  TargetReply,
} from './common.ts';
import { Control, RecentTrend } from './control.ts';

export const TrendQuery = Type.Object(
  { metric: Metric, area: Area, grain: Type.Enum([...GRAINS]), group: Group },
  strict,
);
export type TrendQuery = Static<typeof TrendQuery>;

export const TrendPoint = Type.Object({ period: Type.String(), ...figure, notes: Type.Array(Type.String()) });
export type TrendPoint = Static<typeof TrendPoint>;

export const Series = Type.Object({
  area: Type.String(),
  name: Type.String(),
  points: Type.Array(TrendPoint),
});
export type Series = Static<typeof Series>;

export const Trend = Type.Object({
  query: TrendQuery,
  dataVersion: Type.String(),
  area: Type.Object({ area: Type.String(), name: Type.String(), level: Type.String() }),
  points: Type.Array(TrendPoint),
  /** England, over the same periods; null for England itself. */
  benchmark: nullable(Series),
  /** The CCG's Alliances, for a CCG. */
  alliances: Type.Array(Series),
  targets: Type.Array(TargetReply),
  breaks: Type.Array(BreakReply),
  /** Where the series ends at a merger: the area that follows it. */
  successor: nullable(Type.Object({ area: Type.String(), name: Type.String(), from: Type.String() })),
  control: Control,
  recentTrend: RecentTrend,
  illustrative: Type.Boolean(),
  note: NullableString,
});
export type Trend = Static<typeof Trend>;
