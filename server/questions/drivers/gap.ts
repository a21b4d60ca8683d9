import type { DriverRow, DriversRest } from '../../../data/contract/index.ts';
import type { Metric, Target } from '../../../data/metrics/index.ts';
import type { Period } from '../../../data/periods.ts';
import { formatCount } from '../../../data/text/format.ts';
import { listOf } from '../../../data/text/words.ts';
import type { Geography, Version } from '../../dataset/geography.ts';
import { type Counts, sum, summed } from '../../stats/arithmetic.ts';
import { apportion, beyond, wholeBeyond } from '../../stats/drivers.ts';
import { unsummable } from '../shared/benchmark.ts';
import { figureNotes, figureOf, gap, isCounted, isJudged, type Row } from '../shared/figures.ts';

/** An Alliance's CCGs in a period as they were, and the rows of all areas. */
export type Side = { period: Period; members: readonly Version[]; rowOf: ReadonlyMap<string, Row> };

/** A CCG's row, its name, and what has to be known of it. */
type Member = { name: string; row: Row; notes: string[] };

/** Each CCG of an Alliance in a period with its row, or a gap with its reason, and its notes. */
export const membersOf = (geography: Geography, metric: Metric, { members, period, rowOf }: Side): Member[] =>
  members.map(({ area, name }) => {
    const row = rowOf.get(area) ?? gap(area, 'No figure was published for this area and period.');
    return {
      name,
      row,
      notes: [
        ...figureNotes(geography, row, { metric, level: geography.partLevelAt(period.start), period }),
        ...countedTwice(geography, area, period),
      ],
    };
  });

/** That a CCG counts in more than one Alliance. */
function countedTwice(geography: Geography, area: string, { start }: Period): string[] {
  const alliances = geography.parentsOf(area, start);
  if (alliances.length < 2) return [];
  const names = alliances.map((each) => geography.areaAt(each, start)?.name ?? each);
  return [`Counted whole in each of ${listOf(names)}`];
}

type GapRow = Omit<DriverRow, 'baseline' | 'change'>;

/** What an Alliance's figure holds of CCGs without one of their own, by the id of the Alliance. */
type Rest = { counts: Counts; ccgs: readonly Member[] };

/**
 * What of an Alliance's people is in no figure of its CCGs: the months of those whose year or quarter is not given, as
 * one is missing. Null where the CCGs make up the whole.
 */
function restOf(ccgs: readonly Member[], alliance: Row): Rest | null {
  const whole = countsOf(alliance);
  const counts = ccgs.flatMap(({ row }) => countsOf(row) ?? []);
  if (whole === null || sumTo(counts, whole)) return null;
  const known = summed(counts);
  return {
    counts: {
      numerator: whole.numerator - known.numerator,
      denominator: whole.denominator - known.denominator,
    },
    ccgs: ccgs.filter(({ row }) => row.status !== 'no-patients' && countsOf(row) === null),
  };
}

/**
 * The CCGs of an Alliance by what each has in its gap, most people beyond the target first, those without a figure last,
 * and what is in the figure of none of them. Shares and whole people of all of these sum to the Alliance's.
 */
export function gapRows(
  ccgs: readonly Member[],
  alliance: Row,
  mark: number | null,
): { rows: GapRow[]; rest: DriversRest | null } {
  const own = ccgs.flatMap(({ row }) => {
    const counts = countsOf(row);
    return counts ? [{ area: row.area, counts }] : [];
  });
  const left = restOf(ccgs, alliance);
  const withCounts = left === null ? own : [...own, { area: REST, counts: left.counts }];
  const shares = sharesOf(
    withCounts.map(({ counts }) => counts),
    mark,
  );
  const shareOf = new Map(withCounts.map(({ area }, i) => [area, shares[i]]));
  const rows = ccgs
    .map(
      ({ name, row, notes }): GapRow => ({
        area: row.area,
        name,
        ...counted(row, mark),
        ...(shareOf.get(row.area) ?? NO_SHARE),
        notes,
      }),
    )
    .sort((a, b) => rank(b) - rank(a) || a.area.localeCompare(b.area));
  return { rows, rest: left && restPart(left, shareOf.get(REST) ?? NO_SHARE, mark) };
}

/** The rest among the areas that shares are made of; no area has this id. */
const REST = 'rest';

