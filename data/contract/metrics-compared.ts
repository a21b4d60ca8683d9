import { type Static, Type } from 'typebox';
import type { PathwayId } from '../ambitions/index.ts';
import { MAP_LEVELS } from '../metrics/types.ts';
import {
  AreaId,
  AreaName,
  asked,
  Benchmark,
  DataVersion,
  MetricOf,
  nullable,
  PeriodId,
  PeriodOf,
  strict,
} from './common.ts';

export const MetricsComparedQuery = Type.Object(
  {
    level: Type.Enum([...MAP_LEVELS], {
      description: 'The level of the areas: ccg and alliance are of Annex i, icb and alliance-today of now',
    }),
    period: Type.Optional({
      ...PeriodId,
      description:
        'As at this period: each metric’s latest by then, of the same length where it has one. The latest year by default',
    }),
  },
  strict,
);
export type MetricsComparedQuery = Static<typeof MetricsComparedQuery>;

const number = (description: string) =>
  nullable(Type.Number(), `${description}; null where it cannot be told`);

export const FarArea = Type.Object(
  {
    area: AreaId,
    name: AreaName,
    value: Type.Number({ description: 'Its figure' }),
    side: Type.Enum(['low', 'high'], { description: 'Below the lower limit, or above the upper one' }),
  },
  { description: 'An area beyond the 99.8% limits of the funnel as they are widened for over-dispersion' },
);
export type FarArea = Static<typeof FarArea>;

export const ComparedMetric = Type.Object(
  {
    metric: MetricOf,
    label: Type.String({ description: 'Its name' }),
    pathway: Type.Unsafe<PathwayId>(Type.String({ description: 'The part of the pathway it belongs to' })),
    period: nullable(PeriodOf, 'The period of its figures; null where there are none by then'),
    reason: nullable(Type.String(), 'Why there are none; null where there are'),
    england: nullable(Benchmark, 'England’s figure; null where it has none that may stand beside them'),
    areas: Type.Integer({ description: 'Areas with a figure' }),
    p10: number('The value below which a tenth of them lie'),
    median: number('The median'),
    p90: number('The value above which a tenth of them lie'),
    i2: number('Share of the variation that is beyond chance, 0 to 1, as /api/spread has it'),
    variationReason: nullable(Type.String(), 'Why that share cannot be told; null where it can'),
    far: nullable(
      Type.Array(FarArea),
      'The areas beyond the widened 99.8% limits, lowest first; null where there are no limits',
    ),
    farOf: Type.Integer({ description: 'Areas that have a place in the funnel' }),
    farReason: nullable(Type.String(), 'Why there are no limits; null where there are'),
    overTime: Type.Array(
      Type.Object({
        period: PeriodOf,
        p10: Type.Number({ description: 'The value below which a tenth of them lay' }),
        median: Type.Number({ description: 'The median' }),
        p90: Type.Number({ description: 'The value above which a tenth of them lay' }),
      }),
      { description: 'The same spread in every period of the same length up to this one, oldest first' },
    ),
    breaks: Type.Array(Type.String(), {
      description: 'The first months after which that series is no longer comparable, YYYY-MM',
    }),
  },
  { description: 'How far one metric varies between the areas' },
);
export type ComparedMetric = Static<typeof ComparedMetric>;

export const MetricsCompared = Type.Object({
  query: asked(MetricsComparedQuery),
  dataVersion: DataVersion,
  period: Type.String({ description: 'The period it is as at' }),
  periods: Type.Array(Type.String(), {
    description: 'Periods at which it can be had: months, then quarters, then years, each oldest first',
  }),
  rows: Type.Array(ComparedMetric, { description: 'Every metric' }),
});
export type MetricsCompared = Static<typeof MetricsCompared>;
