import { type GroupKind, publishedGroup } from '../../data/metrics/groups.ts';
import { parsePeriod, periodLabel } from '../../data/periods.ts';
import { addUnknown } from './areas.ts';
import type { Content, Sheet } from './content.ts';
import { namedMonth, statedMonth } from './month.ts';
import { halves, printed } from './numbers.ts';
import { Problems, Refusal } from './problem.ts';
import { type Codes, type Format, OGL, PROVIDERS, type Reading, type Wait } from './reading.ts';

/** A part of a sheet: its heading, and what stands in the column of the route or stage. */
type Part = { heading: string; value: string };

type Layout = {
  sheet: string;
  metric: '28-day-diagnosis' | '31-day-combined' | '62-day-combined';
  title: string;
  days: number;
  /** The column of the route or stage, and that of what patients are told apart by beside it. */
  columns: readonly [route: string, by: string | null];
  parts: readonly Part[];
  /** The groups that a row of the whole (part A) and of each other part stands for. */
  whole: GroupKind | 'all' | null;
  part: GroupKind | null;
};

const STAGES: readonly Part[] = [
  { heading: 'PART A: ALL STAGES', value: 'ALL STAGES' },
  { heading: 'PART B: FIRST TREATMENTS', value: 'First Treatment' },
  { heading: 'PART C: SUBSEQUENT TREATMENTS', value: 'Subsequent Treatment' },
];

const ROUTES: readonly Part[] = [
  { heading: 'PART A: ALL ROUTES', value: 'ALL ROUTES' },
  { heading: 'PART B: URGENT SUSPECTED CANCER', value: 'Urgent Suspected Cancer' },
  { heading: 'PART C: BREAST SYMPTOMATIC', value: 'Breast Symptomatic' },
  { heading: 'PART D: URGENT SCREENING', value: 'Screening' },
  { heading: 'PART E: CONSULTANT UPGRADE', value: 'Consultant Upgrade' },
];

const FDS = { metric: '28-day-diagnosis', title: 'FOUR WEEK (28 DAYS) WAIT', days: 28, part: null } as const;
const ONE_MONTH = {
  metric: '31-day-combined',
  title: 'ONE MONTH (31-DAY) WAIT',
  days: 31,
  parts: STAGES,
} as const;
const TWO_MONTHS = {
  metric: '62-day-combined',
  title: 'TWO MONTH (62-DAY) WAIT',
  days: 62,
  parts: ROUTES,
} as const;

/** The sheets that figures are taken from. */
export const COMBINED_SHEETS: readonly Layout[] = [
  { ...FDS, sheet: '28-DAY FDS (ALL ROUTES)', columns: ['REFERRAL ROUTE', null], parts: [], whole: 'all' },
  {
    ...FDS,
    sheet: '28-DAY FDS (BY ROUTE)',
    columns: ['REFERRAL ROUTE', 'SUSPECTED CANCER OR BREAST SYMPTOMATIC'],
    parts: [],
    whole: null,
  },
  {
    ...ONE_MONTH,
    sheet: '31-DAY (ALL CANCER)',
    columns: ['TREATMENT STAGE', 'CANCER TYPE'],
    whole: 'all',
    part: 'stage',
  },
  {
    ...ONE_MONTH,
    sheet: '31-DAY (BY CANCER)',
    columns: ['TREATMENT STAGE', 'CANCER TYPE'],
    whole: 'tumour',
    part: null,
  },
  {
    ...ONE_MONTH,
    sheet: '31-DAY (BY TREATMENT MODALITY)',
    columns: ['TREATMENT STAGE', 'TREATMENT MODALITY'],
    whole: 'treatment',
    part: null,
  },
  {
    ...TWO_MONTHS,
    sheet: '62-DAY (ALL CANCER)',
    columns: ['REFERRAL ROUTE', 'CANCER TYPE'],
    whole: 'all',
    part: 'route',
  },
  {
    ...TWO_MONTHS,
    sheet: '62-DAY (BY CANCER)',
    columns: ['REFERRAL ROUTE', 'CANCER TYPE'],
    whole: 'tumour',
    part: null,
  },
  {
    ...TWO_MONTHS,
    sheet: '62-DAY (BY TREATMENT MODALITY)',
    columns: ['REFERRAL ROUTE', 'TREATMENT MODALITY'],
    whole: 'treatment',
    part: null,
  },
];

