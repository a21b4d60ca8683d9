import type { SpreadPoint } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import type { Grain } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { Kept } from './kept.ts';
import { type SpreadRow, variationOverTime } from './variation.ts';

/** What a spread is followed of: the figures of the areas of a level, of one length. */
type Followed = { metric: MetricId; level: string; group: string; grain: Grain };

/** So many are kept of a dataset, some tens of kilobytes each. */
const MOST = 40;

const KEPT = new Kept<readonly SpreadPoint[]>(MOST);

/**
 * The variation between areas in every period there is, oldest first. It is the same whichever period is asked about, and
 * takes longer than the rest of such an answer: the latest are kept for the others who ask.
 */
export function spreadOverTime(dataset: Dataset, followed: Followed): Promise<readonly SpreadPoint[]> {
  const { metric, level, group, grain } = followed;
  const key = `${metric} ${level} ${group} ${grain}`;
  return KEPT.get(dataset, key, async () => {
    const rows = await dataset.db.rows<SpreadRow>('spread', { metric, level, group, grain });
    return variationOverTime(rows, metricOf(metric));
  });
}
