import { type Static, Type } from 'typebox';
import {
  Area,
  AreaId,
  AreaName,
  asked,
  DataVersion,
  MetricOf,
  nullable,
  PeriodOf,
  strict,
} from './common.ts';

export const ChangesQuery = Type.Object({ area: Type.Optional(Area) }, strict);
export type ChangesQuery = Static<typeof ChangesQuery>;

export const ChangedFigure = Type.Object(
  {
    metric: MetricOf,
    area: AreaId,
    name: AreaName,
    period: PeriodOf,
    group: Type.String({ description: 'The patient group' }),
    numeratorBefore: nullable(Type.Number(), 'The numerator before'),
    denominatorBefore: nullable(Type.Number(), 'The denominator before'),
    valueBefore: Type.Number({ description: 'The figure before, in the metric’s unit' }),
    numerator: nullable(Type.Number(), 'The numerator since'),
    denominator: nullable(Type.Number(), 'The denominator since'),
    value: nullable(Type.Number(), 'The figure since; null where there is none any more'),
  },
  { description: 'A figure that changed' },
);
export type ChangedFigure = Static<typeof ChangedFigure>;

export const Changes = Type.Object({
  query: asked(Type.Object({ area: Type.String({ description: 'The area; empty for all' }) })),
  dataVersion: DataVersion,
  loads: Type.Array(
    Type.Object({
      load: Type.String({ description: 'The load’s id' }),
      at: Type.String({ description: 'When it was loaded (UTC, ISO 8601)' }),
      versionBefore: Type.String({ description: 'The data version before it' }),
      version: Type.String({ description: 'The data version with it' }),
      files: Type.Array(Type.String(), { description: 'The files, each with its publication' }),
      added: Type.Integer({ description: 'How many figures are new, those made from others among them' }),
      revised: Type.Integer({ description: 'How many have another value' }),
      removed: Type.Integer({ description: 'How many are no more' }),
      changes: Type.Array(ChangedFigure, {
        description: 'The figures that changed, largest first, 100 at most',
      }),
    }),
    { description: 'What was loaded beside the bundled figures, the latest first' },
  ),
  areas: Type.Array(
    Type.Object({
      area: AreaId,
      name: AreaName,
      changes: Type.Integer({ description: 'How many of its figures changed' }),
    }),
    { description: 'The areas of which figures changed' },
  ),
});
export type Changes = Static<typeof Changes>;
