import { OUTCOMES } from './outcomes.ts';
import type { Metric } from './types.ts';
import { WAITS } from './waits.ts';

export type { Break, Kind, Level, Metric, Polarity, Target } from './types.ts';
export { BASES, LEVELS } from './types.ts';

/**
 * Every metric, declared once; schema, pickers, legends, formats, exports and documentation derive from here. A user's own
 * metrics are added by own.ts.
 */
export const METRICS = { ...WAITS, ...OUTCOMES } as const;

export type MetricId = keyof typeof METRICS;

export const METRIC_IDS = Object.keys(METRICS) as MetricId[];

/** Whether a text from outside (an address, a file) is the id of a metric. */
export const isMetricId = (text: string): text is MetricId => METRIC_IDS.some((id) => id === text);

/** The metric id that a text is. Throws a RangeError where it is none. */
export function asMetricId(text: string): MetricId {
  if (isMetricId(text)) return text;
  throw new RangeError(`'${text}' is no metric.`);
}

/** A metric by its id. */
export const metric = (id: MetricId): Metric => METRICS[id];

/** The group of patients whose figures stand for a metric: all together, where figures are published for them. */
export const openingGroup = (id: string, group = 'all'): string =>
  (group === 'all' && isMetricId(id) ? metric(id).opensOn : undefined) ?? group;

/** The metric the dashboard opens on. */
export const HOME_METRIC: MetricId = '62-day-wait';

/** The 62-day wait by the standard of the time, the older one first. */
export const HOME_METRICS = ['62-day-wait', '62-day-combined'] as const satisfies readonly MetricId[];

/** The target a metric's figures can be held against in a month (`YYYY-MM`), or null. */
export function targetAt(id: MetricId, month: string) {
  const inForce = metric(id).targets.filter(
    (target) => target.comparable && target.from <= month && (target.until === null || month <= target.until),
  );
  return inForce.find((target) => target.value !== null) ?? inForce[0] ?? null;
}
