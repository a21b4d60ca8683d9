import { type Static, Type } from 'typebox';
import { METRIC_IDS, type MetricId } from '../metrics/index.ts';
import { GRAINS } from '../periods.ts';
import {
  AREA_LEVELS,
  AreaId,
  figure,
  MetricOf,
  nullable,
  PeriodOf,
  STATUSES,
  Status,
  strict,
} from './common.ts';

const month = (description: string) =>
  Type.Optional(
    Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', minLength: 1, maxLength: 7, description }),
  );

/** Which figures of the dataset to hand out; what is left out does not narrow them. */
export const ObservationsQuery = Type.Object(
  {
    metric: Type.Optional(
      Type.Enum(METRIC_IDS as [MetricId, ...MetricId[]], {
        description: 'One metric, as /api/catalogue lists them; all where left out',
      }),
    ),
    area: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 1500,
        description:
          'One area or several, separated by commas: england, a region, an Alliance, or the NHS code of a CCG, as /api/areas lists them',
      }),
    ),
    alliance: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 80,
        description:
          'The CCGs whose figures make up this Alliance’s at the start of each period, which change as CCGs merge; the Alliance’s own figures are those of area',
      }),
    ),
    level: Type.Optional(
      Type.Enum([...AREA_LEVELS], {
        description:
          'Areas of one level; hub, discontinued and unknown are what the waiting-times workbooks hold beside CCGs',
      }),
    ),
    grain: Type.Optional(
      Type.Enum([...GRAINS], {
        description:
          'Periods of one length; quarter and year are the NHS’s (from April), rolling is several calendar years',
      }),
    ),
    period: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 13,
        description: 'One period: 2016-04, fy2016-17-q1, fy2016-17, 2013 or 2012-2014',
      }),
    ),
    from: month('Periods that begin in this month (2016-04) or later'),
    until: month('Periods that end in this month (2017-03) or earlier'),
    group: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 40,
        description:
          'One patient group: all, or England’s figure of the release that figures by CCG come from, such as release:2013-12',
      }),
    ),
    status: Type.Optional(
      Type.Enum([...STATUSES], {
        description:
          'Figures of one status: published, provisional (published, but may still be revised), derived (summed from published ones), inferred-period (published without a stated period), incomplete (probably; shown, not judged), no-patients (nobody counted), or the gaps: missing-submission, suppressed and not-published',
      }),
    ),
  },
  strict,
);
export type ObservationsQuery = Static<typeof ObservationsQuery>;

/** One figure or gap, its columns in the order of every download. */
export const ObservationRow = Type.Object({
  metric: MetricOf,
  metric_label: Type.String({ description: 'The metric’s name' }),
  area: AreaId,
  area_name: Type.String({ description: 'The name the area had in the period' }),
  level: Type.Enum([...AREA_LEVELS], { description: 'What the area was in the period' }),
  period: PeriodOf,
  grain: Type.Enum([...GRAINS], { description: 'How long the period is' }),
  group: Type.String({ description: 'The patient group: all, or the release that England’s figure is of' }),
  numerator: figure.numerator,
  denominator: figure.denominator,
  value: nullable(
    Type.Number(),
    'The figure: a proportion from 0 to 1, an index from 0 to 100, a rate per 100,000 or a mean score; null in a gap',
  ),
  lower: figure.lower,
  upper: figure.upper,
  status: Status,
  source: Type.String({
    description: 'The publisher’s file the figure is from, or what was done to make it',
  }),
  note: Type.String({ description: 'What must be told of the figure; of a gap, its reason' }),
});
export type ObservationRow = Static<typeof ObservationRow>;

export const OBSERVATION_COLUMNS = Object.keys(ObservationRow.properties) as (keyof ObservationRow)[];
