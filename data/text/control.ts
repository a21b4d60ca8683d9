import type {
  Control,
  ControlPoint,
  ControlReading,
  ControlSegment,
  RecentTrend,
  Signal,
} from '../contract/index.ts';
import type { Metric } from '../metrics/index.ts';
import { type Grain, parsePeriod } from '../periods.ts';
import { formatRound, formatValue } from './format.ts';
import { capitalised, isAre, listOf, periodBrief } from './words.ts';

/** Figures that a control chart, and each stretch of it, must have. */
const FEWEST = 12;

/** Consecutive figures that make a shift or a trend: 7 for both, as in NHSRplotthedots. */
export const RUN_LENGTH = 7;
const RUN = 'seven';

/** Whether a special cause lies on the upper side (or rises): improvement does where more is better. */
const isHigh = (type: ControlPoint['type'], { polarity }: Metric) =>
  type === 'neutral-high' || type === (polarity === 'lower' ? 'concern' : 'improvement');

type Reading = Omit<ControlReading, 'grain'> & { runLength?: number };

/**
 * What the last figure of a control chart says, as a sentence: that it lies in the range of common cause variation, or
 * by which rule it is special cause; or why that cannot be told.
 */
export function variationWords(metric: Metric, control: Reading & Partial<Control>): string {
  const { reason, period, variation, signal, runLength = RUN_LENGTH, segments = [] } = control;
  if (reason !== null) return reason;
  if (period === null || variation === null) {
    const last = segments.at(-1);
    const since = last ? `From ${periodBrief(last.from)} there are no limits` : 'There are no limits';
    return `${since} to read the latest figures by.${last?.reason ? ` ${last.reason}` : ''}`;
  }
  if (variation === 'common-cause' || signal === null)
    return `Common cause: ${periodBrief(period)} is within the range that common cause variation gives, and part of no run.`;
  const rule = signalWords(signal, isHigh(variation, metric), grainOf(period), runLength);
  return `${TYPE_WORDS[variation]}: ${periodBrief(period)} ${rule}.`;
}

/** What the last figure of a control chart says, in a word or two. */
const READINGS: Record<ControlPoint['type'], string> = {
  'common-cause': 'Usual range',
  improvement: 'Improving',
  concern: 'Concern',
  'neutral-high': 'Higher',
  'neutral-low': 'Lower',
};

/** What it rests on, to stand after a colon: `above its average for seven months or more`. */
export function readingWords(
  metric: Metric,
  { variation, signal, period }: Pick<ControlReading, 'variation' | 'signal' | 'period'>,
): string {
  if (variation === null) return '';
  if (variation === 'common-cause' || signal === null) return 'within its usual range';
  const high = isHigh(variation, metric);
  const months = `${RUN} ${grainOf(period ?? '')}s or more`;
  switch (signal) {
    case 'outside':
      return `${high ? 'above' : 'below'} its usual range`;
    case 'trend':
      return `${high ? 'rising' : 'falling'} for ${months} in a row`;
    case 'two-of-three':
      return `close to the ${high ? 'top' : 'bottom'} of its usual range`;
    case 'shift':
      return `${high ? 'above' : 'below'} its average for ${months}`;
  }
}

/** Where the usual range lies beside the standard, which says what to expect of it. */
const RANGES = {
  'consistent-pass': 'beyond',
  'consistent-fail': 'short of',
  inconsistent: 'on both sides of',
} as const;

/** The reading of a control chart in short: its word, and what it rests on; null where nothing can be read. */
export function readingInShort(
  metric: Metric,
  reading: ControlReading,
): { word: string; detail: string } | null {
  const { variation, assurance, target } = reading;
  if (variation === null) return null;
  const word = READINGS[variation];
  const where = capitalised(readingWords(metric, reading));
  if (assurance === null || target === null) return { word, detail: where };
  const lies = `lies ${RANGES[assurance]} ${formatRound(metric, target)}`;
  // The word says already that the figure is within its usual range.
  if (variation === 'common-cause') return { word, detail: `It ${lies}` };
  return { word, detail: `${where}; its usual range ${lies}` };
}

const EXPECTED = {
  'consistent-pass': (each: string) => `every ${each} can be expected to reach it unless something changes`,
  'consistent-fail': (each: string) =>
    `every ${each} can be expected to fall short of it unless something changes`,
  inconsistent: (each: string) =>
    `some ${each}s can be expected to reach it and others to fall short of it by chance`,
} as const;

/** What to expect about the standard, as a sentence; empty where there is no standard or no limits to tell it by. */
export function assuranceWords(metric: Metric, { assurance, target, period }: Reading): string {
  if (assurance === null || target === null) return '';
  const expected = EXPECTED[assurance](grainOf(period ?? ''));
  return `The standard is ${formatRound(metric, target)}: ${expected}.`;
}

