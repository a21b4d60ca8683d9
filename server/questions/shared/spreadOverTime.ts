import type { SpreadPoint } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import type { Grain } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type SpreadRow, variationOverTime } from './variation.ts';

/** What a spread is followed of: the figures of the areas of a level, of one length. */
type Followed = { metric: MetricId; level: string; group: string; grain: Grain };

/** So many are kept of a dataset, some tens of kilobytes each. */
const MOST = 40;

const kept = new WeakMap<Dataset, Map<string, Promise<readonly SpreadPoint[]>>>();

/**
 * The variation between areas in every period there is, oldest first. It is the same whichever period is asked about, and
 * takes longer than the rest of such an answer: the latest are kept for the others who ask.
 */
export function spreadOverTime(dataset: Dataset, followed: Followed): Promise<readonly SpreadPoint[]> {
  const all = kept.get(dataset.itself) ?? new Map<string, Promise<readonly SpreadPoint[]>>();
  kept.set(dataset.itself, all);
  const { metric, level, group, grain } = followed;
  const key = `${metric} ${level} ${group} ${grain}`;
  const found = all.get(key);
  if (found) return found;
  const points = dataset.db
    .rows<SpreadRow>('spread', { metric, level, group, grain })
    .then((rows) => variationOverTime(rows, metricOf(metric)));
  all.set(key, points);
  points.catch(() => all.delete(key));
  for (const oldest of all.keys()) {
    if (all.size <= MOST) break;
    all.delete(oldest);
  }
  return points;
}