/** Sheets of the same workbook that hold no standard of ours. */
const OTHER_SHEETS = /^(front ?page|usc referral to foa|ubs referral to fha)$/i;
const FDS_ROUTES = [
  'URGENT SUSPECTED CANCER',
  'BREAST SYMPTOMATIC, CANCER NOT SUSPECTED',
  'NATIONAL SCREENING PROGRAMME',
];
const ENGLAND = 'ALL ENGLISH COMMISSIONERS';

const text = (cell: unknown) => String(cell ?? '').trim();
/** A heading without its footnote: `ODS CODE (1)` is `ODS CODE`; `Other (a)` is `Other`. */
const plain = (cell: unknown) => text(cell).replace(/\s*\((\d+|[a-z])\)$/, '');
const isFront = ({ sheet }: Sheet) => /^front ?page$/i.test(sheet.trim());

/** NHS England's monthly workbook by ICB of the standards in force since October 2023. */
export const waitingTimesCombined: Format = {
  name: 'NHS England Cancer Waiting Times, commissioner workbook by ICB (October 2023 on)',
  recognises: (content) =>
    content.kind === 'workbook' &&
    content.sheets.filter(({ sheet }) => COMBINED_SHEETS.some((one) => one.sheet === sheet)).length >= 3,
  read,
};

/** One row of a part: whose it is, its route or stage, what it is told apart by, and its counts. */
type Row = {
  area: string;
  route: string;
  by: string;
  total: number;
  within: number;
  after104: number | null;
  row: number;
};

function read(name: string, content: Content, codes: Codes): Reading {
  const sheets = content.kind === 'workbook' ? content.sheets : [];
  const problems = new Problems(name);
  const { month, status } = frontPage(name, sheets, problems);
  for (const { sheet } of sheets)
    if (!OTHER_SHEETS.test(sheet.trim()) && !COMBINED_SHEETS.some((one) => one.sheet === sheet))
      problems.add(`unexpected sheet; expected ${COMBINED_SHEETS.map((one) => one.sheet).join(', ')}`, {
        sheet,
      });

  const file = `cwt-${month}`;
  const waits: Wait[] = [];
  const tally = { rows: 0, england: 0, crossed: 0 };
  const wholes = new Map<string, { total: number; within: number; sheet: string }>();
  for (const layout of COMBINED_SHEETS) {
    const sheet = sheets.find((one) => one.sheet === layout.sheet);
    if (!sheet) {
      problems.add('missing; the workbook should have it', { sheet: layout.sheet });
      continue;
    }
    const before = problems.count;
    const parts = readParts(layout, sheet, { month, codes, problems });
    if (problems.count > before) continue;
    const common = { period: month, status, file, sheet: layout.sheet };
    const push = (row: Row, grp: string) => {
      if (row.total === 0) return;
      const { area, total: denominator } = row;
      waits.push({
        ...common,
        metric: layout.metric,
        area,
        grp,
        numerator: row.within,
        denominator,
        row: row.row,
      });
      if (row.after104 !== null && !grp.startsWith('treatment:'))
        waits.push({
          ...common,
          metric: '62-day-over-104',
          area,
          grp,
          numerator: row.after104,
          denominator,
          row: row.row,
        });
    };
    for (const [index, rows] of parts.entries()) {
      tally.rows += rows.length;
      tally.england += rows.filter(({ area }) => area === 'england').length;
      const kind = index === 0 ? layout.whole : layout.part;
      if (kind === null) {
        if (layout.metric === '28-day-diagnosis') for (const [row, grp] of routesOf(rows)) push(row, grp);
        else tally.crossed += rows.length;
        continue;
      }
      for (const row of rows) {
        const word = index === 0 ? row.by : row.route;
        const grp = kind === 'all' ? 'all' : publishedGroup(kind, word);
        if (grp === null)
          problems.add(`"${word}" is no ${kind} that is known; add it to data/metrics/groups.ts`, {
            sheet: layout.sheet,
            row: row.row,
          });
        else push(row, grp);
      }
    }
    addUp(layout, parts, wholes, problems);
  }
  problems.settle();

  const period = parsePeriod(month);
  return {
    source: {
      id: file,
      publisher: 'NHS England',
      publication: `Cancer Waiting Times by commissioner (ICB), monthly, ${status === 'provisional' ? 'provisional' : 'final'}, ${period ? periodLabel(period) : month}`,
      period: month,
      licence: OGL,
    },
    waits,
    figures: [],
    tally: {
      sheets: COMBINED_SHEETS.length,
      rows: tally.rows - tally.england,
      'England rows, each equal to the sum of its commissioners': tally.england,
    },
    left: [
      {
        count: tally.crossed,
        what: 'rows by stage or route together with cancer or treatment',
        why: 'checked against their totals; figures are kept by one of the two',
      },
      { count: 2, what: 'sheets of referrals seen', why: 'they hold no standard' },
    ],
  };
}

