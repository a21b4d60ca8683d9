import type { Drivers, Fact, Progress, ProgressRow, Snapshot, Spread, Trend } from '../contract/index.ts';
import { differs } from '../difference.ts';
import { type Metric, type MetricId, metric as metricOf } from '../metrics/index.ts';
import { type Grain, parsePeriod } from '../periods.ts';
import { isApproximation, OUR_APPROXIMATION } from './approximation.ts';
import { readingWords } from './control.ts';
import { type AddressedReply, every, factAt, listOfSentences, type Sentence, say } from './facts.ts';
import { atOrBeyond, missedBy } from './figure.ts';
import { formatCount, formatRound, formatValue, gapWords, ordinal, shareWords } from './format.ts';
import {
  areasNoun,
  asSentence,
  briefName,
  capitalised,
  listOfNames,
  periodBrief,
  uncapitalised,
  wasWere,
} from './words.ts';

type Place = { metric: Metric; row: ProgressRow; period: string; path: (string | number)[] };

/** Where a metric's own row stands in a progress reply; null where it has no published figure there. */
export function rowOf({ reply }: AddressedReply<Progress>, id: MetricId): Place | null {
  const place = reply.rows.findIndex(
    ({ metric, heading }) => metric === id && heading !== 'Outcomes – reduction in variation',
  );
  const row = reply.rows[place];
  if (!row || row.value === null || row.period === null) return null;
  return { metric: metricOf(id), row, period: row.period, path: ['rows', place] };
}

/** An area's name as it follows `in`: `West Yorkshire`, `the North region`. */
export const whereOf = ({ area }: Progress): string =>
  area.level === 'region' ? `the ${area.name} region` : area.name;

const SPANS: Partial<Record<Grain, string>> = { month: 'month', quarter: 'quarter', rolling: 'years' };

/** The period of a figure, to begin a sentence: `In 2016/17`, `In 2016/17 Q2, the latest quarter with a figure by …`. */
function when(period: string, asked: string): string {
  const then = `In ${periodBrief(period)}`;
  if (period === asked) return then;
  const span = SPANS[parsePeriod(period)?.grain ?? 'year'] ?? 'year';
  return `${then}, the latest ${span} with a figure by the end of ${periodBrief(asked)}`;
}

/** A sentence that an area has no figure of a metric, and why; null where it has one. */
export function noFigure(progress: AddressedReply<Progress>, id: MetricId): Sentence | null {
  const { rows, period } = progress.reply;
  const row = rows.find(({ metric }) => metric === id);
  if (!row || rowOf(progress, id)) return null;
  const where = whereOf(progress.reply);
  const why = row.reason === null ? '' : ` ${asSentence(row.reason)}`;
  return say`There is no figure of the ${metricOf(id).label} for ${where} by the end of ${periodBrief(period)}.${why}`;
}

/** Where an area stands on a waiting-time standard; null where it has no figure. */
export function standingSentence(progress: AddressedReply<Progress>, id: MetricId): Sentence | null {
  const place = rowOf(progress, id);
  if (place?.metric.kind !== 'proportion') return null;
  const { metric, row, period, path } = place;
  const value = factAt(progress, [...path, 'value'], (share) => formatValue(metric, share));
  const within = metric.phrase.slice(metric.phrase.indexOf('within'));
  const start = when(period, progress.reply.period);
  const share = say`${start}, ${value} of people in ${whereOf(progress.reply)} ${metric.verb} ${within}`;
  if (row.target?.value == null) return say`${share}.`;
  const aim = factAt(progress, [...path, 'target', 'value'], (target) => formatRound(metric, target));
  const beyond = value.value === aim.value ? 'at' : metric.polarity === 'lower' ? 'below' : 'above';
  const how = row.reached ? say`, ${beyond} the standard of ${aim}.` : say`; the standard is ${aim}.`;
  return say`${share}${how}${notSure(progress, place)}${direction(progress, place)}${shortfall(progress, place)}`;
}