const restPart = (
  { counts, ccgs }: Rest,
  { needed: _, ...share }: Share,
  mark: number | null,
): DriversRest => ({
  ...counts,
  ...share,
  breaches: counts.denominator - counts.numerator,
  beyond: mark === null ? null : beyond(mark, counts),
  areas: ccgs.map(({ row }) => row.area),
});

const rank = ({ value, beyond: gap }: GapRow) => gap ?? (value === null ? Number.MIN_SAFE_INTEGER : 0);

/** A figure with its people who waited longer and those beyond the target; nulls where it has no counts, or no mark. */
export function counted(row: Row, mark: number | null) {
  const counts = countsOf(row);
  const measured = counts === null || mark === null ? null : { counts, mark };
  return {
    ...figureOf(row),
    breaches: measured && measured.counts.denominator - measured.counts.numerator,
    beyond: measured && beyond(measured.mark, measured.counts),
    people: measured && wholeBeyond(measured.mark, measured.counts),
  };
}

type Share = Pick<DriverRow, 'people' | 'shareOfBreaches' | 'shareOfPeople' | 'shareOfGap' | 'needed'>;

const NO_SHARE: Share = {
  people: null,
  shareOfBreaches: null,
  shareOfPeople: null,
  shareOfGap: null,
  needed: null,
};

const part = (value: number, whole: number) => (whole > 0 ? value / whole : null);

/** The share of each of several counts in their total. */
function sharesOf(all: readonly Counts[], mark: number | null): Share[] {
  const people = summed(all);
  if (mark === null)
    return all.map(({ denominator }) => ({
      ...NO_SHARE,
      shareOfPeople: part(denominator, people.denominator),
    }));
  const gaps = all.map((counts) => beyond(mark, counts));
  const short = sum(gaps.filter((gap) => gap > 0));
  const whole = apportion(wholeBeyond(mark, people), gaps);
  return all.map((counts, i) => {
    const gap = gaps[i] ?? 0;
    return {
      people: whole[i] ?? null,
      shareOfBreaches: part(counts.denominator - counts.numerator, people.denominator - people.numerator),
      shareOfPeople: part(counts.denominator, people.denominator),
      shareOfGap: gap > 0 ? part(gap, short) : null,
      needed: Math.max(0, wholeBeyond(mark, counts)),
    };
  });
}

/** By how many people the CCGs with a figure do not make up the Alliance, and why; none where they do. */
export function restNotes(ccgs: readonly Member[], alliance: Row, metric: Metric): string[] {
  const rest = restOf(ccgs, alliance);
  if (rest === null || metric.kind !== 'proportion') return [];
  const { numerator, denominator } = rest.counts;
  const names = listOf(rest.ccgs.map(({ name }) => name));
  const who =
    names === '' ? 'CCGs without a figure of their own' : `${names}, without a figure of the whole period`;
  return [
    `${formatCount(denominator)} ${metric.outOf} in the Alliance, and ${formatCount(numerator)} ${metric.of}, are in no row: they are of ${who}. With them the rows sum to the Alliance.`,
  ];
}

/** Why an Alliance's figure cannot be split among its CCGs: without counts or absent; null where it can. */
export function notCounted(alliance: Row, ccgs: readonly Member[], metric: Metric): string | null {
  const why = unsummable(metric);
  if (why !== null) return `${why}: no CCG’s part in it can be told.`;
  if (countsOf(alliance) === null)
    return alliance.note || 'No counts of the Alliance are published for this period.';
  if (!isJudged(alliance)) return alliance.note;
  if (ccgs.every(({ row }) => countsOf(row) === null))
    return 'No CCG of the Alliance has a figure for this period.';
  return null;
}

/** Why there is no gap: no target, or none that an area has to meet; null where there is one. */
export function noMark(target: Target | null, { label, targets }: Metric): string | null {
  if (target?.basis === 'standard') return null;
  const aim = target ?? targets.find(({ basis }) => basis !== 'standard');
  return aim
    ? `${aim.label}. That is for England as a whole, not a standard to which an Alliance or a CCG is held.`
    : `No national standard is in force in this period for: ${label}.`;
}

/** The counts of a row; null where it has no figure of counts. */
export function countsOf(row: Row | undefined): Counts | null {
  if (!row || !isCounted(row)) return null;
  return { numerator: row.numerator, denominator: row.denominator };
}

/** Whether counts sum to those of a row. */
export function sumTo(counts: readonly Counts[], { numerator, denominator }: Counts): boolean {
  const all = summed(counts);
  return all.numerator === numerator && all.denominator === denominator;
}