/** One stretch: its months, its mean and limits, or why it has none. */
export function segmentWords(metric: Metric, { from, until, points, ...limits }: ControlSegment): string {
  const span = from === until ? periodBrief(from) : `${periodBrief(from)} to ${periodBrief(until)}`;
  const { mean, lower, upper, reason } = limits;
  if (mean === null || lower === null || upper === null)
    return `${span}: no limits.${reason === null ? '' : ` ${reason}`}`;
  return `${span}: mean ${formatValue(metric, mean)}, limits ${formatValue(metric, lower)} to ${formatValue(metric, upper)}, from ${points} figures.`;
}

const JUDGEMENTS = { 'getting-better': ', getting better', 'getting-worse': ', getting worse' } as const;

const TRENDS = {
  increasing: 'Increasing',
  decreasing: 'Decreasing',
  'no-change': 'No change beyond chance',
} as const;

/** The recent trend as a sentence: `Increasing over the last five years (2012 to 2016), getting better.` */
export function recentTrendWords({ direction, judgement, periods, reason }: RecentTrend): string {
  if (direction === 'not-calculated') return reason ?? 'The trend cannot be calculated.';
  const years = `${periodBrief(periods[0] ?? '')} to ${periodBrief(periods.at(-1) ?? '')}`;
  const why = reason === null ? '' : ` ${reason}`;
  return `${TRENDS[direction]} over the last five years (${years})${judgement ? JUDGEMENTS[judgement] : ''}.${why}`;
}

export const TYPE_WORDS: Record<ControlPoint['type'], string> = {
  'common-cause': 'Common cause',
  improvement: 'Improvement',
  concern: 'Concern',
  'neutral-high': 'High',
  'neutral-low': 'Low',
};

/** What one figure of a series stands for: `month` or `quarter`. */
const grainOf = (period: string) => (parsePeriod(period)?.grain === 'quarter' ? 'quarter' : 'month');

/** How the last figure of a series meets a rule, to stand after its period: `is below the lower limit`. */
function signalWords(signal: Signal, high: boolean, grain: string, runLength: number): string {
  const side = high ? 'above' : 'below';
  switch (signal) {
    case 'outside':
      return `is ${side} the ${high ? 'upper' : 'lower'} limit`;
    case 'trend':
      return `ends a run of at least ${runLength} ${grain}s, each ${high ? 'higher' : 'lower'} than the one before`;
    case 'two-of-three':
      return `is one of three ${grain}s in a row ${side} the mean, at least two of them close to the ${high ? 'upper' : 'lower'} limit`;
    case 'shift':
      return `ends a run of at least ${runLength} ${grain}s ${side} the mean`;
  }
}

const SHORT: Record<Signal, (high: boolean, runLength: number) => string> = {
  outside: (high) => (high ? 'above the upper limit' : 'below the lower limit'),
  trend: (high, run) => `one of ${run} or more ${high ? 'rising' : 'falling'} in a row`,
  'two-of-three': (high) => `two of three close to the ${high ? 'upper' : 'lower'} limit`,
  shift: (high, run) => `one of ${run} or more in a row ${high ? 'above' : 'below'} the mean`,
};

/** What a point of a control chart says, for a table: `Concern: below the lower limit`; `No limits` where there are none. */
export function pointWords({ mean, type, signal, side }: ControlPoint, runLength: number): string {
  if (mean === null) return 'No limits';
  return signal === null
    ? TYPE_WORDS[type]
    : `${TYPE_WORDS[type]}: ${SHORT[signal](side === 'above', runLength)}`;
}

/** What a control chart is, to stand before its rules. */
export const HOW_TO_READ =
  'Every process varies. Common cause variation is what chance gives from one figure to the next while nothing changes; the mean is the thin line, and nearly all figures then lie between the long-dashed limits. A figure is special cause where one of these rules holds: something other than chance is then likely to be at work, and worth asking about.';

/** Each rule in one sentence, in the order in which they are tried. */
export function rulesWords(runLength: number): Record<Signal, string> {
  return {
    outside: 'A figure above the upper limit or below the lower limit.',
    trend: `A trend: ${runLength} figures in a row, each higher than the one before, or each lower.`,
    'two-of-three':
      'Two of three neighbouring figures in the outer third between mean and limit, all three on that side of the mean.',
    shift: `A shift: ${runLength} figures in a row above the mean, or below it.`,
  };
}

