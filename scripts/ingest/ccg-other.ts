import type { Content } from './content.ts';
import { decimal } from './numbers.ts';
import { Problems } from './problem.ts';
import { type Codes, type Figure, type Format, OGL, type Reading } from './reading.ts';
import { leftBy, looksLike, type Row, tableRows } from './table.ts';

const COLUMNS = [
  'ccg_code',
  'ons_code',
  'ccg_name',
  'metric_id',
  'metric_name',
  'period',
  'numerator',
  'denominator',
  'value',
  'ci_lower',
  'ci_upper',
  'unit',
  'source',
  'note',
];

const SURVIVAL = 'ONS index of cancer survival for CCGs, December 2013 release (England 68.2)';
/** The two sets of figures taken. The table infers the year of both; a source's period must read so. */
const TAKEN: Record<string, { metric: string; period: string; printed: RegExp; note: string }> = {
  SURV1YR: {
    metric: 'one-year-survival',
    period: '2011',
    printed: /^2011 \(diagnoses; inferred\)$/,
    note: `${SURVIVAL}; diagnoses of 2011, the year inferred; no interval published`,
  },
  U75_CANCER_MORT: {
    metric: 'under-75-mortality',
    period: '2012',
    printed: /^2012 \(inferred; /,
    note: 'NHS Choices, February 2014; the year 2012 inferred; no interval published',
  },
};
const NO_COUNTS = 'percentages without counts, of a year that was inferred';
const LEFT: Record<string, string> = {
  STAGE12: 'taken from the publication of the indicator itself',
  QOF_CANCER_PREV: 'taken from the QOF table itself',
  CRUK_2WW: NO_COUNTS,
  CRUK_62D: NO_COUNTS,
  CRUK_DIAG6W: NO_COUNTS,
  IMD2015_SCORE: 'deprivation is a fact of the area, kept with the geography',
};
const ENGLAND_2011 = /\bEngland (\d+\.\d+) in same source\b/;

/** The long table of further figures on 2016 CCG codes: one-year survival and under-75 mortality are taken. */
export const ccgOther: Format = {
  name: 'other CCG figures on 2016 codes (CSV)',
  recognises: (content) => looksLike(content, COLUMNS),
  read,
};

function read(file: string, content: Content, codes: Codes): Reading {
  const problems = new Problems(file);
  const rows = tableRows(content, COLUMNS, problems);
  for (const { row, cells } of rows)
    if (!((cells.metric_id ?? '') in { ...TAKEN, ...LEFT }))
      problems.add(
        `unknown metric_id ${cells.metric_id}; expected ${Object.keys({ ...TAKEN, ...LEFT }).join(', ')}`,
        {
          row,
        },
      );
  const { taken, left } = leftBy(rows, ({ cells }) => {
    const why = LEFT[cells.metric_id ?? ''];
    return why === undefined ? null : { what: `rows of ${cells.metric_id}`, why };
  });

  const seen = new Set<string>();
  const figures = taken.flatMap((row) => readRow(row, codes, seen, problems));
  for (const [id, { metric }] of Object.entries(TAKEN)) {
    const found = figures.filter((figure) => figure.metric === metric).length;
    if (found !== codes.ccgs.size) problems.add(`${found} CCGs of ${id}; expected ${codes.ccgs.size}`);
  }
  problems.settle();

  const england = taken.flatMap(englandOfRelease).slice(0, 1);
  return {
    source: {
      id: 'ccg-other',
      publisher: 'Office for National Statistics; NHS Choices',
      publication:
        'Index of cancer survival for CCGs (December 2013); under-75 mortality from cancer (February 2014)',
      period: '2011 and 2012',
      licence: OGL,
    },
    waits: [],
    figures: [...figures, ...england],
    tally: {
      'rows of one-year-survival': figures.filter(({ metric }) => metric === 'one-year-survival').length,
      'rows of under-75-mortality': figures.filter(({ metric }) => metric === 'under-75-mortality').length,
      'England figure of the survival release (from a note)': england.length,
    },
    left,
  };
}

function readRow(
  { row, cells }: Row,
  { ccgs, coded }: Codes,
  seen: Set<string>,
  problems: Problems,
): Figure[] {
  const id = cells.metric_id ?? '';
  const of = TAKEN[id];
  const area = coded(cells.ccg_code ?? '');
  const value = decimal(cells.value);
  if (of === undefined) return [];
  if (!ccgs.has(area))
    problems.add(`unknown CCG ${area}; expected a code of data/geography/ccgs.csv`, { row });
  if (seen.has(`${id} ${area}`)) problems.add(`${area} again in ${id}`, { row });
  seen.add(`${id} ${area}`);
  if (!of.printed.test(cells.period ?? ''))
    problems.add(`${id} is for "${cells.period}"; expected the inferred year ${of.period}`, { row });
  if (value === null) {
    problems.add(`${id} of ${area} is "${cells.value}"; expected a number`, { row });
    return [];
  }
  const derived = /\bderived\b/.test(cells.note ?? '');
  return [
    {
      metric: of.metric,
      area,
      period: of.period,
      grp: 'all',
      numerator: null,
      denominator: null,
      value,
      lower: null,
      upper: null,
      status: derived ? 'derived' : 'inferred-period',
      file: 'ccg-other',
      sheet: '',
      row,
      note: derived
        ? `${of.note}. The source's own figure, not published for this CCG: ${cells.note}`
        : of.note,
    },
  ];
}

/** England as the CCG release states it: the benchmark of that release only, hence a group of its own. */
function englandOfRelease({ row, cells }: Row): Figure[] {
  const found = cells.metric_id === 'SURV1YR' ? ENGLAND_2011.exec(cells.note ?? '') : null;
  if (!found) return [];
  return [
    {
      metric: 'one-year-survival',
      area: 'england',
      period: '2011',
      grp: 'release:2013-12',
      numerator: null,
      denominator: null,
      value: Number(found[1]),
      lower: null,
      upper: null,
      status: 'inferred-period',
      file: 'ccg-other',
      sheet: '',
      row,
      note: `${SURVIVAL}: England as that release gives it, to compare its CCGs with; the England series, as revised later, is another publication`,
    },
  ];
}
