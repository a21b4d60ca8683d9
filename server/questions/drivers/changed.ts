import type { Change } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { type Period, periodLabel } from '../../../data/periods.ts';
import { type Geography, grouped, successorOf, type Version } from '../../dataset/geography.ts';
import { decompose } from '../../stats/drivers.ts';
import type { Row } from '../shared/figures.ts';
import { breaksWithin } from '../shared/series.ts';
import { countsOf, inWords, sumTo } from './counts.ts';

/** A period, the Alliance's CCGs in it as they were, and the rows of all areas. */
export type Side = { period: Period; members: readonly Version[]; rowOf: ReadonlyMap<string, Row> };

/** How an Alliance's share changed, and what each of its CCGs adds to that; or why it cannot be told. */
export type Changed = {
  /** The Alliance's share before; null where it has none, or none to compare with. */
  first: number | null;
  whole: Change | null;
  of: ReadonlyMap<string, Change>;
  reason: string | null;
};

/** No change, and why. */
export const untold = (reason: string, first: number | null = null): Changed => ({
  first,
  whole: null,
  of: new Map(),
  reason,
});

/** CCGs of one side that are none of the other; a code that changed its meaning is another CCG. */
const onlyIn = (side: Side, other: Side) =>
  side.members.filter(
    ({ area, from }) => !other.members.some((one) => one.area === area && one.from === from),
  );

/** CCGs in words, those that merged by the CCG in which they are counted since. */
function told(geography: Geography, ccgs: readonly Version[]): string {
  const since = grouped(ccgs, ({ area }) => successorOf(geography, area)?.name ?? '');
  const each = [...since].map(([successor, of]) => {
    const names = inWords(of.map(({ name }) => name));
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
    ccgs.length > 0 ? [`only in ${periodLabel(side.period)}, ${told(geography, ccgs)}`] : [],
  );
  return each.length > 0 ? `The CCGs are not the same in both periods: ${each.join('; ')}.` : null;
}

/** Why the counts of a side's CCGs do not make up the Alliance's, or not with the same CCGs; null where they do. */
function lacking(side: Side, other: Side, alliance: string): string | null {
  const label = periodLabel(side.period);
  const absent = side.members.filter(
    ({ area }) => !countsOf(side.rowOf.get(area)) && countsOf(other.rowOf.get(area)),
  );
  if (absent.length > 0)
    return `No figure for ${label}: ${inWords(absent.map(({ name }) => name))}. A change is told only of the same CCGs.`;
  const counts = side.members.flatMap(({ area }) => countsOf(side.rowOf.get(area)) ?? []);
  const whole = countsOf(side.rowOf.get(alliance));
  return whole && sumTo(counts, whole)
    ? null
    : `The CCGs with a figure for ${label} do not make up the whole Alliance.`;
}

/** What each CCG adds to an Alliance's change between two periods: only of the same CCGs, and across no break. */
export function changed(
  geography: Geography,
  metric: Metric,
  { area: alliance, name }: Version,
  before: Side,
  after: Side,
): Changed {
  for (const { rowOf, period } of [before, after])
    if (!countsOf(rowOf.get(alliance))) return untold(`${name} has no figure for ${periodLabel(period)}.`);
  const span = { start: before.period.start, end: after.period.end };
  const breaks = breaksWithin(geography, metric, alliance, span);
  if (breaks.length > 0) return untold(breaks.map(({ reason }) => reason).join(' '));
  const why =
    otherCcgs(geography, before, after) ??
    lacking(before, after, alliance) ??
    lacking(after, before, alliance);
  const first = before.rowOf.get(alliance)?.value ?? null;
  if (why !== null) return untold(why, first);

  const pairs = after.members.flatMap(({ area }) => {
    const [earlier, later] = [countsOf(before.rowOf.get(area)), countsOf(after.rowOf.get(area))];
    return earlier && later ? [{ area, before: earlier, after: later }] : [];
  });
  const { whole, parts } = decompose(pairs);
  const of = new Map<string, Change>();
  for (const [i, change] of parts.entries()) of.set(pairs[i]?.area ?? '', change);
  return { first, whole, of, reason: null };
}
