import type { Spread } from '../../../data/contract/spread.ts';
import { parsePeriod, periodLabel, periodShort } from '../../../data/periods.ts';
import type { Dot, Scale } from './plane.ts';

const endOf = (period: string) => parsePeriod(period)?.end ?? '';

/** Whether there are two periods or more with a spread to draw. */
export const canShowOverTime = (spread: Spread) =>
  spread.overTime.filter(({ median }) => median !== null).length > 1;

/** Places in a series from which it cannot be compared with what comes before; the first period is none of them. */
export function breaksIn(spread: Spread): number[] {
  const found = spread.breaks.map(({ from }) =>
    spread.overTime.findIndex(({ period }) => endOf(period) >= from),
  );
  return [...new Set(found)].filter((index) => index > 0).sort((one, other) => one - other);
}

/** Stretches of a series without gap or break, as the places of their values. */
export function stretches(
  values: readonly (number | null | undefined)[],
  breaks: readonly number[],
): number[][] {
  const parts: number[][] = [];
  for (const [index, value] of values.entries()) {
    if (value == null) continue;
    const last = parts.at(-1);
    if (last?.at(-1) === index - 1 && !breaks.includes(index)) last.push(index);
    else parts.push([index]);
  }
  return parts;
}

/** The lower and the upper end of an interval or band. */
export type Ends = { low: number; high: number };

/** The areas between two ends over time, one closed path for each stretch; a lone period is a narrow bar. */
export function bandPath<Point>(
  points: readonly Point[],
  endsOf: (point: Point) => Ends | null,
  breaks: readonly number[],
  x: (index: number) => number,
  y: Scale,
): string {
  const ends = points.map(endsOf);
  return stretches(
    ends.map((each) => each?.low),
    breaks,
  )
    .map((part) => {
      const wide = part.length === 1 ? [-5, 5] : [0];
      const edge = (key: keyof Ends): Dot[] =>
        part.flatMap((index) => wide.map((by) => ({ x: x(index) + by, y: y.at(ends[index]?.[key] ?? 0) })));
      return `M${[...edge('high'), ...edge('low').reverse()].map((dot) => `${dot.x} ${dot.y}`).join('L')}z`;
    })
    .join('');
}

/** A line over time, one piece for each stretch; a lone value is a short dash. */
export function seriesPath(
  values: readonly (number | null | undefined)[],
  breaks: readonly number[],
  x: (index: number) => number,
  y: Scale,
): string {
  return stretches(values, breaks)
    .map((part) => {
      const at = part.map((index) => `${x(index)} ${y.at(values[index] ?? 0)}`);
      const [first = 0] = part;
      return part.length === 1 ? `M${x(first) - 5} ${y.at(values[first] ?? 0)}h10` : `M${at.join('L')}`;
    })
    .join('');
}

/** Whether a target that holds from one month until another (null: no end) holds at the end of a period. */
export const holdsIn = (period: string, { from, until }: { from: string; until: string | null }) =>
  from <= endOf(period) && (until === null || endOf(period) <= until);

/** A period as an axis names it: `2016/17`, `Apr 2016`; years of quarters by the year alone. */
export function periodTick(id: string): string {
  const period = parsePeriod(id);
  return period ? periodShort(period).replace(/ Q1$/, '') : id;
}

/** A period in words for a mark, with a month written out. */
export function periodMark(id: string): string {
  const period = parsePeriod(id);
  if (!period) return id;
  return period.grain === 'month' ? periodLabel(period) : periodShort(period);
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
