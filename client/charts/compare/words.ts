import { metric as metricOf } from '../../../data/metrics/index.ts';
import { compareEnds } from '../../../data/text/compare.ts';
import { sentences } from '../kit/notes.ts';
import type { Compared } from './compared.ts';
import { groupWords } from './group.ts';
import type { Place } from './places.ts';

/** What stands over the picture of areas side by side: the ends, how they are judged, what the total is; empty: nothing. */
export function comparedWords(
  { view, rows, total, totalReason, group, against, illustrative }: Compared,
  chosen: readonly Place[],
) {
  if (illustrative)
    return {
      heading: 'In the order chosen: illustrative figures are not ranked',
      method: '',
      total: '',
    };
  const summed = total ? sentences([groupWords(group, chosen), ...total.notes]) : totalReason;
  return {
    heading: compareEnds(metricOf(view.metric), rows) || 'Side by side',
    method: `Compared with ${against}, judged by ${view.confidence}% intervals: an area differs where its interval leaves out the figure it is compared with.`,
    total: view.group === '' ? '' : summed,
  };
}
