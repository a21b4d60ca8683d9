import { parsePeriod, periodLabel } from '../../data/periods.ts';
import type { Geography } from './geography.ts';

/** The last month of what has not ended. */
export const OPEN = '9999-12';

/** The month so many months after another, or before. */
export function shifted(month: string, by: number): string {
  const number = 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

const said = (month: string) => {
  const period = parsePeriod(month);
  return period ? periodLabel(period) : month;
};

/** The CCG that follows a CCG whose code has ended: where most of its people are counted from the month after. */
export function successorOf(geography: Geography, area: string) {
  const last = geography.versionsOf.get(area)?.at(-1);
  if (last?.level !== 'ccg' || last.until === OPEN) return null;
  const from = shifted(last.until, 1);
  const people = new Map<string, number>();
  for (const ccg of geography.shapesOf(area, last.until)) {
    const follows = geography.successorAt(ccg, from);
    if (!follows) continue;
    const moved = follows.share * (geography.populationOf.get(ccg) ?? 0);
    people.set(follows.successor, (people.get(follows.successor) ?? 0) + moved);
  }
  const [most] = [...people].sort(([, a], [, b]) => b - a);
  return most ? { area: most[0], name: geography.areaAt(most[0], from)?.name ?? most[0], from } : null;
}

/** What became of an area under its code, in words: another footprint, or a merger; null where nothing did. */
export function historyOf(
  { versionsOf }: Geography,
  area: string,
  successor: { name: string; from: string } | null,
): string | null {
  const versions = versionsOf.get(area) ?? [];
  const told = versions.slice(1).map(({ name, from }, i) => {
    const until = said(shifted(from, -1));
    return `The code ${area} is ${versions[i]?.name} until ${until}, then ${name}.`;
  });
  if (successor) told.push(`Its patients are counted in ${successor.name} from ${said(successor.from)}.`);
  return told.join(' ') || null;
}
