import { publishedGroup } from '../../data/metrics/groups.ts';
import type { Content } from './content.ts';
import { count, decimal } from './numbers.ts';
import { Problems } from './problem.ts';
import { type Codes, type ExpectedRange, type Figure, type Format, OGL, type Reading } from './reading.ts';
import { looksLike, type Row, tableRows } from './table.ts';

const COLUMNS = [
  'Geog',
  'Trust.Code',
  'Trust.Name',
  'Year',
  'Gender',
  'IMD',
  'Cancer.Type',
  'Question.Number',
  'Question.Text',
  'adjusted.unadjusted.yearonyear',
  'Number.of.responses',
  'scored.percentage',
  'Lower.95..confidence.interval',
  'Upper.95..confidence.interval',
  'Performance.Rating',
  'Performance',
  'Expected.Range..lower.',
  'Expected.Range..upper.',
  'Significant.Change.2017.2018',
  'SignificantChangeOverallyears',
  'Significance.test',
];

const NUMBERS = [
  'Number.of.responses',
  'scored.percentage',
  'Lower.95..confidence.interval',
  'Upper.95..confidence.interval',
] as const;

/** The questions that are taken, with the words that each must have: another year's survey numbers them otherwise. */
const QUESTIONS: Record<string, { metric: string; words: RegExp }> = {
  Q16: { metric: 'experience-involved', words: /involved as much as you wanted/i },
  Q17: { metric: 'key-worker', words: /name of a Clinical Nurse Specialist/i },
  Q18: { metric: 'key-worker-contact', words: /contact your Clinical Nurse Specialist/i },
  Q37: { metric: 'experience-dignity', words: /respect and dignity/i },
  Q39: { metric: 'experience-contact-after', words: /who to contact if you were worried/i },
  Q53: { metric: 'experience-gp', words: /general practice did everything they could/i },
  Q55: { metric: 'care-plan', words: /been given a care plan/i },
  Q59: { metric: 'patient-experience', words: /how would you rate your care/i },
};

/** One to twenty people answered: the publisher withholds the score. */
const WITHHELD = 20;

const VERDICTS: Record<string, ExpectedRange['verdict']> = {
  'Adjusted Score between Expected Upper and Lower Ranges': 'within',
  'Adjusted Score below Expected Lower Range': 'below',
  'Adjusted Score above Expected Upper Range': 'above',
};

/** The National Cancer Patient Experience Survey's tables of 2018: by CCG, Cancer Alliance and England, 2015 to 2018. */
export const cpes: Format = {
  name: 'National Cancer Patient Experience Survey 2018 (CSV)',
  recognises: (content) => looksLike(content, COLUMNS),
  read,
};

type Table = { id: string; figures: Figure[]; expected: ExpectedRange[]; problems: Problems };

function read(file: string, content: Content, codes: Codes): Reading {
  const problems = new Problems(file);
  const rows = tableRows(content, COLUMNS, problems);
  const byCancer = rows.every(({ cells }) => cells['Cancer.Type'] !== 'All Cancers');
  const table: Table = {
    id: byCancer ? 'cpes-2018-cancer-type' : 'cpes-2018',
    figures: [],
    expected: [],
    problems,
  };
  const seen = new Map<string, number>();
  let other = 0;
  let repeated = 0;
  for (const row of rows) {
    const number = row.cells['Question.Number'] ?? '';
    const question = QUESTIONS[number];
    if (!question) {
      other += 1;
      continue;
    }
    if (!question.words.test(row.cells['Question.Text'] ?? '')) {
      problems.add(
        `${number} reads "${row.cells['Question.Text']}"; expected words such as ${question.words.source}: another year's survey`,
        { row: row.row },
      );
      continue;
    }
    if (take(question.metric, row, codes, table, seen)) repeated += 1;
  }
  problems.settle();
  return {
    source: {
      id: table.id,
      publisher: 'NHS England',
      publication: `National Cancer Patient Experience Survey 2018, tables by ${byCancer ? 'cancer type' : 'CCG and Cancer Alliance'}`,
      period: byCancer ? '2018' : '2015 to 2018',
      licence: OGL,
    },
    waits: [],
    figures: table.figures,
    expected: table.expected,
    tally: {
      figures: table.figures.length,
      'adjusted scores with their expected range': table.expected.length,
    },
    left: [
      { count: other, what: 'rows of other questions', why: 'eight questions are taken' },
      {
        count: repeated,
        what: 'rows of 2018 in the year-on-year table',
        why: 'the unadjusted table has them with their intervals',
      },
    ].filter(({ count }) => count > 0),
  };
}

