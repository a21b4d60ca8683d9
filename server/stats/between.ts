import { type Counts, pooled } from './overdispersion.ts';
import { sum } from './sum.ts';

/**
 * Share of the variation between units that lies between their groups, 0 to 1: the sum of squares between groups over
 * the total one, each unit weighted by its denominator (one-way analysis of variance: Fisher 1925). Null for fewer than
 * two groups with units, or where all units are alike.
 */
export function betweenShare(groups: readonly (readonly Counts[])[]): number | null {
  const filled = groups.filter((group) => group.length > 0);
  if (filled.length < 2) return null;
  const overall = pooled(filled.flat());
  const squares = (units: readonly Counts[]) =>
    sum(units.map((unit) => unit.denominator * (pooled([unit]) - overall) ** 2));
  const total = squares(filled.flat());
  const groupsAsUnits = filled.map((group) => ({
    numerator: sum(group.map(({ numerator }) => numerator)),
    denominator: sum(group.map(({ denominator }) => denominator)),
  }));
  const weight = sum(groupsAsUnits.map(({ denominator }) => denominator));
  // Rounding alone makes squares of this size.
  if (!(total > weight * 1e-28)) return null;
  return Math.min(1, squares(groupsAsUnits) / total);
}
