import { OUTCOMES } from './outcomes.ts';
import type { Metric } from './types.ts';
import { WAITS } from './waits.ts';

export type { Kind, Level, Metric, Polarity, Target } from './types.ts';

/** Every metric, declared once; schema, pickers, legends, formats, exports and documentation derive from here. */
export const METRICS = { ...WAITS, ...OUTCOMES } as const;

export type MetricId = keyof typeof METRICS;

export const METRIC_IDS = Object.keys(METRICS) as MetricId[];

/** A metric by its id. */
export const metric = (id: MetricId): Metric => METRICS[id];

/** The metric the dashboard opens on. */
export const HOME_METRIC: MetricId = '62-day-wait';

/** The target a metric's figures can be held against in a month (`YYYY-MM`), or null. */
export function targetAt(id: MetricId, month: string) {
  const inForce = metric(id).targets.filter(
    (target) => target.comparable && target.from <= month && (target.until === null || month <= target.until),
  );
  return inForce.find((target) => target.value !== null) ?? inForce[0] ?? null;
}
