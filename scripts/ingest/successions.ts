import type { Succession } from '../../data/geography/own.ts';
import { succeeded } from '../geography/succeeded.ts';
import type { GeographyTables } from '../geography/tables.ts';
import { type Areas, nearestTo, readAreas } from './areas.ts';
import { Problems } from './problem.ts';
import type { Context, Format, Reading } from './reading.ts';
import { looksLike, type Row, tableRows } from './table.ts';

/** What is asked of each ICB that ends; the last may be left out. */
export const SUCCESSION_COLUMNS = ['from_area', 'to_area', 'to_name', 'from_month', 'alliance'] as const;

/** A file of ICBs that end, a row for each, and of the ones that they become: several rows of one are a merger. */
export const successions: Format = {
  name: 'our own successions CSV',
  recognises: (content) => looksLike(content, SUCCESSION_COLUMNS),
  read,
};

/** A file of successions as it may read: a merger of two, and one under a new code in an Alliance that is given. */
export const SUCCESSIONS_TEMPLATE = [
  SUCCESSION_COLUMNS.join(','),
  'QJ2,N1A1A,NHS Derbyshire and Nottinghamshire ICB,2027-04,',
  'QT1,N1A1A,NHS Derbyshire and Nottinghamshire ICB,2027-04,',
  'QSL,N2B2B,NHS Somerset ICB,2027-04,today-somerset-wiltshire-avon-and-gloucestershire',
].join('\n');

const LONGEST_NAME = 80;
/** How many years ahead a succession may be known. */
const AHEAD = 10;

/** A succession that a row of a file tells. */
export type ToldSuccession = Succession & { row: number };

/** What a succession is told by, and how a file heads the column of it. */
type Column = (typeof SUCCESSION_COLUMNS)[number];
export type Headings = Record<Column, string>;

type Wrong = (row: number, column: Column, message: string) => void;

function read(name: string, content: Parameters<Format['read']>[1], context: Context): Reading {
  const problems = new Problems(name);
  const given = content.kind === 'table' && content.columns.includes('alliance');
  const columns = given ? SUCCESSION_COLUMNS : SUCCESSION_COLUMNS.slice(0, -1);
  const rows = tableRows(content, columns, problems).map((row) => cellsOf(row, context));
  const headings = Object.fromEntries(SUCCESSION_COLUMNS.map((column) => [column, column])) as Headings;
  checkSuccessions(rows, { context, problems, headings });
  problems.settle();
  return {
    source: {
      id: `own-successions-${[...new Set(rows.map(({ to }) => to))].join('-')}`,
      publisher: 'Loaded by the user',
      publication: `Successions: ${[...new Set(rows.map((each) => each.name))].join('; ')}`,
      period: `from ${[...new Set(rows.map(({ from }) => from))].sort().join(', ')}`,
      licence: 'of no licence: names and codes',
    },
    ...declaring(rows),
    left: [],
  };
}

/** What a reading holds of the successions that some rows tell. */
export function declaring(rows: readonly ToldSuccession[]) {
  return {
    waits: [],
    figures: [],
    successions: rows.map(({ row: _, ...each }) => each),
    tally: tallyOf(rows.length, new Set(rows.map(({ to }) => to)).size),
  };
}

/**
 * The rows of ICBs that are not declared by just the same rows already, and how many others there are; what is said of an
 * ICB that begins is said whole.
 */
export function withoutHeld(rows: readonly ToldSuccession[], known: readonly Succession[]) {
  const saying = (all: readonly Succession[], code: string) =>
    all
      .filter(({ to }) => to === code)
      .map(({ area, name, from, alliance }) => [area, name, from, alliance].join(' | '))
      .sort()
      .join('\n');
  const fresh = rows.filter(({ to }) => saying(rows, to) !== saying(known, to));
  return { fresh, held: rows.length - fresh.length };
}

