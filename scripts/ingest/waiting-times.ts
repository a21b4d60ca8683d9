import { parsePeriod, periodLabel } from '../../data/periods.ts';
import type { Content, Sheet } from './content.ts';
import { namedMonth, statedMonth } from './month.ts';
import { Problems, Refusal } from './problem.ts';
import { type Codes, type Format, OGL, PROVIDERS, type Reading, type Wait } from './reading.ts';
import { BY_ICB, STANDARDS, type Standard } from './standards.ts';
import { readStandard } from './waiting-times-sheet.ts';

const TITLE = 'Waiting Times for Suspected and Diagnosed Cancer Patients: Commissioner Based';

/**
 * NHS England's monthly Cancer Waiting Times workbook by commissioner of the standards in force until September 2023: by
 * CCG from January 2016, by ICB and hub from July 2022.
 */
export const waitingTimes: Format = {
  name: 'NHS England Cancer Waiting Times, commissioner workbook',
  recognises: (content) =>
    content.kind === 'workbook' &&
    content.sheets.some((sheet) => isFrontPage(sheet) || STANDARDS.some((s) => s.sheet === sheet.sheet)),
  read,
};

const PUBLICATION = {
  ccg: 'Cancer Waiting Times by commissioner, monthly',
  provisional: 'Cancer Waiting Times by commissioner (ICB), monthly, provisional',
  published: 'Cancer Waiting Times by commissioner (ICB), monthly, final',
} as const;

function read(name: string, content: Content, codes: Codes): Reading {
  const sheets = content.kind === 'workbook' ? content.sheets : [];
  const problems = new Problems(name);
  const month = monthOf(name, sheets, problems);
  const status = statusOf(sheets);
  const expected: Standard[] = STANDARDS.filter((standard: Standard) => (standard.from ?? month) <= month);

  const strange = sheets.filter(
    (sheet) => !isFrontPage(sheet) && !expected.some((standard) => standard.sheet === sheet.sheet),
  );
  if (month < BY_ICB)
    for (const { sheet } of strange)
      problems.add(`unexpected sheet; expected in ${month}: ${expected.map((e) => e.sheet).join(', ')}`, {
        sheet,
      });

  const file = `cwt-${month}`;
  const waits: Wait[] = [];
  const tally = { england: 0, percentages: 0, onsCodes: 0, noPatients: 0, notes: 0 };
  for (const standard of expected) {
    const sheet = sheets.find((candidate) => candidate.sheet === standard.sheet);
    if (!sheet) {
      problems.add(`missing; the workbook of ${month} should have it`, { sheet: standard.sheet });
      continue;
    }
    const found = readStandard(standard, sheet, { file, month, status, codes, problems });
    for (const wait of found.waits) waits.push(wait);
    tally.england += found.england;
    tally.percentages += found.left.percentages;
    tally.onsCodes += found.left.onsCodes;
    tally.noPatients += found.left.noPatients;
    tally.notes += found.left.notes;
  }
  problems.settle();

  const period = parsePeriod(month);
  return {
    source: {
      id: file,
      publisher: 'NHS England',
      publication: `${PUBLICATION[month < BY_ICB ? 'ccg' : status]}, ${period ? periodLabel(period) : month}`,
      period: month,
      licence: OGL,
    },
    waits,
    figures: [],
    tally: {
      sheets: expected.length,
      'commissioner rows': waits.length - tally.england,
      'England rows, each equal to the sum of its commissioners': tally.england,
    },
    left: [
      { count: 1, what: 'front page', why: 'it holds no figure' },
      {
        count: month < BY_ICB ? 0 : strange.length,
        what: 'other sheets',
        why: 'they hold no standard of the whole',
      },
      { count: tally.percentages, what: 'percentages', why: 'checked, and computed from the counts' },
      {
        count: tally.onsCodes,
        what: 'ONS codes',
        why: 'some are out of date; rows are joined on the NHS code',
      },
      { count: tally.noPatients, what: 'rows without a patient', why: 'a share of none is a gap, not 0%' },
      { count: tally.notes, what: 'notes beneath the tables', why: 'they hold no figure' },
    ].filter(({ count }) => count > 0),
  };
}

/** The month the front page states. Throws a Refusal without one; a file name with another month is a problem. */
function monthOf(name: string, sheets: Sheet[], problems: Problems): string {
  const front = sheets.find(isFrontPage);
  const sheet = front?.sheet ?? 'FRONTPAGE';
  const refuse = (message: string, row?: number) => new Refusal([{ file: name, sheet, row, message }]);
  if (!front) throw refuse('missing; the workbook should have its front page, with the period');
  if (front.rows.flat().some((cell) => /: provider based/i.test(String(cell ?? '')))) throw refuse(PROVIDERS);
  const title = front.rows.findIndex((row) => String(row[0] ?? '').trim() === TITLE);
  if (title < 0) throw refuse(`no row reads "${TITLE}", beneath which the period stands`);
  const month = statedMonth(front.rows[title + 1]?.[0]);
  if (month === null) throw refuse('no month beneath the title; expected one such as April 2016', title + 2);

  const named = namedMonth(name);
  if (named !== null && named !== month)
    problems.add(`the front page is for ${month}; the file name says ${named}`, { sheet, row: title + 2 });
  return month;
}

/** What the front page calls the figures, where it has a status; else provisional where it speaks of such. */
function statusOf(sheets: Sheet[]): Wait['status'] {
  const cells = sheets
    .filter(isFrontPage)
    .flatMap(({ rows }) => rows.flat().map((cell) => String(cell ?? '')));
  const stated = cells.filter((cell) => /^\s*status:/i.test(cell));
  const said = stated.length > 0 ? stated : cells;
  return said.some((cell) => /provisional/i.test(cell)) ? 'provisional' : 'published';
}

const isFrontPage = ({ sheet }: Sheet) => sheet.trim().toUpperCase() === 'FRONTPAGE';
