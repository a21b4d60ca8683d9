import { type Static, Type } from 'typebox';
import { NullableNumber, NullableString, nullable } from './common.ts';

export const SIGNALS = ['outside', 'trend', 'two-of-three', 'shift'] as const;
/** The rule by which a point of a control chart is special cause. */
export type Signal = (typeof SIGNALS)[number];

export const POINT_TYPES = ['common-cause', 'improvement', 'concern', 'neutral-high', 'neutral-low'] as const;
/** What a point of a control chart says: common cause, or special cause of a kind. */
export type PointType = (typeof POINT_TYPES)[number];

export const ASSURANCES = ['consistent-pass', 'consistent-fail', 'inconsistent'] as const;
/** What the process can be expected to do about its target. */
export type Assurance = (typeof ASSURANCES)[number];

/** One period of a control chart (XmR); null limits where its stretch has none. */
export const ControlPoint = Type.Object({
  period: Type.String(),
  mean: NullableNumber,
  lower: NullableNumber,
  upper: NullableNumber,
  signal: nullable(Type.Enum([...SIGNALS])),
  side: nullable(Type.Enum(['above', 'below'])),
  type: Type.Enum([...POINT_TYPES]),
});
export type ControlPoint = Static<typeof ControlPoint>;

/** A stretch between breaks, with limits of its own or the reason why it has none. */
export const ControlSegment = Type.Object({
  from: Type.String(),
  until: Type.String(),
  /** Figures in it. */
  points: Type.Integer(),
  mean: NullableNumber,
  lower: NullableNumber,
  upper: NullableNumber,
  reason: NullableString,
});
export type ControlSegment = Static<typeof ControlSegment>;

export const Control = Type.Object({
  /** Why there is no control chart at all; null where at least one stretch has limits. */
  reason: NullableString,
  points: Type.Array(ControlPoint),
  segments: Type.Array(ControlSegment),
  /** The last figure's period, what it says, and by which rule; null where its stretch has no limits. */
  period: NullableString,
  variation: nullable(Type.Enum([...POINT_TYPES])),
  signal: nullable(Type.Enum([...SIGNALS])),
  assurance: nullable(Type.Enum([...ASSURANCES])),
  /** The target that the assurance is about, in the metric's unit. */
  target: NullableNumber,
  /** Consecutive points that make a shift or a trend. */
  runLength: Type.Integer(),
  cautions: Type.Array(Type.String()),
});
export type Control = Static<typeof Control>;

export const DIRECTIONS = ['increasing', 'decreasing', 'no-change', 'not-calculated'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The trend of the last five annual figures (Fingertips' method, 99.8%). */
export const RecentTrend = Type.Object({
  direction: Type.Enum([...DIRECTIONS]),
  judgement: nullable(Type.Enum(['getting-better', 'getting-worse'])),
  chiSquared: NullableNumber,
  /** The annual periods it was read from. */
  periods: Type.Array(Type.String()),
  reason: NullableString,
});
export type RecentTrend = Static<typeof RecentTrend>;

/** A control chart in short, for a table. */
export const ControlReading = Type.Object({
  grain: Type.String(),
  ...Type.Pick(Control, ['reason', 'period', 'variation', 'signal', 'assurance', 'target']).properties,
});
export type ControlReading = Static<typeof ControlReading>;
