import { type Static, Type } from 'typebox';
import { MAP_LEVELS } from '../metrics/types.ts';
import {
  Against,
  AreaId,
  AreaName,
  asked,
  Benchmark,
  Confidence,
  DataVersion,
  Expected,
  Group,
  judgedFigure,
  Metric,
  nullable,
  PeriodId,
  strict,
  TargetReply,
} from './common.ts';

export const SnapshotQuery = Type.Object(
  {
    metric: Metric,
    period: PeriodId,
    level: Type.Enum([...MAP_LEVELS, 'region', 'own'], {
      description:
        'The level of the areas: ccg and alliance are of Annex i, icb and alliance-today of now; own are areas that whoever runs this server has made',
    }),
    group: Group,
    benchmark: Against,
    confidence: Confidence,
  },
  strict,
);
export type SnapshotQuery = Static<typeof SnapshotQuery>;

export const Rank = Type.Object(
  {
    value: Type.Integer({ description: 'Its place' }),
    lower: Type.Integer({ description: 'Lower end of the place’s 95% range' }),
    upper: Type.Integer({ description: 'Upper end' }),
    of: Type.Integer({ description: 'How many areas are ranked' }),
  },
  {
    description:
      'A place among all areas of the level (1 is the best, or the highest where there is no judgement), and its 95% range',
  },
);
export type Rank = Static<typeof Rank>;

const { notes, ...judged } = judgedFigure;

export const SnapshotArea = Type.Object(
  {
    area: AreaId,
    name: AreaName,
    ...judged,
    rank: nullable(Rank, 'Its place among all areas of the level; null where there is none'),
    expected: Type.Optional(Expected),
    benchmark: Type.Optional(
      nullable(Benchmark, 'What the figure is compared with, where each area has a benchmark of its own'),
    ),
    parents: Type.Array(Type.String(), {
      description: 'The Alliances the area lies in (of a CCG), or its region (of an Alliance)',
    }),
    shapes: Type.Array(Type.String(), {
      description: 'The 2016 CCGs whose shapes the map paints for this area',
    }),
    notes,
  },
  { description: 'An area, its figure, and how that stands' },
);
export type SnapshotArea = Static<typeof SnapshotArea>;

export const Snapshot = Type.Object({
  query: asked(SnapshotQuery),
  dataVersion: DataVersion,
  benchmark: nullable(
    Benchmark,
    'What all areas are compared with; null where each has its own, or where it has no figure',
  ),
  against: Type.String({
    description:
      'The benchmark in words, to stand after better than: England, its Alliance, the best tenth of CCGs',
  }),
  target: nullable(TargetReply, 'What is to be reached in the period; null where nothing is'),
  summary: Type.Object(
    {
      areas: Type.Integer({ description: 'Areas of the level' }),
      withFigure: Type.Integer({ description: 'Those with a figure' }),
      met: nullable(
        Type.Integer(),
        'Those whose figure is at the standard or beyond it, whatever its interval; null where there is none',
      ),
    },
    { description: 'How many areas have a figure, and how many of these meet the target on their counts' },
  ),
  areas: Type.Array(SnapshotArea, { description: 'Every area of the level, those without a figure too' }),
});
export type Snapshot = Static<typeof Snapshot>;
