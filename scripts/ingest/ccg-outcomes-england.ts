import type { Content } from './content.ts';
import { agrees, count, decimal } from './numbers.ts';
import { Problems } from './problem.ts';
import { type Figure, type Format, OGL, type Reading } from './reading.ts';
import { leftBy, looksLike, type Row, tableRows } from './table.ts';

const COLUMNS = [
  'org_code',
  'org_name',
  'ccgois_indicator',
  'indicator_name',
  'year',
  'sex',
  'value',
  'ci_lower',
  'ci_upper',
  'numerator',
  'denominator',
  'source_workbook',
];

/** The indicators taken; `counts` where the published percentage is numerator of denominator. */
const INDICATORS: Record<string, { metric: string; counts: boolean; note: string }> = {
  '1.9': { metric: 'under-75-mortality', counts: false, note: '' },
  '1.10': { metric: 'one-year-survival', counts: false, note: 'England series 1999 to 2014 as revised' },
  '1.17': { metric: 'stage-recorded', counts: true, note: '' },
  '1.18': {
    metric: 'early-stage',
    counts: true,
    note: 'The denominator includes cancers whose stage was not recorded',
  },
};

/** NHS Digital's CCG Outcomes Indicator Set 1.9, 1.10, 1.17 and 1.18: the England series. */
export const ccgOutcomesEngland: Format = {
  name: 'CCG Outcomes Indicator Set, England series (CSV)',
  recognises: (content) => looksLike(content, COLUMNS),
  read,
};

function read(file: string, content: Content): Reading {
  const problems = new Problems(file);
  const { taken, left } = leftBy(tableRows(content, COLUMNS, problems), ({ cells }) => {
    if (cells.org_code !== 'ENGLAND')
      return { what: `rows of ${cells.org_name}`, why: 'one of only three CCGs that the file holds' };
    if (cells.sex !== 'Person') return { what: 'rows of men or women alone', why: 'figures are of persons' };
    return null;
  });
  const seen = new Set<string>();
  const figures = taken.flatMap((row) => readRow(row, seen, problems));
  const missing = Object.keys(INDICATORS).filter(
    (id) => !taken.some(({ cells }) => cells.ccgois_indicator === id),
  );
  if (missing.length > 0)
    problems.add(`no England row of indicator ${missing.join(', ')}; expected each of them`);
  problems.settle();

  const years = figures.map(({ period }) => period).sort();
  const tally: Record<string, number> = { 'England rows': figures.length };
  for (const { metric } of figures) tally[`of ${metric}`] = (tally[`of ${metric}`] ?? 0) + 1;
  return {
    source: {
      id: 'ccgois-england',
      publisher: 'NHS Digital',
      publication: 'CCG Outcomes Indicator Set 1.9, 1.10, 1.17 and 1.18, England',
      period: `${years[0]} to ${years.at(-1)}`,
      licence: OGL,
    },
    waits: [],
    figures,
    tally,
    left: [
      ...left,
      {
        count: figures.filter(({ lower }) => lower === null).length,
        what: 'percentages of counts with their intervals',
        why: 'checked, and computed from the counts',
      },
    ],
  };
}

function readRow({ row, cells }: Row, seen: Set<string>, problems: Problems): Figure[] {
  const name = cells.ccgois_indicator ?? '';
  const indicator = INDICATORS[name];
  const key = `indicator ${name} in ${cells.year}`;
  if (!indicator) {
    problems.add(`unknown indicator ${name}; expected ${Object.keys(INDICATORS).join(', ')}`, { row });
    return [];
  }
  if (seen.has(key)) problems.add(`England's ${key} again`, { row });
  seen.add(key);

  const [value, lower, upper] = [cells.value, cells.ci_lower, cells.ci_upper].map(decimal);
  const [numerator, denominator] = [cells.numerator, cells.denominator].map(count);
  const valid = /^\d{4}$/.test(cells.year ?? '') && value != null && lower != null && upper != null;
  if (!valid || lower > value || value > upper) {
    problems.add(
      `${key}: ${cells.value} (${cells.ci_lower} to ${cells.ci_upper}); expected a value within its interval`,
      {
        row,
      },
    );
    return [];
  }
  if (
    indicator.counts &&
    (numerator == null || denominator == null || !agrees(value, numerator, denominator, 1))
  ) {
    problems.add(`${key}: ${value}% is not ${cells.numerator} of ${cells.denominator}`, { row });
    return [];
  }
  const share = indicator.counts && numerator != null && denominator != null ? numerator / denominator : null;
  return [
    {
      metric: indicator.metric,
      area: 'england',
      period: cells.year ?? '',
      grp: 'all',
      numerator: numerator ?? null,
      denominator: denominator ?? null,
      value: share ?? value,
      lower: share === null ? lower : null,
      upper: share === null ? upper : null,
      status: 'published',
      file: 'ccgois-england',
      sheet: '',
      row,
      note: indicator.note,
    },
  ];
}
