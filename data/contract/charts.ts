import { type TObject, Type } from 'typebox';
import { COLOURINGS, LIMITS } from '../addresses/choices.ts';
import { GROUP_KINDS } from '../metrics/groups.ts';
import { MAP_LEVELS } from '../metrics/types.ts';
import { GRAINS } from '../periods.ts';
import { Against, Area, Confidence, Metric, PeriodId, strict } from './common.ts';

const optional = Type.Optional;
const latest = optional({ ...PeriodId, description: 'The period; by default the one its page opens on' });
const asAt = optional({ ...PeriodId, description: 'As at this period; the latest by default' });
const level = optional(Type.Enum([...MAP_LEVELS], { default: 'ccg', description: 'What its areas are' }));
const Alliance = { ...Area, description: 'An Alliance, as /api/areas lists them' };
const chosen = optional({ ...Area, description: 'An area to mark' });
const grain = optional(
  Type.Enum([...GRAINS], {
    description: 'Month, quarter or year; by default the one the area’s page opens with',
  }),
);

/** What a chart over time is narrowed to, and which of its lines are hidden. */
const explored = {
  range: optional(
    Type.String({
      maxLength: 20,
      description: 'The first and the last month, 2018-04..2020-03; by default all of the series',
    }),
  ),
  hide: optional(
    Type.String({
      maxLength: 400,
      description: 'Lines left out, by what they are of (an area, target), separated by commas',
    }),
  ),
};
const pick = optional({ ...Area, description: 'A line to pick out' });

/** What the charts of a metric’s page are asked, as the page itself is. */
const variation = {
  metric: Metric,
  period: latest,
  level,
  benchmark: Against,
  confidence: Confidence,
  alliance: optional({ ...Alliance, description: 'An Alliance whose areas are picked out' }),
  area: chosen,
};
const limits = optional(
  Type.Enum([...LIMITS], { default: LIMITS[0], description: 'How the funnel’s limits are made' }),
);
const widened = optional(
  Type.Enum(['0', '1'], { default: '0', description: '1: limits widened for differences beyond chance' }),
);
const compared = {
  areas: Type.String({
    minLength: 1,
    maxLength: 1500,
    description: 'Two to twenty areas of any level, separated by commas',
  }),
  metric: Metric,
  period: latest,
  group: optional(
    Type.String({ maxLength: 80, description: 'What the areas are called together, to show their total' }),
  ),
  benchmark: optional(
    Type.String({
      default: 'england',
      maxLength: 80,
      description: 'england, an Alliance, or group: the areas’ own total',
    }),
  ),
  confidence: Confidence,
};

const chart = <T extends Record<string, Parameters<typeof Type.Object>[0][string]>>(
  name: string,
  properties: T,
) => ({ name, query: Type.Object(properties, strict) as TObject });

/** Every chart and map that can be taken out of its page: what it is called, and what may be asked of it. */
export const CHARTS = {
  map: chart('Map of England', {
    metric: Metric,
    period: latest,
    level,
    layout: optional(
      Type.Enum(['map', 'hex'], { default: 'map', description: 'The land, or equal hexagons' }),
    ),
    colour: optional(
      Type.Enum([...COLOURINGS], {
        description: 'What areas are coloured by: by default what the metric’s classes lie around',
      }),
    ),
    area: chosen,
    view: optional(
      Type.String({
        maxLength: 60,
        description:
          'The part that is shown: the place in its middle and how many times it is enlarged, as `x,y,times`',
      }),
    ),
    sure: optional(
      Type.Enum(['0', '1'], { default: '0', description: '1: colours fade where a figure is less sure' }),
    ),
  }),
  'alliance-map': chart('Map of one Alliance', {
    alliance: Alliance,
    metric: Metric,
    period: latest,
    area: chosen,
  }),
  trend: chart('One area over time', { metric: Metric, area: Area, grain, period: asAt, ...explored, pick }),
  control: chart('Control chart of one area', { metric: Metric, area: Area, grain, ...explored }),
  'alliance-lines': chart('All CCGs of an Alliance over time', {
    alliance: Alliance,
    metric: Metric,
    grain,
    area: chosen,
    ...explored,
  }),
  drivers: chart('Which CCGs make an Alliance’s gap', {
    alliance: Alliance,
    metric: Metric,
    period: latest,
    area: chosen,
  }),
  spine: chart('One area by every metric', {
    area: Area,
    period: asAt,
    benchmark: Against,
    confidence: Confidence,
  }),
  progress: chart('Progress towards the ambitions', {
    area: Area,
    period: asAt,
    ambition: optional(
      Type.String({ maxLength: 80, description: 'One ambition, as /api/progress names it; all by default' }),
    ),
  }),
  funnel: chart('Funnel plot', { ...variation, limits, widened }),
  ranked: chart('Areas in order, with their intervals', variation),
  spread: chart('The spread between areas over time', { ...variation, ...explored, pick }),
  alliances: chart('Between and within Alliances', variation),
  deprivation: chart('By fifths of deprivation', variation),
  groups: chart('Groups of patients', {
    metric: Metric,
    area: optional({ ...Area, default: 'england', description: 'Whose patients' }),
    period: asAt,
    by: optional(
      Type.Enum(Object.keys(GROUP_KINDS), {
        description: 'What tells the groups apart; by default the first kind that there is',
      }),
    ),
  }),
  compare: chart('Chosen areas side by side', compared),
  'compare-lines': chart('Chosen areas over time', {
    ...compared,
    line: optional({ ...Area, description: 'An area whose line is picked out' }),
    grain: optional(Type.Enum(['month', 'quarter', 'year'], { description: 'How long its periods are' })),
    ...explored,
  }),
} as const;
export type ChartId = keyof typeof CHARTS;
export const CHART_IDS = Object.keys(CHARTS) as ChartId[];

export const ChartParameters = Type.Object(
  { format: Type.Enum(['svg', 'png', 'csv'], { description: 'A drawing, a picture, or the numbers drawn' }) },
  strict,
);
export const Scale = Type.Optional(
  Type.Enum(['2', '3'], {
    default: '2',
    description: 'Of a PNG: pixels for each of the 1,000 that a chart is wide',
  }),
);