const KINDS = {
  'common-cause': 'is ',
  improvement: 'is improving: ',
  concern: 'gives cause for concern: ',
  'neutral-high': 'is ',
  'neutral-low': 'is ',
} as const;

/** What the control chart of a figure's months says; nothing where it has none. */
function direction({ reply }: AddressedReply<Progress>, { metric, row, period }: Place): Sentence {
  const { control } = row;
  if (control?.variation == null || control.period === null) return say``;
  const months = control.period === period ? 'Month by month' : `By month, to ${periodBrief(control.period)}`;
  return say` ${months}, ${whereOf(reply)} ${KINDS[control.variation]}${readingWords(metric, control)}.`;
}

/** How many people kept a standard from being reached; nothing where it was. */
function shortfall(progress: AddressedReply<Progress>, { metric, row, path }: Place): Sentence {
  if (row.gap?.people == null || row.gap.people === 0 || row.target?.value == null) return say``;
  const people = factAt(progress, [...path, 'gap', 'people'], formatCount);
  const [, ...who] = missedBy(metric, people.value).split(' ');
  const aim = factAt(progress, [...path, 'target', 'value'], (target) => formatRound(metric, target));
  return say` ${capitalised(whereOf(progress.reply))} would have been at ${aim} with ${people} ${who.join(' ')}.`;
}

function notSure(progress: AddressedReply<Progress>, { metric, row, path }: Place): Sentence {
  if (row.verdict !== 'not-sure' || row.lower === null || row.upper === null) return say``;
  const [lower, upper] = ['lower', 'upper'].map((end) =>
    factAt(progress, [...path, end], (value) => formatValue(metric, value)),
  );
  return lower && upper
    ? say` The 95% interval, ${lower} to ${upper}, spans the standard, so whether it is met is not sure.`
    : say``;
}

/**
 * A waiting time's figure beside that of a year before, as an area's series has them; null where one of them is missing.
 * Whether chance alone could move it so far is not tested, so nothing is said of it.
 */
export function yearOnYear(
  trend: AddressedReply<Trend>,
  drivers: AddressedReply<Drivers> | null,
  { now, before }: { now: string; before: string },
): Sentence | null {
  const { points, query } = trend.reply;
  const metric = metricOf(query.metric);
  const pointOf = (period: string) => points.find((point) => point.period === period);
  const figure = (period: string) => {
    const place = points.findIndex(
      (point) => point.period === period && point.value !== null && point.status !== 'incomplete',
    );
    return place < 0
      ? null
      : factAt(trend, ['points', place, 'value'], (value) => formatValue(metric, value));
  };
  const [then, since] = [figure(before), figure(now)];
  if (!then || !since) return null;
  const share = say`The share in time on the ${closed(metric.label)} was ${then} in ${periodBrief(before)}`;
  const [earlier, later] = [pointOf(before), pointOf(now)];
  if (earlier && later && differs(later, earlier) === false)
    return say`${share} and ${since} in ${periodBrief(now)}: no change beyond chance.`;
  const far = byHowMuch(drivers, metric, before, Math.abs(parse(since) - parse(then)));
  return say`${share} and ${since} in ${periodBrief(now)}${far}.`;
}

const parse = ({ shown }: Fact) => Number.parseFloat(shown);

/** How far apart the two figures are, where an Alliance's drivers reply says so; `seeming`: how far apart they are as printed. */
function byHowMuch(
  drivers: AddressedReply<Drivers> | null,
  metric: Metric,
  before: string,
  seeming: number,
): Sentence {
  if (!drivers?.reply.change || drivers.reply.baseline?.period !== before) return say``;
  const points = factAt(drivers, ['change', 'all'], (all) => gapWords(metric, Math.abs(all)));
  if (parse(points) === 0) return say``;
  const rounded = parse(points).toFixed(2) === seeming.toFixed(2) ? '' : ' before rounding';
  return say`, ${points} ${points.value > 0 ? 'higher' : 'lower'}${rounded}`;
}

