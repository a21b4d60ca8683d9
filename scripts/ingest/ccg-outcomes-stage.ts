import type { Content } from './content.ts';
import { MERGED_INTO_13T, newcastleGateshead } from './newcastle-gateshead.ts';
import { agrees, count, printed } from './numbers.ts';
import { Problems } from './problem.ts';
import { type Codes, type Figure, type Format, OGL, type Reading } from './reading.ts';

const FIELDS = {
  year: 'Reporting period',
  breakdown: 'Breakdown',
  area: 'Level',
  percentage: 'Percentage',
  denominator: 'Denominator',
  numerator: 'Numerator',
};
const UNSTAGED = 'The denominator includes cancers whose stage was not recorded';
const CCGS = 211;

type Line = { year: number; area: string; numerator: number; denominator: number; row: number };

/** NHS Digital's CCG Outcomes Indicator Set 1.18 as a JSON list: England and the 211 CCGs of the time, by year. */
export const ccgOutcomesStage: Format = {
  name: 'CCG Outcomes Indicator Set 1.18, stage 1 and 2 (JSON)',
  recognises: (content) =>
    content.kind === 'records' &&
    FIELDS.year in Object(content.records[0]) &&
    FIELDS.area in Object(content.records[0]),
  read,
};

function read(file: string, content: Content, codes: Codes): Reading {
  const problems = new Problems(file);
  const records = content.kind === 'records' ? content.records : [];
  const lines = records.flatMap((record, index) => readRecord(Object(record), index + 1, codes, problems));
  const years = [...new Set(lines.map(({ year }) => year))].sort();
  for (const year of years) reconcile(year, lines, problems);
  problems.settle();

  const figures = years.flatMap((year) => {
    const of = lines.filter((line) => line.year === year && line.area !== 'england');
    const merged = newcastleGateshead(of);
    const own = of.filter(({ area }) => codes.ccgs.has(area));
    return [...own.map((line) => figure(line)), ...(merged ? [figure({ ...merged, year })] : [])];
  });
  const derived = figures.filter(({ status }) => status === 'derived').length;
  return {
    source: {
      id: 'ccgois-1.18',
      publisher: 'NHS Digital',
      publication: 'CCG Outcomes Indicator Set 1.18, cancers detected at stage 1 and 2, by CCG',
      period: years.join(' and '),
      licence: OGL,
    },
    waits: [],
    figures,
    tally: { years: years.length, 'CCG rows': figures.length - derived, 'rows derived for 13T': derived },
    left: [
      {
        count: years.length,
        what: 'England rows',
        why: 'checked: each is the sum of its CCGs; the figure is taken from the England series',
      },
      {
        count: MERGED_INTO_13T.length * years.length,
        what: `rows of ${MERGED_INTO_13T.join(', ')}`,
        why: 'summed to 13T NHS Newcastle Gateshead CCG, which replaced them',
      },
      {
        count: lines.length,
        what: 'percentages with their intervals',
        why: 'checked, and computed from the counts',
      },
    ],
  };
}

function readRecord(record: object, row: number, { ccgs, coded }: Codes, problems: Problems): Line[] {
  const cells = new Map(Object.entries(record));
  const missing = Object.values(FIELDS).filter((field) => !cells.has(field));
  if (missing.length > 0) {
    problems.add(
      `record without ${missing.join(', ')}; expected ${Object.values(FIELDS).join(', ')} in each`,
      { row },
    );
    return [];
  }
  const national = cells.get(FIELDS.breakdown) === 'National';
  const area = national ? 'england' : coded(String(cells.get(FIELDS.area)), MERGED_INTO_13T);
  if (!national && !ccgs.has(area) && !MERGED_INTO_13T.includes(area))
    problems.add(`unknown CCG ${area}; expected a code of data/geography/ccgs.csv, or one that became 13T`, {
      row,
    });
  const year = count(cells.get(FIELDS.year));
  const numerator = count(cells.get(FIELDS.numerator));
  const denominator = count(cells.get(FIELDS.denominator));
  if (year === null || numerator === null || denominator === null || numerator > denominator) {
    problems.add(
      `${area}: numerator ${cells.get(FIELDS.numerator)} of denominator ${cells.get(FIELDS.denominator)} ` +
        `in ${cells.get(FIELDS.year)}; expected counts, the first no more than the second, and a year`,
      { row },
    );
    return [];
  }
  const percentage = Number(cells.get(FIELDS.percentage));
  if (!agrees(percentage, numerator, denominator, 1))
    problems.add(`${area}: ${percentage}% is not ${numerator} of ${denominator}`, { row });
  return [{ year, area, numerator, denominator, row }];
}

/** Every year has England and its 211 CCGs, once each, and the CCGs sum to England. */
function reconcile(year: number, lines: Line[], problems: Problems): void {
  const of = lines.filter((line) => line.year === year);
  for (const [index, { area, row }] of of.entries())
    if (of.findIndex((line) => line.area === area) < index) problems.add(`${area} again in ${year}`, { row });
  const england = of.find(({ area }) => area === 'england');
  const parts = of.filter(({ area }) => area !== 'england');
  if (parts.length !== CCGS) problems.add(`${parts.length} CCGs in ${year}; expected ${CCGS}`);
  if (!england) {
    problems.add(`no England record in ${year}; expected one with ${FIELDS.breakdown} National`);
    return;
  }
  const sum = (of: 'numerator' | 'denominator') => parts.reduce((total, line) => total + line[of], 0);
  if (sum('numerator') !== england.numerator || sum('denominator') !== england.denominator)
    problems.add(
      `England in ${year} is ${printed(england.numerator)} of ${printed(england.denominator)}; ` +
        `its CCGs sum to ${printed(sum('numerator'))} of ${printed(sum('denominator'))}`,
      { row: england.row },
    );
}

type Derived = { status?: 'derived'; note?: string; row: number | null };

function figure({
  year,
  area,
  numerator,
  denominator,
  row,
  status,
  note,
}: Omit<Line, 'row'> & Derived): Figure {
  return {
    metric: 'early-stage',
    area,
    period: String(year),
    grp: 'all',
    numerator,
    denominator,
    value: numerator / denominator,
    lower: null,
    upper: null,
    status: status ?? 'published',
    file: 'ccgois-1.18',
    sheet: '',
    row,
    note: [note, UNSTAGED].filter(Boolean).join('. '),
  };
}
