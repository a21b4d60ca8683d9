import { OWN_BENCHMARKS } from '../../data/addresses/choices.ts';
import type { OwnArea } from '../../data/geography/own.ts';
import { grouped } from '../../data/grouped.ts';
import { type Areas, type Ccg, nearestTo } from './areas.ts';
import { Problems } from './problem.ts';
import type { Context, Format, Reading } from './reading.ts';
import { looksLike, type Row, tableRows } from './table.ts';

/** What is asked of each member of an own area. */
export const OWN_AREA_COLUMNS = ['area', 'area_name', 'member'] as const;

/** A file of a user's own areas, a row for each member: CCGs of December 2016, or ICBs. */
export const ownAreas: Format = {
  name: 'our own areas CSV',
  recognises: (content) => looksLike(content, OWN_AREA_COLUMNS),
  read,
};

/** A file of own areas as it may read: two CCGs of an STP, and two ICBs. */
export const OWN_AREAS_TEMPLATE = [
  OWN_AREA_COLUMNS.join(','),
  'dales-and-bradford,Airedale and Bradford Districts,02N',
  'dales-and-bradford,Airedale and Bradford Districts,02R',
  'across-the-pennines,Greater Manchester and West Yorkshire,QOP',
  'across-the-pennines,Greater Manchester and West Yorkshire,QWO',
].join('\n');

const LONGEST_NAME = 80;
/** Words that stand for what an area is compared with, in an address. */
const RESERVED = ['england', 'best-decile', 'group', ...OWN_BENCHMARKS];

type Found = { row: number; area: string; name: string; member: string };
type Member = Ccg & { level: OwnArea['level'] };

function read(name: string, content: Parameters<Format['read']>[1], context: Context): Reading {
  const problems = new Problems(name);
  const rows = tableRows(content, OWN_AREA_COLUMNS, problems).map((row) => cellsOf(row, context));
  const areas = grouped(rows, ({ area }) => area);
  checkNames(areas, problems);
  const own = [...areas.values()].flatMap((of) => declared(of, context, problems));
  checkApart(own, areas, problems);
  problems.settle();
  return {
    source: {
      id: `own-areas-${own.map(({ area }) => area).join('-')}`,
      publisher: 'Loaded by the user',
      publication: `Own areas: ${own.map((each) => each.name).join('; ')}`,
      period: 'of no period',
      licence: 'of no licence: names and codes',
    },
    waits: [],
    figures: [],
    areas: own,
    tally: { 'own areas': own.length, members: rows.length },
    left: [],
  };
}

const cellsOf = ({ row, cells }: Row, { coded }: Context): Found => ({
  row,
  area: (cells.area ?? '').trim(),
  name: (cells.area_name ?? '').trim(),
  member: coded(cells.member ?? ''),
});

const said = (text: string) => `"${text.slice(0, 100)}"`;

/** Adds a problem for each area whose rows name it differently, and for two areas of one name. */
function checkNames(areas: ReadonlyMap<string, readonly Found[]>, problems: Problems): void {
  const byName = new Map<string, Found>();
  for (const [area, rows] of areas) {
    const [first] = rows;
    if (first === undefined) continue;
    if (first.name === '' || first.name.length > LONGEST_NAME)
      problems.add(`area_name: ${said(first.name)}; expected a name of at most ${LONGEST_NAME} characters`, {
        row: first.row,
      });
    for (const { row, name } of rows.filter((each) => each.name !== first.name))
      problems.add(`area_name: ${said(name)}; expected ${said(first.name)}, as in row ${first.row}`, { row });
    const other = byName.get(first.name);
    if (other)
      problems.add(
        `area_name: ${said(first.name)}; expected another: ${other.area} in row ${other.row} has it`,
        { row: first.row },
      );
    else byName.set(first.name, { ...first, area });
  }
}

