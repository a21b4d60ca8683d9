import { icbOfEach, membershipsAt } from '../geography/places.ts';
import { monthBefore } from '../geography/succeeded.ts';
import type { Content } from './content.ts';
import { Problems, refusal } from './problem.ts';
import { type Context, type Format, type Left, OGL, type Reading } from './reading.ts';
import {
  checkSuccessions,
  declaring,
  dividedIn,
  type Headings,
  type ToldSuccession,
  together,
  withoutHeld,
} from './successions.ts';
import { type Row, rowsOf } from './table.ts';

const ICB_NAME = /^ICB(\d{2})NM$/;

/**
 * ONS' look-up of sub-ICBs (by themselves, or by LSOA) to ICBs, of an April: tells the ICBs that are made of whole ones or of
 * sub-ICBs of one that is divided, with their codes, names and, where it has them, Cancer Alliances.
 */
export const icbLookup: Format = {
  name: 'ONS look-up of sub-ICBs to ICBs (CSV)',
  recognises: (content) => content.kind === 'table' && columnsOf(content.columns) !== null,
  read,
};

type Columns = { year: number; icb: string[]; name: string; sub: string[]; alliance: string[] };

/** The columns of one year's areas; null where there are none of sub-ICBs and ICBs. Codes of the NHS stand before ONS'. */
function columnsOf(columns: readonly string[]): Columns | null {
  const year = columns.map((column) => ICB_NAME.exec(column)?.[1]).find((each) => each !== undefined);
  const there = (...names: string[]) => names.filter((name) => columns.includes(name));
  const icb = there(`ICB${year}CDH`, `ICB${year}CD`);
  const sub = there(`SICBL${year}CDH`, `SICBL${year}CD`);
  if (year === undefined || icb.length === 0 || sub.length === 0) return null;
  return {
    year: 2000 + Number(year),
    icb,
    name: `ICB${year}NM`,
    sub,
    alliance: there(`CAL${year}CD`, `CAL${year}NM`),
  };
}

/** A sub-ICB as the file places it, in the first of its rows. */
type Placed = { row: number; sub: string; icb: string; name: string; alliance: string };

function read(file: string, content: Content, context: Context): Reading {
  const problems = new Problems(file);
  const columns = content.kind === 'table' ? columnsOf(content.columns) : null;
  if (columns === null) throw refusal(file, 'no columns of sub-ICBs and ICBs');
  const month = `${columns.year}-04`;
  const [icbColumn = '', subColumn = ''] = [columns.icb[0], columns.sub[0]];
  const placed = placedBy(rowsOf(content), columns, context, problems);

  const { succeeded: tables } = context;
  const before = icbOfEach(tables, monthBefore(month));
  const now = icbOfEach(tables, month);
  const printed = new Set(placed.map(({ icb }) => icb));
  const known = (icb: string) => context.areas.icbs.some(({ id }) => id === icb);
  const moves: (ToldSuccession & { subIcb: string })[] = [];
  let strange = 0;
  let held = 0;
  for (const { row, sub, icb, name } of placed) {
    const old = before.get(sub);
    if (now.get(sub) === icb) {
      held += 1;
      // What a load declared already is said again, so that a file loaded twice changes nothing.
      if (old === undefined || old === icb || !context.successions.some(({ to }) => to === icb)) continue;
    } else if (old === undefined) {
      if (known(icb)) strange += 1;
      else
        problems.add(
          `${subColumn}: "${sub}" in ${icb}, which is new; expected a sub-ICB that is known here, so that it is told which people ${icb} has`,
          { row },
        );
      continue;
    } else if (printed.has(old)) {
      problems.add(
        `${icbColumn}: "${icb}" has ${sub}, which stands in ${old} until ${month}, and ${old} goes on without it under its code; expected a new code for each part of an ICB that is divided, as its figures before and after would be of other people`,
        { row },
      );
      continue;
    }
    if (old === undefined) continue;
    const alliance = allianceOf(icb, placed);
    moves.push({ row, area: old, to: icb, name, from: month, alliance, subIcb: sub });
  }
  const rows = wholeOrDivided(moves);
  const headings: Headings = {
    from_area: subColumn,
    to_area: icbColumn,
    to_name: columns.name,
    from_month: 'the year of the columns',
    alliance: columns.alliance[0] ?? 'the Alliance',
    sub_icb: subColumn,
  };
  checkSuccessions(rows, { context, problems, headings });
  problems.settle();
  const { fresh } = withoutHeld(together(rows), context.successions);
  const { tally, ...declared } = declaring(fresh);
  return {
    source: {
      id: `ons-icb-lookup-${columns.year}`,
      publisher: 'Office for National Statistics',
      publication: `Sub-ICBs to ICBs, April ${columns.year}`,
      period: month,
      licence: OGL,
    },
    ...declared,
    tally: { ...tally, 'sub-ICBs in ICBs as they are held here': held },
    left: [
      {
        count: strange,
        what: 'sub-ICBs that are not known here',
        why: 'their ICBs are: nothing is made of sub-ICBs after 2021',
      },
      ...elsewhere(placed, { ...context, tables }, month),
    ].filter(({ count }) => count > 0),
  };
}