/** Adds a problem for each row of successions that is wrong by itself, beside another, or as the areas stand in its month. */
export function checkSuccessions(
  rows: readonly ToldSuccession[],
  { context, problems, headings }: { context: Context; problems: Problems; headings: Headings },
): void {
  const told = new Set<number>();
  const wrong: Wrong = (row, column, message) => {
    told.add(row);
    problems.add(`${headings[column]}: ${message}`, { row });
  };
  checkAlike(rows, wrong);
  checkOnce(rows, wrong, told);
  checkMonths(
    rows.filter(({ row }) => !told.has(row)),
    rows,
    context,
    wrong,
  );
}

const tallyOf = (ending: number, beginning: number) => ({
  [ending === 1 ? 'ICB that ends' : 'ICBs that end']: ending,
  [beginning === 1 ? 'ICB that begins' : 'ICBs that begin']: beginning,
});

const cellsOf = ({ row, cells }: Row, { coded }: Context): ToldSuccession => {
  const cell = (column: string) => (cells[column] ?? '').trim();
  return {
    row,
    area: coded(cell('from_area')),
    to: cell('to_area'),
    name: cell('to_name'),
    from: cell('from_month'),
    alliance: coded(cell('alliance')) || null,
  };
};

const said = (text: string | null) => `"${(text ?? '').slice(0, 100)}"`;

/** Adds a problem for each cell that is wrong by itself, or other than in an earlier row of the same ICB. */
function checkAlike(rows: readonly ToldSuccession[], tell: Wrong): void {
  const firsts = new Map<string, ToldSuccession>();
  const last = `${new Date().getFullYear() + AHEAD}-12`;
  for (const each of rows) {
    const { row, to, name, from, alliance } = each;
    const wrong = (column: Column, cell: string | null, expected: string) =>
      tell(row, column, `${said(cell)}; expected ${expected}`);
    const first = firsts.get(to);
    if (first === undefined) {
      firsts.set(to, each);
      if (!/^[A-Z0-9]{3,6}$/.test(to))
        wrong('to_area', to, 'an NHS code of 3 to 6 capitals and digits, such as Z9B2Z');
      if (name === '' || name.length > LONGEST_NAME)
        wrong('to_name', name, `a name of at most ${LONGEST_NAME} characters`);
      if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(from)) wrong('from_month', from, 'a month such as 2027-04');
      else if (from > last) wrong('from_month', from, `one up to ${last}`);
      continue;
    }
    const as = (cell: string | null) => `${said(cell)}, as in row ${first.row}`;
    if (name !== first.name) wrong('to_name', name, as(first.name));
    if (from !== first.from) wrong('from_month', from, as(first.from));
    if (alliance !== first.alliance) wrong('alliance', alliance, as(first.alliance));
  }
}

/** Adds a problem for each row that is there already, each ICB that ends twice, and each circle of them. */
function checkOnce(rows: readonly ToldSuccession[], tell: Wrong, told: Set<number>): void {
  const byArea = new Map<string, ToldSuccession>();
  for (const each of rows) {
    const first = byArea.get(each.area);
    const wrong = (expected: string) =>
      tell(each.row, 'from_area', `${said(each.area)}; expected ${expected}`);
    if (first === undefined) byArea.set(each.area, each);
    else if (first.to === each.to) wrong(`each row once: row ${first.row} has it too`);
    else
      wrong(
        `each ICB to end once: in row ${first.row} it becomes ${first.to}; one that is divided cannot be loaded, as no figure says which of its patients go where`,
      );
  }
  for (const each of byArea.values()) {
    const passed = [each];
    for (let next = byArea.get(each.to); next && !passed.includes(next); next = byArea.get(next.to))
      passed.push(next);
    const last = passed.at(-1);
    if (last?.to !== each.area || passed.some(({ row }) => row < each.row)) continue;
    tell(
      each.row,
      'to_area',
      `${[...passed.map(({ area }) => area), each.area].join(' becomes ')}: a circle; expected a new code for each ICB that begins`,
    );
    for (const { row } of passed) told.add(row);
  }
}

