import type { Fifth, Spread, WithinAlliance } from '../../../data/contract/index.ts';
import { grouped } from '../../../data/grouped.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { areasNoun, listOfNames } from '../../../data/text/words.ts';
import type { Geography } from '../../dataset/geography.ts';
import { sum, weightedMean } from '../../stats/arithmetic.ts';
import { betweenGroups } from '../../stats/betweenGroups.ts';
import { quantileGroups, quantiles } from '../../stats/quantile.ts';
import { figureOf, gap, isCounted, type Row, summedFigure } from '../shared/figures.ts';

const CAUTION =
  'Fifths of CCGs by their average score of the Index of Multiple Deprivation 2015. They say something of areas, not of the people who live in them: every CCG holds more and less deprived people. No slope index of inequality is computed, as averages of CCGs do not carry one.';

type Between = Pick<Spread, 'between' | 'betweenReason'>;

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
 * How much of the variation between CCGs or ICBs lies between Alliances. Null, with the reason, where figures are no
 * proportions with counts; else with what to know of it. A CCG of two Alliances counts once.
 */
export function betweenOf(
  geography: Geography,
  { month, level }: { month: string; level: string },
  parts: readonly Row[],
  { kind }: Metric,
): Between {
  const units = parts.filter(isCounted);
  if (kind !== 'proportion' || units.length === 0)
    return {
      between: null,
      betweenReason: 'Variation is split between and within Alliances only for shares of counted people.',
    };
  const placed = units.map((unit) => ({ unit, home: homeOf(geography, unit.area, month) }));
  const groups = grouped(placed, ({ home }) => home);
  groups.delete('');
  const between = betweenGroups([...groups.values()].map((group) => group.map(({ unit }) => unit)));
  if (between === null)
    return {
      between,
      betweenReason: `The split needs ${areasNoun(level, 2)} of at least two Alliances, more of them than Alliances, and not all alike.`,
    };
  const inTwo = placed.flatMap(({ unit, home }) => countedOnce(geography, unit.area, home, month));
  return { between, betweenReason: inTwo.length > 0 ? inTwo.join(' ') : null };
}

/** Of the Alliances that an area lies in, the one where most of its people are counted afterwards; empty where it lies in none. */
function homeOf({ parentsOf, successionsOf }: Geography, area: string, month: string): string {
  const parents = parentsOf(area, month);
  if (parents.length < 2) return parents[0] ?? '';
  const [most] = (successionsOf.get(area) ?? [])
    .filter(({ from }) => from > month)
    .sort((one, other) => other.share - one.share);
  const later = most && parentsOf(most.successor, most.from).find((parent) => parents.includes(parent));
  return later ?? parents[0] ?? '';
}

/** That an area of two Alliances is counted in one of them; nothing of others. */
function countedOnce(geography: Geography, area: string, home: string, month: string): string[] {
  const parents = geography.parentsOf(area, month);
  if (parents.length < 2) return [];
  const name = (id: string) => geography.areaAt(id, month)?.name ?? id;
  return [
    `${name(area)} (${area}) lies in ${listOfNames(parents.map(name))} and is counted here once, in ${name(home)}.`,
  ];
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
