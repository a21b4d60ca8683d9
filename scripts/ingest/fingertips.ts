import { existsSync } from 'node:fs';
import path from 'node:path';
import { asMetricId, isMetricId, METRICS, type MetricId } from '../../data/metrics/index.ts';
import { parsePeriod } from '../../data/periods.ts';
import { isShare } from '../../data/text/format.ts';
import { ROOT } from '../../server/dataset/root.ts';
import { existsIn, monthAfter } from './areas.ts';
import type { Content } from './content.ts';
import { readCsv } from './csv.ts';
import { Problems, refusal } from './problem.ts';
import { type Context, type Format, type Left, OGL, type Reading } from './reading.ts';
import { leftBy, type Row, rowsOf } from './table.ts';
import { metricProblem, span, tallyOf, tidyFigures } from './tidy.ts';

const OPENING = ['Indicator ID', 'Indicator Name', 'Parent Code'];

/** Our fields' names in a Fingertips file. */
const NAMES = {
  area: 'Area Code',
  period: 'Time period',
  value: 'Value',
  lower: 'Lower CI 95.0 limit',
  upper: 'Upper CI 95.0 limit',
  numerator: 'Count',
  denominator: 'Denominator',
  note: 'Value note',
};
const READ = [
  ...OPENING,
  'Area Name',
  'Area Type',
  'Sex',
  'Age',
  'Category Type',
  'Category',
  ...Object.values(NAMES),
];

const ENGLAND = 'E92000001';
/** What stands for an age where the same row is printed beneath another parent. */
const NO_AGE = 'Not applicable';
const TABLE = path.join(ROOT, 'scripts/ingest/indicators.csv');

/** Fingertips' download, of 26 or 27 columns, of any of its area types: CCGs, ICBs and England are taken. */
export const fingertips: Format = {
  name: "Fingertips' CSV",
  recognises: (content) =>
    content.kind === 'table' && OPENING.every((column, index) => content.columns[index] === column),
  read,
};

type Indicator = { id: string; name: string; metric: MetricId };

function read(file: string, content: Content, context: Context): Reading {
  const problems = new Problems(file);
  const columns = content.kind === 'table' ? content.columns : [];
  const missing = READ.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    problems.add(`no column ${missing.join(', ')}; expected the columns of a Fingertips download`, {
      row: 1,
    });
  problems.settle();

  const all = rowsOf(content);
  const { indicator, others } = indicatorOf(file, all, context);
  const { taken, left } = leftBy(all, (row) => others.get(row) ?? leave(row, context));
  const placed = inTheirTime(taken, context);
  const { rows, repeated } = once(
    placed.taken.map(({ row, cells }) => ({ row, cells: tidied(cells, indicator.metric, context) })),
  );
  const ages = [...new Set(placed.taken.map(({ cells }) => cells.Age))].filter((age) => age !== NO_AGE);
  if (ages.length > 1) problems.add(`Age: ${ages.join(', ')}; expected one in a file`);
  const id = `fingertips-${indicator.id}`;
  const figures = tidyFigures(rows, { areas: context.areas, id, names: NAMES }, problems);
  problems.settle();
  const leftOut: Left[] = [
    ...left,
    ...placed.left,
    {
      count: repeated,
      what: 'rows of an area printed twice, beneath another parent',
      why: 'the same figure',
    },
  ].filter(({ count }) => count > 0);
  if (figures.length === 0)
    throw refusal(
      file,
      `no row to take; left ${leftOut.map(({ count, what, why }) => `${count} ${what}: ${why}`).join('; ')}`,
    );
  return {
    source: {
      id,
      publisher: 'Office for Health Improvement and Disparities (Fingertips)',
      publication: `${indicator.name} (indicator ${indicator.id})`,
      period: span(figures),
      licence: OGL,
    },
    waits: [],
    figures,
    tally: tallyOf(figures),
    left: leftOut,
  };
}

/**
 * The metric of each indicator, with how its name begins where that is said: the bundled table, and a user's own beside it.
 */
