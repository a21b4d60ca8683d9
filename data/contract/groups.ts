import { type Static, Type } from 'typebox';
import { GROUP_KINDS, type GroupKind } from '../metrics/groups.ts';
import {
  Area,
  AreaId,
  AreaLevel,
  AreaName,
  asked,
  Benchmark,
  DataVersion,
  figure,
  judgedFigure,
  Metric,
  Notes,
  nullable,
  PeriodId,
  strict,
} from './common.ts';

export const GroupsQuery = Type.Object(
  {
    metric: Metric,
    area: Type.Optional({ ...Area, default: 'england' }),
    period: Type.Optional({
      ...PeriodId,
      description:
        'As at this period: its own figures, or the latest by group before it. The latest by default',
    }),
  },
  strict,
);
export type GroupsQuery = Static<typeof GroupsQuery>;

export const GroupFigure = Type.Object(
  {
    group: Type.String({ description: 'The group’s id, such as tumour:lung' }),
    label: Type.String({ description: 'What it is called' }),
    ...figure,
    benchmark: nullable(
      Benchmark,
      'The same group in England; of England itself all patients together; null where there is no figure',
    ),
    difference: nullable(
      Type.Number(),
      'The figure less the benchmark’s, in the metric’s unit; null where one is missing',
    ),
    comparison: judgedFigure.comparison,
    comparisonReason: judgedFigure.comparisonReason,
    notes: Notes,
  },
  { description: 'A group of patients and its figure' },
);
export type GroupFigure = Static<typeof GroupFigure>;

export const KindOfGroup = Type.Object(
  {
    kind: Type.Enum(Object.keys(GROUP_KINDS) as [GroupKind, ...GroupKind[]], {
      description: 'What tells these groups apart, such as tumour or route',
    }),
    label: Type.String({ description: 'The same in words' }),
    groups: Type.Array(GroupFigure, { description: 'Its groups, the largest difference first, gaps last' }),
  },
  { description: 'The groups of one kind' },
);
export type KindOfGroup = Static<typeof KindOfGroup>;

export const Groups = Type.Object({
  query: asked(GroupsQuery),
  dataVersion: DataVersion,
  area: Type.Object({ area: AreaId, name: AreaName, level: AreaLevel }, { description: 'Whose patients' }),
  period: nullable(Type.String(), 'The period of the figures; null where there are none by group'),
  against: Type.String({ description: 'What each group is compared with, to stand after `better than`' }),
  all: nullable(Benchmark, 'The area’s figure for all patients together; null where there is none'),
  kinds: Type.Array(KindOfGroup, { description: 'The kinds of groups for which there are figures' }),
  notPublished: Type.Array(Type.String(), {
    description: 'Kinds of groups for which no figure of any area is published',
  }),
  reason: nullable(Type.String(), 'Why there is no figure by group; null where there is one'),
  notes: Notes,
});
export type Groups = Static<typeof Groups>;
