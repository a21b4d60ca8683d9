import type { Fifth, WithinAlliance } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { areasNoun, listOf } from '../../../data/text/words.ts';
import { type Geography, grouped } from '../../dataset/geography.ts';
import { sum, weightedMean } from '../../stats/arithmetic.ts';
import { quantileGroups, quantiles } from '../../stats/quantile.ts';
import { betweenShare } from '../../stats/variation.ts';
import { figureOf, gap, isCounted, type Row, summedFigure } from '../shared/figures.ts';

const CAUTION =
  'Fifths of CCGs by their average score of the Index of Multiple Deprivation 2015. They say something of areas, not of the people who live in them: every CCG holds more and less deprived people. No slope index of inequality is computed, as averages of CCGs do not carry one.';

type BetweenAlliances = { between: number | null; betweenReason: string | null };

/** Each Alliance with its own figure, or gap, and the spread of its CCGs’ or ICBs’ figures; these as they are in a month. */
export function alliancesOf(
  geography: Geography,
  month: string,
  parts: readonly Row[],
  alliances: readonly Row[],
): WithinAlliance[] {
  const placed = parts.flatMap(({ area, value }) =>
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
 * The share, 0 to 1, of the variation between CCGs or ICBs that lies between Alliances. Null, with the reason, where figures are
 * no proportions with counts; with a number, what to know of it. A CCG of two Alliances counts in the first of them.
 */
export function betweenOf(
  geography: Geography,
  { month, level }: { month: string; level: string },
  parts: readonly Row[],
  { kind }: Metric,
): BetweenAlliances {
  const units = parts.filter(isCounted);
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
    return {
      between,
      betweenReason: `The split needs ${areasNoun(level, 2)} of at least two Alliances, not all alike.`,
    };
  const name = (area: string) => geography.areaAt(area, month)?.name ?? area;
  const inTwo = placed
    .filter(({ parents }) => parents.length > 1)
    .map(
      ({ unit, parents }) =>
        `${name(unit.area)} (${unit.area}) lies in ${listOf(parents.map(name))} and counts here in the first.`,
    );
  return { between, betweenReason: inTwo.length > 0 ? inTwo.join(' ') : null };
}

/**
 * The fifth of each CCG of a month by deprivation, 1 the most deprived, in the order given; null where its score is not
 * known, or there are fewer than five CCGs. A CCG made by a merger has the mean score, by population, of those of 2016 in it.
 */
export function fifthsOf(
  { shapesOf, populationOf }: Geography,
  month: string,
  ccgs: readonly { area: string }[],
  scores: readonly { area: string; score: number }[],
): (number | null)[] {
  const scoreOf = new Map(scores.map(({ area, score }) => [area, score]));
  return quantileGroups(
    ccgs.map(({ area }) =>
      weightedMean(
        shapesOf(area, month).flatMap((shape) => {
          const value = scoreOf.get(shape);
          return value === undefined ? [] : [{ value, weight: populationOf.get(shape) ?? 0 }];
        }),
      ),
    ),
    5,
  );
}

/** The figure of areas together: counts summed, with their Wilson interval; else the mean by population, without one. */
function together(rows: readonly Row[], { kind }: Metric, populationOf: (area: string) => number) {
  const none = { areas: 0, ...figureOf(gap('', '')) };
  const counted = kind === 'proportion' ? rows.filter(isCounted) : [];
  if (counted.length > 0) {
    return { areas: counted.length, status: 'derived', ...summedFigure(counted) } as const;
  }
  const parts = rows.flatMap((row) =>
    row.value === null ? [] : [{ value: row.value, weight: populationOf(row.area) }],
  );
  const value = weightedMean(parts);
  return value === null ? none : ({ ...none, areas: parts.length, status: 'derived', value } as const);
}

/**
 * The figure of each fifth of CCGs, the most deprived first, from the figures its CCGs have; a withheld one is left out,
 * so that none can be recovered. None, with the reason, where no fifths can be made; else the reason is a caution.
 */
export function figuresByFifth(
  { shapesOf, populationOf }: Geography,
  month: string,
  rows: readonly Row[],
  fifths: readonly (number | null)[],
  metric: Metric,
): { fifths: Fifth[]; fifthsReason: string } {
  if (fifths.every((fifth) => fifth === null))
    return { fifths: [], fifthsReason: 'Fifths need at least five CCGs whose deprivation is known.' };
  const population = (area: string) =>
    sum(shapesOf(area, month).map((shape) => populationOf.get(shape) ?? 0));
  return {
    fifths: [1, 2, 3, 4, 5].map((fifth) => ({
      fifth,
      ...together(
        rows.filter((_, i) => fifths[i] === fifth),
        metric,
        population,
      ),
    })),
    fifthsReason: CAUTION,
  };
}
