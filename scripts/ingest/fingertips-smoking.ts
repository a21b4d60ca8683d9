import type { Content } from './content.ts';
import { decimal } from './numbers.ts';
import { Problems } from './problem.ts';
import { type Codes, type Figure, type Format, OGL, type Reading } from './reading.ts';
import { leftBy, type Row } from './table.ts';

const NEEDED = [
  'Indicator ID',
  'Indicator Name',
  'Area Code',
  'Area Type',
  'Time period',
  'Value',
  'Count',
  'Denominator',
];
const ID = 'fingertips-91547';
const INDICATOR = '91547';

/** Fingertips' download of smoking prevalence recorded by general practice (indicator 91547). */
export const fingertipsSmoking: Format = {
  name: 'Fingertips, smoking prevalence in adults by QOF (CSV)',
  recognises: (content) =>
    content.kind === 'table' &&
    NEEDED.every((column) => content.columns.includes(column)) &&
    content.rows.some((row) => row['Indicator ID'] === INDICATOR) &&
    content.rows.every((row) => ['', INDICATOR].includes(row['Indicator ID'] ?? '')),
  read,
};

const ENGLAND = /^england$/i;
const CCG = /^ccgs?$/i;
const ICB = /^icbs$/i;

function read(file: string, content: Content, { byOnsCode }: Codes): Reading {
  const problems = new Problems(file);
  const rows: Row[] =
    content.kind === 'table' ? content.rows.map((cells, index) => ({ row: index + 2, cells })) : [];
  const { taken, left } = leftBy(rows, ({ cells }) => {
    const type = cells['Area Type'] ?? '';
    if (cells['Indicator ID'] === '')
      return { what: 'rows without an indicator', why: 'of what they are is not said' };
    if (cells['Category Type']) return { what: 'rows by category', why: 'areas as a whole are taken' };
    if (ENGLAND.test(type) || CCG.test(type) || ICB.test(type)) return null;
    return { what: `rows of ${type}`, why: 'no CCG, ICB or England' };
  });
  const seen = new Map<string, Figure>();
  let repeated = 0;
  let suppressed = 0;
  for (const { row, cells } of taken) {
    const wrong = (message: string) => problems.add(message, { row });
    const area = ENGLAND.test(cells['Area Type'] ?? '')
      ? 'england'
      : byOnsCode.get((cells['Area Code'] ?? '').replace(/^n(?=E)/, ''));
    const year = /^(\d{4})\/(\d{2})$/.exec(cells['Time period'] ?? '');
    if (area === undefined)
      wrong(`unknown area ${cells['Area Code']} (${cells['Area Name']}, ${cells['Area Type']})`);
    if (!year) wrong(`the time period is "${cells['Time period']}"; expected one such as 2019/20`);
    if (area === undefined || !year) continue;
    const [numerator, denominator, value] = [
      decimal(cells.Count),
      decimal(cells.Denominator),
      decimal(cells.Value),
    ];
    if (numerator === null || denominator === null || value === null) {
      suppressed += 1;
      continue;
    }
    if (Math.abs(value - (100 * numerator) / denominator) > 1e-4)
      wrong(
        `the value is ${value}; count ${numerator} of ${denominator} is ${(100 * numerator) / denominator}`,
      );
    const period = `fy${year[1]}-${year[2]}`;
    const figure: Figure = {
      metric: 'adult-smoking-qof',
      area,
      period,
      grp: 'all',
      numerator,
      denominator,
      value: numerator / denominator,
      lower: null,
      upper: null,
      status: 'published',
      file: ID,
      sheet: '',
      row,
      note: '',
    };
    const earlier = seen.get(`${area} ${period}`);
    if (!earlier) seen.set(`${area} ${period}`, figure);
    else if (earlier.numerator === numerator && earlier.denominator === denominator) repeated += 1;
    else wrong(`${area} in ${period} again with other numbers; it is in row ${earlier.row} already`);
  }
  problems.settle();
  const figures = [...seen.values()];
  return {
    source: {
      id: ID,
      publisher: 'Office for Health Improvement and Disparities (Fingertips)',
      publication: 'Smoking prevalence in adults (15 and over), current smokers, QOF (indicator 91547)',
      period: '2013/14 to 2022/23',
      licence: OGL,
    },
    waits: [],
    figures,
    tally: { figures: figures.length },
    left: [
      ...left,
      {
        count: repeated,
        what: 'rows of an area printed twice, beneath another parent',
        why: 'the same figure',
      },
      { count: suppressed, what: 'rows without a value', why: 'the publisher gives none' },
    ].filter(({ count }) => count > 0),
  };
}
