import {
  type Comparison,
  FingertipsRow,
  type ObservationRow,
  type Verdict,
} from '../../../data/contract/index.ts';
import { grouped } from '../../../data/grouped.ts';
import { type Metric, type MetricId, metric as metricOf, targetAt } from '../../../data/metrics/index.ts';
import { areasMonth, type Period, parsePeriod, periodShort } from '../../../data/periods.ts';
import { csvLines } from '../../../data/text/csv.ts';
import { statusWords } from '../../../data/text/figure.ts';
import { isShare } from '../../../data/text/format.ts';
import { piecesOf, written } from '../../dataset/copy.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { comparableEngland, withoutPart } from '../../questions/shared/benchmark.ts';
import type { Row } from '../../questions/shared/figures.ts';
import { compare, passMark, verdictOf } from '../../questions/shared/judged.ts';
import { wilson, Z998 } from '../../stats/wilson.ts';
import { csvRoutes } from './csv.ts';
import { stored } from './kept.ts';
import { isWhole, NO_FILTERS, type ObservationFilters, observationSlices } from './rows.ts';

/** `/api/download/fingertips.csv` and its metadata. */
export const fingertipsCsv = csvRoutes({
  file: 'fingertips',
  summary:
    'The figures and gaps asked for in the 26 columns of a Fingertips download, streamed: proportions as per cent, compared with England and with the Alliance.',
  title: 'Cancer outcomes in England, in Fingertips’ columns',
  description:
    'One row for each figure, and for each gap with its reason, in the columns and words of a Fingertips download. It is not from Fingertips.',
  columns: FingertipsRow,
  mayBeEmpty: [
    ...['Parent Code', 'Parent Name', 'Category Type', 'Category', 'Value note', 'Recent Trend'],
    ...['New data', 'Compared to goal'],
  ],
  key: ['Indicator ID', 'Area Code', 'Category Type', 'Category', 'Time period'],
  examples: ['?metric=early-stage&period=2013&level=ccg', '?metric=62-day-wait&grain=year'],
  async lines(maker, filters) {
    if (filters.metric !== '') return { body: fingertipsLines(maker.dataset, filters) };
    // To compare every figure takes this program seconds: it is done in turn with all heavy work, and the whole once.
    const key = isWhole(filters) ? 'fingertips.csv' : null;
    const lines = () => fingertipsLines(maker.dataset.forFiles, filters);
    const { file, done } = await stored(maker, key, (signal) => written(lines(), signal));
    return { body: piecesOf(file.files), length: file.bytes, done };
  },
});

const COLUMNS = Object.keys(FingertipsRow.properties) as (keyof FingertipsRow)[];

const ENGLAND = { code: 'E92000001', name: 'England' };
const NO_PARENT = { code: '', name: '' };

/**
 * The figures and gaps that filters leave in Fingertips' columns, some thousand at a time, each compared as the map
 * compares it. It keeps a slice and the figures of England and of the Alliances for one metric in memory.
 */
async function* fingertipsLines(dataset: Dataset, filters: ObservationFilters): AsyncGenerator<string> {
  const codeOf = await codesOf(dataset);
  let metric = '';
  let benchmarks: Benchmarks | undefined;
  for await (const slice of observationSlices(dataset, filters)) {
    const id = slice[0]?.metric;
    if (id === undefined) continue;
    if (benchmarks === undefined || metric !== id) benchmarks = await benchmarksOf(dataset, id, metricOf(id));
    metric = id;
    const current = benchmarks;
    const rows = slice.map((row): FingertipsRow => {
      const period = parsePeriod(row.period);
      if (!period) throw new Error(`${row.period} is no period`);
      const code = row.area === 'england' ? ENGLAND.code : codeOf(row.area, period);
      return fingertipsRow(row, period, { code, ...contextOf(dataset, row, period, current) });
    });
    yield csvLines(rows.map((row) => COLUMNS.map((column) => row[column])));
  }
}

type Source = { period: string; group: string; source: string };
type Benchmarks = {
  england(row: ObservationRow): ObservationRow | null;
  alliance(area: string, row: ObservationRow): ObservationRow | null;
};

