import type { Succession } from '../../data/geography/own.ts';
import { grouped } from '../../data/grouped.ts';
import { succeeded } from '../geography/succeeded.ts';
import type { GeographyTables } from '../geography/tables.ts';
import { type Areas, nearestTo, readAreas } from './areas.ts';
import { checkDivided } from './divisions.ts';
import { Problems } from './problem.ts';
import type { Context, Format, Reading } from './reading.ts';
import { looksLike, type Row, tableRows } from './table.ts';

const ASKED = ['from_area', 'to_area', 'to_name', 'from_month'] as const;
/** What may be left out. */
const OFFERED = ['alliance', 'sub_icb'] as const;

/** What is told of each ICB that ends, or of each sub-ICB of one that is divided. */
export const SUCCESSION_COLUMNS = [...ASKED, ...OFFERED];

/**
 * A file of ICBs that end, and of the ones that they become: several rows of one that begins are a merger, several ICBs that
 * one becomes are a division, told by a row for each of its sub-ICBs.
 */
export const successions: Format = {
  name: 'our own successions CSV',
  recognises: (content) => looksLike(content, SUCCESSION_COLUMNS),
  read,
};

const HUMBER = ['02Y', '03F', '03H', '03K'].map((sub) => ['N4D4D', 'Humber', sub]);

/** A file of successions as it may read: a merger of two, one under a new code in an Alliance that is given, a division. */
export const SUCCESSIONS_TEMPLATE = [
  SUCCESSION_COLUMNS.join(','),
  'QJ2,N1A1A,NHS Derbyshire and Nottinghamshire ICB,2027-04,,',
  'QT1,N1A1A,NHS Derbyshire and Nottinghamshire ICB,2027-04,,',
  'QSL,N2B2B,NHS Somerset ICB,2027-04,today-somerset-wiltshire-avon-and-gloucestershire,',
  ...[...['42D', '03Q'].map((sub) => ['N3C3C', 'York and North Yorkshire', sub]), ...HUMBER].map(
    ([to, name, sub]) => `QOQ,${to},NHS ${name} ICB,2027-04,today-humber-and-north-yorkshire,${sub}`,
  ),
].join('\n');

const LONGEST_NAME = 80;
/** How many years ahead a succession may be known. */
const AHEAD = 10;

/** What a row of a file tells: of a whole ICB, or of one sub-ICB of it. */
export type ToldSuccession = Omit<Succession, 'subIcbs'> & { row: number; subIcb?: string };

/** A succession, with the first row of the file that tells it. */
type DeclaredSuccession = Succession & { row: number };

/** What a succession is told by, and how a file heads the column of it. */
type Column = (typeof SUCCESSION_COLUMNS)[number];
export type Headings = Record<Column, string>;

export type Wrong = (row: number, column: Column, message: string) => void;

function read(name: string, content: Parameters<Format['read']>[1], context: Context): Reading {
  const problems = new Problems(name);
  const given = OFFERED.filter((column) => content.kind === 'table' && content.columns.includes(column));
  const rows = tableRows(content, [...ASKED, ...given], problems).map((row) => cellsOf(row, context));
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
    ...declaring(together(rows)),
    left: [],
  };
}

/** What a reading holds of some successions. */
export function declaring(successions: readonly DeclaredSuccession[]) {
  const of = (side: 'area' | 'to') => new Set(successions.map((each) => each[side])).size;
  return { waits: [], figures: [], successions: [...successions], tally: tallyOf(of('area'), of('to')) };
}

/** Whether rows have an ICB become several. */
export function dividedIn(rows: readonly Pick<Succession, 'area' | 'to'>[]): (area: string) => boolean {
  const byArea = grouped(rows, ({ area }) => area);
  return (area) => new Set(byArea.get(area)?.map(({ to }) => to)).size > 1;
}