/** Month and status of the front page. Throws a Refusal without them; a file name with another month is a problem. */
function frontPage(name: string, sheets: Sheet[], problems: Problems) {
  const front = sheets.find(isFront);
  const sheet = front?.sheet ?? 'Frontpage';
  const refuse = (message: string) => new Refusal([{ file: name, sheet, message }]);
  if (!front) throw refuse('missing; the workbook should have its front page, with period and status');
  const cells = front.rows.flat().map(text);
  if (cells.some((cell) => /: provider based/i.test(cell))) throw refuse(PROVIDERS);
  const stated = cells.find((cell) => /^status:/i.test(cell));
  const status = /provisional/i.test(stated ?? '')
    ? 'provisional'
    : /final/i.test(stated ?? '')
      ? 'published'
      : null;
  if (status === null)
    throw refuse(`the status is "${stated ?? ''}"; expected Status: Final or Status: Provisional`);
  const title = cells.findIndex((cell) => /^cancer waiting times statistics: commissioner based/i.test(cell));
  if (title < 0) throw refuse('no row reads "Cancer Waiting Times statistics: Commissioner Based"');
  const month =
    cells
      .slice(title + 1)
      .map(statedMonth)
      .find((each) => each !== null) ?? null;
  if (month === null) throw refuse('no month beneath the title; expected one such as April 2024');
  const named = namedMonth(name);
  if (named !== null && named !== month)
    problems.add(`the front page is for ${month}; the file name says ${named}`, { sheet });
  return { month, status: status as Wait['status'] };
}

/** The rows of each part of a sheet, in the order of the layout's parts (one part where it has none). */
function readParts(
  layout: Layout,
  { sheet, rows }: Sheet,
  { month, codes, problems }: { month: string; codes: Codes; problems: Problems },
): Row[][] {
  const wrong = (message: string, row?: number) => problems.add(message, { sheet, row });
  if (!text(rows[0]?.[0]).startsWith(layout.title))
    wrong(`the title is "${text(rows[0]?.[0])}"; expected one that starts "${layout.title}"`, 1);
  const stated = sheetMonth(rows[1]?.[0]);
  if (stated !== month)
    wrong(`the period is "${text(rows[1]?.[0])}" (${stated ?? 'no month'}); the front page says ${month}`, 2);
  const headings = layout.parts.length === 0 ? [{ heading: '', value: '' }] : layout.parts;
  const starts = headings.map(({ heading }) =>
    heading === '' ? 0 : rows.findIndex((cells) => text(cells[0]).toUpperCase() === heading),
  );
  const missing = headings.filter((_, i) => (starts[i] ?? -1) < 0);
  for (const { heading } of missing) wrong(`no row reads "${heading}"`);
  for (const [index, cells] of rows.entries())
    if (/^part [a-z]:/i.test(text(cells[0])) && !starts.includes(index))
      wrong(
        `an unexpected part "${text(cells[0])}"; expected ${headings.map(({ heading }) => heading).join(', ')}`,
        index + 1,
      );
  if (missing.length > 0) return [];
  return headings.map((part, i) => {
    const end = starts[i + 1] ?? rows.length;
    const unknown = (code: string, given: string, row: number) =>
      addUnknown(code, given, problems, { sheet, row });
    return readPart(layout, part, rows.slice(0, end), { from: starts[i] ?? 0, codes, wrong, unknown });
  });
}

