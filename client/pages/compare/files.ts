import type { Place } from '../../charts/compare/places.ts';
import { aboutFile } from '../../ui/DataTable.tsx';
import type { CompareView } from '../../url.ts';

/** The query of a chart of the chosen areas, so that it shows what the page shows. */
export const chartQuery = (
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

type Shown = { dataVersion: string };

/** What a file of the page is called, and what it says of itself. */
export const fileOf = ({ metric, period, confidence }: CompareView, what: string, shown: Shown) => ({
  name: [metric, period, what, shown.dataVersion],
  about: aboutFile(metric, period, { confidence }, shown),
});
