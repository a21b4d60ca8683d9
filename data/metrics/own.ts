import { SOURCES, type Source, type SourceId } from '../sources.ts';
import { METRIC_IDS, METRICS, type MetricId } from './index.ts';
import type { Metric } from './types.ts';

/** A metric that a user declares beside the bundled ones, with the publication its figures come from. */
export type OwnMetric = { id: string; metric: Metric; source: Source };

/** The ids of the bundled metrics. */
export const BUNDLED_IDS: readonly MetricId[] = [...METRIC_IDS];

/** The id of an own metric's publication. */
export const ownSource = (id: string) => `own-${id}` as SourceId;

/**
 * Makes these the own metrics, in place of those declared before: everything that derives from the metrics has them from
 * then on. What was declared before is no longer listed, but still known to whoever is answering a question of it.
 */
export function declareOwn(own: readonly OwnMetric[]): void {
  for (const { id, metric, source } of own) {
    Object.assign(METRICS, { [id]: metric });
    Object.assign(SOURCES, { [metric.source]: source });
  }
  METRIC_IDS.splice(BUNDLED_IDS.length, METRIC_IDS.length, ...own.map(({ id }) => id as MetricId));
}
