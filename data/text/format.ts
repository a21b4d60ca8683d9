import type { Metric } from '../metrics/index.ts';
import { eitherOf } from './words.ts';

/**
 * A count with thousands separators, and at most three decimals: `141,670`. By hand, as the browser's own formatter
 * takes longer to start than the page takes to be taken over (docs/DECISIONS.md).
 */
export function formatCount(count: number): string {
  const [whole = '', decimals] = String(Math.round(count * 1000) / 1000).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** Whether a metric's values are shares, 0 to 1, that are shown as percentages. */
export const isShare = ({ kind }: Pick<Metric, 'kind'>): boolean => kind === 'proportion' || kind === 'score';

/** A value as a reader sees it, with its unit's sign and the metric's decimals: `81.7%`, `68.2`, `8.72`. */
export function formatValue(metric: Metric, value: number): string {
  switch (metric.kind) {
    case 'proportion':
    case 'score':
      return `${(100 * value).toFixed(decimalsFor(metric, 100 * value, 100))}%`;
    case 'index':
      return `${value.toFixed(decimalsFor(metric, value, 1))}%`;
    case 'rate':
    case 'mean':
      return value.toFixed(decimalsFor(metric, value, 1));
  }
}

/** Why a figure has more decimals than others of its metric, and what it would round to; empty where none of several has. */
export function decimalsNote(
  figures: readonly { metric: Metric; value: number | null | undefined }[],
): string {
  const marks = figures.flatMap(({ metric, value }) => {
    if (value == null || decimalsIn(formatValue(metric, value)) <= metric.decimals) return [];
    const scale = isShare(metric) ? 100 : 1;
    const mark = markNear(metric, scale * value, scale);
    return mark === undefined ? [] : formatRound(metric, mark.at / scale);
  });
  if (marks.length === 0) return '';
  return `A second decimal stands where the first alone would round a figure on to ${eitherOf([...new Set(marks)])}, which it does not reach or has passed.`;
}

/** How many decimals a number is written with. */
export const decimalsIn = (text: string) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;

const MOST_DECIMALS = 4;
/** As many as it takes to tell one person of a hundred million from none. */
const MOST_FOR_ENDS = 8;

type Marked = Pick<Metric, 'decimals' | 'targets' | 'kind'>;

/**
 * The metric's decimals, or as many more as it takes not to round a value on to a target that it misses or passes, nor a
 * share on to none or all: 99.96% is no 100.0%.
 */
function decimalsFor(metric: Marked, shown: number, scale: number) {
  const mark = markNear(metric, shown, scale);
  return mark === undefined ? metric.decimals : enough(shown, mark.at, metric.decimals, mark.most);
}

/** The end of a share, or else the target or goal of any period, that a value may be rounded on to; with how many decimals at most. */
function markNear({ decimals, targets, kind }: Marked, shown: number, scale: number) {
  const ends = isShare({ kind }) || kind === 'index' ? [0, 100] : [];
  const end = ends.find((each) => isNear(shown, each, decimals));
  if (end !== undefined) return { at: end, most: MOST_FOR_ENDS };
  const aims = targets.flatMap(({ value }) => (value === null ? [] : scale * value));
  const aim = aims.find((each) => isNear(shown, each, decimals));
  return aim === undefined ? undefined : { at: aim, most: MOST_DECIMALS };
}

/** Whether a value may be rounded on to another. */
const isNear = (shown: number, other: number, decimals: number) =>
  Math.abs(shown - other) <= 0.5 * 10 ** -decimals;

/** The fewest decimals with which a value stands on its own side of another, up to `most`; as given where it is on it. */
function enough(shown: number, other: number, decimals: number, most: number): number {
  const side = Math.sign(Number(shown.toFixed(most)) - other);
  if (side === 0) return decimals;
  let needed = decimals;
  while (needed < most && Math.sign(Number(shown.toFixed(needed)) - other) !== side) needed++;
  return needed;
}

/** A target or a class break: no decimals it does not need (`85%`, `62.5%`). */
export function formatRound(metric: Metric, value: number): string {
  const shown = isShare(metric) ? 100 * value : value;
  const text = String(Number(shown.toFixed(metric.decimals)));
  return isShare(metric) || metric.kind === 'index' ? `${text}%` : text;
}

/** A tick of an axis with as many decimals as any of its ticks needs: `8.80` beside `8.78`. */
export function formatTick(metric: Metric, tick: number, ticks: readonly number[]): string {
  const text = formatRound(metric, tick);
  const most = Math.max(...ticks.map((each) => decimalsIn(formatRound(metric, each))));
  const missing = most - decimalsIn(text);
  if (missing <= 0) return text;
  const dot = most === missing ? '.' : '';
  return text.replace(/%?$/, (unit) => `${dot}${'0'.repeat(missing)}${unit}`);
}

/** An interval in words: `between 76.9% and 81.1%`. */
export const formatInterval = (metric: Metric, lower: number, upper: number) =>
  `between ${formatValue(metric, lower)} and ${formatValue(metric, upper)}`;

/** A distance between two values in the metric's unit: `13.8 points`, `17.0 per 100,000`, `0.12`. */
export function gapWords(metric: Metric, gap: number): string {
  switch (metric.kind) {
    case 'proportion':
    case 'score':
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

/** A share of one in whole per cent, never rounded to nothing or to all: `89%`, `Under 1%`, `Over 99%`. */
export function shareWords(share: number): string {
  if (share > 0 && share < 0.005) return 'Under 1%';
  if (share < 1 && share >= 0.995) return 'Over 99%';
  return `${Math.round(100 * share)}%`;
}

/** A place as an ordinal: `1st`, `12th`, `103rd`. */
export function ordinal(place: number): string {
  const teens = place % 100 >= 11 && place % 100 <= 13;
  return `${place}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')}`;
}