/** Adds a problem for each row that the areas of its month contradict. The months are gone through in their order. */
function checkMonths(
  rows: readonly ToldSuccession[],
  all: readonly ToldSuccession[],
  context: Context,
  tell: Wrong,
): void {
  const again = new Set(all.map(({ to }) => to));
  const others = context.successions.filter(({ to }) => !again.has(to));
  const months = [...new Set([...others, ...rows].map(({ from }) => from))].sort();
  let tables: GeographyTables = context.tables;
  for (const month of months) {
    const areas = { ...readAreas(tables), told: context.areas.told };
    const sound = rows
      .filter(({ from }) => from === month)
      .filter((each) => {
        const fault = faultOf(each, areas, tables, all, context);
        if (fault) tell(each.row, fault.column, fault.message);
        return fault === null;
      });
    const standing = others.filter(({ from }) => from === month);
    // What an earlier load declares may rest on an ICB that this file no longer makes, or makes later.
    const [lost] = standing.filter(
      ({ area }) =>
        !areas.icbs.some(({ id, until }) => id === area && until === '') ||
        sound.some((each) => each.area === area),
    );
    const [first] = all;
    if (lost && first) {
      tell(
        first.row,
        'from_area',
        `${lost.to} is made of ${lost.area} in ${lost.from} by an earlier load, which these rows do not leave until then; expected that load to be undone first`,
      );
      return;
    }
    tables = succeeded(tables, [...standing, ...sound]);
  }
}

/** What is wrong with a row, as the areas stand before its month; or null. */
function faultOf(
  { area, to, from, alliance }: ToldSuccession,
  areas: Areas,
  tables: GeographyTables,
  rows: readonly ToldSuccession[],
  { ownAreas }: Context,
): { column: Column; message: string } | null {
  const wrong = (column: Column, cell: string | null, expected: string) => ({
    column,
    message: `${said(cell)}; expected ${expected}`,
  });
  const icb = areas.icbs.find(({ id }) => id === area);
  const later = rows.find((each) => each.to === area);
  if (icb === undefined && later)
    return wrong(
      'from_month',
      from,
      `a month after ${later.from}, in which ${area} begins itself (row ${later.row})`,
    );
  if (icb === undefined) return wrong('from_area', area, unknown(area, areas));
  if (icb.until !== '')
    return wrong('from_area', area, `an ICB that there is until ${from}: ${icb.name} ended in ${icb.until}`);
  if (from <= icb.from)
    return wrong('from_month', from, `a month after ${icb.from}, in which ${icb.name} begins`);
  const taken = [...areas.icbs, ...areas.ccgs].find(({ id }) => id === to);
  if (taken)
    return wrong(
      'to_area',
      to,
      `a new code: ${taken.name} has this one${taken.from === '' ? '' : ` since ${taken.from}`}`,
    );
  const own =
    tables.commissioners.some(({ id }) => id === to) ||
    ownAreas.some((each) => each.area === to.toLowerCase());
  if (own) return wrong('to_area', to, 'a new code: another area has this one');
  const today = tables['alliances-today'].map(
    ({ id = '', name = '' }) => ({ id, name }) as Areas['icbs'][number],
  );
  if (alliance !== null && !today.some(({ id }) => id === alliance))
    return wrong(
      'alliance',
      alliance,
      `one of today's, such as ${today[0]?.id}, or nothing for that of most of its people${nearestTo(alliance, today, areas.told)}`,
    );
  return null;
}

function unknown(area: string, { ccgs, icbs, made, told }: Areas): string {
  const ccg = ccgs.find(({ id }) => id === area);
  if (ccg) return `an ICB's NHS code: ${ccg.name} is a CCG, and what became of CCGs is known`;
  const level = area === 'england' ? 'England' : made.get(area);
  if (level)
    return `an ICB's NHS code: ${level === 'England' ? 'England is' : `${level} are`} of another level`;
  const open = icbs.filter(({ until }) => until === '');
  return `the NHS code of an ICB, such as QOP${nearestTo(area, open, told)}`;
}
