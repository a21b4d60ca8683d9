import { type Static, Type } from 'typebox';
import {
  Area,
  AreaId,
  AreaName,
  asked,
  DataVersion,
  figure,
  Group,
  Metric,
  MetricOf,
  nullable,
  PeriodId,
  PeriodOf,
  strict,
} from './common.ts';

export const SourcesParams = Type.Object({ metric: Metric, area: Area, period: PeriodId }, strict);
export const SourcesQuery = Type.Object({ group: Group }, strict);

export const SourceCell = Type.Object(
  {
    area: AreaId,
    name: AreaName,
    period: PeriodOf,
    numerator: nullable(Type.Number(), 'The numerator that the cell, or its row, holds'),
    denominator: nullable(Type.Number(), 'The denominator'),
    value: nullable(Type.Number(), 'The value, where the publisher gives one'),
    publisher: Type.String({ description: 'Who published it' }),
    publication: Type.String({ description: 'What it was published in' }),
    licence: Type.String({ description: 'Under which licence' }),
    file: Type.String({ description: 'The publisher’s file' }),
    sha256: Type.String({ description: 'The file’s SHA-256, to prove it is the same' }),
    sheet: nullable(Type.String(), 'The sheet of the workbook; null where the file has none'),
    row: nullable(Type.Integer(), 'The row of the sheet or file, as a spreadsheet counts it'),
  },
  { description: 'One cell of a publisher’s file' },
);
export type SourceCell = Static<typeof SourceCell>;

export const Sources = Type.Object({
  query: asked(
    Type.Object({
      metric: MetricOf,
      area: AreaId,
      period: PeriodOf,
      group: Type.String({ description: 'The patient group' }),
    }),
  ),
  dataVersion: DataVersion,
  figure: Type.Object(
    {
      area: AreaId,
      name: AreaName,
      period: PeriodOf,
      ...figure,
      note: Type.String({ description: 'What has to be known of it; empty where nothing has' }),
    },
    { description: 'The figure asked about' },
  ),
  method: Type.String({ description: 'What was done to the publisher’s figures, in words' }),
  earlier: Type.Array(
    Type.Object({
      load: Type.String({ description: 'The load that revised it' }),
      until: Type.String({ description: 'When that was loaded (UTC, ISO 8601)' }),
      dataVersion: Type.String({ description: 'The last data version with this value' }),
      numerator: nullable(Type.Number(), 'The numerator then'),
      denominator: nullable(Type.Number(), 'The denominator then'),
      value: Type.Number({ description: 'The figure then' }),
    }),
    { description: 'The values it had before loads revised it, the latest first' },
  ),
  cells: Type.Array(SourceCell, { description: 'Every cell it is made of' }),
});
export type Sources = Static<typeof Sources>;
