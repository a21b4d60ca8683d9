import type { GeographyRow, GeographyTables } from './tables.ts';

/** The rows that say in which commissioner each CCG's people are counted in a month. */
export function placesIn(tables: GeographyTables, month: string): Map<string, GeographyRow[]> {
  const places = new Map<string, GeographyRow[]>();
  for (const row of tables.successions) {
    const { ccg = '', from = '' } = row;
    if (from > month) continue;
    const held = places.get(ccg);
    const since = held?.[0]?.from ?? '';
    if (held === undefined || from > since) places.set(ccg, [row]);
    else if (from === since) held.push(row);
  }
  return places;
}

/** The last month of the CCGs, which are the sub-ICBs of today. */
const LAST_OF_CCGS = '2022-03';

/** The ICB in which most people of each sub-ICB (by its NHS code) are counted in a month. */
export function icbOfEach(tables: GeographyTables, month: string): Map<string, string> {
  const [subs, icbs] = [placesIn(tables, LAST_OF_CCGS), placesIn(tables, month)];
  const people = new Map<string, Map<string, number>>();
  for (const { id = '', population } of tables.ccgs)
    for (const { successor: sub = '', share = '1' } of subs.get(id) ?? [{ successor: id }])
      for (const { successor: icb = '', share: part = '1' } of icbs.get(id) ?? []) {
        const of = people.get(sub) ?? new Map<string, number>();
        of.set(icb, (of.get(icb) ?? 0) + Number(population) * Number(share) * Number(part));
        people.set(sub, of);
      }
  return new Map(
    [...people].map(([sub, of]) => [sub, [...of].sort(([, one], [, other]) => other - one)[0]?.[0] ?? '']),
  );
}

/** A sub-ICB with the part (0 to 1) of the people of a CCG of 2016 that it has, of those whom an ICB has of that CCG. */
type Part = { sub: string; part: number };

/**
 * The sub-ICBs of an ICB in a month, by the CCGs of 2016 whose people it has: those most of whose people are in it, or where
 * it has none such of a CCG, all of that CCG.
 */
export function subIcbsOf(tables: GeographyTables, icb: string, month: string): Map<string, Part[]> {
  const subs = placesIn(tables, LAST_OF_CCGS);
  const home = icbOfEach(tables, month);
  const found = new Map<string, Part[]>();
  for (const [ccg, rows] of placesIn(tables, month)) {
    if (!rows.some(({ successor }) => successor === icb)) continue;
    const all = subs.get(ccg) ?? [{ successor: ccg, share: '1' }];
    const inside = all.filter(({ successor = '' }) => home.get(successor) === icb);
    const of = inside.length > 0 ? inside : all;
    const whole = of.reduce((sum, { share }) => sum + Number(share), 0);
    found.set(
      ccg,
      of.map(({ successor: sub = '', share }) => ({ sub, part: Number(share) / whole })),
    );
  }
  return found;
}

/** Today's Alliance of each ICB in a month. */
export function membershipsAt(tables: GeographyTables, month: string): Map<string, string> {
  const begun = tables['memberships-today'].filter(({ from = '' }) => from <= month);
  const byTime = [...begun].sort((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1));
  return new Map(byTime.map(({ icb = '', alliance = '' }) => [icb, alliance]));
}