const keyOf = (...parts: string[]) => parts.join(' ');

async function allRows(dataset: Dataset, filters: Partial<ObservationFilters>) {
  const rows: ObservationRow[] = [];
  for await (const slice of observationSlices(dataset, { ...NO_FILTERS, ...filters })) rows.push(...slice);
  return rows;
}

/** The figures of England and of each Alliance that those of a metric are compared with, in every period. */
async function benchmarksOf(dataset: Dataset, id: MetricId, metric: Metric): Promise<Benchmarks> {
  const [england, alliances, today, sources] = await Promise.all([
    allRows(dataset, { metric: id, level: 'england' }),
    allRows(dataset, { metric: id, level: 'alliance' }),
    allRows(dataset, { metric: id, level: 'alliance-today' }),
    dataset.db.rows<Source>('published-in', { metric: id }),
  ]);
  const englandIn = grouped(england, ({ period }) => period);
  const sourcesIn = grouped(sources, ({ period, group }) => keyOf(period, group));
  const rowOf = new Map([...alliances, ...today].map((row) => [keyOf(row.area, row.period, row.group), row]));
  const found = new Map<string, ObservationRow | null>();
  return {
    england({ period, group }) {
      const key = keyOf(period, group);
      let row = found.get(key);
      if (row === undefined) {
        const own = (englandIn.get(period) ?? []).filter(
          (each) => each.group === group || each.group.startsWith('release:'),
        );
        const published = new Set((sourcesIn.get(key) ?? []).map(({ source }) => source));
        row = comparableEngland(own, metric, published);
        found.set(key, row);
      }
      return row;
    },
    alliance: (area, { period, group }) => rowOf.get(keyOf(area, period, group)) ?? null,
  };
}

/** The codes of the Office for National Statistics: of CCGs as in December 2016, of ICBs and of today’s Alliances. */
async function codesOf({ db, geography }: Dataset) {
  type Code = { area: string; onsCode: string };
  const [ccgs, today] = await Promise.all([db.rows<Code>('ccgs'), db.rows<Code>('codes-today')]);
  const codes = new Map(ccgs.map(({ area, onsCode }) => [area, onsCode]));
  const codesToday = new Map(today.flatMap(({ area, onsCode }) => (onsCode ? [[area, onsCode]] : [])));
  // A code that came to mean another CCG got another ONS code then.
  return (area: string, period: Period) =>
    codesToday.get(area) ??
    (geography.areaAt(area, areasMonth(period))?.from === '0000-00' ? (codes.get(area) ?? area) : area);
}

/** The parent of a row's area, and the figures it is compared with. */
function contextOf(
  { geography }: Dataset,
  row: ObservationRow,
  period: Period,
  benchmarks: Benchmarks,
): Omit<Context, 'code'> {
  const england = benchmarks.england(row);
  if (row.level === 'england') return { parent: NO_PARENT, england, alliance: null };
  if (row.level !== 'ccg' && row.level !== 'icb') return { parent: ENGLAND, england, alliance: null };
  const [alliance, ...others] = geography.parentsOf(row.area, areasMonth(period));
  if (alliance === undefined || others.length > 0) return { parent: NO_PARENT, england, alliance: null };
  const name = geography.areaAt(alliance, areasMonth(period))?.name ?? alliance;
  return { parent: { code: alliance, name }, england, alliance: benchmarks.alliance(alliance, row) };
}

/** The code of a row's area, its parent, and the figures it is compared with. */
type Context = {
  code: string;
  parent: { code: string; name: string };
  england: Row | null;
  alliance: Row | null;
};

const AREA_TYPES: Record<ObservationRow['level'], string> = {
  ccg: 'CCGs',
  alliance: 'Cancer Alliances',
  icb: 'Integrated Care Boards',
  'alliance-today': 'Cancer Alliances of today',
  own: 'Own areas',
  region: 'NHS regions',
  england: 'England',
  hub: 'Commissioning hubs',
  discontinued: 'Former commissioners',
  unknown: 'Unknown',
};

