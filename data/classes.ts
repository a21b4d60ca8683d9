import type { Metric } from './metrics/index.ts';
import { DIVERGING, SEQUENTIAL } from './palette.ts';
import { formatRound } from './text/format.ts';

export type Class = { label: string; colour: string; count: number };

/** The class of a value, 0 (lowest) to 4 (highest); a value on a break is in the class above it. */
export const classOf = (metric: Metric, value: number) =>
  metric.classes.breaks.filter((at) => value >= at).length;

/** The colour of a class: around a middle worst is brown and best blue; with none, pale to dark. */
export function classColour(metric: Metric, index: number): string {
  if (metric.classes.around === 'nothing') return SEQUENTIAL[index] ?? SEQUENTIAL[0];
  return DIVERGING[metric.polarity === 'lower' ? 4 - index : index] ?? DIVERGING[2];
}

/** The five classes of a metric, low to high, with how many of the values lie in each. */
export function classesOf(metric: Metric, values: readonly number[]): Class[] {
  const counts = [0, 0, 0, 0, 0];
  for (const value of values) counts[classOf(metric, value)] = (counts[classOf(metric, value)] ?? 0) + 1;
  const at = metric.classes.breaks.map((each) => formatRound(metric, each));
  return counts.map((count, index) => ({
    label: label(at, index),
    colour: classColour(metric, index),
    count,
  }));
}

function label(at: readonly string[], index: number): string {
  if (index === 0) return `under ${at[0]}`;
  if (index === at.length) return `${at[index - 1]} and over`;
  return `${at[index - 1]} to under ${at[index]}`;
}
