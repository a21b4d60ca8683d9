import { type Counts, line, sum } from './arithmetic.ts';
import { Z95 } from './wilson.ts';

type Counted = { period: string | number; numerator: number | null; denominator: number | null };
type Measured = {
  period: string | number;
  value: number | null;
  lower: number | null;
  upper: number | null;
};
type TrendFigure = Counted | Measured;

export type Direction = 'increasing' | 'decreasing' | 'no-change' | 'not-calculated';
type RecentTrend = { direction: Direction; chiSquared: number | null; reason: string | null };

const POINTS = 5;
/** 99.8% of the chi-squared distribution with one degree of freedom. */
const THRESHOLD = 9.5495;

const none = (reason: string): RecentTrend => ({ direction: 'not-calculated', chiSquared: null, reason });

/**
 * Whether the last five annual figures rise or fall, at 99.8%: counts by the chi-squared test for trend, others by
 * least squares weighted by their 95% intervals. `no-change` below that, whatever the figures, and with the reason where
 * leaving out any one year turns the slope round; `not-calculated` with the reason where the test does not apply, or it
 * exceeds 99.8% and a year stands at 0% or 100%, whose log odds have no slope. DHSC, Fingertips Public Health Technical
 * Guidance, Recent trends (PHEindicatormethods, trend markers).
 */
export function recentTrend(points: readonly TrendFigure[]): RecentTrend {
  const last = lastYears(points, POINTS);
  if (typeof last === 'string') return none(last);
  const fit = fitOf(last);
  if (typeof fit === 'string') return none(fit);

  const { chiSquared } = fit;
  if (!(chiSquared > THRESHOLD)) return { direction: 'no-change', chiSquared, reason: null };
  // Log odds have no number at 0% and 100%, so a slope over them has no direction.
  const end = fit.points.find(({ y }) => !Number.isFinite(y));
  if (end) return none(`a year has a proportion of ${end.y < 0 ? '0%' : '100%'}`);
  const up = rises(fit.points);
  if (fit.points.some((out) => rises(fit.points.filter((one) => one !== out)) !== up))
    return { direction: 'no-change', chiSquared, reason: 'one year alone makes the trend' };
  return { direction: up ? 'increasing' : 'decreasing', chiSquared, reason: null };
}

/** The year that a period is: a calendar year (`2013` or a bare number) or a financial one (`fy2016-17`); else null. */
function yearOf(period: string | number): { kind: string; year: number } | null {
  if (typeof period === 'number')
    return Number.isInteger(period) ? { kind: 'calendar-year', year: period } : null;
  if (/^\d{4}$/.test(period)) return { kind: 'calendar-year', year: Number(period) };
  const [, first, second] = /^fy(\d{4})-(\d{2})$/.exec(period) ?? [];
  const year = Number(first);
  return (year + 1) % 100 === Number(second) ? { kind: 'year', year } : null;
}

/**
 * The last so many years of annual points, oldest first whatever their order, or in words why a trend cannot be read
 * from them: periods that are no years (monthly, quarterly, rolling), of two kinds, too few, or with a year missing.
 */
export function lastYears<T extends { period: string | number }>(
  points: readonly T[],
  count: number,
): T[] | string {
  const dated = points.map((point) => ({ point, date: yearOf(point.period) }));
  if (dated.some(({ date }) => date === null))
    return 'periods are not single years: monthly, quarterly and rolling figures are not tested';
  if (new Set(dated.map(({ date }) => date?.kind)).size > 1)
    return 'financial and calendar years cannot be mixed';
  if (points.length < count)
    return `${points.length === 1 ? 'there is 1 year' : `there are ${points.length} years`} of figures: ${count} are needed`;
  const year = (one: (typeof dated)[number]) => one.date?.year ?? 0;
  const last = dated.sort((a, b) => year(a) - year(b)).slice(-count);
  if (last.some((one, i) => i > 0 && year(one) !== year(last[i - 1] as typeof one) + 1))
    return `the last ${count} years of figures do not follow each other`;
  return last.map(({ point }) => point);
}

type Fit = { chiSquared: number; points: { x: number; y: number; weight?: number }[] };

/** The statistic of counts, and the points of the line whose slope gives the direction: log odds, unweighted. */
function fromCounts(counts: readonly Counted[]): Fit | string {
  const whole: Counts[] = [];
  for (const { numerator, denominator } of counts) {
    if (numerator === null || denominator === null) return 'a year has no figure';
    if (!(numerator >= 0 && denominator > 0 && numerator <= denominator))
      return 'a year has impossible counts';
    whole.push({ numerator, denominator });
  }
  const points = whole.map(({ numerator: n, denominator }, x) => ({ x, y: Math.log(n / (denominator - n)) }));
  return { chiSquared: trendChiSquared(whole), points };
}

/** The same for values with 95% intervals, weighted by one over their variances. */
function fromIntervals(figures: readonly Measured[]): Fit | string {
  const points: Fit['points'] = [];
  for (const { value, lower, upper } of figures) {
    if (value === null || !Number.isFinite(value)) return 'a year has no figure';
    if (lower === null || upper === null) return 'a year has no interval';
    if (!(upper > lower)) return 'a year has an interval without width';
    points.push({ x: points.length, y: value, weight: ((2 * Z95) / (upper - lower)) ** 2 });
  }
  const { slope, spread } = line(points);
  return { chiSquared: slope * slope * spread, points };
}

const counted = (point: TrendFigure): point is Counted => 'numerator' in point;
const measured = (point: TrendFigure): point is Measured => !('numerator' in point);

function fitOf(last: readonly TrendFigure[]): Fit | string {
  if (last.every(counted)) return fromCounts(last);
  return last.every(measured) ? fromIntervals(last) : 'some years have counts and others have none';
}

const rises = (points: Fit['points']) => line(points).slope >= 0;

/**
 * Chi-squared statistic, with one degree of freedom, of a linear trend in proportions at even steps of time (Armitage
 * 1955, Biometrics 11:375; Cochran 1954, Biometrics 10:417; R's prop.trend.test); 0 where all proportions are 0 or all 1.
 */
export function trendChiSquared(counts: readonly Counts[]): number {
  const all = sum(counts.map(({ denominator }) => denominator));
  const cases = sum(counts.map(({ numerator }) => numerator));
  if (cases === 0 || cases === all) return 0;
  const timed = sum(counts.map(({ denominator }, t) => denominator * t));
  const squared = sum(counts.map(({ denominator }, t) => denominator * t * t));
  const along = sum(counts.map(({ numerator }, t) => numerator * t));
  return (
    (all * (all * along - cases * timed) ** 2) / (cases * (all - cases) * (all * squared - timed * timed))
  );
}
