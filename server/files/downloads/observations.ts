import type { ObservationRow } from '../../../data/contract/index.ts';
import { METRIC_IDS, type MetricId } from '../../../data/metrics/index.ts';
import type { Dataset } from '../../dataset/dataset.ts';

/** Which figures are wanted, each filter empty where it narrows nothing; `areas`: ids, separated by commas. */
export type ObservationsAsked = {
  metric: MetricId | '';
  areas: string;
  alliance: string;
  level: string;
  grain: string;
  period: string;
  from: string;
  until: string;
  group: string;
  status: string;
};

export const EVERYTHING: ObservationsAsked = {
  metric: '',
  areas: '',
  alliance: '',
  level: '',
  grain: '',
  period: '',
  from: '',
  until: '',
  group: '',
  status: '',
};

/** What `after_area` and the like are before the first row. */
export const FROM_THE_FIRST = { after_area: '', after_period: '', after_group: '' };

/** Rows fetched at a time. */
const SLICE = 2500;

/**
 * The figures and gaps asked for, by metric, area, period and group, some thousand at a time. Each slice is a query of
 * its own, so that nothing waits for a slow reader; the dataset must be in use until the last.
 */
export async function* observationSlices(
  dataset: Dataset,
  asked: ObservationsAsked,
): AsyncGenerator<readonly ObservationRow[]> {
  const metrics = asked.metric === '' ? METRIC_IDS.toSorted() : [asked.metric];
  for (const metric of metrics) {
    let after = FROM_THE_FIRST;
    for (;;) {
      const rows = await dataset.db.rows<ObservationRow>('observations', {
        ...asked,
        ...after,
        metric,
        most: SLICE,
      });
      const last = rows.at(-1);
      if (!last) break;
      yield rows;
      if (rows.length < SLICE) break;
      after = { after_area: last.area, after_period: last.period, after_group: last.group };
    }
  }
}
