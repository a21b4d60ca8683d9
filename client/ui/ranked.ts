import type { Snapshot, SnapshotArea } from '../../data/contract/index.ts';
import { type Metric, metric as metricOf } from '../../data/metrics/index.ts';
import { formatRound, isShare } from '../../data/text/format.ts';
import { byLetters } from '../../data/text/order.ts';
import { briefName } from '../../data/text/words.ts';
import type { EnglandView } from '../url.ts';

/** By value, best first, where figures have no interval and so no rank. */
const byValue = (metric: Metric, one: SnapshotArea, other: SnapshotArea): number =>
  (metric.polarity === 'lower' ? 1 : -1) * ((one.value ?? 0) - (other.value ?? 0));

/** The areas of a snapshot as the list shows them: filtered, in order, the gaps at the end, and before them what has no rank. */
export function ranked(
  { areas, query }: Snapshot,
  { sort, down, within, find }: Pick<EnglandView, 'sort' | 'down' | 'within' | 'find'>,
): SnapshotArea[] {
  const wanted = find.trim().toLowerCase();
  const metric = metricOf(query.metric);
  const turn = down ? -1 : 1;
  return areas
    .filter(({ parents }) => within === '' || parents.includes(within))
    .filter(({ name, area }) => name.toLowerCase().includes(wanted) || area.toLowerCase() === wanted)
    .sort((one, other) => {
      const gaps = Number(one.value === null) - Number(other.value === null);
      const places = (one.rank?.value ?? 0) - (other.rank?.value ?? 0) || byValue(metric, one, other);
      // A figure that is not ranked, as it is probably incomplete, stands behind those that are.
      const unplaced = Number(one.rank === null) - Number(other.rank === null);
      const order = sort === 'rank' ? places : 0;
      return (
        gaps ||
        (sort === 'rank' && unplaced) ||
        turn * (order || byLetters(briefName(one.name), briefName(other.name)))
      );
    });
}

export type Scale = { low: number; high: number; place: (value: number) => number };

/** A common axis for the list: round ends around all values and intervals, places from 0 to 100. */
export function scaleOf(
  metric: Metric,
  areas: readonly SnapshotArea[],
  extra: readonly (number | null | undefined)[],
): Scale {
  const all = areas
    .flatMap(({ value, lower, upper }) => [value, lower, upper])
    .concat(extra.map((each) => each ?? null));
  const values = all.filter((each) => each !== null);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = stepOf(most - least);
  const low = Math.max(
    isShare(metric) ? 0 : Number.NEGATIVE_INFINITY,
    Math.floor(least / step + 1e-9) * step,
  );
  const high = Math.min(isShare(metric) ? 1 : Number.POSITIVE_INFINITY, Math.ceil(most / step - 1e-9) * step);
  const width = high - low || 1;
  return { low, high, place: (value) => Math.min(100, Math.max(0, (100 * (value - low)) / width)) };
}

function stepOf(range: number): number {
  const rough = Math.max(range, 1e-6) / 12;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
}

/** The ends of a scale in words. */
export const scaleEnds = (metric: Metric, { low, high }: Scale) =>
  [formatRound(metric, low), formatRound(metric, high)] as const;