function readPart(
  layout: Layout,
  part: Part,
  rows: unknown[][],
  {
    from,
    codes,
    wrong,
    unknown,
  }: {
    from: number;
    codes: Codes;
    wrong: (message: string, row?: number) => void;
    unknown: (code: string, name: string, row: number) => void;
  },
): Row[] {
  const header = rows.findIndex((cells, index) => index >= from && plain(cells[1]) === 'ODS CODE');
  if (header < 0) {
    wrong(`no header with ODS CODE in column B${part.heading && ` beneath ${part.heading}`}`);
    return [];
  }
  const first = columnsOf(layout, rows[header] ?? [], (message) => wrong(message, header + 1));
  if (first === null) return [];
  const bands = (rows[header] ?? []).slice(first + 5).map(plain);
  const over104 = bands.indexOf('AFTER 104 DAYS');
  const found: Row[] = [];
  const seen = new Map<string, number>();
  for (let index = header + 1; index < rows.length; index++) {
    const cells = rows[index] ?? [];
    const [code, name] = [codes.coded(text(cells[1])), text(cells[2])];
    // Beneath the table stand footnotes, in the first column.
    if (code === '' && name === '') continue;
    const row = index + 1;
    const area = code === '' && name === ENGLAND ? 'england' : code;
    if (area === '') wrong(`no ODS code beside "${name}"; expected a code, or ${ENGLAND}`, row);
    else if (area !== 'england' && !codes.commissioners.has(area)) unknown(area, name, row);
    const route = text(cells[3]);
    if (part.value !== '' && route !== part.value)
      wrong(`${layout.columns[0]} is "${route}"; expected "${part.value}" in ${part.heading}`, row);
    const by = layout.columns[1] === null ? '' : plain(cells[4]);
    const key = [area, route, by].join(' | ');
    const earlier = seen.get(key);
    if (earlier !== undefined) wrong(`${key} again; it is in row ${earlier} already`, row);
    seen.set(key, row);
    const counts = countsOf(cells, first, bands.length, (message) => wrong(message, row));
    if (counts === null) continue;
    const last = over104 < 0 ? null : (counts.bands[over104] ?? null);
    found.push({ area, route, by, total: counts.total, within: counts.within, after104: last, row });
  }
  reconcile(found, wrong);
  return found;
}

/** The place of the column TOTAL; null where the header is another. */
function columnsOf(layout: Layout, header: unknown[], wrong: (message: string) => void): number | null {
  const { days } = layout;
  const named = layout.columns.filter((column) => column !== null);
  const told = days === 28 ? 'TOLD' : 'TREATED';
  const expected = [
    'ODS CODE',
    'INTEGRATED CARE BOARD (ICB)/COMMISSIONING HUB',
    ...named,
    'TOTAL',
    `WITHIN ${days} DAYS`,
    `AFTER ${days} DAYS`,
    `${told} WITHIN ${days} DAYS`,
  ];
  const amiss = expected.filter((name, i) => plain(header[i + 1]) !== name);
  if (amiss.length > 0) {
    wrong(
      `the columns are ${header.map(plain).filter(Boolean).join(' | ')}; expected ${expected.join(' | ')}`,
    );
    return null;
  }
  return 3 + named.length;
}

function countsOf(cells: unknown[], first: number, bands: number, wrong: (message: string) => void) {
  const [total, within, after] = cells.slice(first, first + 3).map(halves);
  if (total == null || within == null || after == null) {
    wrong(
      `total, within and after are ${cells
        .slice(first, first + 3)
        .map(text)
        .join(', ')}; expected whole or half numbers of at least 0`,
    );
    return null;
  }
  if (total !== within + after) {
    wrong(`the total is ${total}; within ${within} + after ${after} is ${within + after}`);
    return null;
  }
  const share = cells[first + 3];
  if (typeof share === 'number' && total > 0 && Math.abs(share - within / total) > 0.0005)
    wrong(`the percentage is ${share}; within ${within} of total ${total} is ${within / total}`);
  const spread = cells.slice(first + 5, first + 5 + bands).map(halves);
  const sum = spread.reduce<number>((all, each) => all + (each ?? 0), 0);
  if (sum !== total) wrong(`the bands of days sum to ${sum}; the total is ${total}`);
  return { total, within, bands: spread };
}

