import type { WithinAlliance } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { type Geography, grouped } from '../../dataset/geography.ts';
import { quantiles } from '../../stats/quantile.ts';
import { betweenShare } from '../../stats/variation.ts';
import { figureOf, isIllustrative, type Row } from '../shared/figures.ts';
import { isCounted, NOT_TESTED } from '../shared/variation.ts';

type Between = { between: number | null; betweenReason: string | null };

/** Each Alliance with its own figure, or gap, and the spread of its CCGs’ figures; the CCGs as they are in a month. */
export function alliancesOf(
  geography: Geography,
  month: string,
  ccgs: readonly Row[],
  alliances: readonly Row[],
): WithinAlliance[] {
  const placed = ccgs.flatMap(({ area, value }) =>
    value === null ? [] : geography.parentsOf(area, month).map((parent) => ({ parent, value })),
  );
  const within = grouped(placed, ({ parent }) => parent);
  return alliances.map((row) => {
    const values = (within.get(row.area) ?? []).map(({ value }) => value);
    const [min = null, median = null, max = null] = values.length === 0 ? [] : quantiles(values, [0, 0.5, 1]);
    const name = geography.areaAt(row.area, month)?.name ?? row.area;
    return { area: row.area, name, ...figureOf(row), areas: values.length, min, median, max };
  });
}

/**
 * The share, 0 to 1, of the variation between CCGs that lies between Alliances. Null, with the reason, where figures are
 * no proportions with counts; with a number, what to know of it. A CCG of two Alliances counts in the first of them.
 */
export function betweenOf(
  geography: Geography,
  month: string,
  ccgs: readonly Row[],
  { kind }: Metric,
): Between {
  if (ccgs.some(isIllustrative)) return { between: null, betweenReason: NOT_TESTED };
  const units = ccgs.filter(isCounted);
  if (kind !== 'proportion' || units.length === 0)
    return {
      between: null,
      betweenReason: 'Variation is split between and within Alliances only for shares of counted people.',
    };
  const placed = units.map((unit) => ({ unit, parents: geography.parentsOf(unit.area, month) }));
  const inOne = placed.filter(({ parents }) => parents.length > 0);
  const groups = grouped(inOne, ({ parents }) => parents[0] ?? '');
  const between = betweenShare([...groups.values()].map((group) => group.map(({ unit }) => unit)));
  if (between === null)
    return { between, betweenReason: 'The split needs CCGs of at least two Alliances, not all alike.' };
  const name = (area: string) => geography.areaAt(area, month)?.name ?? area;
  const inTwo = placed
    .filter(({ parents }) => parents.length > 1)
    .map(
      ({ unit, parents }) =>
        `${name(unit.area)} (${unit.area}) lies in ${parents.map(name).join(' and ')} and counts here in the first.`,
    );
  return { between, betweenReason: inTwo.length > 0 ? inTwo.join(' ') : null };
}
