import type { Metric } from '../metrics/index.ts';

const group = new Intl.NumberFormat('en-GB');

/** A count with thousands separators: `141,670`. */
export const formatCount = (count: number) => group.format(count);

const MOST_DECIMALS = 4;

/** The metric's decimals, or as many more as it takes not to round a value on to a target that it misses or passes. */
function decimalsFor({ decimals, targets }: Metric, shown: number, scale: number): number {
  const aims = targets.flatMap(({ value }) => (value === null ? [] : scale * value));
  const near = aims.find((aim) => Math.abs(shown - aim) <= 0.5 * 10 ** -decimals);
  if (near === undefined) return decimals;
  const side = Math.sign(Number(shown.toFixed(MOST_DECIMALS)) - near);
  let enough = decimals;
  while (enough < MOST_DECIMALS && Math.sign(Number(shown.toFixed(enough)) - near) !== side) enough++;
  return enough;
}

/** A value as a reader sees it, with its unit's sign and the metric's decimals: `81.7%`, `68.2`, `8.72`. */
export function formatValue(metric: Metric, value: number): string {
  switch (metric.kind) {
    case 'proportion':
      return `${(100 * value).toFixed(decimalsFor(metric, 100 * value, 100))}%`;
    case 'index':
      return `${value.toFixed(decimalsFor(metric, value, 1))}%`;
    case 'rate':
    case 'mean':
      return value.toFixed(decimalsFor(metric, value, 1));
  }
}

/** A target or a class break: no decimals it does not need (`85%`, `62.5%`). */
export function formatRound(metric: Metric, value: number): string {
  const shown = metric.kind === 'proportion' ? 100 * value : value;
  const text = String(Number(shown.toFixed(metric.decimals)));
  return metric.kind === 'proportion' || metric.kind === 'index' ? `${text}%` : text;
}

/** An interval in words: `between 76.9% and 81.1%`. */
export const formatInterval = (metric: Metric, lower: number, upper: number) =>
  `between ${formatValue(metric, lower)} and ${formatValue(metric, upper)}`;
