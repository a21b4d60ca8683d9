import path from 'node:path';
import { type GroupKind, publishedGroup } from '../../data/metrics/groups.ts';
import { financialYear } from '../../data/periods.ts';
import { ROOT } from '../../server/dataset/root.ts';
import { readTable } from '../build/database.ts';
import { addUnknown } from './areas.ts';
import type { Content } from './content.ts';
import { blankLines, notUtf8 } from './csv.ts';
import { namedMonth, statedMonth } from './month.ts';
import { halves, printed } from './numbers.ts';
import { Problems, refusal } from './problem.ts';
import { type Context, type Format, type Left, OGL, PROVIDERS, type Reading, type Wait } from './reading.ts';

const NEEDED = [
  'Basis',
  'Org_Code',
  'Org_Name',
  'Standard_or_Item',
  'Cancer_Type',
  'Referral_Route_or_Stage',
  'Treatment_Modality',
  'Total',
  'Within',
  'After',
];

/** The standards by the publisher's word: the metric, and what the column of the route or stage and of the cancer hold. */
const STANDARDS = {
  FDS: { metric: '28-day-diagnosis', route: 'route', cancer: 'suspected' },
  '31D': { metric: '31-day-combined', route: 'stage', cancer: 'tumour' },
  '62D': { metric: '62-day-combined', route: 'route', cancer: 'tumour' },
} as const satisfies Record<string, { metric: string; route: GroupKind; cancer: GroupKind }>;

/** NHS England's combined table of a month, or of the months of a year so far, by provider and commissioner. */
export const waitingTimesCsv: Format = {
  name: 'NHS England Cancer Waiting Times, combined CSV',
  recognises: (content) => content.kind === 'large table',
  read,
};

type Row = {
  row: number;
  code: string;
  name: string;
  period: string;
  standard: keyof typeof STANDARDS;
  cancer: string;
  route: string;
  treatment: string;
  total: string | null;
  within: string | null;
  after: string | null;
  over104: string | null;
};

async function read(name: string, content: Content, context: Context): Promise<Reading> {
  if (content.kind !== 'large table') throw refusal(name, 'no table');
  const { rows, counts } = await rowsOf(name, content);
  const problems = new Problems(name);
  const status: Wait['status'] = context.final ? 'published' : 'provisional';
  const waits: Wait[] = [];
  const seen = new Map<string, number>();
  const strange = new Map<string, number>();
  let empty = 0;
  // A few hundred words stand in many thousand rows.
  const monthHere = told(
    ({ period }: Row) => monthOf(period),
    ({ period }) => period,
  );
  const areaHere = told(
    (row: Row) => areaOf(row, context),
    ({ code, name: named }) => `${code} ${named}`,
  );
  const groupHere = told(groupOf, ({ standard, cancer, route, treatment }) =>
    [standard, cancer, route, treatment].join(' | '),
  );
  for (const row of rows) {
    const wrong = (message: string) => problems.add(message, { row: row.row });
    const month = monthHere(row) ?? (row.period === '' ? namedMonth(name) : null);
    if (month === null)
      wrong(
        `the period is "${row.period}"; expected a month such as 2025-04-01 or Apr-25, or one in the file's name`,
      );
    const area = areaHere(row);
    if (area === null) addUnknown(row.code, row.name, problems, { row: row.row });
    const [total, within, after] = [halves(row.total), halves(row.within), halves(row.after)];
    if (total === null || within === null || after === null) {
      wrong(
        `total, within and after are ${[row.total, row.within, row.after].map((each) => each ?? 'empty').join(', ')}; expected whole or half numbers of at least 0`,
      );
      continue;
    }
    if (total !== within + after)
      wrong(`the total is ${total}; within ${within} + after ${after} is ${within + after}`);
    const group = groupHere(row);
    if (group.id === null) strange.set(group.word, (strange.get(group.word) ?? 0) + 1);
    if (month === null || area === null || group.id === null) continue;
    const { metric } = STANDARDS[row.standard];
    const key = [metric, area, month, group.id].join(' ');
    const earlier = seen.get(key);
    if (earlier !== undefined) wrong(`${key} again; it is in row ${earlier} already`);
    seen.set(key, row.row);
    if (total === 0) {
      empty += 1;
      continue;
    }
    const of = {
      area,
      period: month,
      grp: group.id,
      denominator: total,
      status,
      file: '',
      sheet: '',
      row: row.row,
    };
    waits.push({ metric, numerator: within, ...of });
    const late = halves(row.over104);
    if (metric === '62-day-combined' && late !== null && !group.id.startsWith('treatment:'))
      waits.push({ metric: '62-day-over-104', numerator: late, ...of });
  }
  const england = reconcile(waits, problems);
  problems.settle();
  const months = [...new Set(waits.map(({ period }) => period))].sort();
  const [first = '', last = first] = [months[0], months.at(-1)];
  const years = new Set(months.map(financialYear));
  const span = months.length === 1 ? first : years.size === 1 ? [...years][0] : `${first}-${last}`;
  const id = `cwt-csv-${span}`;
  for (const wait of waits) wait.file = id;
  return {
    source: {
      id,
      publisher: 'NHS England',
      publication: 'Cancer Waiting Times by commissioner (ICB), monthly, combined CSV',
      period: first === last ? first : `${first} to ${last}`,
      licence: OGL,
    },
    waits,
    figures: [],
    tally: {
      rows: waits.length,
      months: months.length,
      'England rows, each equal to the sum of its commissioners': england,
    },
    left: leftOf(counts, rows.length, strange, empty, status),
  };
}

