import { type Static, Type } from 'typebox';
import {
  Area,
  AreaId,
  AreaName,
  asked,
  DataVersion,
  figure,
  Metric,
  Notes,
  nullable,
  PartLevel,
  PeriodId,
  PeriodOf,
  strict,
  TargetReply,
} from './common.ts';

export const DriversQuery = Type.Object(
  {
    metric: Metric,
    alliance: { ...Area, description: 'An Alliance, as /api/areas lists them' },
    period: PeriodId,
    baseline: Type.Optional({
      ...PeriodId,
      description: 'A period of the same length to tell the change from; the one a year before by default',
    }),
  },
  strict,
);
export type DriversQuery = Static<typeof DriversQuery>;

export const Change = Type.Object({
  all: Type.Number({ description: 'The whole change' }),
  own: Type.Number({ description: 'By the areas’ own change' }),
  weight: Type.Number({ description: 'By their changing weight; the two sum to the whole' }),
});
export type Change = Static<typeof Change>;

const counted = {
  ...figure,
  breaches: nullable(Type.Number(), 'People who waited longer'),
  beyond: nullable(
    Type.Number(),
    'People more who would have had to be in time: the target’s share of all, less those who were; negative: to spare',
  ),
  people: nullable(
    Type.Integer(),
    'The same in whole people; those of the CCGs, and of what is in no row, sum to the Alliance’s',
  ),
};

const shares = {
  shareOfBreaches: nullable(Type.Number(), 'Its share of the Alliance’s people who waited longer, 0 to 1'),
  shareOfPeople: nullable(Type.Number(), 'Its share of all the Alliance’s people, 0 to 1'),
  shareOfGap: nullable(
    Type.Number(),
    'Of the people beyond the target in the CCGs that miss it; null for those that reach it',
  ),
};

export const DriverRow = Type.Object(
  {
    area: AreaId,
    name: AreaName,
    ...counted,
    ...shares,
    needed: nullable(
      Type.Integer(),
      'People more in time with which the CCG by itself would reach the target; 0 where it does',
    ),
    baseline: nullable(Type.Number(), 'Its value in the baseline period; null where there is none'),
    change: nullable(Change, 'What it adds to the Alliance’s change, in shares of 1'),
    notes: Notes,
  },
  { description: 'A CCG of the Alliance, and what it adds to the gap' },
);
export type DriverRow = Static<typeof DriverRow>;

export const DriversRest = Type.Object(
  {
    numerator: Type.Number({ description: 'Those in time' }),
    denominator: Type.Number({ description: 'All people' }),
    breaches: counted.breaches,
    beyond: counted.beyond,
    people: nullable(Type.Integer(), 'The same in whole people'),
    ...shares,
    areas: Type.Array(AreaId, { description: 'The CCGs or ICBs they are of' }),
  },
  {
    description:
      'People in the Alliance’s figure who are in no row, as the CCG’s own figure of the period is not given',
  },
);
export type DriversRest = Static<typeof DriversRest>;

export const Drivers = Type.Object({
  query: asked(DriversQuery),
  level: PartLevel,
  dataVersion: DataVersion,
  target: nullable(TargetReply, 'The standard in the period; null where there is none'),
  alliance: Type.Object(
    { area: AreaId, name: AreaName, ...counted },
    { description: 'The Alliance’s own figure, its breaches and its people beyond the standard' },
  ),
  rows: Type.Array(DriverRow, { description: 'Most people beyond the target first' }),
  rest: nullable(DriversRest, 'What the rows lack of the Alliance; null where they sum to it'),
  baseline: nullable(
    Type.Object({ period: PeriodOf, value: Type.Number({ description: 'Its value, in the metric’s unit' }) }),
    'The Alliance in the baseline period; null, with the reason, where the change cannot be told',
  ),
  change: nullable(Change, 'How the Alliance’s value changed since the baseline, in shares of 1'),
  changeReason: nullable(Type.String(), 'Why the change cannot be told; null where it can'),
  reason: nullable(Type.String(), 'Why there are no drivers: no target, no counts, no figures'),
  notes: Notes,
});
export type Drivers = Static<typeof Drivers>;
