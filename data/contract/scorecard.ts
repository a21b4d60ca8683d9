import { type Static, Type } from 'typebox';
import type { PathwayId } from '../ambitions/index.ts';
import {
  Against,
  Area,
  AreaId,
  AreaName,
  asked,
  Benchmark,
  Confidence,
  DataVersion,
  judgedFigure,
  MetricOf,
  Notes,
  nullable,
  PartLevel,
  PeriodId,
  PeriodOf,
  strict,
  TargetReply,
} from './common.ts';
import { ControlReading } from './control.ts';

export const ScorecardQuery = Type.Object(
  {
    alliance: { ...Area, description: 'An Alliance, as /api/areas lists them' },
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

export const ScorecardColumn = Type.Object(
  {
    metric: MetricOf,
    label: Type.String({ description: 'The metric’s name' }),
    pathway: Type.Unsafe<PathwayId>(Type.String({ description: 'The part of the pathway it belongs to' })),
    period: PeriodOf,
    target: nullable(TargetReply, 'What is to be reached in the period; null where nothing is'),
    alliance: nullable(Benchmark, 'The Alliance’s own figure; null where it has none'),
    england: nullable(Benchmark, 'England’s figure; null where it has none'),
  },
  { description: 'A metric, with the period and the figures its column is read by' },
);
export type ScorecardColumn = Static<typeof ScorecardColumn>;

export const ScorecardCell = Type.Object(
  {
    metric: MetricOf,
    ...judgedFigure,
  },
  { description: 'A CCG’s figure of a metric' },
);
export type ScorecardCell = Static<typeof ScorecardCell>;

export const Scorecard = Type.Object({
  query: asked(ScorecardQuery),
  level: PartLevel,
  dataVersion: DataVersion,
  alliance: Type.Object({ area: AreaId, name: AreaName }, { description: 'The Alliance' }),
  against: Type.String({ description: 'The benchmark in words, to stand after better than' }),
  period: Type.String({ description: 'The period the scorecard is as at' }),
  periods: Type.Array(Type.String(), { description: 'Periods at which it can be had, oldest first' }),
  columns: Type.Array(ScorecardColumn, {
    description: 'One for each metric that has a figure for a CCG of the Alliance by then',
  }),
  control: nullable(
    Type.Object({
      metric: MetricOf,
      label: Type.String({ description: 'Its name' }),
      areas: Type.Array(
        Type.Object({
          area: AreaId,
          reading: nullable(ControlReading, 'What it says; null of an area without months'),
        }),
        { description: 'The Alliance, then each row' },
      ),
    }),
    'What the control charts of the 62-day wait by month say, of the months up to the period; null where none has a figure',
  ),
  rows: Type.Array(Type.Object({ area: AreaId, name: AreaName, cells: Type.Array(ScorecardCell) }), {
    description: 'The Alliance’s CCGs as they were, each with a cell for every column, in the columns’ order',
  }),
  notes: Notes,
});
export type Scorecard = Static<typeof Scorecard>;