const COUNTED: Record<Signal, string> = {
  outside: 'outside the limits',
  trend: 'in a run of rises or falls',
  'two-of-three': 'by two of three close to a limit',
  shift: 'in a run on one side of the mean',
};

/** How many figures are special cause, by rule: `8 of 71 months are special cause: 3 outside the limits, 5 in a run on one side of the mean.` */
export function countWords({ points, period, segments }: Control, hasFigure: ReadonlySet<string>): string {
  const known = points.filter((point) => point.mean !== null && hasFigure.has(point.period));
  const special = known.filter(({ signal }) => signal !== null);
  const unit = `${grainOf(period ?? '')}${known.length === 1 ? '' : 's'}`;
  const of = `of ${known.length} ${unit}${segments.some(({ reason }) => reason !== null) ? ' with limits' : ''}`;
  if (special.length === 0) return `None ${of} is special cause.`;
  const parts = (Object.keys(COUNTED) as Signal[]).flatMap((rule) => {
    const count = special.filter(({ signal }) => signal === rule).length;
    return count === 0 ? [] : `${count} ${COUNTED[rule]}`;
  });
  return `${special.length} ${of} ${isAre(special.length)} special cause: ${parts.join(', ')}.`;
}

/** Why a series has no control chart, in words; null where it can have one. */
export function whyNoChart({ kind }: Metric, grain: Grain, figures: number): string | null {
  if (kind !== 'proportion')
    return 'Control charts are drawn for proportions only: survival indices, rates and scores are not charted this way.';
  if (grain === 'rolling')
    return 'Rolling periods share years with their neighbours, so they have no control chart.';
  if (grain !== 'month' && grain !== 'quarter')
    return 'Annual figures are too few for a control chart, which is drawn by month or by quarter.';
  if (figures < FEWEST)
    return `A control chart needs at least ${FEWEST} figures; there ${isAre(figures)} ${figures === 0 ? 'none' : figures}.`;
  return null;
}

/** Why a stretch has no limits when too many of its figures are 0% or 100%. */
export const whyNoLimits = (atEnd: number, figures: number, end: '0%' | '100%') =>
  `${atEnd} of the ${figures} figures are exactly ${end}: limits around their mean would call chance a signal.`;

const UNITS: Partial<Record<Grain, [each: string, adjective: string]>> = {
  month: ['month', 'Monthly'],
  quarter: ['quarter', 'Quarterly'],
};

/** A caution that a chart's counts are so small that chance alone moves it. */
export function smallCounts({ kind, ...metric }: Metric, grain: Grain, median: number): string {
  const [each, adjective] = UNITS[grain] ?? [grain, 'These'];
  const of = kind === 'proportion' && 'outOf' in metric ? metric.outOf : 'people';
  const instead = grain === 'month' ? '; read quarters beside it' : '';
  return `${adjective} counts are small here (about ${Math.round(median)} ${of} a ${each}): chance alone moves the percentage by several points${instead}.`;
}

/** That a p′ chart says something else of the last figure, and what; null where it does not, or there is none. */
export function pPrimeDisagrees(metric: Metric, { pPrime, period, runLength }: Control): string | null {
  if (pPrime === null || pPrime.agrees || period === null) return null;
  const { variation, signal, lower, upper } = pPrime;
  const [each, when] = [grainOf(period), periodBrief(period)];
  const says =
    signal === null
      ? `${when} is common cause by it`
      : `by it ${when} ${signalWords(signal, isHigh(variation, metric), each, runLength)}`;
  return `A p′ chart (Laney 2002), whose limits allow for how many people each ${each} has, disagrees with this one (XmR) about the last figure: ${says}; its limits are ${formatValue(metric, lower)} to ${formatValue(metric, upper)}. Read the ${each} with care.`;
}

/** A note that limits reach beyond 0% or 100%, and are cut there; null where they do not. */
export function cutLimits(above: boolean, below: boolean): string | null {
  if (!above && !below) return null;
  const ends = [below ? '0%' : '', above ? '100%' : ''].filter(Boolean);
  const which = above && below ? 'The limits lie' : `The ${above ? 'upper' : 'lower'} limit lies`;
  return `${which} beyond ${listOf(ends)}, where no share can be; ${above && below ? 'they are' : 'it is'} cut there.`;
}

/** A note that mean and limits are calculated afresh from breaks; `starts` are their months in words (`April 2020`). */
export const rebased = (starts: readonly string[]) =>
  `Mean and limits start anew from ${starts.join(' and from ')}, where the series breaks.`;

/** How the limits treat single large moves. */
export const SCREENED =
  'A single large move between two neighbouring figures is left out of the limits, as in NHSRplotthedots; the Making Data Count spreadsheet keeps it in, so its limits can be wider.';