/** What is made of a row, worked out once for all rows of one key. */
function told<Made>(make: (row: Row) => Made, keyOf: (row: Row) => string): (row: Row) => Made {
  const made = new Map<string, Made>();
  return (row) => {
    const key = keyOf(row);
    const held = made.get(key);
    if (held !== undefined || made.has(key)) return held as Made;
    const fresh = make(row);
    made.set(key, fresh);
    return fresh;
  };
}

type Counts = { rows: number; commissioners: number; standards: number };

function leftOf(
  { rows, commissioners, standards }: Counts,
  taken: number,
  strange: ReadonlyMap<string, number>,
  empty: number,
  status: Wait['status'],
): Left[] {
  return [
    {
      count: rows - commissioners,
      what: 'rows by provider',
      why: 'their patients are in the commissioners’ rows',
    },
    {
      count: commissioners - standards,
      what: 'rows of other items',
      why: 'they are of no standard in force',
    },
    {
      count: standards - taken,
      what: 'rows told apart by two things or more',
      why: 'figures are kept by one: route, stage, cancer or treatment',
    },
    ...[...strange].map(([word, count]) => ({
      count,
      what: `rows of ${word}`,
      why: 'no such group is known here',
    })),
    { count: empty, what: 'rows without a patient', why: 'a share of none is a gap, not 0%' },
    {
      count: status === 'provisional' ? 1 : 0,
      what: 'status',
      why: 'the file does not say that its months are final; --final says so',
    },
  ].filter(({ count }) => count > 0);
}

async function rowsOf(
  name: string,
  { columns, file }: Extract<Content, { kind: 'large table' }>,
): Promise<{ rows: Row[]; counts: Counts }> {
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw refusal(name, `no column ${missing.join(', ')}; expected ${NEEDED.join(', ')}`);
  const over104 = columns.find((column) => /^after_104_days$/i.test(column));
  // DuckDB reads the file in threads of its own, and which lines are blank is found meanwhile.
  const reading = readTable(file, columns, {
    setUp: [
      `CREATE VIEW rows AS SELECT *, ${over104 ? `"${over104}"` : 'NULL'} AS over104${columns.includes('Period') ? '' : ', \'\' AS "Period"'} FROM source`,
      path.join(ROOT, 'scripts/ingest/waiting-times-csv.sql'),
    ],
    queries: [
      `SELECT count(*)::INTEGER AS rows, count(*) FILTER (commissioner)::INTEGER AS commissioners,
         count(*) FILTER (standard)::INTEGER AS standards
       FROM line`,
      `SELECT (rowid + 2)::INTEGER AS "row", unnest(told, recursive := true) FROM line WHERE told IS NOT NULL ORDER BY rowid`,
    ],
  }).catch(async (error: Error) => {
    const line = /CSV Error on Line: (\d+)/.exec(error.message)?.[1];
    const [what = ''] = error.message
      .replace(/^.*CSV Error on Line: \d+\s*(Original Line:.*\n)?/s, '')
      .split('\n');
    throw refusal(
      name,
      `not a CSV table: ${(await notUtf8(file)) ?? `${line ? `line ${line}: ` : ''}${what}`}`,
    );
  });
  const [[counted = [], rows = []], blank] = await Promise.all([reading, blankLines(file)]);
  const counts = counted[0] as Counts | undefined;
  if (!counts || counts.rows === 0) throw refusal(name, 'no row beneath the header');
  if (counts.commissioners === 0) throw refusal(name, PROVIDERS);
  const lineOf = linesAround(blank);
  const found = rows as unknown as Row[];
  for (const row of found) row.row = lineOf(row.row);
  return { rows: found, counts };
}

