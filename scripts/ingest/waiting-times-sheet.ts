import { addUnknown } from './areas.ts';
import type { Sheet } from './content.ts';
import { statedMonth } from './month.ts';
import { count, halves, printed } from './numbers.ts';
import type { Problems } from './problem.ts';
import { type Codes, PROVIDERS, type Wait } from './reading.ts';
import { BY_ICB, LAST_ENGLAND_ROW, type Standard } from './standards.ts';

type Counts = { total: number; within: number };
type Wrong = (message: string, row?: number) => void;

/** The waits of one worksheet, England's row among them; `left` counts what it held beside them. */
export type StandardSheet = {
  waits: Wait[];
  england: number;
  left: { percentages: number; onsCodes: number; noPatients: number; notes: number };
};

/**
 * Reads one standard's worksheet: `file` is the manifest id, `month` what the workbook is for. Every row must add up,
 * no commissioner may come twice, and the commissioners must sum to the England row (April 2020 on there is none).
 * What does not is added to `problems`.
 */
export function readStandard(
  standard: Standard,
  { sheet, rows }: Sheet,
  options: {
    file: string;
    month: string;
    status: Wait['status'];
    codes: Pick<Codes, 'commissioners' | 'coded'>;
    problems: Problems;
  },
): StandardSheet {
  const { file, month, status, codes, problems } = options;
  const left = { percentages: 0, onsCodes: 0, noPatients: 0, notes: 0 };
  const result: StandardSheet = { waits: [], england: 0, left };
  const wrong: Wrong = (message, row) => problems.add(message, { sheet, row });
  checkTitle(rows, standard, month, wrong);
  const header = rows.findIndex((row) => CODE.test(heading(row[1])));
  if (header < 0) {
    const byProvider = rows.some((row) => /^PROVIDER/i.test(heading(row[1])));
    wrong(byProvider ? PROVIDERS : 'no header row; expected one with CCG CODE or ODS CODE in column B');
    return result;
  }
  const first = findColumns(rows[header] ?? [], standard, (message) => wrong(message, header + 1));
  if (first === null) return result;

  const before = problems.count;
  const seen = new Map<string, number>();
  for (const [index, cells] of rows.entries()) {
    if (index <= header || cells.every((cell) => text(cell) === '')) continue;
    if (isNote(cells)) {
      left.notes += 1;
      continue;
    }
    const row = index + 1;
    const area = areaOf(cells, codes, {
      wrong: (message) => wrong(message, row),
      unknown: (code, name) => addUnknown(code, name, problems, { sheet, row }),
    });
    if (area === null) continue;
    const earlier = seen.get(area);
    if (earlier !== undefined) wrong(`${area} again; it is in row ${earlier} already`, row);
    seen.set(area, row);
    const counts = readCounts(cells.slice(first, first + 4), month >= BY_ICB, (message) =>
      wrong(message, row),
    );
    if (counts === null) continue;
    const { within: numerator, total: denominator } = counts;
    if (denominator === 0) {
      left.noPatients += 1;
      continue;
    }
    const of = { metric: standard.metric, area, period: month, grp: 'all' };
    result.waits.push({ ...of, numerator, denominator, status, file, sheet, row });
    if (text(cells[first + 3]) !== '') left.percentages += 1;
    if (text(cells[0]) !== '') left.onsCodes += 1;
  }
  if (problems.count === before) result.england = reconcile(result.waits, month, wrong);
  return result;
}

function checkTitle(rows: unknown[][], standard: Standard, month: string, wrong: Wrong): void {
  const [title, period] = [text(rows[0]?.[0]), rows[1]?.[0]];
  if (!title.startsWith(standard.title))
    wrong(`the title is "${title}"; expected one that starts "${standard.title}"`, 1);
  const stated = statedMonth(period);
  if (stated !== month)
    wrong(`the period is "${text(period)}" (${stated ?? 'no month'}); the front page says ${month}`, 2);
}

/** Whether a row is a sentence in its first or second cell and nothing else, as footnotes are. */
function isNote(cells: unknown[]): boolean {
  const [only, ...others] = cells.flatMap((cell, column) => (text(cell) === '' ? [] : [{ cell, column }]));
  return only !== undefined && others.length === 0 && only.column < 2 && /\s/.test(text(only.cell));
}

