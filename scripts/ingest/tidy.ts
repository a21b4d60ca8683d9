import path from 'node:path';
import { isGroupId } from '../../data/metrics/groups.ts';
import {
  asMetricId,
  isMetricId,
  METRIC_IDS,
  type Metric,
  metric as metricOf,
} from '../../data/metrics/index.ts';
import { BUNDLED_IDS } from '../../data/metrics/own.ts';
import { type Period, parsePeriod, periodShort } from '../../data/periods.ts';
import { type Areas, areaProblem } from './areas.ts';
import type { Content } from './content.ts';
import { MOST, printed } from './numbers.ts';
import { Problems, refusal } from './problem.ts';
import { type Context, FIGURE_COLUMNS, type Figure, type Format, type Reading } from './reading.ts';
import { looksLike, type Row, tableRows } from './table.ts';

const STATUSES = ['published', 'inferred-period', 'suppressed', 'not-published'] as const;
const REFUSED: Record<string, string> = { derived: 'derived figures are made by the build' };
const NUMBERS = ['numerator', 'denominator', 'value', 'lower', 'upper'] as const;
type Numbers = Record<(typeof NUMBERS)[number], number | null>;

/** Columns that a tidy file may have, which are filled anew: the manifest id, nothing, and the file's own row. */
const FILLED: readonly string[] = ['file', 'sheet', 'row'];
const COLUMNS: string[] = FIGURE_COLUMNS.filter((column) => !FILLED.includes(column));

/** A user's own table in our tidy shape: the columns of data/figures/other.csv. */
export const tidy: Format = {
  name: 'our own tidy CSV',
  recognises: (content) => looksLike(content, COLUMNS),
  read,
};

/** The first line of a tidy file, and a row as it may read. */
export const TEMPLATE = [
  COLUMNS.join(','),
  'early-stage,02N,2015,all,40,100,0.4,,,published,A note where one is needed',
].join('\n');

function read(name: string, content: Content, { areas, metric, coded }: Context): Reading {
  if (metric) throw refusal(name, '--metric is for a Fingertips file; this one has its own metric column');
  const problems = new Problems(name);
  const columns = content.kind === 'table' ? content.columns : [];
  const filled = FILLED.filter((column) => columns.includes(column));
  const id = `own-${path
    .parse(name)
    .name.toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')}`;
  const figures = tidyFigures(
    tableRows(content, [...COLUMNS, ...filled], problems),
    { areas, id, coded },
    problems,
  );
  problems.settle();
  return {
    source: {
      id,
      publisher: 'Loaded by the user',
      publication: name,
      period: span(figures),
      licence: "As the file's publisher states",
    },
    waits: [],
    figures,
    tally: tallyOf(figures),
    left: [],
  };
}

/** First and last period of some figures: `2013/14 to 2015/16`. */
export function span(figures: readonly Figure[]): string {
  const periods = figures.map(({ period }) => parsePeriod(period) as Period);
  periods.sort((a, b) => (a.start + a.end < b.start + b.end ? -1 : 1));
  const ends = [periods[0], periods.at(-1)].map((period) => periodShort(period as Period));
  return [...new Set(ends)].join(' to ');
}

