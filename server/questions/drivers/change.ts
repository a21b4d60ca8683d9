import type { Change } from '../../../data/contract/index.ts';
import { grouped } from '../../../data/grouped.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { financialYear, monthsOf, type Period, periodLabel, quarter } from '../../../data/periods.ts';
import { areasNoun, listOf } from '../../../data/text/words.ts';
import { addMonths, type Geography, successorOf, type Version } from '../../dataset/geography.ts';
import { ProblemError } from '../../http/problem.ts';
import { decompose } from '../../stats/drivers.ts';
import { readPeriod } from '../shared/lookup.ts';
import { breaksWithin } from '../shared/series.ts';
import { countsOf, type Side, sumTo } from './gap.ts';

/** How an Alliance's share changed, and what each of its CCGs adds to that; or why there is no answer. */
type Changed = {
  /** The Alliance's share before; null where it has none, or none to compare with. */
  first: number | null;
  whole: Change | null;
  /** By the CCG’s code. */
  byCcg: ReadonlyMap<string, Change>;
  reason: string | null;
};

/**
 * The period from which a change is measured: the one asked for, or the one a year before. Throws a 404 where it is
 * malformed; a 400 unless it is as long as the period and begins before it.
 */
export function baselineOf(period: Period, id: string | undefined): Period {
  const baseline = readPeriod(id ?? yearBefore(period));
  const alike = baseline.grain === period.grain && monthsOf(baseline).length === monthsOf(period).length;
  if (alike && baseline.start < period.start) return baseline;
  const wrong = alike ? 'does not begin before' : 'is not as long as';
  throw new ProblemError(
    'invalid_value',
    `The parameter 'baseline' is '${baseline.id}', which ${wrong} the period ${period.id}. A year before it is ${yearBefore(period)}.`,
    [yearBefore(period)],
  );
}

/** The period of the same length a year before. */
function yearBefore({ grain, start, end }: Period): string {
  const [from, until] = [addMonths(start, -12), addMonths(end, -12)];
  switch (grain) {
    case 'month':
      return from;
    case 'quarter':
      return quarter(from);
    case 'year':
      return financialYear(from);
    case 'calendar-year':
      return from.slice(0, 4);
    case 'rolling':
      return `${from.slice(0, 4)}-${until.slice(0, 4)}`;
  }
}

/** No change, and why. */
export const noChange = (reason: string, first: number | null = null): Changed => ({
  first,
  whole: null,
  byCcg: new Map(),
  reason,
});

/** What each CCG adds to an Alliance's change between two periods: only of the same CCGs, and across no break. */
export function changed(
  geography: Geography,
  metric: Metric,
  { area: alliance, name }: Version,
  before: Side,
  after: Side,
): Changed {
  for (const { rowOf, period } of [before, after])
    if (!countsOf(rowOf.get(alliance))) return noChange(`${name} has no figure for ${periodLabel(period)}.`);
  const span = { start: before.period.start, end: after.period.end };
  const breaks = breaksWithin(geography, metric, alliance, span);
  if (breaks.length > 0) return noChange(breaks.map(({ reason }) => reason).join(' '));
  const why =
    otherCcgs(geography, before, after) ??
    lacking(before, after, alliance) ??
    lacking(after, before, alliance);
  const first = before.rowOf.get(alliance)?.value ?? null;
  if (why !== null) return noChange(why, first);

  const pairs = after.members.flatMap(({ area }) => {
    const [earlier, later] = [countsOf(before.rowOf.get(area)), countsOf(after.rowOf.get(area))];
    return earlier && later ? [{ area, before: earlier, after: later }] : [];
  });
  const { whole, parts } = decompose(pairs);
  const byCcg = new Map<string, Change>();
  for (const [i, change] of parts.entries()) byCcg.set(pairs[i]?.area ?? '', change);
  return { first, whole, byCcg, reason: null };
}

/** CCGs of one side that are none of the other; a code that changed its meaning is another CCG. */
const onlyIn = (side: Side, other: Side) =>
  side.members.filter(
    ({ area, from }) => !other.members.some((one) => one.area === area && one.from === from),
  );

/** CCGs in words, those that merged by the CCG in which they are counted since. */
function ccgNames(geography: Geography, ccgs: readonly Version[]): string {
  const since = grouped(ccgs, ({ area }) => successorOf(geography, area)?.name ?? '');
  const each = [...since].map(([successor, merged]) => {
    const names = listOf(merged.map(({ name }) => name));
    return successor === '' ? names : `${names} (since counted in ${successor})`;
  });
  return each.join(', ');
}

/** How the CCGs of two periods differ, naming mergers; null where they are the same. */
function otherCcgs(geography: Geography, before: Side, after: Side): string | null {
  const each = [
    { side: before, ccgs: onlyIn(before, after) },
    { side: after, ccgs: onlyIn(after, before) },
  ].flatMap(({ side, ccgs }) =>
    ccgs.length > 0 ? [`only in ${periodLabel(side.period)}, ${ccgNames(geography, ccgs)}`] : [],
  );
  const areas = areasNoun(after.members[0]?.level ?? 'ccg', 2);
  return each.length > 0 ? `The ${areas} are not the same in both periods: ${each.join('; ')}.` : null;
}

/** Why the counts of a side's CCGs do not make up the Alliance's, or not with the same CCGs; null where they do. */
function lacking(side: Side, other: Side, alliance: string): string | null {
  const label = periodLabel(side.period);
  const absent = side.members.filter(
    ({ area }) => !countsOf(side.rowOf.get(area)) && countsOf(other.rowOf.get(area)),
  );
  if (absent.length > 0)
    return `No figure for ${label}: ${listOf(absent.map(({ name }) => name))}. A change is told only of the same ${areasNoun(side.members[0]?.level ?? 'ccg', 2)}.`;
  const counts = side.members.flatMap(({ area }) => countsOf(side.rowOf.get(area)) ?? []);
  const whole = countsOf(side.rowOf.get(alliance));
  return whole && sumTo(counts, whole)
    ? null
    : `The ${areasNoun(side.members[0]?.level ?? 'ccg', 2)} with a figure for ${label} do not make up the whole Alliance.`;
}
