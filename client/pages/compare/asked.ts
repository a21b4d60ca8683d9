import type { Place } from '../../charts/compare/places.ts';
import type { CompareView } from './view.ts';

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
