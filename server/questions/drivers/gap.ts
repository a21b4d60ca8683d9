import type { DriverRow } from '../../../data/contract/index.ts';
import { type Counts, sum, summed } from '../../stats/arithmetic.ts';
import { apportion, beyond, wholeBeyond } from '../../stats/drivers.ts';
import { figureOf, type Row } from '../shared/figures.ts';
import { countsOf } from './counts.ts';

/** An area's row, its name, and what must be told of it. */
export type Told = { name: string; row: Row; notes: string[] };

/** Its figure, its people who waited longer and those beyond the target; nulls where it has no counts, or no mark. */
export function counted(row: Row, mark: number | null) {
  const counts = countsOf(row);
  const against = counts === null || mark === null ? null : { counts, mark };
  return {
    ...figureOf(row),
    breaches: against && against.counts.denominator - against.counts.numerator,
    beyond: against && beyond(against.mark, against.counts),
    people: against && wholeBeyond(against.mark, against.counts),
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

/** The part that each of several counts has in what they make together. */
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

type GapRow = Omit<DriverRow, 'baseline' | 'change'>;

/**
 * The CCGs of an Alliance by what each has in its gap, most people beyond the target first, those without a figure last.
 * Shares are of the CCGs that have a figure, and the whole people of these sum to what they are short of together.
 */
export function gapRows(ccgs: readonly Told[], mark: number | null): GapRow[] {
  const withCounts = ccgs.flatMap(({ row }) => {
    const counts = countsOf(row);
    return counts ? [{ area: row.area, counts }] : [];
  });
  const shares = sharesOf(
    withCounts.map(({ counts }) => counts),
    mark,
  );
  const shareOf = new Map(withCounts.map(({ area }, i) => [area, shares[i]]));
  return ccgs
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
}

const rank = ({ value, beyond: gap }: GapRow) => gap ?? (value === null ? Number.MIN_SAFE_INTEGER : 0);
