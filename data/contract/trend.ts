import { type Static, Type } from 'typebox';
import { GRAINS } from '../periods.ts';
import {
  Area,
  AreaId,
  AreaLevel,
  AreaName,
  asked,
  BreakReply,
  DataVersion,
  figure,
  Group,
  Metric,
  Notes,
  nullable,
  PeriodOf,
  strict,
  TargetReply,
} from './common.ts';
import { Control, RecentTrend } from './control.ts';

export const TrendQuery = Type.Object(
  {
    metric: Metric,
    area: Area,
    grain: Type.Enum([...GRAINS], {
      description: 'How long each period is; /api/catalogue lists those of a metric',
    }),
    group: Group,
  },
  strict,
);
export type TrendQuery = Static<typeof TrendQuery>;

export const TrendPoint = Type.Object({ period: PeriodOf, ...figure, notes: Notes });
export type TrendPoint = Static<typeof TrendPoint>;

export const Series = Type.Object(
  {
    area: AreaId,
    name: AreaName,
    points: Type.Array(TrendPoint, { description: 'Its figures, oldest first' }),
  },
  { description: 'Another area’s series over the same periods' },
);
export type Series = Static<typeof Series>;

export const Trend = Type.Object({
  query: asked(TrendQuery),
  dataVersion: DataVersion,
  area: Type.Object(
    { area: AreaId, name: AreaName, level: AreaLevel },
    { description: 'The area the trend is of' },
  ),
  points: Type.Array(TrendPoint, { description: 'Its figures, oldest first' }),
  benchmark: nullable(Series, 'England, over the same periods; null for England itself'),
  alliances: Type.Array(Series, { description: 'The CCG’s Alliances, for a CCG' }),
  targets: Type.Array(TargetReply, {
    description: 'What was to be reached, each with the time it holds for',
  }),
  breaks: Type.Array(BreakReply, {
    description: 'Where the series stops being comparable with what comes before',
  }),
  successor: nullable(
    Type.Object({
      area: AreaId,
      name: AreaName,
      from: Type.String({ description: 'The month from which it stands, YYYY-MM' }),
    }),
    'Where the series ends at a merger: the area that follows it',
  ),
  control: { ...Control, description: 'The control chart of the series (XmR)' },
  recentTrend: { ...RecentTrend, description: 'The trend of its last five annual figures' },
  note: nullable(Type.String(), 'What has to be known of the whole series; null where nothing has'),
});
export type Trend = Static<typeof Trend>;
