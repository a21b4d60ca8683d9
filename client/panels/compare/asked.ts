import type { CompareView } from '../../compareView.ts';
import type { Place } from './places.ts';

/** What a chart of chosen areas is asked, so that it shows what the page shows. */
export const compareAsked = (
  { metric, period, group, benchmark, confidence }: CompareView,
  chosen: readonly Pick<Place, 'area'>[],
) => ({
  areas: chosen.map(({ area }) => area).join(','),
  metric,
  period,
  group,
  benchmark,
  confidence,
});
