import type { Areas, Snapshot, Spread } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { SOURCES } from '../../../data/sources.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import type { MetricPage } from '../../pages/metric/view.ts';

/** What every section of a metric's page is drawn from. */
export type Shown = {
  page: MetricPage;
  metric: Metric;
  snapshot: Snapshot;
  spread: Spread;
  areas: Areas | undefined;
  /** The areas of the picked Alliance. */
  picked: ReadonlySet<string>;
  go: (change: Partial<MetricPage>, passing?: boolean) => void;
};

/** The areas of a spread that lie in an Alliance, or that are it. */
export const pickedAreas = ({ areas }: Spread, alliance: string): ReadonlySet<string> =>
  new Set(
    alliance === ''
      ? []
      : areas
          .filter((each) => each.area === alliance || each.parents.includes(alliance))
          .map((each) => each.area),
  );

/** What a file of a metric's page is called, and what it says of itself. */
export function fileOf({ page, metric, spread }: Shown, what: string, benchmark?: string) {
  const source = SOURCES[metric.source];
  const about: Record<string, string> = {
    metric: page.metric,
    metric_name: metric.label,
    unit: metric.kind === 'proportion' ? 'proportion' : metric.unit,
    period: spread.query.period,
    level: spread.query.level,
    ...(benchmark ? { benchmark } : {}),
    status: spread.illustrative
      ? 'illustrative, not published'
      : 'published or derived from published counts',
    source: `${source.publisher}: ${source.publication}`,
    licence: source.licence,
    data_version: spread.dataVersion,
  };
  const level = areasNoun(spread.query.level, 2);
  return {
    name: [
      page.metric,
      spread.query.period,
      level,
      what,
      ...(benchmark ? [`against ${benchmark}`] : []),
      spread.dataVersion,
    ],
    about,
  };
}
