import type { Snapshot } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { formatRound, formatValue } from '../../../data/text/format.ts';

/** What the classes are set around, in words. */
export function middleNote(metric: Metric, { benchmark, target, illustrative }: Snapshot): string {
  if (illustrative) return 'Crossed hatching: illustrative, not published.';
  const england = benchmark?.value == null ? '' : `England: ${formatValue(metric, benchmark.value)}.`;
  if (target?.value == null) return england;
  const aim = `Target ${formatRound(metric, target.value)}`;
  return atTarget(metric, target)
    ? `${aim}, at the dotted line: areas in blue met it. ${england}`
    : `${aim}. ${england}`;
}

/** Whether the break between the third class and the fourth is the target. */
export const atTarget = (metric: Metric, target: Snapshot['target']) =>
  metric.classes.around === 'target' && target?.value === metric.classes.breaks[2];