/** How many figures there are of each metric and status, in words. */
export function tallyOf(figures: readonly Figure[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { metric, status } of figures) {
    const what = `rows of ${metric}, ${status}`;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

/** What is wrong with a metric to load figures of, or null. */
export function metricProblem(id: string): string | null {
  if (!isMetricId(id)) return `unknown metric ${id || '(empty)'}; expected one of ${METRIC_IDS.join(', ')}`;
  return metricOf(id).source === 'cancer-waiting-times'
    ? `${id} is a waiting time: load the publisher's workbook by ingest`
    : null;
}

/**
 * The figures of rows in our tidy shape. A proportion is stored as exactly its numerator over its denominator.
 * Adds a problem for each rule that a row breaks; `names` are the fields' names in the file, where they differ.
 */
export function tidyFigures(
  rows: Row[],
  {
    areas,
    id,
    names = {},
    coded = (code) => code,
  }: { areas: Areas; id: string; names?: Record<string, string>; coded?: Context['coded'] },
  problems: Problems,
): Figure[] {
  const seen = new Map<string, number>();
  return rows.map(({ row, cells }) => {
    const cell = (field: string) => (cells[field] ?? '').trim();
    const wrong = (field: string, message: string) =>
      problems.add(`${names[field] ?? field}: ${message}`, { row });
    const [metric, area, period, grp] = [
      cell('metric'),
      coded(cell('area')),
      cell('period'),
      cell('grp') || 'all',
    ];
    const key = [metric, area, period, grp].join(' ');
    const first = seen.get(key);
    if (first) problems.add(`${key} is in row ${first} already; expected one row for it`, { row });
    else seen.set(key, row);

    const unknown = metricProblem(metric);
    if (unknown) wrong('metric', unknown);
    const parsed = parsePeriod(period);
    if (!parsed)
      wrong('period', `"${period}" is none; expected such as 2016-04, fy2016-17, 2013 or 2012-2014`);
    else {
      const mistimed = periodProblem(parsed, unknown ? '' : metric);
      if (mistimed) wrong('period', mistimed);
    }
    if (!isGroupId(grp))
      wrong('grp', `"${grp}" is no group; expected all, one such as tumour:lung or sex:female, or age:75+`);
    const misplaced = areaProblem(area, parsed, areas);
    if (misplaced) wrong('area', misplaced);
    const status = STATUSES.find((known) => known === cell('status'));
    if (!status) {
      const why = REFUSED[cell('status')] ?? `"${cell('status')}" is none`;
      wrong('status', `${why}; expected ${STATUSES.join(', ')}`);
    }
    const unread = NUMBERS.filter((field) => Number.isNaN(number(cell(field))));
    for (const field of unread) wrong(field, `"${cell(field)}"; expected a number such as 0.85, or nothing`);

    const numbers = Object.fromEntries(NUMBERS.map((field) => [field, number(cell(field))])) as Numbers;
    const note = cell('note');
    if (note.length > LONGEST_NOTE)
      wrong('note', `${printed(note.length)} characters; expected at most ${printed(LONGEST_NOTE)}`);
    const figure = { metric, area, period, grp, ...numbers, status: status ?? 'published', note };
    if (status && !unknown && unread.length === 0) {
      const of = metricOf(asMetricId(metric));
      checkPeople(numbers, of, wrong);
      if (status === 'suppressed' || status === 'not-published') checkGap(figure, wrong);
      else figure.value = checkedValue(figure, of, area !== 'england', wrong);
    }
    return { ...figure, file: id, sheet: '', row };
  });
}

/** A note is shown beside its figure. */
const LONGEST_NOTE = 2000;

/** The first month of which a figure of cancer outcomes here could be. */
const FIRST = '1971-01';

/** What is wrong with a period to load a figure of a metric of, or null. */
function periodProblem({ id, grain, start }: Period, metric: string): string | null {
  const now = new Date().toISOString().slice(0, 7);
  if (start < FIRST || start > now) return `${id}; expected one from ${FIRST.slice(0, 4)} to today`;
  return (grain === 'month' || grain === 'quarter') && BUNDLED_IDS.some((bundled) => bundled === metric)
    ? `${id}; expected a year such as fy2016-17, 2013 or 2012-2014: ${metric} is of years`
    : null;
}

function checkPeople(numbers: Numbers, of: Metric, wrong: Wrong): void {
  for (const field of ['numerator', 'denominator'] as const) {
    const people = numbers[field];
    if (people === null) continue;
    if (people >= MOST) wrong(field, `${people}; expected fewer people than there are in England`);
    else if (!Number.isInteger(people) && !of.estimated && of.kind !== 'rate')
      wrong(field, `${people}; expected whole people`);
  }
}

/** Null for an empty cell, NaN for one that is no finite number. */
function number(text: string): number | null {
  if (text === '') return null;
  return /^-?\d+(\.\d+)?(e[-+]?\d{1,2})?$/i.test(text) ? Number(text) : Number.NaN;
}

type Wrong = (field: string, message: string) => void;
type Checked = Numbers & { note: string; status: string };

function checkGap({ note, status, ...numbers }: Checked, wrong: Wrong): void {
  for (const field of ['value', 'numerator', 'lower', 'upper'] as const)
    if (numbers[field] !== null) wrong(field, `${numbers[field]}; expected nothing where it is ${status}`);
  if (numbers.denominator !== null && numbers.denominator <= 0) wrong('denominator', 'expected more than 0');
  if (!note) wrong('note', `empty; expected the reason why it is ${status}`);
}

/** The value as it is to be stored. */
function checkedValue(numbers: Numbers, of: Metric, isCcg: boolean, wrong: Wrong): number | null {
  const { numerator, denominator, value, lower, upper } = numbers;
  const sound = denominator === null || denominator > 0;
  const within = numerator === null || (denominator !== null && 0 <= numerator && numerator <= denominator);
  if (!sound) wrong('denominator', `${denominator}; expected more than 0`);
  else if (!within)
    wrong('numerator', `${numerator}; expected 0 to the denominator, which is ${denominator ?? 'empty'}`);
  if (of.kind === 'proportion' && isCcg && (numerator === null || denominator === null))
    wrong('numerator', 'a proportion of a CCG needs numerator and denominator: Alliances are sums of them');
  if (value === null) {
    wrong('value', 'empty; expected a number, or the status suppressed or not-published');
    return null;
  }
  const [low, high] = rangeOf(of);
  const counted = of.kind === 'proportion' && sound && within && numerator !== null && denominator;
  const share = counted ? numerator / denominator : value;
  if (value < low || value > high) wrong('value', `${value}; expected ${low} to ${high}`);
  else if (Math.abs(value - share) > 0.0005)
    wrong('value', `${value}; expected numerator / denominator, ${share.toFixed(4)}`);
  if ((lower === null) !== (upper === null)) wrong('lower', 'expected both lower and upper, or neither');
  else if (lower !== null && upper !== null && !(lower <= share && share <= upper))
    wrong(
      'lower',
      `${lower} to upper ${upper} does not hold the value ${share}; expected lower <= value <= upper`,
    );
  return share;
}

function rangeOf(of: Metric): readonly [number, number] {
  if (of.kind === 'mean') return of.range;
  if (of.kind === 'rate') return [0, of.per];
  return [0, of.kind === 'index' ? 100 : 1];
}