type Within = { area: string; name: string };

const than = (kind: string, england: Fact) =>
  say`${kind} ${kind === 'similar' ? 'to' : 'than'} England (${england})`;

/** How many areas of a larger one are better and worse than England; null where none can be compared. */
export function comparedWithin(snapshot: AddressedReply<Snapshot>, { area, name }: Within): Sentence | null {
  const { reply } = snapshot;
  const inside = ['areas', `parents=${area}`];
  const kinds = ['better', 'similar', 'worse', 'not-compared']
    .map((kind) => ({
      kind,
      count: factAt(snapshot, [...inside, `comparison=${kind}`, 'length'], formatCount),
    }))
    .filter(({ count }) => count.value > 0);
  const [first, ...others] = kinds;
  if (!first || first.kind === 'not-compared') return null;
  const england = factAt(snapshot, ['benchmark', 'value'], (value) => formatValue(metricIn(reply), value));
  const all = factAt(snapshot, [...inside, 'length'], formatCount);
  const noun = areasNoun(reply.query.level, all.value);
  const beside = than(first.kind, england);
  const start = topicOf(reply);
  if (others.length === 0)
    return say`${start}, ${every(all, noun)} of ${name} ${wasWere(all.value)} ${beside}.`;
  const rest = others.map(
    ({ kind, count }) => say`${count} ${wasWere(count.value)} ${kind.replace('-', ' ')}`,
  );
  const one = say`${first.count} of the ${all} ${noun} of ${name} ${wasWere(first.count.value)} ${beside}`;
  return say`${start}, ${listOfSentences([one, ...rest])}.`;
}

/** Where a CCG stands beside England, and among all CCGs; null where it cannot be compared. */
export function comparedItself(snapshot: AddressedReply<Snapshot>, area: string): Sentence | null {
  const { areas, benchmark, query } = snapshot.reply;
  const place = areas.findIndex((each) => each.area === area);
  const own = areas[place];
  if (!own || !benchmark || own.comparison === 'not-compared') return null;
  const england = factAt(snapshot, ['benchmark', 'value'], (value) =>
    formatValue(metricIn(snapshot.reply), value),
  );
  const start = say`${topicOf(snapshot.reply)}, ${own.name} was ${than(own.comparison, england)}`;
  if (!own.rank) return say`${start}.`;
  const rank = (key: string, show: (value: number) => string) =>
    factAt(snapshot, ['areas', place, 'rank', key], show);
  const [value, of] = [rank('value', ordinal), rank('of', formatCount)];
  const [lower, upper] = [rank('lower', formatCount), rank('upper', formatCount)];
  const range = lower.value === upper.value ? say`` : say` (95% range ${lower} to ${upper})`;
  return say`${start}, and stood ${value} of ${of} ${areasNoun(query.level, of.value)}${range}.`;
}

/** How many Alliances and CCGs were at the standard or beyond it, whatever their interval; null where none is in force. */
export function metStandard(
  alliances: AddressedReply<Snapshot> | null,
  ccgs: AddressedReply<Snapshot> | null,
): Sentence | null {
  const levels = [alliances, ccgs].flatMap((level) =>
    level && level.reply.summary.met !== null && level.reply.summary.withFigure > 0 ? level : [],
  );
  const [first] = levels;
  if (!first?.reply.target?.value) return null;
  const metric = metricIn(first.reply);
  const parts = levels.map((level) => {
    const met = factAt(level, ['summary', 'met'], formatCount);
    const all = factAt(level, ['summary', 'withFigure'], formatCount);
    return say`${met} of ${all} ${areasNoun(level.reply.query.level, all.value)}`;
  });
  const aim = factAt(first, ['target', 'value'], (value) => formatRound(metric, value));
  return say`${topicOf(first.reply)}, ${listOfSentences(parts)} were ${atOrBeyond(metric)} the standard of ${aim}.`;
}

