import type { Areas, Snapshot, Spread } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { areasNoun } from '../../../data/text/words.ts';
import { aboutFile } from '../../ui/DataTable.tsx';
import type { Go } from '../../ui/useAddress.ts';
import type { MetricView } from '../../url.ts';

/** What every section of a metric’s page is drawn from. */
export type Shown = {
  page: MetricView;
  metric: Metric;
  snapshot: Snapshot;
  spread: Spread;
  areas: Areas | undefined;
  /** The areas of the picked Alliance. */
  picked: ReadonlySet<string>;
  go: Go<MetricView>;
};

/** What a file of a metric’s page is called, and what it says of itself. */
export function fileOf({ page, spread }: Shown, what: string, benchmark?: string) {
  const { period, level } = spread.query;
  const own = { level, ...(benchmark ? { benchmark } : {}) };
  return {
    name: [
      page.metric,
      period,
      areasNoun(level, 2),
      what,
      ...(benchmark ? [`against ${benchmark}`] : []),
      spread.dataVersion,
    ],
    about: aboutFile(page.metric, period, own, spread),
  };
}