/** Each row of England must be the sum of its commissioners, those of unknown patients included. */
function reconcile(rows: readonly Row[], wrong: (message: string, row?: number) => void) {
  const keyOf = ({ route, by }: Row) => `${route} | ${by}`;
  const sums = new Map<string, { total: number; within: number }>();
  for (const row of rows) {
    if (row.area === 'england') continue;
    const sum = sums.get(keyOf(row)) ?? { total: 0, within: 0 };
    sums.set(keyOf(row), { total: sum.total + row.total, within: sum.within + row.within });
  }
  const england = rows.filter(({ area }) => area === 'england');
  if (england.length === 0 && rows.length > 0)
    wrong(`no row ${ENGLAND}; expected one to the end of each part`);
  for (const row of england) {
    const sum = sums.get(keyOf(row)) ?? { total: 0, within: 0 };
    sums.delete(keyOf(row));
    if (sum.total !== row.total || sum.within !== row.within)
      wrong(
        `England (${keyOf(row)}) is ${printed(row.within)} within of ${printed(row.total)}; the commissioners sum to ${printed(sum.within)} of ${printed(sum.total)}`,
        row.row,
      );
  }
  if (england.length > 0)
    for (const key of sums.keys()) wrong(`${key} has commissioners and no row ${ENGLAND}`);
}

/** What is told apart must add up to the whole, area by area: parts B on to part A, and cancers or treatments to all. */
function addUp(
  { sheet, metric, whole, part }: Layout,
  parts: readonly Row[][],
  wholes: Map<string, { total: number; within: number; sheet: string }>,
  problems: Problems,
) {
  const summed = (rows: readonly Row[]) => {
    const sums = new Map<string, { total: number; within: number }>();
    for (const { area, total, within } of rows) {
      const sum = sums.get(area) ?? { total: 0, within: 0 };
      sums.set(area, { total: sum.total + total, within: sum.within + within });
    }
    return sums;
  };
  const check = (rows: readonly Row[], what: string) => {
    const sums = summed(rows);
    for (const [key, all] of wholes) {
      if (!key.startsWith(`${metric} `)) continue;
      const area = key.slice(metric.length + 1);
      const sum = sums.get(area) ?? { total: 0, within: 0 };
      if (sum.total !== all.total || sum.within !== all.within)
        problems.add(
          `${area}: ${what} sum to ${printed(sum.within)} of ${printed(sum.total)}; sheet ${all.sheet} has ${printed(all.within)} of ${printed(all.total)}`,
          { sheet },
        );
    }
  };
  if (whole === 'all')
    for (const { area, total, within } of parts[0] ?? [])
      wholes.set(`${metric} ${area}`, { total, within, sheet });
  else check(parts[0] ?? [], 'its rows');
  if (part !== null) check(parts.slice(1).flat(), 'its parts');
}

/** The rows of the 28-day standard by route: each route's sum, and the cancers suspected of the urgent referrals. */
function routesOf(rows: readonly Row[]): [row: Row, grp: string][] {
  const found: [Row, string][] = [];
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const route = publishedGroup('route', row.route);
    if (route === null) continue;
    const sum = sums.get(`${row.area} ${route}`);
    if (sum) {
      sum.total += row.total;
      sum.within += row.within;
    } else {
      const first = { ...row };
      sums.set(`${row.area} ${route}`, first);
      found.push([first, route]);
    }
    const suspected = row.route === FDS_ROUTES[0] ? publishedGroup('suspected', row.by) : null;
    if (suspected) found.push([row, suspected]);
  }
  return found;
}

/** The month a sheet states, `Apr-25` or a date. */
function sheetMonth(cell: unknown): string | null {
  return statedMonth(cell) ?? (typeof cell === 'string' ? namedMonth(cell) : null);
}
