import type { Succession } from '../../data/geography/own.ts';
import { grouped } from '../../data/grouped.ts';
import { apportion } from '../../server/stats/drivers.ts';
import { placesIn, subIcbsOf } from './places.ts';
import type { GeographyRow, GeographyTables } from './tables.ts';

/**
 * The tables of areas as they are with a user's successions: an ICB that ends does so in the month before, and the one it
 * becomes begins, has its people (of one that is divided, those of the sub-ICBs told), and stands in an Alliance. Throws
 * where an ICB that should end is not there then, or a sub-ICB of it goes nowhere.
 */
export function succeeded(tables: GeographyTables, successions: readonly Succession[]): GeographyTables {
  const months = [...new Set(successions.map(({ from }) => from))].sort();
  return months.reduce(
    (held, month) =>
      inMonth(
        held,
        month,
        successions.filter(({ from }) => from === month),
      ),
    tables,
  );
}

/** The month before one (`YYYY-MM`). */
export function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

function inMonth(
  tables: GeographyTables,
  month: string,
  successions: readonly Succession[],
): GeographyTables {
  const leaving = grouped(successions, ({ area }) => area);
  const made = [...new Map(successions.map((each) => [each.to, each])).values()];
  const ends = (row: GeographyRow) => row.kind === 'icb' && row.until === '' && leaving.has(row.id ?? '');
  const ending = new Set(tables.commissioners.filter(ends).map(({ id }) => id));
  for (const { area, to } of successions)
    if (!ending.has(area))
      throw new Error(`${area}, of which ${to} is made in ${month}, is no ICB that there is until then`);
  const goes = new Map([...leaving].map(([area, of]) => [area, goingFrom(tables, area, of)]));
  const moved = movedIn(tables, month, goes);
  const movedCcgs = new Set(moved.map(({ ccg }) => ccg));
  const taken = peopleTaken(tables, month, goes);
  return {
    ...tables,
    commissioners: [
      ...tables.commissioners.map((row) => (ends(row) ? { ...row, until: monthBefore(month) } : row)),
      ...made.map(({ to, name }) => ({ id: to, name, ons_code: '', kind: 'icb', from: month, until: '' })),
    ],
    successions: [
      ...tables.successions.filter(({ ccg = '', from }) => from !== month || !movedCcgs.has(ccg)),
      ...moved,
    ],
    'icb-successions': [
      ...tables['icb-successions'],
      ...successions.map(({ area, to }) => ({
        icb: area,
        successor: to,
        from: month,
        share: shareOf(taken.get(area), to),
      })),
    ],
    'memberships-today': [
      ...tables['memberships-today'],
      ...made.map((each) => membershipOf(tables, each, taken)),
    ],
  };
}

/** Of the people that an ICB has of a CCG, the part that each ICB which it becomes gets. */
type Going = (ccg: string) => ReadonlyMap<string, number>;

/** How an ICB's people leave it. Throws where a sub-ICB of one that is divided goes nowhere. */
function goingFrom(tables: GeographyTables, area: string, of: readonly Succession[]): Going {
  const [first] = of;
  if (first === undefined) throw new Error(`${area} becomes nothing`);
  if (first.subIcbs === undefined) {
    const whole = new Map([[first.to, 1]]);
    return () => whole;
  }
  const to = new Map(of.flatMap((each) => (each.subIcbs ?? []).map((sub) => [sub, each.to] as const)));
  const subIcbs = subIcbsOf(tables, area, monthBefore(first.from));
  return (ccg) => {
    const parts = new Map<string, number>();
    for (const { sub, part } of subIcbs.get(ccg) ?? []) {
      const next = to.get(sub);
      if (next === undefined)
        throw new Error(`${sub}, a sub-ICB of ${area}, is in none of those that it is divided into`);
      parts.set(next, (parts.get(next) ?? 0) + part);
    }
    return parts;
  };
}

