import type { Content } from './content.ts';
import { agrees, decimal } from './numbers.ts';
import { Problems } from './problem.ts';
import { type Codes, type Figure, type Format, OGL, type Reading } from './reading.ts';
import { looksLike, tableRows } from './table.ts';

const COLUMNS = ['ccg_code', 'ccg_ons', 'ccg_name', 'register', 'list_size', 'practices', 'period', 'pct'];
const ID = 'qof-cancer-register';

/** The QOF cancer register and list size by CCG, 2016/17 to 2020/21, summed from the publisher's practice files. */
export const qofRegister: Format = {
  name: 'QOF cancer register by CCG, summed from practices (CSV)',
  recognises: (content) => looksLike(content, COLUMNS),
  read,
};

function read(file: string, content: Content, { commissioners, coded }: Codes): Reading {
  const problems = new Problems(file);
  const seen = new Map<string, number>();
  const figures = tableRows(content, COLUMNS, problems).flatMap(({ row, cells }): Figure[] => {
    const wrong = (message: string) => problems.add(message, { row });
    const area = coded(cells.ccg_code ?? '');
    const year = /^20(\d\d)\/(\d\d)$/.exec(cells.period ?? '');
    if (!commissioners.has(area))
      wrong(`unknown CCG ${area} (${cells.ccg_name}); expected a code of data/geography/commissioners.csv`);
    if (!year) wrong(`the period is "${cells.period}"; expected one such as 2016/17`);
    const [numerator, denominator, percentage] = [
      decimal(cells.register),
      decimal(cells.list_size),
      decimal(cells.pct),
    ];
    if (
      numerator === null ||
      denominator === null ||
      percentage === null ||
      numerator > denominator ||
      denominator <= 0
    ) {
      wrong(`register ${cells.register} of list ${cells.list_size}, ${cells.pct}%; expected numbers`);
      return [];
    }
    if (!agrees(percentage, numerator, denominator, 6))
      wrong(`${percentage}% is not ${numerator} of ${denominator}`);
    const period = `fy20${year?.[1]}-${year?.[2]}`;
    const earlier = seen.get(`${area} ${period}`);
    if (earlier !== undefined) wrong(`${area} in ${cells.period} again; it is in row ${earlier} already`);
    seen.set(`${area} ${period}`, row);
    return [
      {
        metric: 'cancer-prevalence',
        area,
        period,
        grp: 'all',
        numerator,
        denominator,
        value: numerator / denominator,
        lower: null,
        upper: null,
        status: 'derived',
        file: ID,
        sheet: '',
        row,
        note: `Summed from the publisher’s files of ${cells.practices} practices by whoever gathered them, not by the publisher.`,
      },
    ];
  });
  problems.settle();
  return {
    source: {
      id: ID,
      publisher: 'NHS Digital',
      publication: 'Quality and Outcomes Framework, cancer register by practice, summed by CCG',
      period: '2016/17 to 2020/21',
      licence: OGL,
    },
    waits: [],
    figures,
    tally: { 'CCG years': figures.length },
    left: [{ count: figures.length, what: 'percentages', why: 'checked, and computed from the counts' }],
  };
}
