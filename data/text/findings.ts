import type { Drivers, Fact, Progress, ProgressRow, Trend } from '../contract/index.ts';
import { type Metric, type MetricId, metric as metricOf } from '../metrics/index.ts';
import { type Grain, parsePeriod } from '../periods.ts';
import { factAt, type Said, say, type Told } from './findings-say.ts';
import { formatCount, formatRound, formatValue } from './format.ts';
import { sentence } from './limits.ts';
import { gapWords, periodName } from './spread-parts.ts';

type Place = { metric: Metric; row: ProgressRow; period: string; path: (string | number)[] };

/** Where a metric's own row stands in a progress reply; null where it has no published figure there. */
export function rowOf({ reply }: Told<Progress>, id: MetricId): Place | null {
  const place = reply.rows.findIndex(
    ({ metric, heading }) => metric === id && heading !== 'Outcomes – reduction in variation',
  );
  const row = reply.rows[place];
  if (!row || row.value === null || row.period === null || row.status === 'illustrative') return null;
  return { metric: metricOf(id), row, period: row.period, path: ['rows', place] };
}

/** An area where a sentence has it stand after `in`: `West Yorkshire`, `the North region`. */
export const whereOf = ({ area }: Progress): string =>
  area.level === 'region' ? `the ${area.name} region` : area.name;

const SPANS: Partial<Record<Grain, string>> = { month: 'month', quarter: 'quarter', rolling: 'years' };

/** When a figure is of, to begin a sentence: `In 2016/17`, `In 2016/17 Q2, the latest quarter with a figure by …`. */
function when(period: string, asked: string): string {
  const then = `In ${periodName(period)}`;
  if (period === asked) return then;
  const span = SPANS[parsePeriod(period)?.grain ?? 'year'] ?? 'year';
  return `${then}, the latest ${span} with a figure by the end of ${periodName(asked)}`;
}

/** That an area has no figure of a metric, and why; null where it has one. */
export function without(progress: Told<Progress>, id: MetricId): Said | null {
  const { rows, period } = progress.reply;
  const row = rows.find(({ metric }) => metric === id);
  if (!row || rowOf(progress, id)) return null;
  const where = whereOf(progress.reply);
  const why = row.reason === null ? '' : ` ${sentence(row.reason)}`;
  return say`There is no figure of the ${metricOf(id).label} for ${where} by the end of ${periodName(period)}.${why}`;
}

/** Where an area stands on a waiting-time standard; null where it has no figure. */
export function standing(progress: Told<Progress>, id: MetricId): Said | null {
  const place = rowOf(progress, id);
  if (place?.metric.kind !== 'proportion') return null;
  const { metric, row, period, path } = place;
  const value = factAt(progress, [...path, 'value'], (share) => formatValue(metric, share));
  const within = metric.phrase.slice(metric.phrase.indexOf('within'));
  const start = when(period, progress.reply.period);
  const share = say`${start}, ${value} of people in ${whereOf(progress.reply)} ${metric.verb} ${within}`;
  if (row.target?.value == null) return say`${share}.`;
  const aim = factAt(progress, [...path, 'target', 'value'], (target) => formatRound(metric, target));
  const how = row.reached
    ? say`, which meets the standard of ${aim}.`
    : say`; the standard is ${aim}.${shortfall(progress, place)}`;
  return say`${share}${how}${notSure(progress, place)}`;
}

function shortfall(progress: Told<Progress>, { metric, row, path }: Place): Said {
  if (row.gap?.people == null || metric.kind !== 'proportion') return say``;
  const people = factAt(progress, [...path, 'gap', 'people'], formatCount);
  const noun = people.value === 1 ? 'person' : 'people';
  return say` ${people} more ${noun} would have had to be ${metric.of.split(' ')[1] ?? 'counted'} in time.`;
}

function notSure(progress: Told<Progress>, { metric, row, path }: Place): Said {
  if (row.verdict !== 'not-sure' || row.lower === null || row.upper === null) return say``;
  const [lower, upper] = ['lower', 'upper'].map((end) =>
    factAt(progress, [...path, end], (value) => formatValue(metric, value)),
  );
  return lower && upper ? say` The 95% interval, ${lower} to ${upper}, spans the standard.` : say``;
}

/**
 * A waiting time's figure beside that of a year before, as an area's series has them; null where one of them is missing.
 * Whether chance alone could move it so far is not tested, so nothing is said of it.
 */
export function change(
  trend: Told<Trend>,
  drivers: Told<Drivers> | null,
  { now, before }: { now: string; before: string },
): Said | null {
  const { points, query } = trend.reply;
  const metric = metricOf(query.metric);
  const figure = (period: string) => {
    const place = points.findIndex((point) => point.period === period && point.value !== null);
    return place < 0
      ? null
      : factAt(trend, ['points', place, 'value'], (value) => formatValue(metric, value));
  };
  const [then, since] = [figure(before), figure(now)];
  if (!then || !since) return null;
  const share = say`The share in time on the ${metric.label} was ${then} in ${periodName(before)}`;
  const far = byHowMuch(drivers, metric, before, Math.abs(parse(since) - parse(then)));
  return say`${share} and ${since} in ${periodName(now)}${far}.`;
}

const parse = ({ shown }: Fact) => Number.parseFloat(shown);

/** How far apart the two are, where the question of an Alliance's drivers tells it; `seeming` is how far as shown. */
function byHowMuch(drivers: Told<Drivers> | null, metric: Metric, before: string, seeming: number): Said {
  if (!drivers?.reply.change || drivers.reply.baseline?.period !== before) return say``;
  const points = factAt(drivers, ['change', 'all'], (all) => gapWords(metric, Math.abs(all)));
  if (parse(points) === 0) return say``;
  const rounded = parse(points).toFixed(2) === seeming.toFixed(2) ? '' : ' before rounding';
  return say`, ${points} ${points.value > 0 ? 'higher' : 'lower'}${rounded}`;
}