/** The successions of CCGs from a month on, in which each ICB that ends is replaced by those that it becomes. */
function movedIn(tables: GeographyTables, month: string, goes: ReadonlyMap<string, Going>): GeographyRow[] {
  const made = new Set<string>();
  const moved = [...placesIn(tables, month)].flatMap(([ccg, rows]) => {
    if (!rows.some(({ successor = '' }) => goes.has(successor))) return [];
    const after = new Map<string, GeographyRow>();
    for (const row of rows) {
      const going = goes.get(row.successor ?? '');
      for (const [successor, part] of going?.(ccg) ?? [[row.successor ?? '', 1]]) {
        if (going) made.add(successor);
        const share = Number(after.get(successor)?.share ?? 0) + Number(row.share) * part;
        after.set(successor, {
          ...row,
          ccg,
          successor,
          from: month,
          share: String(share),
          note: share < 1 ? (row.note ?? '') : '',
        });
      }
    }
    return [...after.values()];
  });
  return moved.map((row) =>
    made.has(row.successor ?? '') ? { ...row, fit: fitOf(tables, row.successor ?? '', moved) } : row,
  );
}

/** The people of mid-2015 that each ICB which begins gets of each that ends, by the latter. */
function peopleTaken(tables: GeographyTables, month: string, goes: ReadonlyMap<string, Going>) {
  const population = new Map(tables.ccgs.map(({ id = '', population: people }) => [id, Number(people)]));
  const taken = new Map<string, Map<string, number>>();
  for (const { ccg = '', successor = '', share } of [...placesIn(tables, monthBefore(month)).values()].flat())
    for (const [to, part] of goes.get(successor)?.(ccg) ?? []) {
      const of = taken.get(successor) ?? new Map<string, number>();
      of.set(to, (of.get(to) ?? 0) + (population.get(ccg) ?? 0) * Number(share) * part);
      taken.set(successor, of);
    }
  return taken;
}

/** The part of an ICB's people that one gets, as a cell: of one that is not divided it is `1`. */
function shareOf(taken: ReadonlyMap<string, number> | undefined, to: string): string {
  if (taken === undefined || taken.size === 1) return '1';
  const all = [...taken.values()].reduce((sum, people) => sum + people, 0);
  return ((taken.get(to) ?? 0) / all).toFixed(6);
}

/** `exact` where one Alliance of Annex i holds every CCG of an ICB. */
function fitOf(tables: GeographyTables, icb: string, moved: readonly GeographyRow[]): string {
  const ccgs = moved.filter(({ successor }) => successor === icb).map(({ ccg }) => ccg);
  const holding = tables.alliances.filter(({ id }) =>
    ccgs.every((ccg) => tables.memberships.some((row) => row.alliance === id && row.ccg === ccg)),
  );
  return holding.length === 1 ? 'exact' : 'best-fit';
}

/** Today's Alliance of an ICB that is made: the one given, else that of most of its people, as of mid-2015. */
function membershipOf(
  tables: GeographyTables,
  { to, from, alliance: given }: Succession,
  taken: ReadonlyMap<string, ReadonlyMap<string, number>>,
): GeographyRow {
  const people = new Map<string, number>();
  for (const [area, of] of taken) {
    const held = of.get(to);
    if (held === undefined) continue;
    const home = allianceOf(tables, area);
    people.set(home, (people.get(home) ?? 0) + held);
  }
  const shares = [...people].sort(([, one], [, other]) => other - one);
  const alliance = given ?? shares[0]?.[0] ?? '';
  const exact = shares.length === 1 && shares[0]?.[0] === alliance;
  return {
    icb: to,
    alliance,
    from,
    fit: exact ? 'exact' : 'best-fit',
    note: exact ? '' : noteOf(tables, shares, alliance),
  };
}

/** Today's Alliance in which an ICB stands at last. */
const allianceOf = (tables: GeographyTables, icb: string): string =>
  tables['memberships-today']
    .filter((row) => row.icb === icb)
    .reduce((last, row) => ((row.from ?? '') >= (last.from ?? '') ? row : last), {} as GeographyRow)
    .alliance ?? '';

function noteOf(tables: GeographyTables, shares: readonly [string, number][], alliance: string): string {
  const nameOf = (id: string) => tables['alliances-today'].find((row) => row.id === id)?.name ?? id;
  const all = shares.reduce((sum, [, people]) => sum + people, 0);
  const percents = apportion(
    100,
    shares.map(([, people]) => (100 * people) / all),
  );
  const parts = shares.map(([id], i) => `${percents[i]}% ${nameOf(id)}`).join(', ');
  return shares[0]?.[0] === alliance
    ? `Counted whole where most of its people of mid-2015 are: ${parts}.`
    : `Counted whole in ${nameOf(alliance)}, as it was declared. Its people of mid-2015 are: ${parts}.`;
}