function metricsByIndicator(own: string | undefined): Map<string, { metric: string; begins: string }> {
  const files = [TABLE, own].filter((file) => file !== undefined && existsSync(file)) as string[];
  return new Map(
    files
      .flatMap(readCsv)
      .map(({ indicator = '', metric = '', name = '' }) => [
        indicator.trim(),
        { metric: metric.trim(), begins: name.trim() },
      ]),
  );
}

/** The one indicator of a file that is one of our metrics, and the rows of others, which are left. */
function indicatorOf(file: string, rows: readonly Row[], { metric, indicators }: Context) {
  const wrong = metric && metricProblem(metric);
  if (wrong) throw refusal(file, `--metric: ${wrong}`);
  const table = metricsByIndicator(indicators);
  const names = new Map<string, string>();
  for (const { cells } of rows) names.set(cells['Indicator ID'] ?? '', cells['Indicator Name'] ?? '');
  names.delete('');
  const matched = [...names].flatMap(([id, name]) => {
    const { metric: listed, begins = '' } = table.get(id) ?? {};
    if (!name.toLowerCase().startsWith(begins.toLowerCase()))
      throw refusal(
        file,
        `indicator ${id} is "${name}"; indicators.csv has it as "${begins}": expected one name for a number`,
      );
    const known = listed ?? (isMetricId(id) ? id : undefined);
    if (metric && known && known !== metric)
      throw refusal(file, `indicator ${id} (${name}) is ${known}; --metric says ${metric}`);
    const of = known ?? (names.size === 1 ? metric : undefined);
    return of === undefined ? [] : [{ id, name, metric: of }];
  });
  const [first, second] = matched;
  if (!first)
    throw refusal(
      file,
      `indicator ${[...names].map(([id, name]) => `${id} (${name})`).join(', ')} is matched to no metric; where it is the same, add --metric ID, or a line such as 91547,adult-smoking-qof to indicators.csv in the folder of your loads (header: indicator,metric)`,
    );
  if (second)
    throw refusal(
      file,
      `it holds indicators ${matched.map(({ id }) => id).join(', ')}; expected one that is a metric here: download them apart`,
    );
  const unknown = metricProblem(first.metric);
  if (unknown) throw refusal(file, `indicator ${first.id}: ${unknown}`);
  const others = new Map(
    rows
      .filter(({ cells }) => cells['Indicator ID'] !== first.id)
      .map((row) => [
        row,
        row.cells['Indicator ID']
          ? {
              what: `rows of indicator ${row.cells['Indicator ID']}`,
              why: 'it is matched to no metric (indicators.csv)',
            }
          : { what: 'rows without an indicator', why: 'of what they are is not said' },
      ]),
  );
  return { indicator: { ...first, metric: asMetricId(first.metric) } satisfies Indicator, others };
}

const codeOf = (cells: Record<string, string>, { coded }: Context) =>
  coded((cells['Area Code'] ?? '').trim().replace(/^n(?=E)/, ''));

/** Our id of a row's area, whichever of its ONS codes is printed; undefined where it is none of ours. */
const areaOf = (cells: Record<string, string>, context: Context) => {
  const { byOnsCode, alliances } = context;
  const code = codeOf(cells, context);
  const area = code === ENGLAND ? 'england' : byOnsCode.get(code);
  return area !== undefined && alliances.has(area) ? undefined : area;
};

function leave({ cells }: Row, context: Context): { what: string; why: string } | null {
  if (areaOf(cells, context) === undefined)
    return {
      what: `rows of area type ${cells['Area Type']}`,
      why: 'neither a CCG nor an ICB known here, nor England',
    };
  if (cells.Sex !== 'Persons') return { what: `rows of sex ${cells.Sex}`, why: 'figures are of all persons' };
  if (cells.Category || cells['Category Type'])
    return { what: 'rows of a category', why: 'figures are of everyone, not of a category of people' };
  return null;
}

/**
 * The rows of CCGs that there were in the period, or, where a year is printed on the areas of the next one, in the month
 * after it; the others were worked out anew for areas of another time, and are left.
 */