/** How many of the rows, from the first on, hold at least half of the gap; those that tie with the last are with them. */
function atLeastHalf(rows: Drivers['rows']): number {
  const shares = rows.flatMap(({ shareOfGap }) => shareOfGap ?? []);
  let [count, sum] = [0, 0];
  while (count < shares.length && sum < 0.5) sum += shares[count++] ?? 0;
  while (count < shares.length && shares[count] === shares[count - 1]) count++;
  return count;
}

/**
 * Which CCGs make at least half of an Alliance's gap to the standard; null where there is no standard or no counts, and
 * where it has but one, whose gap is its own.
 */
export function gapMakers(drivers: AddressedReply<Drivers>): Sentence | null {
  const { rows, target, reason, alliance } = drivers.reply;
  if (reason !== null || target?.value == null) return null;
  const metric = metricIn(drivers.reply);
  const aim = factAt(drivers, ['target', 'value'], (value) => formatRound(metric, value));
  const figures = factAt(drivers, ['rows', 'value', 'length'], formatCount);
  if (figures.value === 0 || rows.length === 1) return null;
  const start = topicOf(drivers.reply);
  const noun = areasNoun(drivers.reply.level, figures.value);
  const short = factAt(drivers, ['rows', 'shareOfGap', 'length'], formatCount);
  const whole = rows.every(({ value, status }) => value !== null || status === 'no-patients');
  const name = whole ? alliance.name : `${alliance.name} with a figure`;
  const all = say`${every(figures, noun)} of ${name}`;
  if (short.value === 0)
    return say`${start}, ${all} ${wasWere(figures.value)} ${atOrBeyond(metric)} the standard of ${aim}.`;
  const some = say`${short} of the ${figures} ${noun} of ${name}`;
  const side = metric.polarity === 'lower' ? 'above' : 'below';
  const misses = say`${start}, ${short.value === figures.value ? all : some} ${wasWere(short.value)} ${side} the standard of ${aim}`;
  const half = atLeastHalf(rows);
  const names = listOfNames(rows.slice(0, half).map(({ name }) => briefName(name)));
  if (half === short.value) return say`${misses}: ${names}.`;
  const first = ['rows', `:${half}`];
  const many = factAt(drivers, [...first, 'length'], formatCount);
  const share = factAt(drivers, [...first, 'shareOfGap', 'sum'], (value) => shareWords(value).toLowerCase());
  if (half === 1) return say`${misses}; ${names} alone accounts for ${share} of their gap to it.`;
  return say`${misses}; ${many} of these account for ${share} of their gap to it: ${names}.`;
}

/** How far CCGs vary, and how many lie further from England than chance would put them; null where none has a figure. */
export function variation(spread: AddressedReply<Spread>): Sentence | null {
  const { funnel, query, variation: v, against } = spread.reply;
  if (v.p10 === null || v.p90 === null) return null;
  const metric = metricIn(spread.reply);
  const shown = (key: string) => factAt(spread, ['variation', key], (value) => formatValue(metric, value));
  const areas = factAt(spread, ['variation', 'areas'], formatCount);
  const noun = areasNoun(query.level, areas.value);
  const middle = say`${topicOf(spread.reply)}, the middle eight in ten of ${areas} ${noun} lay between ${shown('p10')} and ${shown('p90')}.`;
  if (!funnel) return middle;
  const outside = factAt(spread, ['funnel', 'before', 'outside998'], formatCount);
  const expected = factAt(spread, ['funnel', 'expected998'], (value) => value.toFixed(1));
  const lie = outside.value === 1 ? 'lies' : 'lie';
  return say`${middle} ${outside} ${lie} further from ${against} than chance allows (outside the 99.8% limits); chance alone would put ${expected} there.`;
}

const figureAt = (progress: AddressedReply<Progress>, metric: Metric, path: Fact['path']) =>
  factAt(progress, path, (value) => formatValue(metric, value));

