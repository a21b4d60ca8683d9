import type { SpreadPoint } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { variationOf } from './variation.ts';

type Column = readonly (number | null)[];

/** One period, as `spread.sql` reads it: a place in the lists is an area. */
export type SpreadRow = {
  period: string;
  values: Column;
  numerators: Column;
  denominators: Column;
  lowers: Column;
  uppers: Column;
  illustrative: boolean;
};

/** The variation between areas in each period, in the order of the rows. */
export const overTime = (rows: readonly SpreadRow[], metric: Metric): SpreadPoint[] =>
  rows.map((row) => {
    const figures = row.values.map((value, i) => ({
      value,
      numerator: row.numerators[i] ?? null,
      denominator: row.denominators[i] ?? null,
      lower: row.lowers[i] ?? null,
      upper: row.uppers[i] ?? null,
    }));
    const { variation, chance } = variationOf(figures, metric, row.illustrative);
    const { areas, min, p10, p25, median, p75, p90, max, i2, tau } = variation;
    return { period: row.period, areas, min, p10, p25, median, p75, p90, max, i2, tau, chance };
  });