/** True where the row repeats another table's figure and is left. */
function take(
  metric: string,
  { row, cells }: Row,
  codes: Codes,
  table: Table,
  seen: Map<string, number>,
): boolean {
  const wrong = (message: string) => table.problems.add(message, { row });
  const kind = cells['adjusted.unadjusted.yearonyear'] ?? '';
  const year = cells.Year ?? '';
  if (!['adjusted', 'unadjusted', 'yearonyear'].includes(kind)) {
    wrong(`adjusted.unadjusted.yearonyear is "${kind}"; expected adjusted, unadjusted or yearonyear`);
    return false;
  }
  if (!/^201[5-8]$/.test(year)) wrong(`the year is "${year}"; expected 2015 to 2018`);
  if (kind === 'yearonyear' && year === '2018') return true;
  const area = areaOf(cells, codes);
  if (area === null) {
    wrong(
      `unknown area ${cells['Trust.Code']} (${cells['Trust.Name']}); expected a CCG of April 2018, one of the 19 Alliances, or National`,
    );
    return false;
  }
  const type = cells['Cancer.Type'] ?? '';
  const grp = type === 'All Cancers' ? 'all' : publishedGroup('tumour', type);
  if (grp === null) {
    wrong(`the cancer type "${type}" is not known; add it to data/metrics/groups.ts`);
    return false;
  }
  const key = [metric, area, year, grp, kind].join(' ');
  const earlier = seen.get(key);
  if (earlier !== undefined) wrong(`${key} again; it is in row ${earlier} already`);
  seen.set(key, row);
  const unread = NUMBERS.filter((name) => cells[name] !== '' && decimal(cells[name]) === null);
  for (const name of unread) wrong(`${name} is "${cells[name]}"; expected a number, or nothing`);
  if (unread.length > 0) return false;

  const share = metric !== 'patient-experience';
  const scale = (name: string) => {
    const value = decimal(cells[name]);
    return value === null ? null : share ? Math.round(value * 1e6) / 1e8 : value;
  };
  const [value, lower, upper] = [
    scale('scored.percentage'),
    scale('Lower.95..confidence.interval'),
    scale('Upper.95..confidence.interval'),
  ];
  const respondents = decimal(cells['Number.of.responses']);
  if (respondents !== null && count(respondents) === null) {
    wrong(`Number.of.responses is ${cells['Number.of.responses']}; expected whole people`);
    return false;
  }
  if (value !== null && !(value >= 0 && value <= (share ? 1 : 10))) {
    wrong(`scored.percentage is ${cells['scored.percentage']}; expected 0 to ${share ? 100 : 10}`);
    return false;
  }
  // By cancer type more is withheld, so that what is cannot be found by subtraction.
  if (grp === 'all' && value === null && respondents !== null && respondents > WITHHELD) {
    wrong(`${respondents} respondents and no score; a score is withheld for 1 to ${WITHHELD} alone`);
    return false;
  }
  if (value !== null && respondents === null) {
    wrong('a score and no number of respondents; expected both');
    return false;
  }
  const common = { metric, area, period: year, file: table.id, row };
  if (kind === 'adjusted') {
    if (value === null) return false;
    const verdict = VERDICTS[cells.Performance ?? ''];
    const [from, to] = [scale('Expected.Range..lower.'), scale('Expected.Range..upper.')];
    if (!verdict || from === null || to === null) {
      wrong(
        `the adjusted score has the verdict "${cells.Performance}" and a range of ${from} to ${to}; expected a verdict and its range`,
      );
      return false;
    }
    table.expected.push({
      ...common,
      value,
      lower,
      upper,
      expected_lower: from,
      expected_upper: to,
      verdict,
    });
    return false;
  }
  const merged = kind === 'yearonyear' && area !== 'england' && !codes.alliances.has(area);
  table.figures.push({
    ...common,
    grp,
    numerator: null,
    denominator: respondents,
    value,
    lower: value === null ? null : lower,
    upper: value === null ? null : upper,
    status: value === null ? 'suppressed' : 'published',
    sheet: '',
    note:
      value === null
        ? `Withheld by the publisher: ${respondents ?? 'few'} people answered.`
        : merged
          ? 'Published on the CCGs of April 2018: a CCG that merged before has its successor’s score.'
          : '',
  });
  return false;
}

function areaOf(cells: Record<string, string>, codes: Codes): string | null {
  const code = codes.coded(cells['Trust.Code'] ?? '');
  switch (cells.Geog) {
    case 'National':
      return 'england';
    case 'Cancer Alliance':
      return codes.byOnsCode.get(code) ?? null;
    case 'CCG':
      return codes.commissioners.has(code) ? code : null;
    default:
      return null;
  }
}
