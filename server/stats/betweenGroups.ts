import { type Counts, sum, summed } from './arithmetic.ts';
import { uniform } from './ranks.ts';

const DEALS = 2000;
const SEED = 20160401;

/**
 * How much of the variation between units lies between their groups, each unit weighted by its denominator (one-way
 * analysis of variance of the proportions): `omegaSquared` (Hays 1963, Statistics for Psychologists), at most 1 and 0 on
 * average where groups do not matter and sizes are alike, so that it may fall a little below; `share`, the sum of squares
 * between groups over the total one, uncorrected; `chance`, the average omega squared of units dealt out at random to
 * groups of as many; and `pValue`, the chance that such a deal gives as much (2,000 deals, seeded). Weighted so, a unit of
 * few, which chance moves far, counts for few; an intraclass correlation of the units would count it like any other. Null
 * for fewer than two groups with units, no more units than groups, or units that are all alike.
 */
export function betweenGroups(groups: readonly (readonly Counts[])[]) {
  const filled = groups.filter((group) => group.length > 0);
  const units = filled.flat();
  if (filled.length < 2 || units.length <= filled.length) return null;
  const { numerator, denominator: people } = summed(units);
  const overall = numerator / people;
  const excess = Float64Array.from(units, (unit) => unit.numerator - unit.denominator * overall);
  const weight = Float64Array.from(units, (unit) => unit.denominator);
  const total = sum(excess.map((each, i) => each ** 2 / (weight[i] as number)));
  // Rounding alone makes squares of this size.
  if (!(total > people * 1e-28)) return null;

  const sizes = filled.map(({ length }) => length);
  const asTheyAre = Uint16Array.from(units.keys());
  const found = Math.min(total, squaresBetween(excess, weight, sizes, asTheyAre, 0));
  const omega = (between: number) => {
    const freedom = filled.length - 1;
    const within = (total - between) / (units.length - filled.length);
    return (between - freedom * within) / (total + within);
  };
  const order = dealsOf(units.length);
  let reached = 0;
  let dealt = 0;
  for (let deal = 0; deal < DEALS; deal++) {
    const between = squaresBetween(excess, weight, sizes, order, deal * units.length);
    if (between >= found * (1 - 1e-9)) reached++;
    dealt += omega(between);
  }
  return {
    omegaSquared: omega(found),
    share: found / total,
    chance: dealt / DEALS,
    pValue: (1 + reached) / (1 + DEALS),
    units: units.length,
    groups: filled.length,
  };
}

/** The weighted sum of squares between groups that take so many units each, in the order that stands from a place on. */
function squaresBetween(
  excess: Float64Array,
  weight: Float64Array,
  sizes: readonly number[],
  order: Uint16Array,
  from: number,
): number {
  let total = 0;
  let place = from;
  for (const size of sizes) {
    let [over, people] = [0, 0];
    for (const end = place + size; place < end; place++) {
      const unit = order[place] as number;
      over += excess[unit] as number;
      people += weight[unit] as number;
    }
    total += over ** 2 / people;
  }
  return total;
}

let dealt = { units: 0, orders: new Uint16Array(0) };

/**
 * The deals of so many units, one after another, each in an order as likely as any other (Fisher and Yates 1938;
 * Durstenfeld 1964): the same for every question of as many units, made once for those that follow.
 */
function dealsOf(units: number): Uint16Array {
  if (dealt.units === units) return dealt.orders;
  const next = uniform(SEED);
  const orders = new Uint16Array(DEALS * units);
  const order = Uint16Array.from({ length: units }, (_, unit) => unit);
  for (let deal = 0; deal < DEALS; deal++) {
    for (let last = units - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1));
      const kept = order[last] as number;
      order[last] = order[other] as number;
      order[other] = kept;
    }
    orders.set(order, deal * units);
  }
  dealt = { units, orders };
  return orders;
}
