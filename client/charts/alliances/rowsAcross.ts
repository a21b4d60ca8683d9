import type { Spread, SpreadArea, WithinAlliance } from '../../../data/contract/spread.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { formatValue } from '../../../data/text/format.ts';
import { areasOf, figureOf } from '../kit/chartWords.ts';

export type StripRow = { alliance: WithinAlliance; dots: { area: string; value: number }[]; label: string };

/** The Alliances with their CCGs' values: the better first, or the higher; by name where figures are illustrative. */
export function stripRows(spread: Spread, metric: Metric): StripRow[] {
  const turn = metric.polarity === 'lower' ? 1 : -1;
  const order = (one: WithinAlliance, other: WithinAlliance) => {
    const gaps = Number(one.value === null) - Number(other.value === null);
    const values = spread.illustrative ? 0 : turn * ((one.value ?? 0) - (other.value ?? 0));
    return gaps || values || one.name.localeCompare(other.name);
  };
  return [...spread.alliances].sort(order).map((alliance) => {
    const dots = spread.areas.flatMap(({ area, parents, value }: SpreadArea) =>
      value !== null && parents.includes(alliance.area) ? [{ area, value }] : [],
    );
    return {
      alliance,
      dots,
      label: stripLabel(
        metric,
        alliance,
        dots.map(({ value }) => value),
      ),
    };
  });
}

/** A row in words: `Peninsula: 82.0% (…); 3 CCGs, from 79.1% to 84.4%, median 82.2%`. */
export function stripLabel(metric: Metric, alliance: WithinAlliance, values: readonly number[]): string {
  const own = `${alliance.name}: ${figureOf(metric, alliance)}`;
  const count = areasOf('ccg', values.length);
  const [only] = values;
  if (only === undefined) return `${own}; no CCG has a figure`;
  if (values.length === 1) return `${own}; ${count}, at ${formatValue(metric, only)}`;
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => formatValue(metric, value));
  const median = alliance.median === null ? '' : `, median ${formatValue(metric, alliance.median)}`;
  return `${own}; ${count}, from ${low} to ${high}${median}`;
}