function inTheirTime(rows: Row[], context: Context): { taken: Row[]; left: Left[] } {
  const ccgs = new Map<string, (typeof context.areas.ccgs)[number][]>();
  for (const ccg of context.areas.ccgs) ccgs.set(ccg.id, [...(ccgs.get(ccg.id) ?? []), ccg]);
  const exists = ({ cells }: Row, month: string) => {
    const versions = ccgs.get(areaOf(cells, context) ?? '');
    // A code that outlives its footprint has another ONS code for each.
    const printed = versions?.filter(({ ons_code }) => ons_code === codeOf(cells, context)) ?? [];
    const meant = printed.length > 0 ? printed : versions;
    return meant === undefined || meant.some((ccg) => existsIn(ccg, month));
  };
  const asAt = new Map<string, string>();
  for (const [printed, own] of byPeriod(rows)) {
    const period = parsePeriod(periodOf(printed));
    if (period === null) continue;
    const [first, after] = [period.start, monthAfter(period)];
    const count = (month: string) => own.filter((row) => exists(row, month)).length;
    asAt.set(printed, count(after) > count(first) ? after : first);
  }
  return leftBy(rows, (row) => {
    const month = asAt.get(row.cells['Time period'] ?? '');
    return month === undefined || exists(row, month)
      ? null
      : {
          what: 'rows of a CCG in years without it',
          why: 'worked out anew for a footprint of another time',
        };
  });
}

function byPeriod(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.cells['Time period'] ?? '';
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** The rows without those that repeat another's figure; a row that contradicts one is kept, to be refused. */
function once(rows: Row[]): { rows: Row[]; repeated: number } {
  const seen = new Map<string, string>();
  const kept = rows.filter(({ cells }) => {
    const key = `${cells.area} ${cells.period}`;
    const held = JSON.stringify(cells);
    if (seen.get(key) === held) return false;
    if (!seen.has(key)) seen.set(key, held);
    return true;
  });
  return { rows: kept, repeated: rows.length - kept.length };
}

function tidied(cells: Record<string, string>, metric: MetricId, context: Context): Record<string, string> {
  const { kind } = METRICS[metric];
  const scaled = (text = '') =>
    isShare({ kind }) && text.trim() !== '' && Number.isFinite(Number(text)) ? `${Number(text) / 100}` : text;
  const tidy = {
    metric,
    area: areaOf(cells, context) ?? '',
    period: periodOf(cells['Time period'] ?? ''),
    denominator: cells.Denominator ?? '',
    note: cells['Value note'] ?? '',
  };
  if ((cells.Value ?? '').trim() === '') {
    const suppressed = /suppress|disclosure|withheld/i.test(tidy.note);
    return {
      ...tidy,
      note: tidy.note || 'The publisher gives no value',
      status: suppressed ? 'suppressed' : 'not-published',
    };
  }
  const counted = kind === 'proportion' || (kind === 'rate' && tidy.denominator !== '');
  const interval = kind !== 'proportion' || (cells.Count ?? '') === '';
  return {
    ...tidy,
    status: 'published',
    value: scaled(cells.Value),
    // A proportion has the interval of its counts.
    lower: interval ? scaled(cells['Lower CI 95.0 limit']) : '',
    upper: interval ? scaled(cells['Upper CI 95.0 limit']) : '',
    numerator: counted ? (cells.Count ?? '') : '',
  };
}

/** `2013/14` as fy2013-14, `2012 - 14` as 2012-2014; another text as it is. */
function periodOf(printed: string): string {
  const financial = /^(\d{4})\/(\d{2})$/.exec(printed);
  if (financial) return `fy${financial[1]}-${financial[2]}`;
  const rolling = /^(\d{4}) - (\d{2})$/.exec(printed);
  if (!rolling) return printed;
  const first = Number(rolling[1]);
  const last = Math.floor(first / 100) * 100 + Number(rolling[2]);
  return `${first}-${last < first ? last + 100 : last}`;
}
