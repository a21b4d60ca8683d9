import { type Static, Type } from 'typebox';
import type { Heading, PathwayId } from '../ambitions/index.ts';
import type { Level, MetricId } from '../metrics/index.ts';
import type { OwnMetric } from '../metrics/own.ts';
import type { Grain } from '../periods.ts';
import { AreaLevel, AreaName, asked, DataVersion, MetricOf, nullable, TargetReply } from './common.ts';

export const CatalogueMetric = Type.Object(
  {
    id: Type.Unsafe<MetricId>(Type.String({ description: 'The metric’s id, as other questions take it' })),
    label: Type.String({ description: 'Its name' }),
    phrase: Type.String({ description: 'What the number says, to stand after the name' }),
    definition: Type.String({ description: 'Its definition in full' }),
    kind: Type.Enum(['proportion', 'index', 'rate', 'mean', 'score'], {
      description:
        'proportion (0 to 1, with counts), index (per cent, modelled), rate (per 100,000), mean (a score) or score (0 to 1, published without counts)',
    }),
    unit: Type.String({ description: 'The unit in words' }),
    polarity: Type.Enum(['higher', 'lower', 'none'], {
      description: 'Whether higher is better, lower is better, or no judgement is made',
    }),
    pathway: Type.Unsafe<PathwayId>(Type.String({ description: 'The part of the pathway it belongs to' })),
    targets: Type.Array(TargetReply, {
      description: 'What it is asked to reach, each with the time it holds for',
    }),
    groups: Type.Array(Type.String(), {
      description: 'Patient groups with figures: all, or such as age:75+',
    }),
    levels: Type.Array(Type.Unsafe<Level>(Type.String()), {
      description: 'Levels of area with figures: ccg, alliance, icb, alliance-today, own, region, england',
    }),
    grains: Type.Array(Type.Unsafe<Grain>(Type.String()), {
      description: 'Lengths of period with figures: month, quarter, year, calendar-year, rolling',
    }),
    periods: Type.Array(
      Type.Object({
        level: Type.Unsafe<Level>(AreaLevel),
        grain: Type.Unsafe<Grain>(Type.String({ description: 'How long each period is' })),
        periods: Type.Array(Type.String(), { description: 'Ids of the periods' }),
      }),
      { description: 'The periods with figures, oldest first, for each level and grain' },
    ),
    ended: nullable(
      Type.Object({
        until: Type.String({ description: 'The last month of the standard, YYYY-MM' }),
        replacedBy: Type.Unsafe<MetricId>(
          Type.String({ description: 'The metric of the standard that replaced it' }),
        ),
      }),
      'When the standard ended; null where it is in force, or is none',
    ),
    standsWith: nullable(
      Type.Unsafe<MetricId>(Type.String()),
      'The metric that has to be read beside this one; null where none has',
    ),
    cautions: Type.Array(Type.String(), { description: 'What a reader has to know before quoting it' }),
    source: Type.Object(
      {
        publisher: Type.String({ description: 'Who publishes it' }),
        publication: Type.String({ description: 'What it is published in' }),
        page: Type.String({ description: 'Where it is described' }),
        licence: Type.String({ description: 'Under which licence' }),
        frequency: Type.String({ description: 'How often' }),
        lag: Type.String({ description: 'How long after the period' }),
        next: Type.String({ description: 'When the next is due, or why none is' }),
      },
      { description: 'The publication its figures come from' },
    ),
  },
  { description: 'One metric: what it measures, how it is judged, which periods there are' },
);
export type CatalogueMetric = Static<typeof CatalogueMetric>;

const AmbitionReply = Type.Object(
  {
    id: Type.String({ description: 'The ambition’s id' }),
    area: Type.Unsafe<PathwayId>(Type.String({ description: 'The heading of Annex A it stands under' })),
    heading: Type.Unsafe<Heading>(Type.String({ description: 'What it is about, in brief' })),
    ambition: Type.String({ description: 'The ambition in words' }),
    asPrinted: Type.String({
      description: 'The line of Annex A it comes from; two ambitions share it where one line holds two',
    }),
    footnote: nullable(Type.String(), 'The footnote Annex A gives it'),
    inDashboard: Type.Boolean({ description: 'Whether Annex A marks it as part of the Cancer Dashboard' }),
    metric: nullable(
      Type.Unsafe<MetricId>(Type.String()),
      'The metric that measures it; null where none does',
    ),
    target: nullable(TargetReply, 'What is to be reached; null where it names no number'),
    notCollected: nullable(Type.String(), 'Why nothing measures it; null where something does'),
  },
  { description: 'A row of Annex A of the guidance: an ambition of the Taskforce' },
);

const LocalActionReply = Type.Object(
  {
    area: Type.Unsafe<PathwayId>(Type.String({ description: 'The heading of Annex A it stands under' })),
    action: Type.String({ description: 'The action in words' }),
    recommendations: Type.Array(Type.String(), { description: 'The Taskforce’s recommendations it answers' }),
    national: nullable(Type.String(), 'The national action beside it'),
  },
  { description: 'An action that Annex A asks of Alliances' },
);

export const Catalogue = Type.Object({
  query: asked(Type.Object({})),
  dataVersion: DataVersion,
  metrics: Type.Array(CatalogueMetric, { description: 'Every metric' }),
  own: Type.Array(
    Type.Unsafe<OwnMetric>(
      Type.Object({}, { description: 'One of them as it was declared, with its publication' }),
    ),
    { description: 'The metrics that whoever runs this dashboard has declared beside the bundled ones' },
  ),
  pathway: Type.Array(
    Type.Object({
      id: Type.Unsafe<PathwayId>(Type.String({ description: 'Its id' })),
      name: AreaName,
      ambitions: Type.Array(AmbitionReply),
      local: Type.Array(LocalActionReply),
    }),
    { description: 'Every row of Annex A, by part of the pathway: ambitions and local actions' },
  ),
  home: Type.Object(
    { metric: MetricOf, period: nullable(Type.String(), 'The period; null where the metric has no figures') },
    { description: 'What the first page of the dashboard shows' },
  ),
});
export type Catalogue = Static<typeof Catalogue>;
