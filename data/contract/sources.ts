import { type Static, Type } from 'typebox';
import { Area, figure, Group, Metric, NullableString, nullable, PeriodId, strict } from './common.ts';

export const SourcesParams = Type.Object({ metric: Metric, area: Area, period: PeriodId }, strict);
export const SourcesQuery = Type.Object({ group: Group }, strict);

/** One cell of a publisher's file. */
export const SourceCell = Type.Object({
  area: Type.String(),
  name: Type.String(),
  period: Type.String(),
  numerator: nullable(Type.Number()),
  denominator: nullable(Type.Number()),
  value: nullable(Type.Number()),
  publisher: Type.String(),
  publication: Type.String(),
  licence: Type.String(),
  file: Type.String(),
  sha256: Type.String(),
  sheet: NullableString,
  row: nullable(Type.Integer()),
});
export type SourceCell = Static<typeof SourceCell>;

export const Sources = Type.Object({
  query: Type.Object({
    metric: Type.String(),
    area: Type.String(),
    period: Type.String(),
    group: Type.String(),
  }),
  dataVersion: Type.String(),
  figure: Type.Object({
    area: Type.String(),
    name: Type.String(),
    period: Type.String(),
    ...figure,
    note: Type.String(),
  }),
  /** What was done to the publisher's figures, in words. */
  method: Type.String(),
  cells: Type.Array(SourceCell),
});
export type Sources = Static<typeof Sources>;
