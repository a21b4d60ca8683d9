import { parsePeriod } from '../../../data/periods.ts';
import { periodWords } from '../../../data/text/words.ts';

/** The months that a page is narrowed to, first and last (`YYYY-MM`). */
export type Months = { from: string; to: string };

/** The places of the first and the last period shown. */
export type Shown = readonly [from: number, to: number];

/** A range as it is read: the months (null: all), and in words what of it was mended; empty where nothing was. */
export type RangeAsked = { months: Months | null; mended: string };

/** What a range must look like. */
const RANGE_FORM = 'two months, first and last, as in 2018-04..2020-03';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The months that a text asks for: all where it is empty or makes no sense, which is said; turned round where it is upside down. */
export function readRange(text: string): RangeAsked {
  if (text === '') return { months: null, mended: '' };
  const [from = '', to = '', ...more] = text.split('..');
  if (!MONTH.test(from) || !MONTH.test(to) || more.length > 0)
    return {
      months: null,
      mended: `“${text}” is no range: it must be ${RANGE_FORM}. All periods are shown.`,
    };
  if (from <= to) return { months: { from, to }, mended: '' };
  return {
    months: { from: to, to: from },
    mended: `The range was upside down: ${periodWords(to)} to ${periodWords(from)} is shown.`,
  };
}

/** A range as the address holds it; empty for all. */
export const rangeText = (months: Months | null): string => (months ? `${months.from}..${months.to}` : '');

const startOf = (id: string) => parsePeriod(id)?.start ?? '';
const lastOf = (id: string) => parsePeriod(id)?.end ?? '';

/** The places of the periods that have a month in a range, of periods in order; null where none has. */
export function placesIn(periods: readonly string[], months: Months | null): Shown | null {
  if (months === null) return [0, periods.length - 1];
  const from = periods.findIndex((id) => lastOf(id) >= months.from);
  const to = periods.findLastIndex((id) => startOf(id) <= months.to);
  return from < 0 || to < 0 || from > to ? null : [from, to];
}

/** The months from the first to the last of some places; null where these are all that there are. */
export function monthsOfPlaces(periods: readonly string[], [from, to]: Shown): Months | null {
  if (from <= 0 && to >= periods.length - 1) return null;
  return { from: startOf(periods[from] ?? ''), to: lastOf(periods[to] ?? '') };
}

/** Months in words: `April 2018 to March 2020`. */
export const monthsWords = ({ from, to }: Months): string =>
  from === to ? periodWords(from) : `${periodWords(from)} to ${periodWords(to)}`;

/** The months that a series runs through. */
const wholeOf = (periods: readonly string[]): Months => ({
  from: startOf(periods[0] ?? ''),
  to: lastOf(periods.at(-1) ?? ''),
});

/** The places of a range with a figure among them, or in words what it lacks. */
function placesWithFigure(
  periods: readonly string[],
  hasFigure: (at: number) => boolean,
  months: Months,
): Shown | string {
  const found = placesIn(periods, months);
  if (found === null) return `nothing in ${monthsWords(months)}`;
  for (let at = found[0]; at <= found[1]; at++) if (hasFigure(at)) return found;
  return `no figure in ${monthsWords(months)}`;
}

/** The places that are shown of a series, and what cannot be in words; all of them where no figure lies in the range. */
export function shownOf(
  periods: readonly string[],
  hasFigure: (at: number) => boolean,
  { months, mended }: RangeAsked,
): { shown: Shown; said: string } {
  const all: Shown = [0, Math.max(0, periods.length - 1)];
  if (months === null || periods.length === 0) return { shown: all, said: mended };
  const found = placesWithFigure(periods, hasFigure, months);
  if (typeof found !== 'string') return { shown: found, said: mended };
  // Of every series that is alike in this: what many charts of a page have to say is said once.
  return {
    shown: all,
    said: `A chart with ${found} shows all that it has: ${monthsWords(wholeOf(periods))}.`,
  };
}

/** The places of a range that a file is asked for. Throws a RangeError that says what is wrong with it. */
export function rangeAsked(
  text: string | undefined,
  periods: readonly string[],
  hasFigure: (at: number) => boolean,
): Shown {
  const { months, mended } = readRange(text ?? '');
  if (mended !== '' && months !== null)
    throw new RangeError(`range: '${text}' is upside down: ask for ${rangeText(months)}.`);
  if (mended !== '') throw new RangeError(`range: '${text}' must be ${RANGE_FORM}.`);
  if (months === null) return [0, Math.max(0, periods.length - 1)];
  const found = placesWithFigure(periods, hasFigure, months);
  if (typeof found !== 'string') return found;
  throw new RangeError(`range: This series has ${found}. It runs from ${monthsWords(wholeOf(periods))}.`);
}