/** Where sub-ICBs move to, an ICB that goes whole in its first row. */
function wholeOrDivided(moves: readonly (ToldSuccession & { subIcb: string })[]): ToldSuccession[] {
  const isDivided = dividedIn(moves);
  const whole = new Set<string>();
  return moves.flatMap(({ subIcb, ...each }): ToldSuccession[] => {
    if (isDivided(each.area)) return [{ ...each, subIcb }];
    if (whole.has(each.area)) return [];
    whole.add(each.area);
    return [each];
  });
}

/** Each sub-ICB with its ICB; adds a problem where it has two, or one that is known by no code. */
function placedBy(rows: readonly Row[], columns: Columns, context: Context, problems: Problems): Placed[] {
  const bySub = new Map<string, Placed>();
  for (const { row, cells } of rows) {
    const code = (of: readonly string[]) => {
      const [first = '', ...others] = of.map((column) => context.coded(cells[column] ?? ''));
      return context.byOnsCode.get(first) ?? (first || (others[0] ?? ''));
    };
    const named = context.byName.get(cells[columns.name] ?? '');
    const [sub, printed] = [code(columns.sub), code(columns.icb)];
    const icb = isOns(printed) || printed === '' ? (named ?? printed) : printed;
    const earlier = bySub.get(sub);
    if (earlier) {
      if (earlier.icb !== icb)
        problems.addOnce(
          `${sub} ${icb}`,
          `${columns.icb[0]}: "${icb}" has ${sub}, which ${earlier.icb} has in row ${earlier.row}; expected each sub-ICB in one ICB`,
          { row },
        );
      continue;
    }
    if (isOns(icb) || icb === '')
      problems.addOnce(
        `no code ${icb}`,
        `${columns.icb[0]}: "${icb}" (${cells[columns.name] ?? ''}) is known here by no ONS code; expected the NHS' code of an ICB that is new (a column ${columns.name.replace('NM', 'CDH')}), or our own successions CSV (npm run data -- template successions)`,
        { row },
      );
    const alliance = columns.alliance.map((column) => cells[column] ?? '').find((each) => each !== '') ?? '';
    const name = (cells[columns.name] ?? '').replace(/ Integrated Care Board$/i, ' ICB');
    bySub.set(sub, { row, sub, icb, name, alliance: todaysAlliance(alliance, context) ?? alliance });
  }
  problems.settle();
  return [...bySub.values()];
}

const isOns = (code: string) => /^E\d{8}$/.test(code);

/** Our id of one of today's Alliances, by its ONS code or its name. */
function todaysAlliance(text: string, { tables }: Context): string | undefined {
  const plain = (name = '') => name.replace(/ Cancer Alliance$/i, '').toLowerCase();
  return tables['alliances-today'].find(
    ({ ons_code, name }) => ons_code === text || (text !== '' && plain(name) === plain(text)),
  )?.id;
}

/** The Alliance in which the file places the whole of an ICB; null where it places it in several, or in none known here. */
function allianceOf(icb: string, placed: readonly Placed[]): string | null {
  const [first, ...others] = new Set(
    placed.filter((each) => each.icb === icb).map(({ alliance }) => alliance),
  );
  return others.length === 0 && first?.startsWith('today-') ? first : null;
}

/** The ICBs that the file places in another of today's Alliances than they stand in here. */
function elsewhere(placed: readonly Placed[], { tables }: Pick<Context, 'tables'>, month: string): Left[] {
  const homes = membershipsAt(tables, month);
  const moved = new Map<string, string>();
  for (const { icb, alliance } of placed) {
    const home = homes.get(icb);
    if (alliance !== '' && home !== undefined && alliance !== home) moved.set(icb, `${icb}: ${alliance}`);
  }
  return [
    {
      count: moved.size,
      what: moved.size === 1 ? 'ICB in another Cancer Alliance' : 'ICBs in other Cancer Alliances',
      why: `${[...moved.values()].slice(0, 5).join(', ')}; an ICB that goes on stays in its Alliance here (data/geography/memberships-today.csv), as figures before and after would be of other people`,
    },
  ];
}