/** The ages counted, where not all are. */
const AGES: Partial<Record<MetricId, string>> = {
  'one-year-survival': '15-99 yrs',
  'under-75-mortality': '<75 yrs',
};

/** Groups by sex, which have a column of their own. */
const SEXES: Readonly<Record<string, string>> = { 'sex:male': 'Male', 'sex:female': 'Female' };

const COMPARISONS: Record<Comparison, string> = {
  better: 'Better',
  similar: 'Similar',
  worse: 'Worse',
  higher: 'Higher',
  lower: 'Lower',
  'not-compared': 'Not compared',
};

const GOALS: Record<Verdict, string> = {
  met: 'Better',
  'not-sure': 'Similar',
  'not-met': 'Worse',
  'no-target': '',
};

const EXACT_DIGITS = 15;

/** Per cent, without the last digits that multiplying adds. */
const perCent = (share: number) => Number((100 * share).toPrecision(EXACT_DIGITS));

const timePeriod = (period: Period) =>
  period.grain === 'rolling' ? `${period.id.slice(0, 4)} - ${period.id.slice(-2)}` : periodShort(period);

function sortable({ id, grain, start }: Period): number {
  const year = 10_000 * Number((grain === 'quarter' ? id.slice(2) : start).slice(0, 4));
  if (grain === 'quarter') return year + 100 * Number(id.at(-1));
  return grain === 'month' ? year + Number(start.slice(5)) : year;
}

function valueNote({ status, note }: ObservationRow, kind: ReturnType<typeof metricOf>['kind']): string {
  if (status === 'published' || status === 'not-published' || status === 'no-patients') return note;
  const words = statusWords(status, kind);
  if (note.startsWith(words)) return note;
  return note === '' ? words : `${words}: ${note}`;
}

function categoryOf(group: string): [type: string, category: string] {
  const colon = group.indexOf(':');
  if (group === 'all' || group in SEXES) return ['', ''];
  return colon < 0 ? ['Patient group', group] : [group.slice(0, colon), group.slice(colon + 1)];
}

/** A figure or a gap as Fingertips would give it. */
function fingertipsRow(
  row: ObservationRow,
  period: Period,
  { code, parent, england, alliance }: Context,
): FingertipsRow {
  const id = row.metric;
  const metric = metricOf(id);
  const scaled = (value: number | null) => (value === null || !isShare(metric) ? value : perCent(value));
  const { numerator, denominator } = row;
  // Nobody of nobody has no interval.
  const counted =
    metric.kind === 'proportion' && numerator !== null && denominator !== null && denominator > 0;
  const wide = counted ? wilson(numerator, denominator, Z998) : null;
  const [categoryType, category] = categoryOf(row.group);
  const against = (benchmark: Row | null) => COMPARISONS[compare(row, benchmark, '', metric).comparison];
  const rest = alliance && withoutPart(alliance, row, metric);
  const verdict = verdictOf(row, passMark(targetAt(id, period.end)), metric);
  return {
    'Indicator ID': row.metric,
    'Indicator Name': row.metric_label,
    'Parent Code': parent.code,
    'Parent Name': parent.name,
    'Area Code': code,
    'Area Name': row.area_name,
    'Area Type': AREA_TYPES[row.level],
    Sex: SEXES[row.group] ?? 'Persons',
    Age: AGES[id] ?? 'All ages',
    'Category Type': categoryType,
    Category: category,
    'Time period': timePeriod(period),
    Value: scaled(row.value),
    'Lower CI 95.0 limit': scaled(row.lower),
    'Upper CI 95.0 limit': scaled(row.upper),
    'Lower CI 99.8 limit': scaled(wide?.lower ?? null),
    'Upper CI 99.8 limit': scaled(wide?.upper ?? null),
    Count: row.numerator,
    Denominator: row.denominator,
    'Value note': valueNote(row, metric.kind),
    'Recent Trend': '',
    'Compared to England value or percentiles': against(england),
    'Compared to Cancer Alliance value or percentiles': against(typeof rest === 'string' ? null : rest),
    'Time period Sortable': sortable(period),
    'New data': '',
    'Compared to goal': row.lower === null ? '' : GOALS[verdict],
  };
}
