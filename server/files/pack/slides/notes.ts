import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { sentence } from '../../../../data/text/limits.ts';
import { METHODS as NAMED } from '../../../../data/text/methods.ts';
import { sourcesOf } from '../../../../data/text/source.ts';

/** What metrics are, for whoever speaks: definition and target of each. */
export const definitions = (ids: readonly MetricId[]): string[] =>
  ids.map((id) => {
    const { label, definition, targets } = metricOf(id);
    return [`${label}: ${definition}`, ...targets.map((target) => sentence(target.label))].join(' ');
  });

/** How something is made or judged, by the name of the method; empty where there is none of that name. */
export const methodOf = (wanted: string): string => NAMED.find(({ name }) => name === wanted)?.text ?? '';

/** How figures are compared and judged. */
export const METHODS: readonly string[] = [
  methodOf('Intervals and comparisons'),
  methodOf('Better, similar, worse'),
  methodOf('Met, not met, not sure'),
];

/** What must be known before metrics are quoted, each sentence once. */
export const cautions = (ids: readonly MetricId[]): string[] => [
  ...new Set(ids.flatMap((id) => metricOf(id).cautions.map(sentence))),
];

/** Definitions, methods, cautions and sources of what a slide shows, after what is said of the slide alone. */
export const notesOf = (ids: readonly MetricId[], ...own: readonly string[]): string[] => [
  ...own.filter(Boolean),
  ...definitions(ids),
  ...METHODS,
  ...cautions(ids),
  ...(ids.length > 0 ? [sourcesOf(ids.map(metricOf))] : []),
];
