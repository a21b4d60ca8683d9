import type { Spread, Trend } from '../../../data/contract/index.ts';
import { type Grain, parsePeriod } from '../../../data/periods.ts';
import type { MetricPage } from '../../pages/metric/view.ts';
import type { SpreadLine } from '../kit/chartSpec.ts';

/** The series that can stand in a spread over time: of the Alliance and of the area that a page names. */
export function linesNamed({ metric, alliance, area }: MetricPage, period: string) {
  const grain = parsePeriod(period)?.grain as Grain;
  const named = [...new Set([alliance, area])].filter((id) => id !== '');
  return named.map((id) => ({ metric, area: id, grain, group: 'all' as const }));
}

/** Those that stand in it: an Alliance that has areas in it, an area that is one of them. */
export const linesAsked = (page: MetricPage, { query, areas }: Spread, picked: ReadonlySet<string>) =>
  linesNamed(page, query.period).filter(
    ({ area }) => (area === page.alliance && picked.size > 0) || areas.some((each) => each.area === area),
  );

/** A series as a line over the spread. */
export const lineOf = ({ area, points }: Trend): SpreadLine => ({ area: area.area, name: area.name, points });
