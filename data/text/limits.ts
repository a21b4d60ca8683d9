import type { Metric } from '../metrics/types.ts';
import type { Grain } from '../periods.ts';

/** Figures that a control chart, and each stretch of it, must have. */
export const FEWEST = 12;

/** Consecutive figures that make a shift or a trend: 7 for both, as in NHSRplotthedots. */
export const RUN_LENGTH = 7;

/** A reason as a sentence of its own: first letter raised, a full stop at its end. */
export const sentence = (reason: string) =>
  `${reason[0]?.toUpperCase() ?? ''}${reason.slice(1)}${reason.endsWith('.') ? '' : '.'}`;

/** Why a series has no control chart, in words; null where it can have one. */
export function whyNoChart(
  { kind }: Metric,
  grain: Grain,
  figures: number,
  illustrative: boolean,
): string | null {
  if (illustrative) return 'Illustrative figures have no control chart: they were not published.';
  if (kind !== 'proportion')
    return 'Control charts are drawn for proportions only: survival indices, rates and scores are not charted this way.';
  if (grain === 'rolling')
    return 'Rolling periods share years with their neighbours, so they have no control chart.';
  if (grain !== 'month' && grain !== 'quarter')
    return 'Annual figures are too few for a control chart, which is drawn by month or by quarter.';
  if (figures < FEWEST)
    return `A control chart needs at least ${FEWEST} figures; there ${figures === 1 ? 'is' : 'are'} ${figures === 0 ? 'none' : figures}.`;
  return null;
}

/** Why a stretch too many of whose figures lie at 0% or 100% has no limits. */
export const whyNoLimits = (atEnd: number, figures: number, end: '0%' | '100%') =>
  `${atEnd} of the ${figures} figures are exactly ${end}: limits around their mean would call chance a signal.`;

const UNITS: Partial<Record<Grain, [each: string, adjective: string]>> = {
  month: ['month', 'Monthly'],
  quarter: ['quarter', 'Quarterly'],
};

/** That a chart's counts are small, so that chance alone moves it. */
export function smallCounts({ kind, ...metric }: Metric, grain: Grain, median: number): string {
  const [each, adjective] = UNITS[grain] ?? [grain, 'These'];
  const of = kind === 'proportion' && 'outOf' in metric ? metric.outOf : 'people';
  const instead = grain === 'month' ? '; read quarters beside it' : '';
  return `${adjective} counts are small here (about ${Math.round(median)} ${of} a ${each}): chance alone moves the percentage by several points${instead}.`;
}

/** That limits reach where no share can, and how they are drawn; null where they do not. */
export function cutLimits(above: boolean, below: boolean): string | null {
  if (!above && !below) return null;
  const ends = [below ? '0%' : '', above ? '100%' : ''].filter(Boolean);
  const which = above && below ? 'The limits lie' : `The ${above ? 'upper' : 'lower'} limit lies`;
  return `${which} beyond ${ends.join(' and ')}, where no share can be; ${above && below ? 'they are' : 'it is'} drawn there.`;
}

/** That mean and limits start anew at breaks, given in words (`April 2020`). */
export const rebased = (starts: readonly string[]) =>
  `Mean and limits start anew from ${starts.join(' and from ')}, where the series breaks.`;

/** How the limits treat single large moves. */
export const SCREENED =
  'A single large move between two neighbouring figures is left out of the limits, as in NHSRplotthedots; the Making Data Count spreadsheet keeps it in, so its limits can be wider.';
