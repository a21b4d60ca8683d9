import type { PathPoint, ProgressRow } from '../../../data/contract/progress.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { formatRound, formatValue } from '../../../data/text/format.ts';
import { whenWords, yearOf } from '../../../data/text/progress-pace.ts';
import { periodMark } from '../kit/overTime.ts';

const named = ({ period, time }: PathPoint) => (period === null ? yearOf(time) : periodMark(period));

/** A path in words, for those who do not see it: its first and last figure, the way to the target, when it is reached. */
export function pathText(metric: Metric, row: ProgressRow): string {
  const { points, target, projection } = row.path;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `${metric.label}: no figures`;
  const figure = (point: PathPoint) => `${formatValue(metric, point.value)} in ${named(point)}`;
  const figures =
    first === last
      ? `One figure: ${figure(first)}.`
      : `${points.length} figures, from ${figure(first)} to ${figure(last)}.`;
  const aim = target.at(-1);
  const way = aim ? `The straight path leads to ${formatRound(metric, aim.value)} in ${named(aim)}.` : '';
  const when = projection.length > 0 && row.pace ? whenWords(row.pace) : '';
  return [`${metric.label}.`, figures, way, when].filter(Boolean).join(' ');
}
