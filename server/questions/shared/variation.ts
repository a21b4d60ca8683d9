import type { Chance, SpreadPoint, Variation } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { pooled } from '../../stats/arithmetic.ts';
import { chanceSpread, spreadOf, tauInUnits, variation } from '../../stats/variation.ts';
import { isCounted, type Row } from './figures.ts';

type Figure = Pick<Row, 'value' | 'numerator' | 'denominator' | 'lower' | 'upper'>;

const WHOLE = 'figures are published as whole percentages without counts';

/**
 * How figures differ between areas, and how much of it chance alone would give. Quantiles are in the metric's unit.
 * Heterogeneity is null, with the reason, for scores and for figures without counts or intervals; chance is null for all
 * that are not proportions with counts.
 */
export function variationOf(
  figures: readonly Figure[],
  metric: Metric,
): { variation: Variation; chance: Chance | null } {
  const { areas, tauInUnits, reason, chance, ...found } = described(figures, metric, variation);
  return { variation: { areas, ...found, tauInUnits, reason }, chance };
}

/** How figures differ alone: without heterogeneity’s p-value and what chance would give, which take the longest. */
export const heterogeneityOf = (figures: readonly Figure[], metric: Metric) =>
  described(figures, metric, spreadOf, () => null);

type Counted = { numerator: number; denominator: number };

/** The spread that chance alone would give figures with these counts, about their pooled proportion. */
const byChance = (counted: readonly Counted[]): Chance =>
  chanceSpread(
    pooled(counted),
    counted.map(({ denominator }) => denominator),
  );

/** The figures of areas by one of the descriptions of `server/stats/variation.ts`. */
function described<Found extends ReturnType<typeof spreadOf>>(
  figures: readonly Figure[],
  { kind }: Metric,
  describe: (units: Parameters<typeof spreadOf>[0]) => Found,
  chanceOf: (counted: readonly Counted[]) => Chance | null = byChance,
) {
  const present = figures.filter((figure): figure is Figure & { value: number } => figure.value !== null);
  const counted = kind === 'proportion' ? present.filter(isCounted) : [];
  if (counted.length > 0 && counted.length === present.length) {
    const found = describe(counted);
    return {
      areas: counted.length,
      ...found,
      tauInUnits: found.tau === null ? null : tauInUnits(found.tau, pooled(counted)),
      chance: chanceOf(counted),
    };
  }
  const found = describe(
    // Whole percentages, and their whole limits, are too coarse to weigh.
    kind === 'score'
      ? present.map(({ value }) => ({ value }))
      : present.map(({ value, lower, upper }) => ({ value, lower, upper })),
  );
  const why = kind === 'score' && present.length > 0 ? WHOLE : found.reason;
  return {
    areas: present.length,
    ...found,
    tauInUnits: found.tau,
    reason: why && `Variation beyond chance is not tested: ${why}.`,
    chance: null,
  };
}

type Column = readonly (number | null)[];

/** One period, as `spread.sql` reads it: a place in the lists is an area. */
export type SpreadRow = {
  period: string;
  values: Column;
  numerators: Column;
  denominators: Column;
  lowers: Column;
  uppers: Column;
};

/** The variation between areas in each period, in the order of the rows. */
export const variationOverTime = (rows: readonly SpreadRow[], metric: Metric): SpreadPoint[] =>
  rows.map((row) => {
    const figures = row.values.map((value, i) => ({
      value,
      numerator: row.numerators[i] ?? null,
      denominator: row.denominators[i] ?? null,
      lower: row.lowers[i] ?? null,
      upper: row.uppers[i] ?? null,
    }));
    const { areas, min, p10, p25, median, p75, p90, max, i2, tau, chance } = described(
      figures,
      metric,
      spreadOf,
    );
    return { period: row.period, areas, min, p10, p25, median, p75, p90, max, i2, tau, chance };
  });
