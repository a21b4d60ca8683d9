import type { Ccg, LaterCcg, OwnAreaReply, SnapshotArea, TargetReply, Trend } from '../contract/index.ts';
import type { Metric } from '../metrics/index.ts';
import { parsePeriod } from '../periods.ts';
import { namedAll } from './approximation.ts';
import { formatRound, formatValue, gapWords } from './format.ts';
import { allOf, areasNoun, briefName, listOf, periodBrief, wasWere } from './words.ts';

/** One of the areas put side by side, of any level. */
export type ComparedArea = SnapshotArea & { level: string };

type Known = ComparedArea & { value: number };
type Found = {
  metric: Metric;
  period: string;
  /** What they are compared with, to stand after `better than`. */
  against: string;
  target: TargetReply | null;
  rows: readonly ComparedArea[];
};

const isKnown = (row: ComparedArea): row is Known => row.value !== null;

/** The noun for areas: that of their level where all have the same. */
function noun(rows: readonly ComparedArea[], count = rows.length): string {
  const [level = '', ...others] = new Set(rows.map((row) => row.level));
  return areasNoun(others.length === 0 ? level : '', count);
}

/** All of several: `all 3 CCGs`, `both CCGs`, `the one CCG compared`. */
const all = (rows: readonly ComparedArea[]) =>
  ['', `the one ${noun(rows)} compared`][rows.length] ?? allOf(rows.length, noun(rows));

/** How areas differ from what they are compared with: `3 of the 11 areas were better than England and 4 worse`. */
function differ(rows: readonly Known[], against: string): string {
  const count = (kind: ComparedArea['comparison']) => rows.filter((row) => row.comparison === kind).length;
  const judged = count('higher') + count('lower') === 0;
  const kinds = judged ? (['better', 'worse'] as const) : (['higher', 'lower'] as const);
  const [first, other] = count(kinds[0]) > 0 ? kinds : ([kinds[1], kinds[0]] as const);
  if (count(first) === 0) return `${all(rows)} ${wasWere(rows.length)} similar to ${against}`;
  if (count(first) === rows.length) return `${all(rows)} ${wasWere(rows.length)} ${first} than ${against}`;
  const some = `${count(first)} of the ${rows.length} ${noun(rows)} ${wasWere(count(first))} ${first} than ${against}`;
  return `${some} and ${count(other) === 0 ? 'none' : count(other)} ${other}`;
}

/** How far figures lie apart: `ran from 69.9% to 88.4%`; of one, where it stood. */
function range(metric: Metric, rows: readonly Known[]): string {
  const values = rows.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => formatValue(metric, value));
  const unit = metric.kind === 'rate' ? ` ${metric.unit}` : '';
  return namedAll(`${low === high ? `stood at ${low}` : `ran from ${low} to ${high}`}${unit}`, rows, metric);
}

function comparisonSentence({ metric, period, against, rows }: Found): string {
  const known = rows.filter(isKnown);
  const when = `In ${periodBrief(period)}`;
  if (known.length === 0)
    return `${when}, ${rows.length === 2 ? 'neither' : 'none'} of the ${rows.length} ${noun(rows)} has a figure.`;
  const compared = known.filter(({ comparison }) => comparison !== 'not-compared');
  if (compared.length > 0)
    return `${when}, ${differ(compared, against)}; ${compared.length === 1 ? 'it' : 'they'} ${range(metric, compared)}.`;
  const why = [...new Set(known.flatMap(({ comparisonReason }) => comparisonReason ?? []))];
  const them =
    known.length === 1 ? `the one ${noun(known)} with a figure` : `the ${known.length} ${noun(known)}`;
  return `${when}, ${them} ${range(metric, known)}, not compared with ${against}${
    why[0] ? `: ${why[0].replace(/\.$/, '')}` : ''
  }.`;
}

function standardSentence({ metric, target, rows }: Found): string {
  const judged = rows.filter((row) => isKnown(row) && row.verdict !== 'no-target');
  if (target?.value == null || judged.length === 0) return '';
  const count = (verdict: ComparedArea['verdict']) => judged.filter((row) => row.verdict === verdict).length;
  const [met, missed, unsure] = [count('met'), count('not-met'), count('not-sure')];
  const aim = `The standard of ${formatRound(metric, target.value)}`;
  const those = all(judged).replace(' compared', '');
  if (met === judged.length) return `${aim} was met by ${those}.`;
  if (missed === judged.length) return `${aim} was met by none of them.`;
  const parts = [met > 0 ? `was met by ${met}` : '', missed > 0 ? `not met by ${missed}` : ''].filter(
    Boolean,
  );
  const sure = parts.length === 0 ? '' : `${aim} ${listOf(parts).replace(/^not/, 'was not')}`;
  if (unsure === 0) return `${sure}.`;
  const spans = 'as the 95% interval spans it';
  if (unsure === judged.length)
    return `Whether the standard of ${formatRound(metric, target.value)} was met is not sure, ${spans}.`;
  return `${sure}; for ${unsure} that is not sure, ${spans}.`;
}

/** Which areas have no figure and, where the reason is the same for all, why. */
function missingSentence(rows: readonly ComparedArea[]): string {
  const without = rows.filter(({ value }) => value === null);
  if (without.length === 0) return '';
  const [why = '', ...others] = new Set(without.map(({ notes }) => notes.join(' ')));
  const names =
    without.length === rows.length ? '' : `No figure for ${listOf(without.map(({ name }) => name))}.`;
  return [names, others.length === 0 ? why : ''].filter(Boolean).join(' ');
}

/**
 * What areas side by side show, the finding first: how many differ from the benchmark and how far they lie apart, what
 * they say of the standard, and whose figure is missing. England is counted in none of it.
 */
