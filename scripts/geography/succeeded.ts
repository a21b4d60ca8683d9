import type { Succession } from '../../data/geography/own.ts';
import { apportion } from '../../server/stats/drivers.ts';
import { placesIn } from './places.ts';
import type { GeographyRow, GeographyTables } from './tables.ts';

/**
 * The tables of areas as they are with a user's successions: an ICB that ends does so in the month before, and the one it
 * becomes begins, has its people, and stands in an Alliance. Throws where an ICB that should end is not there then.
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
function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

function inMonth(
  tables: GeographyTables,
  month: string,
  successions: readonly Succession[],
): GeographyTables {
  const into = new Map(successions.map(({ area, to }) => [area, to]));
  const made = [...new Map(successions.map((each) => [each.to, each])).values()];
  const ends = (row: GeographyRow) => row.kind === 'icb' && row.until === '' && into.has(row.id ?? '');
  const ending = new Set(tables.commissioners.filter(ends).map(({ id }) => id));
  for (const { area, to } of successions)
    if (!ending.has(area))
      throw new Error(`${area}, of which ${to} is made in ${month}, is no ICB that there is until then`);
  const moved = movedIn(tables, month, into);
  const movedCcgs = new Set(moved.map(({ ccg }) => ccg));
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
      ...successions.map(({ area, to }) => ({ icb: area, successor: to, from: month, share: '1' })),
    ],
    'memberships-today': [
      ...tables['memberships-today'],
      ...made.map((each) => membershipOf(tables, each, successions)),
    ],
  };
}

/** The successions of CCGs from a month on, in which each ICB that ends is replaced by the one it becomes. */
function movedIn(tables: GeographyTables, month: string, into: ReadonlyMap<string, string>): GeographyRow[] {
  const moved = [...placesIn(tables, month)].flatMap(([ccg, rows]) => {
    if (!rows.some(({ successor = '' }) => into.has(successor))) return [];
    const after = new Map<string, GeographyRow>();
    for (const row of rows) {
      const successor = into.get(row.successor ?? '') ?? row.successor ?? '';
      const share = Number(after.get(successor)?.share ?? 0) + Number(row.share);
      after.set(successor, {
        ...row,
        ccg,
        successor,
        from: month,
        share: String(share),
        note: share < 1 ? (row.note ?? '') : '',
      });
    }
    return [...after.values()];
  });
  const made = new Set(into.values());
  return moved.map((row) =>
    made.has(row.successor ?? '') ? { ...row, fit: fitOf(tables, row.successor ?? '', moved) } : row,
  );
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
  successions: readonly Succession[],
): GeographyRow {
  const before = [...placesIn(tables, monthBefore(from)).values()].flat();
  const population = new Map(tables.ccgs.map(({ id = '', population: people }) => [id, Number(people)]));
  const people = new Map<string, number>();
  for (const { area } of successions.filter((each) => each.to === to)) {
    const home = allianceOf(tables, area);
    const held = before
      .filter(({ successor }) => successor === area)
      .reduce((sum, { ccg = '', share }) => sum + (population.get(ccg) ?? 0) * Number(share), 0);
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
