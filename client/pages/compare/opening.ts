import type { Areas, Catalogue } from '../../../data/contract/index.ts';
import { HOME_METRICS } from '../../../data/metrics/index.ts';
import { LONGEST_FIRST, parsePeriod } from '../../../data/periods.ts';
import { successorsBy } from '../../../data/text/compare.ts';
import type { Place } from '../../charts/compare/places.ts';
import { type CompareView, periodsAt } from '../../url.ts';

/** An area that had ended by a period, and those shown in its place. */
export type Replaced = { ended: Place; by: readonly Place[] };

/** What followed an area: a CCG of 2016, one made by a later merger (by those it came from), or an ICB. */
function successorsOf({ area, level }: Place, { ccgs, laterCcgs, icbs }: Areas, period: string): string[] {
  if (level === 'icb')
    return successorsBy(
      icbs.find((each) => each.area === area),
      period,
    );
  const later = laterCcgs.find((each) => each.area === area);
  const own = ccgs.find((each) => each.area === area);
  if (own) return successorsBy(own, period);
  if (!later?.until || later.until >= (parsePeriod(period)?.start ?? '')) return [];
  const before = ccgs.filter((each) => later.predecessors.includes(each.area));
  return before.flatMap((each) => successorsBy(each, period));
}

/** The chosen areas, those that had ended by a period replaced by what followed them, each once; and which were. */
export function withSuccessors(
  chosen: readonly Place[],
  areas: Areas,
  places: readonly Place[],
  period: string,
): { shown: Place[]; replaced: Replaced[] } {
  const placeOf = new Map(places.map((place) => [place.area, place]));
  const replaced: Replaced[] = [];
  const next = chosen.flatMap((place) => {
    const after = [...new Set(successorsOf(place, areas, period))].filter((area) => area !== place.area);
    const by = after.flatMap((area) => placeOf.get(area) ?? []);
    if (by.length === 0) return [place];
    replaced.push({ ended: place, by });
    return by;
  });
  return { shown: [...new Set(next)], replaced };
}

/**
 * A view of chosen areas with figures to show: where the address names no metric, and their levels have no period in common
 * of the one the page opens on, the 62-day wait by the standard of their time; where it names no period, their latest of the
 * longest. Own areas have figures in their own months alone, whatever others of their level have.
 */
export function withFigures(
  view: CompareView,
  search: string,
  chosen: readonly Place[],
  { metrics }: Catalogue,
  ownAreas: Areas['ownAreas'],
): CompareView {
  const named = new URLSearchParams(search);
  const levels = [...new Set(chosen.map(({ level }) => level))].filter((level) => level !== 'england');
  if (levels.length === 0) return view;
  const own = ownAreas.filter(({ area }) => chosen.some((each) => each.area === area));
  const byLevel = (id: CompareView['metric']) => {
    const entry = metrics.find((each) => each.id === id);
    return levels.map((level) =>
      level === 'own' ? periodsOfAll(own, periodsAt(entry, level)) : periodsAt(entry, level),
    );
  };
  const common = (id: CompareView['metric']) => {
    const [first = [], ...others] = byLevel(id);
    return first.filter((period) => others.every((each) => each.includes(period)));
  };
  const periodsOf = (id: CompareView['metric']) => (common(id).length > 0 ? common(id) : byLevel(id).flat());
  const homes = [view.metric, ...HOME_METRICS];
  const metric = named.has('metric')
    ? view.metric
    : (homes.find((id) => common(id).length > 0) ??
      homes.find((id) => periodsOf(id).length > 0) ??
      view.metric);
  const periods = periodsOf(metric);
  if (periods.length === 0 || periods.includes(view.period)) return { ...view, metric };
  if (named.has('period') && metric === view.metric) return view;
  const grain = LONGEST_FIRST.find((one) => periods.some((each) => parsePeriod(each)?.grain === one));
  return {
    ...view,
    metric,
    period: periods.findLast((each) => parsePeriod(each)?.grain === grain) ?? view.period,
  };
}

/** Of some periods those that lie in the months of every own area. */
const periodsOfAll = (own: Areas['ownAreas'], periods: readonly string[]): string[] =>
  periods.filter((id) => {
    const period = parsePeriod(id);
    return (
      period &&
      own.every(({ from, until }) => (from ?? '') <= period.start && (until === null || period.end <= until))
    );
  });
