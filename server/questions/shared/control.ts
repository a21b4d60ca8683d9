import type {
  BreakReply,
  Control,
  ControlPoint,
  ControlReading,
  TargetReply,
  TrendPoint,
} from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { type Grain, parsePeriod } from '../../../data/periods.ts';
import { RUN_LENGTH, whyNoChart } from '../../../data/text/limits.ts';
import { OPEN } from '../../dataset/geography.ts';
import { xmr } from '../../stats/xmr.ts';
import { cautionsOf, startsAt, stretchesOf, whyNoLimitsIn } from './controlSegments.ts';
import { isIllustrative, passMark } from './figures.ts';

const DIRECTIONS = { higher: 'increase', lower: 'decrease', none: 'neutral' } as const;

const NONE: Control = {
  reason: null,
  points: [],
  segments: [],
  period: null,
  variation: null,
  signal: null,
  assurance: null,
  target: null,
  runLength: RUN_LENGTH,
  cautions: [],
};

const blank = (period: string): ControlPoint => ({
  period,
  mean: null,
  lower: null,
  upper: null,
  signal: null,
  side: null,
  type: 'common-cause',
});

/**
 * The control chart (XmR) of a proportion by month or quarter, values as shares of 1: mean, limits and special causes of
 * each stretch between the breaks, or the reason in words why there is none. Gaps before the first figure and after the
 * last have no limits. Moving ranges are screened once for outliers, as in NHSRplotthedots.
 */
export function controlOf(
  metric: Metric,
  grain: Grain,
  points: readonly TrendPoint[],
  breaks: readonly BreakReply[],
  targets: readonly TargetReply[],
): Control {
  const first = points.findIndex(({ value }) => value !== null);
  const charted =
    first < 0 ? [] : points.slice(first, points.findLastIndex(({ value }) => value !== null) + 1);
  const figures = charted.filter(({ value }) => value !== null);
  const reason = whyNoChart(metric, grain, figures.length, figures.some(isIllustrative));
  const plain = points.map(({ period }) => blank(period));
  if (reason !== null) return { ...NONE, reason, points: plain };

  const period = charted.at(-1)?.period ?? '';
  const target = standardAt(targets, parsePeriod(period)?.end ?? '');
  const rebaseAt = startsAt(charted, breaks);
  const chart = xmr(
    charted.map(({ value }) => value),
    {
      direction: DIRECTIONS[metric.polarity],
      runLength: RUN_LENGTH,
      rebaseAt,
      ...(target === null ? {} : { target }),
    },
  );
  const stretches = stretchesOf(charted, rebaseAt, chart.segments);
  const drawn = (index: number) => stretches.findLast(({ start }) => start <= index)?.reason === null;
  const known = charted.map((point, i): ControlPoint => {
    const { value: _, ...found } = chart.points[i] ?? { value: null, ...blank('') };
    return drawn(i) ? { ...found, period: point.period } : blank(point.period);
  });
  const latest = drawn(charted.length - 1) ? known.at(-1) : undefined;
  return {
    ...NONE,
    reason: whyNoLimitsIn(stretches),
    points: [...plain.slice(0, first), ...known, ...plain.slice(first + known.length)],
    segments: stretches.map(({ start: _, own: __, ...segment }) => segment),
    period,
    variation: latest?.type ?? null,
    signal: latest?.signal ?? null,
    assurance: latest ? chart.assurance : null,
    target,
    cautions: cautionsOf(metric, grain, stretches),
  };
}

/** The standard in force in a month; ambitions are national, no pass mark of an area. */
function standardAt(targets: readonly TargetReply[], month: string): number | null {
  const inForce = targets.filter(({ from, until }) => from <= month && month <= (until ?? OPEN));
  return inForce.map(passMark).find((mark) => mark !== null) ?? null;
}

/** A control chart in short: what its last figure says, and what to expect about the standard. */
export const readingOf = (
  { reason, period, variation, signal, assurance, target }: Control,
  grain: Grain,
): ControlReading => ({ grain, reason, period, variation, signal, assurance, target });
