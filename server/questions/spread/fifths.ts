import type { Fifth } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import type { Geography } from '../../dataset/geography.ts';
import { sum } from '../../stats/arithmetic.ts';
import { quantileGroups } from '../../stats/quantile.ts';
import { wilson } from '../../stats/wilson.ts';
import { figureOf, gap, isIllustrative, type Row } from '../shared/figures.ts';
import { isCounted } from '../shared/variation.ts';

const CAUTION =
  'Fifths of CCGs by their average score of the Index of Multiple Deprivation 2015. They say something of areas, not of the people who live in them: every CCG holds more and less deprived people. No slope index of inequality is computed, as averages of CCGs do not carry one.';

type Weighted = { value: number; weight: number };

/** Weighted mean; null where nothing has weight. */
function weightedMean(parts: readonly Weighted[]): number | null {
  const total = sum(parts.map(({ weight }) => weight));
  return total > 0 ? sum(parts.map(({ value, weight }) => value * weight)) / total : null;
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
        shapesOf(area, month).flatMap((shape): Weighted[] => {
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
  const status = rows.some(isIllustrative) ? 'illustrative' : 'derived';
  const none = { areas: 0, ...figureOf(gap('', '')) };
  const counted = kind === 'proportion' ? rows.filter(isCounted) : [];
  if (counted.length > 0) {
    const numerator = sum(counted.map((row) => row.numerator));
    const denominator = sum(counted.map((row) => row.denominator));
    const value = numerator / denominator;
    return {
      areas: counted.length,
      status,
      value,
      numerator,
      denominator,
      ...wilson(numerator, denominator),
    } as const;
  }
  const parts = rows.flatMap((row) =>
    row.value === null ? [] : [{ value: row.value, weight: populationOf(row.area) }],
  );
  const value = weightedMean(parts);
  return value === null ? none : ({ ...none, areas: parts.length, status, value } as const);
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