/** The line in which a row stands, by its number where blank lines are left out; `blank` are those lines, in their order. */
function linesAround(blank: readonly number[]) {
  let passed = 0;
  // Rows come in their order.
  return (row: number): number => {
    while ((blank[passed] ?? Number.POSITIVE_INFINITY) <= row + passed) passed += 1;
    return row + passed;
  };
}

/** The month of `2025-04-01`, `01/04/2025` (day first), `Apr-25` or `April 2025`. */
function monthOf(text: string): string | null {
  const iso = /^(20\d{2})-(0[1-9]|1[0-2])(-\d{2})?$/.exec(text);
  if (iso) return `${iso[1]}-${iso[2]}`;
  const british = /^\d{1,2}\/(0?[1-9]|1[0-2])\/(20\d{2})$/.exec(text);
  if (british) return `${british[2]}-${british[1]?.padStart(2, '0')}`;
  return statedMonth(text) ?? namedMonth(text);
}

function areaOf({ code, name }: Row, { commissioners, coded }: Context): string | null {
  if (/^total$/i.test(code) || (code === '' && /^total$/i.test(name))) return 'england';
  const known = coded(code);
  if (commissioners.has(known)) return known;
  return code === '' && /^unknown$/i.test(name) ? 'UNKNOWN' : null;
}

const isWhole = (word: string) => word === '' || /^all\b/i.test(word);
/** A word without its footnote: `Other (a)` is `Other`. */
const plain = (word: string) => word.replace(/\s*\((\d+|[a-z])\)$/, '');

/** The group that a row stands for: `all`, or what tells its patients apart; null with the word that is not known. */
function groupOf({ standard, cancer, route, treatment }: Row): { id: string | null; word: string } {
  const kinds = STANDARDS[standard];
  const told = (
    [
      [kinds.cancer, cancer],
      [kinds.route, route],
      ['treatment', treatment],
    ] as const
  ).find(([, word]) => !isWhole(word));
  if (told === undefined) return { id: 'all', word: '' };
  const [kind, word] = told;
  return { id: publishedGroup(kind, plain(word)), word: `${kind} "${word}"` };
}

/** Each England row must be the sum of its commissioners; returns how many there are. */
function reconcile(waits: readonly Wait[], problems: Problems): number {
  const keyOf = ({ metric, period, grp }: Wait) => `${metric} ${period} ${grp}`;
  const sums = new Map<string, { within: number; total: number }>();
  for (const wait of waits) {
    if (wait.area === 'england') continue;
    const sum = sums.get(keyOf(wait)) ?? { within: 0, total: 0 };
    sums.set(keyOf(wait), { within: sum.within + wait.numerator, total: sum.total + wait.denominator });
  }
  const england = waits.filter(({ area }) => area === 'england');
  for (const wait of england) {
    const sum = sums.get(keyOf(wait)) ?? { within: 0, total: 0 };
    sums.delete(keyOf(wait));
    if (sum.total !== wait.denominator || sum.within !== wait.numerator)
      problems.add(
        `England (${keyOf(wait)}) is ${printed(wait.numerator)} of ${printed(wait.denominator)}; the commissioners sum to ${printed(sum.within)} of ${printed(sum.total)}`,
        { row: wait.row },
      );
  }
  for (const key of sums.keys()) problems.add(`${key} has commissioners and no row Total, which is England`);
  return england.length;
}
