import { asMetricId, METRICS, type MetricId } from '../../data/metrics/index.ts';
import { parsePeriod } from '../../data/periods.ts';
import { isShare } from '../../data/text/format.ts';
import { type Areas, existsAt } from './areas.ts';
import type { Content } from './content.ts';
import type { Problems } from './problem.ts';
import type { Left } from './reading.ts';
import { leftBy, type Row, tableRows } from './table.ts';
import { metricProblem } from './tidy.ts';

const OPENING = ['Indicator ID', 'Indicator Name', 'Parent Code'];

/** Our fields' names in a Fingertips file. */
export const FINGERTIPS_NAMES = {
  area: 'Area Code',
  period: 'Time period',
  value: 'Value',
  lower: 'Lower CI 95.0 limit',
  upper: 'Upper CI 95.0 limit',
  numerator: 'Count',
  denominator: 'Denominator',
  note: 'Value note',
};
const READ = [...OPENING, 'Area Type', 'Sex', 'Age', 'Category', ...Object.values(FINGERTIPS_NAMES)];

const ENGLAND = 'E92000001';

/** True of a table that begins as a Fingertips download does. */
export const isFingertips = (content: Content) =>
  content.kind === 'table' && OPENING.every((column, index) => content.columns[index] === column);

/**
 * The rows of a Fingertips download in our tidy shape, as figures of a metric, and what was left of it.
 * Percentages become proportions; a count is kept only where it is the numerator of a proportion or a rate.
 */
export function fingertipsRows(
  content: Content,
  metric: string | undefined,
  areas: Areas,
  problems: Problems,
): { rows: Row[]; left: Left[] } {
  if (!metric) problems.add('a Fingertips file does not say which of our metrics it is; add --metric ID');
  const unknown = metric && metricProblem(metric);
  if (unknown) problems.add(`--metric: ${unknown}`);
  problems.settle();

  const columns = content.kind === 'table' ? content.columns : [];
  const all = tableRows(content, [...new Set([...READ, ...columns])], problems);
  const { taken, left } = leftBy(all, (row) => leave(row, areas));
  for (const column of ['Indicator ID', 'Age']) {
    const found = [...new Set(taken.map(({ cells }) => cells[column]))];
    if (found.length > 1) problems.add(`${column}: ${found.join(', ')}; expected one in a file`);
  }
  const rows = taken.map(({ row, cells }) => ({
    row,
    cells: tidied(cells, asMetricId(metric ?? ''), areas),
  }));
  return { rows, left };
}

function leave({ cells }: Row, areas: Areas): { what: string; why: string } | null {
  const code = cells['Area Code'];
  const ccg = areas.ccgs.find(({ ons_code }) => ons_code === code);
  if (!ccg && code !== ENGLAND)
    return { what: `rows of area type ${cells['Area Type']}`, why: 'neither a CCG known here nor England' };
  if (cells.Sex !== 'Persons') return { what: `rows of sex ${cells.Sex}`, why: 'figures are of all persons' };
  if (cells.Category)
    return { what: 'rows of a category', why: 'figures are of everyone, not of a category of people' };
  const period = parsePeriod(periodOf(cells['Time period'] ?? ''));
  if (ccg && period && !existsAt(ccg, period))
    return {
      what: 'rows of a CCG in years without it',
      why: 'worked out anew for a footprint of another time',
    };
  return null;
}

function tidied(cells: Record<string, string>, metric: MetricId, areas: Areas): Record<string, string> {
  const { kind } = METRICS[metric];
  const scaled = (text = '') =>
    isShare({ kind }) && text.trim() !== '' && Number.isFinite(Number(text)) ? `${Number(text) / 100}` : text;
  const tidy = {
    metric,
    area: areas.ccgs.find(({ ons_code }) => ons_code === cells['Area Code'])?.id ?? 'england',
    period: periodOf(cells['Time period'] ?? ''),
    denominator: cells.Denominator ?? '',
    note: cells['Value note'] ?? '',
  };
  if ((cells.Value ?? '').trim() === '') {
    const suppressed = /suppress|disclosure|withheld/i.test(tidy.note);
    return { ...tidy, status: suppressed ? 'suppressed' : 'not-published' };
  }
  const counted = kind === 'proportion' || (kind === 'rate' && tidy.denominator !== '');
  return {
    ...tidy,
    status: 'published',
    value: scaled(cells.Value),
    lower: scaled(cells['Lower CI 95.0 limit']),
    upper: scaled(cells['Upper CI 95.0 limit']),
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
