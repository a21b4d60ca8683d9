import { area, line } from 'd3-shape';
import type { TargetReply } from '../../../data/contract/common.ts';
import type { Catalogue, Trend } from '../../../data/contract/index.ts';
import type { MapLevel } from '../../../data/metrics/types.ts';
import { endOf, type Grain, parsePeriod, periodShort } from '../../../data/periods.ts';
import { holdsIn } from '../../../data/standards.ts';
import { byLetters } from '../../../data/text/order.ts';
import { periodWords } from '../../../data/text/words.ts';
import type { Dot } from './scales.ts';

/** Periods, each once, in the order in which they end. */
export const inOrderOfTime = (periods: readonly string[]): string[] =>
  [...new Set(periods)].sort((one, other) => byLetters(endOf(one), endOf(other)));

/** One area over time. */
export type Line = {
  area: string;
  name: string;
  points: readonly { period: string; value: number | null }[];
};

/** The series of a trend as a line. */
export const lineOf = ({ area, points }: Trend): Line => ({ area: area.area, name: area.name, points });

/** Whether a series has a figure at all. */
export const hasFigures = ({ points }: Pick<Line, 'points'>): boolean =>
  points.some(({ value }) => value !== null);

/** The values of points at each of some periods; null where there is none. */
export function valuesAt(periods: readonly string[], points: Line['points']): (number | null)[] {
  const byPeriod = new Map(points.map(({ period, value }) => [period, value]));
  return periods.map((period) => byPeriod.get(period) ?? null);
}

/** The last value there is; null where there is none. */
export const lastOf = (values: readonly (number | null)[]): number | null =>
  values.findLast((value) => value !== null) ?? null;

/** The place of the first period that ends in a month (`YYYY-MM`) or after it; −1 where none does. */
export const placeFrom = (periods: readonly string[], month: string): number =>
  periods.findIndex((period) => endOf(period) >= month);

/** The places from which figures cannot be compared with those before; the first period is none of them. */
export function breakPlaces(periods: readonly string[], breaks: readonly { from: string }[]): number[] {
  const places = breaks.map(({ from }) => placeFrom(periods, from));
  return [...new Set(places)].filter((index) => index > 0).sort((one, other) => one - other);
}

/** The standard that figures of a period are held against; null where there is none. */
export const standardIn = (targets: readonly TargetReply[], period: string): number | null =>
  targets.find(
    (each) => each.basis === 'standard' && each.value !== null && each.comparable && holdsIn(period, each),
  )?.value ?? null;

/** The parts of a series between its gaps and breaks, as the places of their values. */
export function unbroken(
  values: readonly (number | null | undefined)[],
  breaks: readonly number[],
  passed: readonly number[] = [],
): number[][] {
  const parts: number[][] = [];
  for (const [index, value] of values.entries()) {
    if (value == null) continue;
    const last = parts.at(-1);
    let before = index - 1;
    while (passed.includes(before)) before--;
    if (last?.at(-1) === before && !breaks.includes(index)) last.push(index);
    else parts.push([index]);
  }
  return parts;
}

/** A path of d3 as our drawings write it: a space between x and y, a small letter where it closes. */
const written = (path: string | null) => (path ?? '').replaceAll(',', ' ').replaceAll('Z', 'z');

const through = line<Dot>()
  .x(({ x }) => x)
  .y(({ y }) => y)
  .digits(null);

/** A line through dots as a path; empty for fewer than two. */
export const lineThrough = (dots: readonly Dot[]): string => (dots.length < 2 ? '' : written(through(dots)));

/** A dot with the two ends of what lies over and under it. */
export type Upright = { x: number; low: number; high: number };

const around = area<Upright>()
  .x(({ x }) => x)
  .y0(({ low }) => low)
  .y1(({ high }) => high)
  .digits(null);

/** The area between two ends as a closed path; empty for fewer than two dots. */
export const areaAround = (dots: readonly Upright[]): string =>
  dots.length < 2 ? '' : written(around(dots));

/** The lower and the upper end of an interval or band. */
export type Ends = { low: number; high: number };

/** The ends of a figure's 95% interval; null where it has none. */
export const intervalOf = (figure: { lower?: number | null; upper?: number | null } | null): Ends | null =>
  figure?.lower == null || figure.upper == null ? null : { low: figure.lower, high: figure.upper };

/** A period as an axis names it: `2016/17`, `Apr 2016`; years of quarters by the year alone. */
export function periodTick(id: string): string {
  const period = parsePeriod(id);
  return period ? periodShort(period).replace(/ Q1$/, '') : id;
}

/** The places of periods that the axis names: those that start a year, as many as stand `room` pixels apart. */
export function namedPlaces(
  periods: readonly string[],
  x: (index: number) => number,
  room: number,
): number[] {
  const starts = periods.flatMap((id, index) => {
    const grain = parsePeriod(id)?.grain;
    const start = grain === 'month' ? id.endsWith('-04') : grain === 'quarter' ? id.endsWith('q1') : true;
    return start ? [index] : [];
  });
  const places = starts.length > 0 ? starts : [0];
  const apart = places.length > 1 ? x(places[1] ?? 0) - x(places[0] ?? 0) : room;
  const every = Math.max(1, Math.ceil(room / Math.max(1, apart)));
  return places.filter((_, index) => index % every === 0);
}

/** Where series break, to stand before the reasons: `Break from April 2020.` */
export const breakWords = (period: string): string => `Break from ${periodWords(period).split(' to ')[0]}.`;

const GRAIN_WORDS: Record<Grain, string> = {
  month: 'month',
  quarter: 'quarter',
  year: 'financial year',
  'calendar-year': 'calendar year',
  rolling: 'rolling years',
};

/** How long the periods of a picture are, in words: `by quarter`. */
export const byGrain = (grain: Grain): string => `by ${GRAIN_WORDS[grain]}`;

const OPENING: readonly Grain[] = ['quarter', 'calendar-year', 'year', 'rolling', 'month'];

/** The grain that a metric's series opens at: quarters where areas of a level have them, else years; null without figures. */
export function openingGrain({ metrics }: Catalogue, metric: string, level: MapLevel): Grain | null {
  const periods = metrics.find(({ id }) => id === metric)?.periods ?? [];
  const has = (grain: Grain) =>
    periods.some((each) => each.level === level && each.grain === grain && each.periods.length > 0);
  return OPENING.find(has) ?? null;
}

/** The length of the periods that lines up to a period open with: its own, where two of them can be joined. */
export function linesGrain(
  catalogue: Catalogue,
  metric: string,
  level: MapLevel,
  until: string,
): Grain | null {
  const own = parsePeriod(until)?.grain;
  const like = catalogue.metrics
    .find(({ id }) => id === metric)
    ?.periods.find((each) => each.level === level && each.grain === own);
  const drawn = like?.periods.filter((period) => endOf(period) <= endOf(until)) ?? [];
  return own && drawn.length > 1 ? own : openingGrain(catalogue, metric, level);
}
