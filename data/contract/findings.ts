import { type Static, Type } from 'typebox';
import { Area, PeriodId, strict } from './common.ts';

export const FindingsQuery = Type.Object(
  {
    area: Area,
    period: Type.Optional({ ...PeriodId, description: 'As at this period; the latest by default' }),
  },
  strict,
);
export type FindingsQuery = Static<typeof FindingsQuery>;

/** A number of a sentence as it reads there, and where the API answers it: an address, and the way through its reply. */
export const Fact = Type.Object({
  shown: Type.String(),
  value: Type.Number(),
  url: Type.String(),
  /**
   * Steps from the top: keys and places (`['rows', 3, 'value']`) and, on a list, `key=value` for those of its members, `:3`
   * for the first three, a key for that of each, and `length` or `sum` for the number.
   */
  path: Type.Array(Type.Union([Type.String(), Type.Integer()])),
});
export type Fact = Static<typeof Fact>;

export const Finding = Type.Object({
  id: Type.String(),
  metric: Type.String(),
  period: Type.String(),
  /** One or two plain sentences. */
  text: Type.String(),
  facts: Type.Array(Fact),
});
export type Finding = Static<typeof Finding>;

export const Findings = Type.Object({
  query: FindingsQuery,
  dataVersion: Type.String(),
  area: Type.Object({ area: Type.String(), name: Type.String(), level: Type.String() }),
  period: Type.String(),
  /** The most telling first. */
  findings: Type.Array(Finding),
});
export type Findings = Static<typeof Findings>;
