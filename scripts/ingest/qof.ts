import type { Content } from './content.ts';
import { MERGED_INTO_13T, newcastleGateshead } from './newcastle-gateshead.ts';
import { agrees, count, decimal } from './numbers.ts';
import { Problems } from './problem.ts';
import { type Codes, type Figure, type Format, OGL, type Reading } from './reading.ts';
import { leftBy, looksLike, tableRows } from './table.ts';

const COLUMNS = [
  'ccgcode',
  'indicator_group',
  'Register_description',
  'disease_register_size',
  'ccg_listsize',
  'prevalence',
];
const CCGS = 211;

/** NHS Digital's QOF disease registers by CCG, 2013/14; the cancer register (CAN) is taken. */
export const qof: Format = {
  name: 'QOF 2013/14, prevalence by CCG (CSV)',
  recognises: (content) => looksLike(content, COLUMNS),
  read,
};

function read(file: string, content: Content, { ccgs, coded }: Codes): Reading {
  const problems = new Problems(file);
  const { taken, left } = leftBy(tableRows(content, COLUMNS, problems), ({ cells }) => {
    if (cells.indicator_group === 'CAN') return null;
    if (cells.indicator_group === 'SMOK')
      return { what: 'rows of group SMOK', why: 'a register of patients asked, not smoking prevalence' };
    return { what: 'rows of other registers', why: 'no cancer register' };
  });

  const seen = new Set<string>();
  const lines = taken.flatMap(({ row, cells }) => {
    const area = coded(cells.ccgcode ?? '', MERGED_INTO_13T);
    if (!ccgs.has(area) && !MERGED_INTO_13T.includes(area))
      problems.add(
        `unknown CCG ${area}; expected a code of data/geography/ccgs.csv, or one that became 13T`,
        { row },
      );
    if (seen.has(area)) problems.add(`${area} again in group CAN`, { row });
    seen.add(area);
    const numerator = count(cells.disease_register_size);
    const denominator = count(cells.ccg_listsize);
    const percentage = decimal(cells.prevalence);
    if (numerator === null || denominator === null || percentage === null || numerator > denominator) {
      problems.add(
        `${area}: register ${cells.disease_register_size} of list ${cells.ccg_listsize}, ${cells.prevalence}%; expected numbers`,
        { row },
      );
      return [];
    }
    if (!agrees(percentage, numerator, denominator, 9))
      problems.add(`${area}: prevalence ${percentage}% is not ${numerator} of ${denominator}`, { row });
    return [{ area, numerator, denominator, row }];
  });
  if (seen.size !== CCGS) problems.add(`${seen.size} CCGs in group CAN; expected ${CCGS}`);
  problems.settle();

  const merged = newcastleGateshead(lines);
  const figures = [...lines.filter(({ area }) => ccgs.has(area)), ...(merged ? [merged] : [])].map(figure);
  return {
    source: {
      id: 'qof-2013-14',
      publisher: 'NHS Digital',
      publication: 'Quality and Outcomes Framework 2013/14, prevalence by CCG',
      period: 'fy2013-14',
      licence: OGL,
    },
    waits: [],
    figures,
    tally: { 'CCG rows': figures.length - (merged ? 1 : 0), 'row derived for 13T': merged ? 1 : 0 },
    left: [
      ...left,
      {
        count: MERGED_INTO_13T.length,
        what: `rows of ${MERGED_INTO_13T.join(', ')}`,
        why: 'summed to 13T NHS Newcastle Gateshead CCG, which replaced them',
      },
      { count: lines.length, what: 'prevalence percentages', why: 'checked, and computed from the counts' },
    ],
  };
}

type Line = {
  area: string;
  numerator: number;
  denominator: number;
  row: number | null;
  status?: 'derived';
  note?: string;
};

function figure({ area, numerator, denominator, row, status, note }: Line): Figure {
  return {
    metric: 'cancer-prevalence',
    area,
    period: 'fy2013-14',
    grp: 'all',
    numerator,
    denominator,
    value: numerator / denominator,
    lower: null,
    upper: null,
    status: status ?? 'published',
    file: 'qof-2013-14',
    sheet: '',
    row,
    note: note ?? '',
  };
}
