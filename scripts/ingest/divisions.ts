import { grouped } from '../../data/grouped.ts';
import { membershipsAt, subIcbsOf } from '../geography/places.ts';
import { monthBefore } from '../geography/succeeded.ts';
import type { GeographyTables } from '../geography/tables.ts';
import type { ToldSuccession, Wrong } from './successions.ts';

type Standing = { tables: GeographyTables; month: string };

/**
 * Adds a problem for each ICB that rows of a month divide otherwise than into all of its sub-ICBs, and for each that begins
 * with a part of one and is told no Alliance. Returns the ICBs of which that is so.
 */
export function checkDivided(
  rows: readonly ToldSuccession[],
  all: readonly ToldSuccession[],
  { tables, month }: Standing,
  tell: Wrong,
): Set<string> {
  const broken = new Set<string>();
  const asked = new Set<string>();
  const before = monthBefore(month);
  const homes = membershipsAt(tables, before);
  const divided = grouped(
    rows.filter(({ subIcb }) => subIcb !== undefined),
    ({ area }) => area,
  );
  for (const [area, of] of divided) {
    const [first] = of as [ToldSuccession];
    const parts = [...subIcbsOf(tables, area, before).values()].flat();
    const subs = [...new Set(parts.map(({ sub }) => sub))].sort();
    const wrong: Wrong = (row, column, message) => {
      broken.add(area);
      tell(row, column, message);
    };
    for (const { row, subIcb = '' } of of)
      if (!subs.includes(subIcb))
        wrong(row, 'sub_icb', `"${subIcb.slice(0, 100)}"; expected a sub-ICB of ${area}: ${subs.join(', ')}`);
    const missing = subs.filter((sub) => !of.some(({ subIcb }) => subIcb === sub));
    if (missing.length > 0)
      wrong(
        first.row,
        'sub_icb',
        `${missing.join(', ')} of ${area} ${missing.length === 1 ? 'is' : 'are'} in no row; expected every sub-ICB of an ICB that is divided`,
      );
    if (new Set(of.map(({ to }) => to)).size === 1) continue;
    for (const { to, alliance } of of) {
      if (alliance !== null || asked.has(to)) continue;
      asked.add(to);
      wrong(
        all.find((each) => each.to === to)?.row ?? first.row,
        'alliance',
        `"": ${to} begins with a part of ${area}, which is divided; expected today's Alliance of it, as that does not follow from its people (${area} is in ${homes.get(area)}; npm run data -- template successions has a column for it)`,
      );
    }
  }
  return broken;
}
