import { type Static, Type } from 'typebox';
import type { PathwayId } from '../ambitions/index.ts';
import {
  Against,
  Area,
  AreaId,
  AreaLevel,
  AreaName,
  asked,
  Benchmark,
  Confidence,
  DataVersion,
  Expected,
  figure,
  judgedFigure,
  MetricOf,
  nullable,
  PeriodId,
  strict,
  TargetReply,
} from './common.ts';
import { ControlReading, RecentTrend } from './control.ts';
import { Rank } from './snapshot.ts';

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

export const Spine = Type.Object(
  {
    areas: Type.Integer({ description: 'Areas with a figure' }),
    min: Type.Number({ description: 'The smallest value' }),
    p10: Type.Number({ description: 'The value below which a tenth of them lie' }),
    p25: Type.Number({ description: 'The lower quartile' }),
    median: Type.Number({ description: 'The median' }),
    p75: Type.Number({ description: 'The upper quartile' }),
    p90: Type.Number({ description: 'The value above which a tenth of them lie' }),
    max: Type.Number({ description: 'The largest value' }),
  },
  { description: 'Where all areas of the level stand: what a spine is drawn from' },
);
export type Spine = Static<typeof Spine>;

export const SimilarTen = Type.Object({
  areas: Type.Integer({ description: 'How many of them have a figure' }),
  ...Benchmark.properties,
});
export type SimilarTen = Static<typeof SimilarTen>;

export const ProfileRow = Type.Object(
  {
    metric: MetricOf,
    label: Type.String({ description: 'The metric’s name' }),
    pathway: Type.Unsafe<PathwayId>(Type.String({ description: 'The part of the pathway it belongs to' })),
    published: Type.Boolean({
      description: 'Whether the metric is published for areas of this level at all',
    }),
    period: nullable(
      Type.String(),
      'The period of the figure; null where the metric has none at the level by then',
    ),
    ...figure,
    england: nullable(Benchmark, 'England’s figure for the same period'),
    alliances: Type.Array(Benchmark, {
      description: 'The figures of the Alliances a CCG lies in, or of an ICB’s Alliance of today',
    }),
    similar: nullable(SimilarTen, 'Its ten most similar CCGs, together; null for other areas'),
    benchmark: nullable(Type.Number(), 'The value compared with, as asked; null where there is none'),
    comparison: judgedFigure.comparison,
    comparisonReason: judgedFigure.comparisonReason,
    target: nullable(TargetReply, 'What is to be reached in the period; null where nothing is'),
    verdict: judgedFigure.verdict,
    expected: Type.Optional(Expected),
    rank: nullable(Rank, 'Its place among all areas of its level; null where there is none'),
    spine: nullable(
      Spine,
      'Where all areas of the level stand, from least to most; null where too few have figures',
    ),
    recentTrend: { ...RecentTrend, description: 'The trend of its last five annual figures' },
    control: nullable(
      ControlReading,
      'The latest reading of its control chart by month; null where the metric is not monthly',
    ),
    notes: judgedFigure.notes,
  },
  { description: 'A metric of the area, with all that it is set beside' },
);
export type ProfileRow = Static<typeof ProfileRow>;

export const Profile = Type.Object({
  query: asked(ProfileQuery),
  dataVersion: DataVersion,
  area: Type.Object(
    { area: AreaId, name: AreaName, level: AreaLevel },
    { description: 'The area the profile is of' },
  ),
  against: Type.String({ description: 'The benchmark in words, to stand after `better than`' }),
  period: Type.String({ description: 'The period the profile is as at' }),
  periods: Type.Array(Type.String(), { description: 'Periods at which a profile can be had, oldest first' }),
  rows: Type.Array(ProfileRow, { description: 'Every metric, in the order of the pathway' }),
});
export type Profile = Static<typeof Profile>;
