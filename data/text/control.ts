import type {
  Control,
  ControlPoint,
  ControlReading,
  ControlSegment,
  RecentTrend,
} from '../contract/index.ts';
import type { Metric } from '../metrics/types.ts';
import { parsePeriod, periodLabel, periodShort } from '../periods.ts';
import { formatRound, formatValue } from './format.ts';
import { RUN_LENGTH } from './limits.ts';
import { grainOf, signalWords, TYPE_WORDS } from './signals.ts';

/** A period as a sentence names it: `November 2021`, `2021/22 Q2`. */
const said = (id: string) => {
  const period = parsePeriod(id);
  if (!period) return id;
  return period.grain === 'month' ? periodLabel(period) : periodShort(period);
};

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
    const since = last ? `From ${said(last.from)} there are no limits` : 'There are no limits';
    return `${since} to read the latest figures by.${last?.reason ? ` ${last.reason}` : ''}`;
  }
  if (variation === 'common-cause' || signal === null)
    return `Common cause: ${said(period)} is within the range that common cause variation gives, and part of no run.`;
  const rule = signalWords(signal, isHigh(variation, metric), grainOf(period), runLength);
  return `${TYPE_WORDS[variation]}: ${said(period)} ${rule}.`;
}

const EXPECTED = {
  'consistent-pass': (every: string) => `be met every ${every} unless something changes`,
  'consistent-fail': (every: string) => `be missed every ${every} unless something changes`,
  inconsistent: (every: string) => `be met in some ${every}s and missed in others by chance`,
} as const;

/** What to expect about the standard, as a sentence; empty where there is no standard or no limits to tell it by. */
export function assuranceWords(metric: Metric, { assurance, target, period }: Reading): string {
  if (assurance === null || target === null) return '';
  const expected = EXPECTED[assurance](grainOf(period ?? ''));
  return `At ${formatRound(metric, target)}, the standard can be expected to ${expected}.`;
}

/** One stretch: its months, its mean and limits as they are drawn, or why it has none. */
export function segmentWords(metric: Metric, { from, until, points, ...limits }: ControlSegment): string {
  const span = from === until ? said(from) : `${said(from)} to ${said(until)}`;
  const { mean, lower, upper, reason } = limits;
  if (mean === null || lower === null || upper === null)
    return `${span}: no limits.${reason === null ? '' : ` ${reason}`}`;
  const [low, high] = [Math.max(0, lower), Math.min(1, upper)].map((value) => formatValue(metric, value));
  return `${span}: mean ${formatValue(metric, mean)}, limits ${low} to ${high}, from ${points} figures.`;
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
  const years = `${said(periods[0] ?? '')} to ${said(periods.at(-1) ?? '')}`;
  const why = reason === null ? '' : ` ${reason}`;
  return `${TRENDS[direction]} over the last five years (${years})${judgement ? JUDGEMENTS[judgement] : ''}.${why}`;
}
