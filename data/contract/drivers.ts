import { type Static, Type } from 'typebox';
import {
  Area,
  figure,
  Metric,
  NullableNumber,
  NullableString,
  nullable,
  PeriodId,
  strict,
  TargetReply,
} from './common.ts';

export const DriversQuery = Type.Object(
  {
    metric: Metric,
    alliance: Area,
    period: PeriodId,
    baseline: Type.Optional({
      ...PeriodId,
      description: 'A period of the same length to tell the change from; the one a year before by default',
    }),
  },
  strict,
);
export type DriversQuery = Static<typeof DriversQuery>;

/** How a share changed, in shares of 1: by the areas’ own change, and by their changing weight. Own and weight sum to all. */
export const Change = Type.Object({ all: Type.Number(), own: Type.Number(), weight: Type.Number() });
export type Change = Static<typeof Change>;

const counted = {
  ...figure,
  /** People who waited longer. */
  breaches: NullableNumber,
  /** People more who would have had to be in time: the target’s share of all, less those who were; negative: to spare. */
  beyond: NullableNumber,
  /** The same in whole people; those of the CCGs sum to the Alliance’s. */
  people: nullable(Type.Integer()),
};

export const DriverRow = Type.Object({
  area: Type.String(),
  name: Type.String(),
  ...counted,
  shareOfBreaches: NullableNumber,
  shareOfPeople: NullableNumber,
  /** Of the people beyond the target in the CCGs that miss it; null for those that reach it. */
  shareOfGap: NullableNumber,
  /** People more in time with which the CCG by itself would reach the target; 0 where it does. */
  needed: nullable(Type.Integer()),
  baseline: NullableNumber,
  change: nullable(Change),
  notes: Type.Array(Type.String()),
});
export type DriverRow = Static<typeof DriverRow>;

export const Drivers = Type.Object({
  query: DriversQuery,
  dataVersion: Type.String(),
  target: nullable(TargetReply),
  alliance: Type.Object({ area: Type.String(), name: Type.String(), ...counted }),
  /** Most people beyond the target first. */
  rows: Type.Array(DriverRow),
  /** The Alliance in the baseline period, and how it changed since; null, with the reason, where that cannot be told. */
  baseline: nullable(Type.Object({ period: Type.String(), value: Type.Number() })),
  change: nullable(Change),
  changeReason: NullableString,
  /** Why there are no drivers: no target, no counts, no figures. */
  reason: NullableString,
  notes: Type.Array(Type.String()),
});
export type Drivers = Static<typeof Drivers>;
