import { type Static, Type } from 'typebox';
import type { Grain } from '../periods.ts';
import { nullable, PeriodOf } from './common.ts';

const SIGNALS = ['outside', 'trend', 'two-of-three', 'shift'] as const;
/** The rule by which a point of a control chart is special cause. */
export type Signal = (typeof SIGNALS)[number];

const POINT_TYPES = ['common-cause', 'improvement', 'concern', 'neutral-high', 'neutral-low'] as const;
/** What a point of a control chart says: common cause, or special cause of a kind. */
export type PointType = (typeof POINT_TYPES)[number];

const ASSURANCES = ['consistent-pass', 'consistent-fail', 'inconsistent'] as const;
/** What the process can be expected to do about its target. */
export type Assurance = (typeof ASSURANCES)[number];

export const ControlPoint = Type.Object(
  {
    period: PeriodOf,
    mean: nullable(Type.Number(), 'The centre line'),
    lower: nullable(Type.Number(), 'The lower process limit, cut at 0% where it lies below'),
    upper: nullable(Type.Number(), 'The upper process limit, cut at 100% where it lies above'),
    signal: nullable(
      Type.Enum([...SIGNALS]),
      'The rule by which the point is special cause; null: common cause',
    ),
    side: nullable(Type.Enum(['above', 'below']), 'The side of the mean on which the rule holds'),
    type: Type.Enum([...POINT_TYPES], {
      description: 'What the point says: common cause, or special cause of a kind',
    }),
  },
  { description: 'One period of a control chart (XmR); null limits where its stretch has none' },
);
export type ControlPoint = Static<typeof ControlPoint>;

export const ControlSegment = Type.Object(
  {
    from: Type.String({ description: 'Its first period' }),
    until: Type.String({ description: 'Its last period' }),
    points: Type.Integer({ description: 'Figures in it' }),
    mean: nullable(Type.Number(), 'Its centre line'),
    lower: nullable(Type.Number(), 'Its lower process limit, cut at 0%'),
    upper: nullable(Type.Number(), 'Its upper process limit, cut at 100%'),
    reason: nullable(Type.String(), 'Why it has no limits; null where it has'),
  },
  { description: 'A stretch between breaks, with limits of its own or the reason why it has none' },
);
export type ControlSegment = Static<typeof ControlSegment>;

export const PPrime = Type.Object(
  {
    mean: Type.Number({ description: 'Its centre line: the pooled proportion of the stretch' }),
    lower: Type.Number({ description: 'Its lower limit for the last figure’s people, cut at 0%' }),
    upper: Type.Number({ description: 'Its upper limit for the last figure’s people, cut at 100%' }),
    sigmaZ: Type.Number({
      description:
        'How far figures move, compared with chance alone, which would give 1; it scales the limits',
    }),
    variation: Type.Enum([...POINT_TYPES], { description: 'What the last figure says by this chart' }),
    signal: nullable(Type.Enum([...SIGNALS]), 'The rule by which it says so; null: common cause'),
    agrees: Type.Boolean({ description: 'Whether it says the same as the XmR chart' }),
  },
  {
    description:
      'The last figure by Laney’s p′ chart, whose limits allow for how many people each figure has; beside the XmR chart where these are few or change by more than a quarter',
  },
);
export type PPrime = Static<typeof PPrime>;

export const Control = Type.Object(
  {
    reason: nullable(
      Type.String(),
      'Why there is no control chart at all; null where at least one stretch has limits',
    ),
    points: Type.Array(ControlPoint, { description: 'Each period with the limits of its stretch' }),
    segments: Type.Array(ControlSegment, { description: 'The stretches between breaks' }),
    period: nullable(
      Type.String(),
      'The last figure’s period, what it says, and by which rule; null where its stretch has no limits',
    ),
    variation: nullable(Type.Enum([...POINT_TYPES]), 'What the last figure says'),
    signal: nullable(Type.Enum([...SIGNALS]), 'The rule by which it says so'),
    assurance: nullable(
      Type.Enum([...ASSURANCES]),
      'Whether the process can be expected to pass its target: always, never, or now and then',
    ),
    target: nullable(Type.Number(), 'The target that the assurance is about, in the metric’s unit'),
    pPrime: nullable(PPrime, 'Null where people are many and steady, or there are no limits'),
    runLength: Type.Integer({ description: 'Consecutive points that make a shift or a trend' }),
    cautions: Type.Array(Type.String(), { description: 'What to know before reading it' }),
  },
  { description: 'The control chart of the series (XmR), in months or quarters' },
);
export type Control = Static<typeof Control>;

const DIRECTIONS = ['increasing', 'decreasing', 'no-change', 'not-calculated'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const RecentTrend = Type.Object(
  {
    direction: Type.Enum([...DIRECTIONS], { description: 'Where it goes, or that it was not calculated' }),
    judgement: nullable(
      Type.Enum(['getting-better', 'getting-worse']),
      'Whether that is better or worse; null without a direction or a polarity',
    ),
    chiSquared: nullable(Type.Number(), 'The test’s statistic'),
    periods: Type.Array(Type.String(), { description: 'The annual periods it was read from' }),
    reason: nullable(Type.String(), 'Why it was not calculated; null where it was'),
  },
  { description: 'The trend of the last five annual figures (Fingertips’ method, 99.8%)' },
);
export type RecentTrend = Static<typeof RecentTrend>;

export const ControlReading = Type.Object(
  {
    grain: Type.Unsafe<Grain>(Type.String({ description: 'The length of its periods: month or quarter' })),
    ...Type.Pick(Control, ['reason', 'period', 'variation', 'signal', 'assurance', 'target', 'pPrime'])
      .properties,
  },
  { description: 'A control chart in short, for a table' },
);
export type ControlReading = Static<typeof ControlReading>;