/** The successions that rows tell, each with its first row: the sub-ICBs of an ICB that is divided together. */
export function together(rows: readonly ToldSuccession[]): DeclaredSuccession[] {
  const found = new Map<string, DeclaredSuccession>();
  for (const { subIcb: _, ...each } of rows) {
    const key = `${each.area} ${each.to}`;
    if (!found.has(key)) found.set(key, each);
  }
  const isDivided = dividedIn(rows);
  return [...found.values()].map((each) => {
    if (!isDivided(each.area)) return each;
    const subs = rows.filter(({ area, to }) => area === each.area && to === each.to);
    return { ...each, subIcbs: subs.map(({ subIcb = '' }) => subIcb).sort() };
  });
}

/**
 * The successions of ICBs that are not declared just so already, and how many others there are; what is said of an ICB that
 * begins is said whole, and so is a division with all that stands beside it.
 */
export function withoutHeld(told: readonly DeclaredSuccession[], known: readonly Succession[]) {
  const saying = (all: readonly Succession[], code: string) =>
    all
      .filter(({ to }) => to === code)
      .map(({ area, name, from, alliance, subIcbs = [] }) =>
        [area, name, from, alliance, ...subIcbs].join(' | '),
      )
      .sort()
      .join('\n');
  const changed = told.filter(({ to }) => saying(told, to) !== saying(known, to));
  const divided = told.some(({ subIcbs }) => subIcbs !== undefined);
  const fresh = divided && changed.length > 0 ? [...told] : changed;
  return { fresh, held: told.length - fresh.length };
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
  const faulty = new Set(rows.filter(({ row }) => told.has(row)).map(({ area }) => area));
  checkMonths(
    rows.filter(({ row, area, subIcb }) => !told.has(row) && (subIcb === undefined || !faulty.has(area))),
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
  const subIcb = coded(cell('sub_icb'));
  return {
    row,
    area: coded(cell('from_area')),
    to: cell('to_area'),
    name: cell('to_name'),
    from: cell('from_month'),
    alliance: coded(cell('alliance')) || null,
    ...(subIcb === '' ? {} : { subIcb }),
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
  const bySub = new Map<string, ToldSuccession>();
  for (const each of rows) {
    const { area, to, from, subIcb } = each;
    const first = byArea.get(area);
    const wrong = (column: Column, cell: string | undefined, expected: string) =>
      tell(each.row, column, `${said(cell ?? '')}; expected ${expected}`);
    const same = bySub.get(`${area} ${subIcb}`);
    if (first === undefined) byArea.set(area, each);
    else if (same?.to === to || (first.to === to && subIcb === undefined))
      wrong('from_area', area, `each row once: row ${(same ?? first).row} has it too`);
    else if (subIcb === undefined || first.subIcb === undefined)
      wrong(
        'from_area',
        area,
        `each ICB to end once: in row ${first.row} it becomes ${first.to}; one that is divided is told by its sub-ICBs, in ONS’ look-up of that April or a column sub_icb (npm run data -- template successions)`,
      );
    else if (same)
      wrong(
        'sub_icb',
        subIcb,
        `each sub-ICB whole in one ICB: in row ${same.row} it goes to ${same.to}, and nothing here says which of its people go where`,
      );
    else if (from !== first.from)
      wrong(
        'from_month',
        from,
        `${said(first.from)}, as in row ${first.row}: an ICB is divided in one month`,
      );
    bySub.set(`${area} ${subIcb}`, same ?? each);
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
    const begun = rows.filter(({ from }) => from === month);
    const faulty = new Set<string>();
    for (const each of begun) {
      const fault = faultOf(each, areas, tables, all, context);
      if (fault === null) continue;
      tell(each.row, fault.column, fault.message);
      faulty.add(each.area);
    }
    // One that is divided is so by all of its rows.
    const whole = begun.filter(({ area }) => !faulty.has(area));
    const broken = checkDivided(whole, all, { tables, month }, tell);
    const sound = whole.filter(({ area }) => !broken.has(area));
    const standing = others.filter(({ from }) => from === month);
    // What an earlier load declares may rest on an ICB that this file no longer makes, or makes later.
    const [lost] = standing.filter(
      ({ area }) =>
        !areas.icbs.some(({ id, until }) => id === area && until === '') ||
        sound.some((each) => each.area === area) ||
        context.successions.some((each) => each.area === area && again.has(each.to)),
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
    tables = succeeded(tables, [...standing, ...together(sound)]);
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
