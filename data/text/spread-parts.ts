import type { Metric } from '../metrics/index.ts';
import { parsePeriod, periodLabel, periodShort } from '../periods.ts';

const NOUNS: Record<string, readonly [one: string, many: string]> = {
  ccg: ['CCG', 'CCGs'],
  alliance: ['Alliance', 'Alliances'],
  region: ['region', 'regions'],
};

/** What areas of a level are called: `CCG`, `CCGs`, `Alliances`. */
export const areasNoun = (level: string, count: number): string =>
  (NOUNS[level] ?? ['area', 'areas'])[count === 1 ? 0 : 1];

/** A period in its short form, a month written out: `2016/17`, `April 2016`; the id itself where it is none. */
export function periodName(id: string): string {
  const period = parsePeriod(id);
  if (!period) return id;
  return period.grain === 'month' ? periodLabel(period) : periodShort(period);
}

/** A distance between two values in the metric's unit: `13.8 points`, `17.0 per 100,000`, `0.12`. */
export function gapWords(metric: Metric, gap: number): string {
  switch (metric.kind) {
    case 'proportion':
      return points((100 * gap).toFixed(metric.decimals));
    case 'index':
      return points(gap.toFixed(metric.decimals));
    case 'rate':
      return `${gap.toFixed(metric.decimals)} ${metric.unit}`;
    case 'mean':
      return gap.toFixed(metric.decimals);
  }
}

const points = (text: string) => `${text} ${Number(text) === 1 ? 'point' : 'points'}`;

/** A share of one in whole per cent, never rounded to nothing or to all: `89%`, `under 1%`, `over 99%`. */
export function shareWords(share: number): string {
  if (share > 0 && share < 0.005) return 'Under 1%';
  if (share < 1 && share >= 0.995) return 'Over 99%';
  return `${Math.round(100 * share)}%`;
}
