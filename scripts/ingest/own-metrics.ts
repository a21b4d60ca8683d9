import { PATHWAY } from '../../data/ambitions/index.ts';
import type { Metric, Target } from '../../data/metrics/index.ts';
import { BUNDLED_IDS, type OwnMetric, ownSource } from '../../data/metrics/own.ts';
import { decimal } from './numbers.ts';
import { Problems } from './problem.ts';
import type { Format, Reading } from './reading.ts';
import { looksLike, type Row, tableRows } from './table.ts';

/** What is asked of each own metric; the last six may be empty where they do not apply. */
export const OWN_COLUMNS = [
  'id',
  'label',
  'phrase',
  'definition',
  'kind',
  'unit',
  'decimals',
  'polarity',
  'pathway',
  'numerator',
  'denominator',
  'publisher',
  'publication',
  'page',
  'licence',
  'frequency',
  'breaks',
  'verb',
  'per',
  'target',
  'target_from',
  'target_label',
  'caution',
] as const;
type Column = (typeof OWN_COLUMNS)[number];

const OPTIONAL: readonly Column[] = ['verb', 'per', 'target', 'target_from', 'target_label', 'caution'];
const KINDS = ['proportion', 'rate'] as const;
const POLARITIES = ['higher', 'lower', 'none'] as const;
const PATHWAYS = PATHWAY.map(({ id }) => id);

/** A file that declares a user's own metrics, a row for each, beside the tidy file of their figures. */
export const ownMetrics: Format = {
  name: 'our own metrics CSV',
  recognises: (content) => looksLike(content, OWN_COLUMNS),
  read,
};

/** A file of own metrics as it may read: a proportion and a rate. */
export const OWN_TEMPLATE = [
  OWN_COLUMNS.join(','),
  'local-screening,Bowel screening uptake,people of 60 to 74 who took a bowel screening test they were sent,"Of the people of 60 to 74 sent a bowel screening test, the share who returned it within six months.",proportion,%,1,higher,early-diagnosis,people screened,people invited,Local screening office,Uptake by CCG,https://example.org/uptake,Open Government Licence v3.0,Yearly,0.5 0.55 0.6 0.65,were screened,,0.6,2016-04,Local standard: 60% screened,',
  'local-admissions,Emergency admissions,emergency admissions of people with cancer per 1000 people,"Emergency admissions with a diagnosis of cancer, per 1000 people registered with a general practice.",rate,per 1000,1,lower,treatment-and-care,admissions,people registered,Local intelligence team,Admissions by CCG,https://example.org/admissions,Open Government Licence v3.0,Yearly,4 5 6 7,,1000,,,,Not standardised for age.',
].join('\n');

function read(name: string, content: Parameters<Format['read']>[1]): Reading {
  const problems = new Problems(name);
  const seen = new Map<string, number>();
  const own = tableRows(content, OWN_COLUMNS, problems).flatMap((row) => declared(row, seen, problems));
  problems.settle();
  return {
    source: {
      id: `own-metrics-${own.map(({ id }) => id).join('-')}`,
      publisher: [...new Set(own.map(({ source }) => source.publisher))].join('; '),
      publication: `Own metrics: ${own.map(({ metric }) => metric.label).join('; ')}`,
      period: 'of no period',
      licence: [...new Set(own.map(({ source }) => source.licence))].join('; '),
    },
    waits: [],
    figures: [],
    own,
    tally: { 'metrics declared': own.length },
    left: [],
  };
}

/** The most characters that a cell may have. */
const LONGEST = 1000;

