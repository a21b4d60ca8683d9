import type { Metric } from './metrics/index.ts';
import { DIVERGING, SEQUENTIAL } from './palette.ts';
import { formatRound } from './text/format.ts';

export type Class = { label: string; colour: string; count: number };

/** Whether a metric's classes lie around a target that has a number: then that is the break below its fourth class. */
export const atTarget = ({ classes }: Metric, target: number | null | undefined): target is number =>
  classes.around === 'target' && target != null;

/** The four breaks between a metric's classes, moved to the target in force where they lie around one. */
export function breaksOf(metric: Metric, target: number | null | undefined): readonly number[] {
  const { breaks } = metric.classes;
  if (!atTarget(metric, target)) return breaks;
  return breaks.map((each) => Number((each + target - breaks[2]).toFixed(4)));
}

/** The class of a value, 0 (lowest) to 4 (highest); a value on a break is in the class above it. */
export const classOf = (breaks: readonly number[], value: number) =>
  breaks.filter((at) => value >= at).length;

/** The colour of a class: around a middle worst is brown and best blue; with none, pale to dark. */
export function classColour(metric: Metric, index: number): string {
  if (metric.classes.around === 'nothing') return SEQUENTIAL[index] ?? SEQUENTIAL[0];
  return DIVERGING[metric.polarity === 'lower' ? 4 - index : index] ?? DIVERGING[2];
}

/** The five classes of a metric between breaks, low to high, with how many of the values lie in each. */
export function classesOf(metric: Metric, breaks: readonly number[], values: readonly number[]): Class[] {
  const counts = [0, 0, 0, 0, 0];
  for (const value of values) counts[classOf(breaks, value)] = (counts[classOf(breaks, value)] ?? 0) + 1;
  const at = breaks.map((each) => formatRound(metric, each));
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
