import { type Static, Type } from 'typebox';
import { NullableNumber, NullableString, nullable } from './common.ts';

export const Stp = Type.Object({
  name: Type.String(),
  onsCode: Type.String(),
  coverage: Type.Enum(['whole', 'part']),
  coverageAsPrinted: Type.String(),
});

export const Region = Type.Object({
  area: Type.String(),
  name: Type.String(),
  alliances: Type.Array(Type.String()),
});

export const Alliance = Type.Object({
  area: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  nameAsPrinted: Type.String(),
  kind: Type.Enum(['alliance', 'vanguard']),
  region: Type.String(),
  population: Type.Integer(),
  populationAsPrinted: Type.String(),
  lead: nullable(Type.Object({ name: Type.String(), role: Type.String(), organisation: Type.String() })),
  stps: Type.Array(Stp),
  ccgs: Type.Array(Type.String()),
  note: Type.String(),
});
export type Alliance = Static<typeof Alliance>;

export const Successor = Type.Object({
  area: Type.String(),
  name: Type.String(),
  from: Type.String(),
  share: Type.Number(),
  fit: Type.Enum(['exact', 'best-fit']),
  note: Type.String(),
});

export const Ccg = Type.Object({
  area: Type.String(),
  name: Type.String(),
  nameAsPrinted: Type.String(),
  onsCode: Type.String(),
  alliances: Type.Array(Type.String()),
  similar: Type.Array(Type.String()),
  population: Type.Integer(),
  imdScore: NullableNumber,
  imdRank: NullableNumber,
  stp: Type.String(),
  successors: Type.Array(Successor),
});
export type Ccg = Static<typeof Ccg>;

/** A CCG made by a later merger: not of Annex i, but with figures of its own. */
export const LaterCcg = Type.Object({
  area: Type.String(),
  name: Type.String(),
  from: Type.String(),
  until: NullableString,
  /** The 2016 CCGs it succeeds, wholly or in part. */
  predecessors: Type.Array(Type.String()),
  /** The Alliance its figures are counted in, and how well it fits. */
  alliance: Type.String(),
  fit: Type.Enum(['exact', 'best-fit']),
});
export type LaterCcg = Static<typeof LaterCcg>;

export const Areas = Type.Object({
  query: Type.Object({}),
  dataVersion: Type.String(),
  regions: Type.Array(Region),
  alliances: Type.Array(Alliance),
  ccgs: Type.Array(Ccg),
  laterCcgs: Type.Array(LaterCcg),
});
export type Areas = Static<typeof Areas>;
export type Region = Static<typeof Region>;