/** One-year survival beside England's of the same release, or beside the national ambition for England; null without a figure. */
export function survival(progress: AddressedReply<Progress>): Sentence | null {
  const place = rowOf(progress, 'one-year-survival');
  if (!place) return null;
  const { metric, row, period, path } = place;
  const value = figureAt(progress, metric, [...path, 'value']);
  const inferred = [row, row.england].some((each) => each?.status === 'inferred-period');
  const ours = isApproximation(row, metric) ? ` (${OUR_APPROXIMATION}, not an official statistic)` : '';
  const of = `diagnoses of ${periodBrief(period)}${inferred ? ', a year inferred' : ''}`;
  const start = say`One-year survival in ${whereOf(progress.reply)} was ${value}${ours}`;
  if (row.england?.value != null) {
    const england = figureAt(progress, metric, [...path, 'england', 'value']);
    return say`${start}, and ${england} in England (net survival index; ${of}).`;
  }
  const alone = say`${start} (net survival index; ${of})`;
  if (progress.reply.area.level !== 'england' || row.target?.value == null) return say`${alone}.`;
  const aim = factAt(progress, [...path, 'target', 'value'], (target) => formatRound(metric, target));
  return say`${alone}; the national ambition is ${aim}${row.target.by ? ` by ${row.target.by}` : ''}.`;
}

/** Cancers detected early beside England's, with what their unstaged share does to the figure; null without a figure. */
export function earlyStage(progress: AddressedReply<Progress>, id: MetricId): Sentence | null {
  const place = rowOf(progress, id);
  if (!place) return null;
  const { metric, row, period, path } = place;
  const value = figureAt(progress, metric, [...path, 'value']);
  const single = progress.reply.area.level === 'ccg' ? inBrackets(metric.ccgCaution) : '';
  const ofStaged = id === 'early-stage-of-staged';
  const cancers = ofStaged ? 'the staged cancers of 17 sites' : 'new cancers of ten types';
  const start = say`In ${periodBrief(period)}${single}, ${value} of ${cancers} in ${whereOf(progress.reply)} were detected at stage 1 or 2`;
  const england =
    row.england?.value == null
      ? say``
      : say`, and ${figureAt(progress, metric, [...path, 'england', 'value'])} in England`;
  return ofStaged
    ? say`${start}${england}.${staged(progress, metric, place)}`
    : say`${start}${england}; cancers of unknown stage count as not early.${staged(progress, metric, place)}`;
}

function staged(
  progress: AddressedReply<Progress>,
  metric: Metric,
  place: NonNullable<ReturnType<typeof rowOf>>,
): Sentence {
  const { beside } = place.row;
  if (!beside) return say``;
  const share = figureAt(progress, metric, [...place.path, 'beside', 'value']);
  return say` In England a stage was recorded for ${share} of new cancers in ${periodBrief(beside.period)}.`;
}

/** How many ambitions of Annex A no published figure can fill; null where every one is filled. */
export function notCollected(progress: AddressedReply<Progress>): Sentence | null {
  const none = factAt(progress, ['rows', 'repeats=false', 'metric=null', 'length'], formatCount);
  if (none.value === 0) return null;
  const all = factAt(progress, ['rows', 'repeats=false', 'length'], formatCount);
  const [have, them] = none.value === 1 ? ['has', 'it'] : ['have', 'them'];
  return say`${none} of the ${all} ambitions in Annex A ${have} no collection in this dashboard, so nothing can be said of ${them}.`;
}

const inBrackets = (text = '') => (text === '' ? '' : ` (${uncapitalised(text)})`);

type Query = { metric: MetricId; period: string };

const metricIn = ({ query }: { query: Pick<Query, 'metric'> }): Metric => metricOf(query.metric);

/** What a reply is about, to begin a sentence: `On the 62-day wait in 2016/17`. */
function topicOf(reply: { query: Query }): string {
  return `On the ${closed(uncapitalised(metricIn(reply).label))} in ${periodBrief(reply.query.period)}`;
}

/** A name within a sentence: one that holds a comma has one at its end as well. */
const closed = (name: string): string => (name.includes(',') ? `${name},` : name);
