import type { FingertipsRow, ObservationRow, Verdict } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf, targetAt } from '../../../data/metrics/index.ts';
import { type Period, periodShort } from '../../../data/periods.ts';
import { statusWords } from '../../../data/text/status.ts';
import { type Compared, compare, passMark, type Row, verdictOf } from '../../questions/shared/figures.ts';
import { wilson, Z998 } from '../../stats/wilson.ts';

/** What stands beside a row: its area's code, its parent, and the figures it is compared with. */
export type Beside = {
  code: string;
  parent: { code: string; name: string };
  england: Row | null;
  alliance: Row | null;
};

const AREA_TYPES: Record<ObservationRow['level'], string> = {
  ccg: 'CCGs',
  alliance: 'Cancer Alliances',
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

const COMPARISONS: Record<Compared['comparison'], string> = {
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

/** Per cent, without the dust of multiplying. */
const perCent = (share: number) => Number((100 * share).toPrecision(EXACT_DIGITS));

const timePeriod = (period: Period) =>
  period.grain === 'rolling' ? `${period.id.slice(0, 4)} - ${period.id.slice(-2)}` : periodShort(period);

function sortable({ id, grain, start }: Period): number {
  const year = 10_000 * Number((grain === 'quarter' ? id.slice(2) : start).slice(0, 4));
  if (grain === 'quarter') return year + 100 * Number(id.at(-1));
  return grain === 'month' ? year + Number(start.slice(5)) : year;
}

function valueNote({ status, note }: ObservationRow, kind: ReturnType<typeof metricOf>['kind']): string {
  if (status === 'published' || status === 'not-published') return note;
  const words = statusWords(status, kind);
  if (note.startsWith(words)) return note;
  return note === '' ? words : `${words}: ${note}`;
}

function categoryOf(group: string): [type: string, category: string] {
  const colon = group.indexOf(':');
  if (group === 'all') return ['', ''];
  return colon < 0 ? ['Patient group', group] : [group.slice(0, colon), group.slice(colon + 1)];
}

/** A figure or a gap as Fingertips would give it. */
export function fingertipsRow(
  row: ObservationRow,
  period: Period,
  { code, parent, england, alliance }: Beside,
): FingertipsRow {
  const id = row.metric as MetricId;
  const metric = metricOf(id);
  const scaled = (value: number | null) =>
    value === null || metric.kind !== 'proportion' ? value : perCent(value);
  const { numerator, denominator } = row;
  const counted = metric.kind === 'proportion' && numerator !== null && denominator !== null;
  const wide = counted ? wilson(numerator, denominator, Z998) : null;
  const [categoryType, category] = categoryOf(row.group);
  const against = (benchmark: Row | null) => COMPARISONS[compare(row, benchmark, '', metric).comparison];
  const verdict = verdictOf(row, passMark(targetAt(id, period.end)), metric);
  return {
    'Indicator ID': row.metric,
    'Indicator Name': row.metric_label,
    'Parent Code': parent.code,
    'Parent Name': parent.name,
    'Area Code': code,
    'Area Name': row.area_name,
    'Area Type': AREA_TYPES[row.level],
    Sex: 'Persons',
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
    'Compared to Cancer Alliance value or percentiles': against(alliance),
    'Time period Sortable': sortable(period),
    'New data': '',
    'Compared to goal': row.lower === null ? '' : GOALS[verdict],
  };
}
