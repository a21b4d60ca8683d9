import type { Control, ControlPoint, Signal } from '../contract/index.ts';
import { parsePeriod } from '../periods.ts';

export const TYPE_WORDS: Record<ControlPoint['type'], string> = {
  'common-cause': 'Common cause',
  improvement: 'Improvement',
  concern: 'Concern',
  'neutral-high': 'High',
  'neutral-low': 'Low',
};

/** What one figure of a series stands for: `month` or `quarter`. */
export const grainOf = (period: string) => (parsePeriod(period)?.grain === 'quarter' ? 'quarter' : 'month');

/** How the last figure of a series meets a rule, to stand after its period: `is below the lower limit`. */
export function signalWords(signal: Signal, high: boolean, grain: string, runLength: number): string {
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
  return `${special.length} ${of} ${special.length === 1 ? 'is' : 'are'} special cause: ${parts.join(', ')}.`;
}