/** The metric that a row declares; adds a problem for each thing that is wrong with it. */
function declared({ row, cells }: Row, seen: Map<string, number>, problems: Problems): OwnMetric[] {
  const before = problems.count;
  const cell = (column: Column) => (cells[column] ?? '').trim();
  const wrong = (column: Column, expected: string) =>
    problems.add(`${column}: "${cell(column).slice(0, 100)}"; expected ${expected}`, { row });
  const among = <T extends string>(column: Column, choices: readonly T[]): T => {
    const found = choices.find((choice) => choice === cell(column));
    if (found === undefined) wrong(column, choices.join(', '));
    return found ?? (choices[0] as T);
  };
  for (const column of OWN_COLUMNS)
    if (cell(column) === '' && !OPTIONAL.includes(column)) wrong(column, 'something in it');
    else if (cell(column).length > LONGEST) wrong(column, `at most ${LONGEST} characters`);

  const id = cell('id');
  if (id !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id.slice(0, 41)))
    wrong('id', 'at most 40 small letters, digits and hyphens, such as local-screening');
  if (BUNDLED_IDS.some((bundled) => bundled === id)) wrong('id', 'another: a bundled metric has this one');
  if (seen.has(id)) wrong('id', `each once: row ${seen.get(id)} has it too`);
  else seen.set(id, row);

  const kind = among('kind', KINDS);
  const proportion = kind === 'proportion';
  const per = decimal(cell('per')) ?? 0;
  if (proportion && cell('unit') !== '%') wrong('unit', '% for a proportion');
  if (proportion && cell('verb') === '')
    wrong('verb', 'what the people of the numerator did, such as "were screened"');
  if (!proportion && !(per > 0)) wrong('per', 'how many people a rate is per, such as 100000');
  if (!/^[0-3]$/.test(cell('decimals'))) wrong('decimals', '0, 1, 2 or 3');
  if (!/^https?:\/\/\S+$/.test(cell('page'))) wrong('page', 'where the publication is described, https://…');

  const most = proportion ? 1 : per;
  const isValue = (value: number | null): value is number => value !== null && value >= 0 && value <= most;
  const breaks = cell('breaks').split(/\s+/).map(decimal);
  const rising = breaks.every((each, i) => isValue(each) && (i === 0 || each > (breaks[i - 1] ?? 0)));
  if (breaks.length !== 4 || !rising)
    wrong(
      'breaks',
      `four rising values from 0 to ${most} between the colours of the map, such as 0.5 0.55 0.6 0.65`,
    );

  const targets = targetOf(cell, wrong, isValue, most);
  const common = {
    label: cell('label'),
    phrase: cell('phrase'),
    definition: cell('definition'),
    unit: cell('unit'),
    decimals: Number(cell('decimals')),
    polarity: among('polarity', POLARITIES),
    pathway: among('pathway', PATHWAYS),
    source: ownSource(id),
    targets,
    breaks: [],
    cautions: [
      'Not one of the bundled metrics: declared and loaded by whoever runs this dashboard.',
      ...(cell('caution') === '' ? [] : [cell('caution')]),
    ],
    suppressedBelow: null,
    classes: {
      breaks: breaks as unknown as Metric['classes']['breaks'],
      around: targets.length > 0 ? ('target' as const) : ('nothing' as const),
    },
  };
  if (problems.count > before) return [];
  const metric: Metric = proportion
    ? { ...common, kind, of: cell('numerator'), outOf: cell('denominator'), verb: cell('verb') }
    : { ...common, kind, per };
  const source = {
    publisher: cell('publisher'),
    publication: cell('publication'),
    page: cell('page'),
    licence: cell('licence'),
    frequency: cell('frequency'),
    lag: 'As it is loaded',
    next: 'When it is loaded',
  };
  return [{ id, metric, source }];
}

/** The target of a row, by which each area is judged; or none. */
function targetOf(
  cell: (column: Column) => string,
  wrong: (column: Column, expected: string) => void,
  isValue: (value: number | null) => value is number,
  most: number,
): Target[] {
  const columns = ['target', 'target_from', 'target_label'] as const;
  if (columns.every((column) => cell(column) === '')) return [];
  const value = decimal(cell('target'));
  if (!isValue(value)) wrong('target', `a value from 0 to ${most}, or nothing in ${columns.join(', ')}`);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(cell('target_from')))
    wrong('target_from', 'the first month it holds for, such as 2016-04');
  if (cell('target_label') === '') wrong('target_label', 'the target in words');
  return [
    {
      value,
      basis: 'standard',
      from: cell('target_from'),
      until: null,
      by: null,
      comparable: true,
      label: cell('target_label'),
    },
  ];
}