/** The area that some rows declare; adds a problem for each thing that is wrong with it. */
function declared(rows: readonly Found[], context: Context, problems: Problems): OwnArea[] {
  const [first] = rows;
  if (first === undefined) return [];
  const unfit = idProblem(first.area, context.areas);
  if (unfit) problems.add(`area: ${said(first.area)}; expected ${unfit}`, { row: first.row });

  const seen = new Map<string, number>();
  const members: Member[] = [];
  for (const { row, member } of rows) {
    const wrong = (expected: string) =>
      problems.add(`member: ${said(member)}; expected ${expected}`, { row });
    const twice = seen.get(member);
    if (twice !== undefined) {
      wrong(`each member once: row ${twice} has it too`);
      continue;
    }
    seen.set(member, row);
    const found = memberOf(member, context);
    if (typeof found === 'string') {
      wrong(found);
      continue;
    }
    const [one] = members;
    if (one && one.level !== found.level)
      wrong(`${NOUNS[one.level]}, as ${one.id}: the members of an area are of one level`);
    else members.push(found);
  }
  if (seen.size === 1)
    problems.add(`area: ${said(first.area)} has one member; expected two or more`, { row: first.row });
  const apart = neverTogether(members);
  if (apart) problems.add(`area: ${said(first.area)}: ${apart}`, { row: first.row });
  const [{ level } = { level: 'ccg' as const }] = members;
  return [{ area: first.area, name: first.name, level, members: members.map(({ id }) => id).sort() }];
}

const NOUNS = { ccg: 'a CCG of December 2016', icb: 'an ICB' } as const;

/** What an own area's id should be, where it cannot have the one given; or null. */
function idProblem(id: string, { ccgs, icbs, made }: Areas): string | null {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id.slice(0, 41)))
    return 'at most 40 small letters, digits and hyphens, such as north-yorkshire-stp';
  const bundled = [...ccgs.map((each) => each.id), ...icbs.map((each) => each.id), ...made.keys()];
  if (bundled.some((each) => each.toLowerCase() === id)) return 'another: a bundled area has this one';
  if (RESERVED.includes(id)) return 'another: in an address this word has a meaning of its own';
  return null;
}

/** The CCG or ICB of a code; or what would be right in its place. */
function memberOf(
  code: string,
  { ccgs: of2016, areas: { ccgs, icbs, made, told } }: Context,
): Member | string {
  const icb = icbs.find(({ id }) => id === code);
  if (icb) return { ...icb, level: 'icb' };
  const ccg = ccgs.find(({ id }) => id === code);
  if (ccg && of2016.has(code)) return { ...ccg, level: 'ccg' };
  if (ccg) return `a CCG of December 2016 or an ICB: ${ccg.name} was made later, by a merger`;
  const level = code === 'england' ? 'England' : made.get(code);
  if (level)
    return `the NHS code of a CCG or ICB: ${level === 'England' ? 'England is' : `${level} are`} of another level`;
  const offered = [...ccgs.filter(({ id }) => of2016.has(id)), ...icbs];
  return `the NHS code of a CCG of December 2016 or an ICB, such as 02N${nearestTo(code, offered, told)}`;
}

/** Why there is no month in which all of some ICBs are there; null where there is one. CCGs all were in December 2016. */
function neverTogether(members: readonly Member[]): string | null {
  const icbs = members.filter(({ level }) => level === 'icb');
  const ended = icbs.find(({ until }) => until !== '' && icbs.some(({ from }) => from > until));
  const later = ended && icbs.find(({ from }) => from > ended.until);
  return later
    ? `${ended.id} ended in ${ended.until} and ${later.id} begins in ${later.from}; expected ICBs that were there together`
    : null;
}

/** Adds a problem for two areas of the same members. */
function checkApart(
  own: readonly OwnArea[],
  rows: ReadonlyMap<string, readonly Found[]>,
  problems: Problems,
): void {
  const byMembers = new Map<string, string>();
  for (const { area, members } of own) {
    const key = members.join(' ');
    const other = byMembers.get(key);
    if (other !== undefined && members.length > 1)
      problems.add(`area: ${said(area)} has the members of ${other}; expected each area once`, {
        row: rows.get(area)?.[0]?.row,
      });
    else byMembers.set(key, area);
  }
}
