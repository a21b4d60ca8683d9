import { parsePeriod } from '../../data/periods.ts';
import { areaProblem } from './areas.ts';
import type { Content } from './content.ts';
import { Problems, refusal } from './problem.ts';
import { type Context, type Format, OGL, type Reading } from './reading.ts';
import { leftBy, looksLike, type Row, rowsOf } from './table.ts';
import { span, tallyOf, tidyFigures } from './tidy.ts';

const AREA = 'Geography code';
const YEAR = 'Diagnosis Year';
const SURVIVAL = 'Survival (%)';
const COLUMNS = ['Geography type', AREA, 'Geography name', 'Cancer site', 'Sex', YEAR, SURVIVAL];

/** Columns that not every release has, or names alike. */
const OTHERS = {
  after: /\b(years?|time)\b.*\b(diagnosis|follow)/i,
  age: /^age\b(?!.*standardis)/i,
  standardised: /standardis/i,
  lower: /lower/i,
  upper: /upper/i,
} as const;
type Other = keyof typeof OTHERS;

const ENGLAND = 'E92000001';
const ID = 'ons-survival-index';

/** ONS' index of cancer survival by CCG: the one-year index of all cancers, of persons of all ages. */
export const survivalIndex: Format = {
  name: 'ONS, index of cancer survival by CCG (CSV)',
  recognises: (content) =>
    content.kind === 'table' && content.columns.includes(SURVIVAL) && looksLike(content, COLUMNS),
  read,
};

function read(file: string, content: Content, context: Context): Reading {
  const columns = content.kind === 'table' ? content.columns : [];
  const named = (other: Other) =>
    columns.find((column) => !COLUMNS.includes(column) && OTHERS[other].test(column));
  const problems = new Problems(file);
  const missing = COLUMNS.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    problems.add(`no column ${missing.join(', ')}; expected ${COLUMNS.join(', ')}`, { row: 1 });
  if (named('after') === undefined)
    problems.add(
      'no column such as "Years since diagnosis"; expected one, for survival after one year is taken',
      { row: 1 },
    );
  problems.settle();

  const cell = ({ cells }: Row, other: Other) => (cells[named(other) ?? ''] ?? '').trim();
  const areaOf = ({ cells }: Row) => {
    const code = context.coded(cells[AREA] ?? '');
    if (code === ENGLAND) return 'england';
    const area = context.byOnsCode.get(code) ?? (context.commissioners.has(code) ? code : undefined);
    return area !== undefined && context.alliances.has(area) ? undefined : area;
  };
  const { taken, left } = leftBy(rowsOf(content), (row) => {
    const { cells } = row;
    if (!/^(persons?|both|all)\b/i.test(cells.Sex ?? ''))
      return { what: `rows of sex ${cells.Sex}`, why: 'figures are of persons' };
    if (!/^(all|index)\b/i.test(cells['Cancer site'] ?? ''))
      return { what: `rows of ${cells['Cancer site']}`, why: 'the index of all cancers is taken' };
    if (!/^(1|one)\b/i.test(cell(row, 'after')))
      return {
        what: `rows of survival after ${cell(row, 'after')} years`,
        why: 'survival after one year is taken',
      };
    if (named('age') && !/^all|^15\D+99\b/i.test(cell(row, 'age')))
      return { what: `rows of age ${cell(row, 'age')}`, why: 'the index of all ages is taken' };
    if (named('standardised') && /^(non|un|not|no\b)/i.test(cell(row, 'standardised')))
      return {
        what: 'rows that are not standardised',
        why: 'areas of different ages cannot be compared by them',
      };
    const area = areaOf(row);
    if (area === undefined)
      return {
        what: `rows of geography type ${cells['Geography type']}`,
        why: 'neither a CCG nor an ICB known here, nor England',
      };
    const period = parsePeriod((cells[YEAR] ?? '').trim());
    return period && areaProblem(area, period, context.areas)
      ? { what: 'rows of a CCG in years without it', why: 'worked out anew for a footprint of another time' }
      : null;
  });
  if (taken.length === 0)
    throw refusal(
      file,
      `no row to take; left ${left.map(({ count, what, why }) => `${count} ${what}: ${why}`).join('; ')}`,
    );
  const rows = taken.map((row) => ({
    row: row.row,
    cells: {
      metric: 'one-year-survival',
      area: areaOf(row) ?? '',
      period: (row.cells[YEAR] ?? '').trim(),
      value: row.cells[SURVIVAL] ?? '',
      lower: cell(row, 'lower'),
      upper: cell(row, 'upper'),
      status: 'published',
    },
  }));
  const names = { area: AREA, period: YEAR, value: SURVIVAL };
  const figures = tidyFigures(rows, { areas: context.areas, id: ID, names }, problems);
  problems.settle();
  return {
    source: {
      id: ID,
      publisher: 'Office for National Statistics',
      publication: 'Index of cancer survival by CCG, one year after diagnosis',
      period: span(figures),
      licence: OGL,
    },
    waits: [],
    figures,
    tally: tallyOf(figures),
    left,
  };
}