export function compareFinding(found: Found): string[] {
  const counted = { ...found, rows: found.rows.filter(({ level }) => level !== 'england') };
  if (counted.rows.length === 0) return [];
  return [comparisonSentence(counted), standardSentence(counted), missingSentence(found.rows)].filter(
    Boolean,
  );
}

/** Where figures end, as a heading: `From 69.9% in South West Lincolnshire to 88.4% in Airedale`; empty under two figures. */
export function compareEnds(metric: Metric, rows: readonly ComparedArea[]): string {
  const known = rows
    .filter(isKnown)
    .filter(({ level }) => level !== 'england')
    .toSorted((one, other) => one.value - other.value);
  const [low, high] = [known[0], known.at(-1)];
  if (!low || !high || low === high) return '';
  const end = ({ name, value }: Known) => `${formatValue(metric, value)} in ${briefName(name)}`;
  const words =
    low.value === high.value
      ? `All at ${formatValue(metric, low.value)}`
      : `From ${end(low)} to ${end(high)}`;
  return namedAll(words, [low, high], metric);
}

type Lines = {
  periods: readonly string[];
  lines: readonly { level: string; values: readonly (number | null)[] }[];
  /** Places from which figures cannot be compared with those before. */
  breaks: readonly number[];
};

/** What has to be known of a gap between areas. */
export const GAP_CHANCE = 'Part of a gap between areas of few people is chance.';

/**
 * How far the highest and the lowest lay apart in the first and the last period in which every area has a figure, of the
 * longest stretch without a break; empty where there are not two such periods, or not two areas. `noun`: what one is.
 */
export function gapOverTime(metric: Metric, { periods, lines, breaks }: Lines, noun = ''): string {
  const areas = lines.filter(({ level }) => level !== 'england');
  const parts: number[][] = [[]];
  for (const index of periods.keys()) {
    if (breaks.includes(index)) parts.push([]);
    if (areas.every(({ values }) => values[index] != null)) parts.at(-1)?.push(index);
  }
  const [longest = []] = parts.toSorted((one, other) => other.length - one.length);
  const [first, last] = [longest[0], longest.at(-1)];
  if (areas.length < 2 || first === undefined || last === undefined || first === last) return '';
  const gap = (index: number) => {
    const values = areas.flatMap(({ values: own }) => own[index] ?? []);
    return gapWords(metric, Math.max(...values) - Math.min(...values));
  };
  const when = (index: number) => periodBrief(periods[index] ?? '');
  const [then, now] = [gap(first), gap(last)];
  const ends = ['Highest and lowest', noun].filter(Boolean).join(' ');
  return then === now
    ? `${ends} lay ${then} apart in ${when(first)} and in ${when(last)}`
    : `${ends} lay ${then} apart in ${when(first)}, ${now} in ${when(last)}`;
}

/** The areas that have taken a CCG's place by the start of a period; none where it is still there. */
export function successorsBy(area: Succeeded | undefined, period: string): string[] {
  return latestSuccessors(area, parsePeriod(period)?.start ?? '').map((each) => each.area);
}

/** An area with what followed it, and from which month. */
type Succeeded = { successors: readonly Pick<Ccg['successors'][number], 'area' | 'name' | 'from'>[] };

/** Of what followed an area by a month, the last: a CCG’s merged CCG gives way to the ICB after it. */
function latestSuccessors(area: Succeeded | undefined, month: string) {
  const gone = (area?.successors ?? []).filter(({ from }) => from <= month);
  const last = gone.reduce((latest, { from }) => (from > latest ? from : latest), '');
  return gone.filter(({ from }) => from === last);
}

/** What is known of an area that has no row: it is a CCG of 2016, one made later, or an own area. */
type Absent = {
  ccg?: Pick<Ccg, 'successors'>;
  later?: Pick<LaterCcg, 'from' | 'until'>;
  own?: Pick<OwnAreaReply, 'from' | 'until'>;
};

/** Why an area has no row among those of its level in a period: it merged before, or was made later. */
export function absenceWords({ ccg, later, own }: Absent, period: string): string {
  const start = parsePeriod(period)?.start ?? '';
  const gone = latestSuccessors(ccg, start);
  const [first] = gone;
  if (first)
    return `Succeeded by ${listOf(gone.map(({ name }) => name))} from ${periodBrief(first.from)}, before this period.`;
  if (later && later.from > start)
    return `Made by a merger from ${periodBrief(later.from)}, after this period began.`;
  if (later?.until && later.until < start)
    return `There until ${periodBrief(later.until)}, before this period.`;
  if (own?.from && own.from > start)
    return `Its members are there together from ${periodBrief(own.from)}, after this period began.`;
  if (own?.until && own.until < start)
    return `Its figures end in ${periodBrief(own.until)}, before its members merge with other areas.`;
  return 'No figure was published for this area and period.';
}

/** Where lines end because their areas merged, a sentence for each area that followed. */
export function endedSentences(trends: readonly Pick<Trend, 'area' | 'successor'>[]): string[] {
  const followed = new Map<string, { names: string[]; name: string; from: string }>();
  for (const { area, successor } of trends) {
    if (!successor) continue;
    const key = `${successor.area} ${successor.from}`;
    const known = followed.get(key) ?? { names: [], name: successor.name, from: successor.from };
    followed.set(key, { ...known, names: [...known.names, area.name] });
  }
  return [...followed.values()].map(({ names, name, from }) =>
    names.length === 1
      ? `The line of ${names[0]} ends where ${name} followed it, from ${periodBrief(from)}.`
      : `The lines of ${listOf(names)} end where ${name} followed them, from ${periodBrief(from)}.`,
  );
}
