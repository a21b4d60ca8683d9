import type { SpreadPoint } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { type Grain, type Period, parsePeriod } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { overTime, type SpreadRow } from '../shared/spreadOverTime.ts';
import { whyNoChange } from './words.ts';

/** How far a metric varies between CCGs in each period, and why no change of it can be told; null where one can. */
export type Between = { spread: SpreadPoint[]; reason: string | null };

const GRAINS: readonly Grain[] = ['year', 'calendar-year', 'rolling', 'quarter'];

/**
 * The spread of a metric between CCGs, by year where there are years, in the periods that ended by one. None, with the
 * reason, of illustrative figures: nothing in a spread would say that they are.
 */
export async function spreadUpTo(dataset: Dataset, id: MetricId, at: Period): Promise<Between> {
  const present = (dataset.geography.presentOf.get(id) ?? []).filter(
    ({ level, group, end }) => level === 'ccg' && group === 'all' && end <= at.end,
  );
  const grain = GRAINS.find((each) => present.some((one) => one.grain === each));
  if (grain === undefined) return { spread: [], reason: whyNoChange(id, [], false) };
  if (present.some((one) => one.grain === grain && one.illustrative))
    return { spread: [], reason: whyNoChange(id, [], true) };
  const rows = await dataset.db.rows<SpreadRow>('spread', { metric: id, level: 'ccg', group: 'all', grain });
  const until = rows.filter(({ period }) => (parsePeriod(period)?.end ?? '') <= at.end);
  const periods = until.map(({ period }) => period);
  return { spread: overTime(until, metricOf(id)), reason: whyNoChange(id, periods, false) };
}