/** A row's commissioner code, or `england`; null where it has neither. */
function areaOf(
  cells: unknown[],
  { commissioners, coded }: Pick<Codes, 'commissioners' | 'coded'>,
  { wrong, unknown }: { wrong: Wrong; unknown: (code: string, name: string) => void },
): string | null {
  const [code, name] = [coded(text(cells[1])), text(cells[2])];
  if (code === '' && name === 'ENGLAND') return 'england';
  if (code === '') wrong(`no CCG code beside "${name}"; expected a code, or ENGLAND`);
  else if (!commissioners.has(code)) unknown(code, name);
  return code === '' ? null : code;
}

/** Checks the commissioners against England's row, and returns how many such rows there are. */
function reconcile(waits: Wait[], month: string, wrong: Wrong): number {
  const england = waits.find(({ area }) => area === 'england');
  const parts = waits.filter(({ area }) => area !== 'england');
  if (parts.length === 0) wrong('no commissioner beneath the header');
  if (!england) {
    if (month <= LAST_ENGLAND_ROW) wrong('no ENGLAND row; expected one to the end');
    return 0;
  }
  const [within, total] = (['numerator', 'denominator'] as const).map((of) =>
    parts.reduce((sum, part) => sum + part[of], 0),
  );
  if (within !== england.numerator || total !== england.denominator)
    wrong(
      `England is ${printed(england.numerator)} within of ${printed(england.denominator)}; ` +
        `the commissioners sum to ${printed(within ?? 0)} of ${printed(total ?? 0)}`,
      england.row,
    );
  return 1;
}

/** The index of the total's column, beneath which total, within, after and percentage stand; null when one is amiss. */
function findColumns(header: unknown[], { days }: Standard, wrong: Wrong): number | null {
  const first = header.findIndex((cell) => heading(cell).startsWith('TOTAL'));
  if (first < 0) {
    wrong(`no column TOTAL; found ${header.map(text).filter(Boolean).join(' | ')}`);
    return null;
  }
  const expected: [number, RegExp, string][] = [
    [
      2,
      /^(CLINICAL COMMISSIONING GROUP \(CCG\)|INTEGRATED CARE BOARD \(ICB\).*)$/,
      'CLINICAL COMMISSIONING GROUP (CCG) or INTEGRATED CARE BOARD (ICB)/COMMISSIONING HUB',
    ],
    [first, /^TOTAL( TREATED)?$/, 'TOTAL'],
    [first + 1, new RegExp(`^WITHIN ${days} DAYS$`), `WITHIN ${days} DAYS`],
    [first + 2, new RegExp(`^AFTER ${days} DAYS$`), `AFTER ${days} DAYS`],
    [
      first + 3,
      new RegExp(`^(SEEN|TREATED|TOLD) WITHIN ${days} DAYS$`),
      `the percentage WITHIN ${days} DAYS`,
    ],
  ];
  const amiss = expected.filter(([index, pattern]) => !pattern.test(heading(header[index])));
  for (const [index, , name] of amiss)
    wrong(`column ${letter(index)} is "${text(header[index])}"; expected ${name}`);
  return amiss.length === 0 ? first : null;
}

function readCounts(cells: unknown[], shared: boolean, wrong: Wrong): Counts | null {
  const [total, within, after] = cells.slice(0, 3).map(shared ? halves : count);
  if (total == null || within == null || after == null) {
    wrong(
      `total, within and after are ${cells.slice(0, 3).map(shown).join(', ')}; expected whole${shared ? ' or half' : ''} numbers of at least 0`,
    );
    return null;
  }
  if (total !== within + after) {
    wrong(`the total is ${total}; within ${within} + after ${after} is ${within + after}`);
    return null;
  }
  const share = cells[3];
  if (typeof share === 'number' && total > 0 && Math.abs(share - within / total) > 0.0005)
    wrong(`the percentage is ${share}; within ${within} of total ${total} is ${within / total}`);
  return { total, within };
}

const text = (cell: unknown) => String(cell ?? '').trim();
/** A heading without its footnote: `ODS CODE (1)` is `ODS CODE`. */
const heading = (cell: unknown) => text(cell).replace(/\s*\(\d+\)$/, '');
/** What heads the commissioners' codes: until June 2022 CCGs, then ICBs and hubs. */
const CODE = /^(CCG|ODS|ICB) CODE$/;
const shown = (cell: unknown) => (cell === null || cell === undefined ? 'empty' : JSON.stringify(cell));
const letter = (index: number) => String.fromCharCode(65 + index);
