import { parsePeriod, periodLabel, periodShort } from '../periods.ts';

const NOUNS: Record<string, readonly [one: string, many: string]> = {
  ccg: ['CCG', 'CCGs'],
  alliance: ['Alliance', 'Alliances'],
  icb: ['ICB', 'ICBs'],
  'alliance-today': ['Alliance of today', 'Alliances of today'],
  own: ['own area', 'own areas'],
  region: ['region', 'regions'],
};

/** What areas of a level are called: `CCG`, `CCGs`, `Alliances`; `areas` where the level is none of these. */
export const areasNoun = (level: string, count: number): string =>
  (NOUNS[level] ?? ['area', 'areas'])[count === 1 ? 0 : 1];

/** An area's name without what every name shares: `NHS Bury CCG` is `Bury`. */
export const briefName = (name: string): string =>
  name.replace(/^NHS /, '').replace(/ (CCG|ICB|Cancer Alliance)(?= \(today\)$|$)/, '');

/** A noun with its article: `a CCG`, `an ICB`. */
export const oneOf = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** A period's id in full words, `April 2016 to March 2017`; the id itself where it is none. */
export function periodWords(id: string): string {
  const period = parsePeriod(id);
  return period ? periodLabel(period) : id;
}

/** A period's id in its short form, a month written out: `2016/17`, `2016/17 Q2`, `April 2016`. */
export function periodBrief(id: string): string {
  const period = parsePeriod(id);
  if (!period) return id;
  return period.grain === 'month' ? periodLabel(period) : periodShort(period);
}

/** The word for no thing of so many: `none` of 3, `neither` of 2. */
export const noneOf = (count: number): string => (count === 2 ? 'neither' : 'none');

/** All things of several: `all 3 ICBs`, `both ICBs`. */
export const allOf = (count: number, noun: string): string =>
  count === 2 ? `both ${noun}` : `all ${count} ${noun}`;

/** A number with its noun: `1 figure`, `3 figures`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const isAre = (count: number) => (count === 1 ? 'is' : 'are');
export const wasWere = (count: number) => (count === 1 ? 'was' : 'were');
export const hasHave = (count: number) => (count === 1 ? 'has' : 'have');

/** Parts in a row: `A, B and C`. */
export const listOf = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** One of several: `A`, `A or B`, `A, B or C`. */
export const eitherOf = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;

/** Names in a row: `A, B and C`; kept apart by more than that where one of them holds an `and` or a comma itself. */
export function listOfNames(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  const separator = names.some((name) => name.includes(',')) ? ';' : ',';
  const last = separator === ';' || names.some((name) => name.includes(' and ')) ? separator : '';
  return `${names.slice(0, -1).join(`${separator} `)}${last} and ${names.at(-1)}`;
}

/** A text with its first letter raised. */
export const capitalised = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** A text with its first letter lowered. */
export const uncapitalised = (text: string): string => `${text[0]?.toLowerCase() ?? ''}${text.slice(1)}`;

/** A text with a full stop at its end. */
export const withFullStop = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** A text as a sentence of its own: first letter raised, a full stop at its end. */
export const asSentence = (text: string): string => withFullStop(capitalised(text));
