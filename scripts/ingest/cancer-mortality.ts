import type { Content } from './content.ts';
import { count, decimal } from './numbers.ts';
import { Problems } from './problem.ts';
import { type Codes, type Figure, type Format, OGL, type Reading } from './reading.ts';
import { leftBy, looksLike, type Row, tableRows } from './table.ts';

const BY_AREA = [
  'ICD10 code',
  'Site Description',
  'Sub ICB Code',
  'Sub ICB Name',
  'Gender',
  'Age',
  'Cases',
  'Type of rate',
  'Rate (per 100,000 population)',
  '95% Lower Confidence Interval',
  '95% Upper Confidence Interval',
  'Notes',
];
const OF_ENGLAND = [
  'Year',
  'ICD10 code',
  'Site description',
  'Gender',
  'Count',
  'Rate (per 100,000 population)',
  '95% Lower Confidence Interval',
  '95% Upper Confidence Interval',
  'Notes',
];
/** All cancers but non-melanoma skin cancer. */
const ALL = /^C00 to C97 excl\.? ?C44$/i;
const SEX: Record<string, string> = { Males: 'sex:male', Females: 'sex:female' };

/** Cancer registration statistics, England 2020: deaths and age-standardised rates by sub-ICB (the CCGs of 2021). */
export const cancerMortality: Format = {
  name: 'Cancer registration statistics 2020, mortality by sub-ICB or for England (CSV)',
  recognises: (content) => looksLike(content, BY_AREA) || looksLike(content, OF_ENGLAND),
  read: (file, content, codes) =>
    content.kind === 'table' && content.columns.includes('Sub ICB Code')
      ? readAreas(file, content, codes)
      : readEngland(file, content),
};

function source(id: string, what: string, period: string): Reading['source'] {
  return {
    id,
    publisher: 'NHS Digital',
    publication: `Cancer registration statistics, England 2020: ${what}`,
    period,
    licence: OGL,
  };
}

function readAreas(file: string, content: Content, { commissioners, coded }: Codes): Reading {
  const id = 'cancer-mortality-2020';
  const problems = new Problems(file);
  const { taken, left } = leftBy(tableRows(content, BY_AREA, problems), ({ cells }) => {
    if (!ALL.test(cells['ICD10 code'] ?? ''))
      return { what: 'rows of single sites', why: 'all cancers are taken' };
    if (cells.Age !== 'All ages')
      return { what: 'rows of age bands', why: 'their rates are not standardised by age' };
    return cells['Type of rate'] === 'Age-standardised'
      ? null
      : {
          what: 'rates that are not standardised',
          why: 'areas of different ages cannot be compared by them',
        };
  });
  const figures = taken.flatMap((row) => {
    const code = coded(/- (\w+)$/.exec(row.cells['Sub ICB Name'] ?? '')?.[1] ?? '');
    if (!commissioners.has(code)) {
      problems.add(
        `unknown sub-ICB "${row.cells['Sub ICB Name']}"; expected a name that ends in a code such as - 02P`,
        { row: row.row },
      );
      return [];
    }
    return figure(id, code, '2020', row, 'Cases', problems);
  });
  checkOnce(figures, problems);
  problems.settle();
  return {
    source: source(id, 'mortality by sub-ICB', '2020'),
    waits: [],
    figures,
    tally: { 'rates by CCG of 2021 and sex': figures.length },
    left,
  };
}

function readEngland(file: string, content: Content): Reading {
  const id = 'cancer-mortality-england';
  const problems = new Problems(file);
  const { taken, left } = leftBy(tableRows(content, OF_ENGLAND, problems), ({ cells }) =>
    ALL.test(cells['ICD10 code'] ?? '')
      ? null
      : { what: 'rows of single sites', why: 'all cancers are taken' },
  );
  const figures = taken.flatMap((row) => {
    const year = row.cells.Year ?? '';
    if (!/^20\d\d$/.test(year))
      problems.add(`the year is "${year}"; expected one such as 2020`, { row: row.row });
    return figure(id, 'england', year, row, 'Count', problems);
  });
  checkOnce(figures, problems);
  problems.settle();
  return {
    source: source(id, 'mortality of England, 2001 to 2020', '2001 to 2020'),
    waits: [],
    figures,
    tally: { 'rates of England by year and sex': figures.length },
    left,
  };
}

/** Adds a problem for each figure that comes again. */
function checkOnce(figures: readonly Figure[], problems: Problems): void {
  const seen = new Map<string, number | null>();
  for (const { area, period, grp, row } of figures) {
    const key = `${area} ${period} ${grp}`;
    const earlier = seen.get(key);
    if (earlier != null)
      problems.add(`${key} again; it is in row ${earlier} already`, { row: row ?? undefined });
    else seen.set(key, row);
  }
}

function figure(
  file: string,
  area: string,
  period: string,
  { row, cells }: Row,
  deaths: string,
  problems: Problems,
): Figure[] {
  const grp = SEX[cells.Gender ?? ''];
  if (!grp) {
    if (cells.Gender !== 'Persons')
      problems.add(`the sex is "${cells.Gender}"; expected Males or Females`, { row });
    return [];
  }
  const [value, lower, upper] = [
    decimal(cells['Rate (per 100,000 population)']),
    decimal(cells['95% Lower Confidence Interval']),
    decimal(cells['95% Upper Confidence Interval']),
  ];
  const died = count(cells[deaths]);
  if (value === null || lower === null || upper === null || died === null || lower > value || value > upper) {
    problems.add(
      `${deaths} ${cells[deaths]}, rate ${value} (${lower} to ${upper}); expected a number, and a rate within its interval`,
      { row },
    );
    return [];
  }
  return [
    {
      metric: 'cancer-mortality',
      area,
      period,
      grp,
      numerator: null,
      denominator: null,
      value,
      lower,
      upper,
      status: 'published',
      file,
      sheet: '',
      row,
      note: `${died.toLocaleString('en-GB')} deaths.`,
    },
  ];
}
