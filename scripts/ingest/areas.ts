import path from 'node:path';
import type { Period } from '../../data/periods.ts';
import { nearest } from '../../data/text/nearest.ts';
import { readCsv } from './csv.ts';

/** A CCG under one name and footprint: the months it has them in (`YYYY-MM`, both included, empty: open). */
export type Ccg = { id: string; ons_code: string; name: string; from: string; until: string };
export type Areas = {
  ccgs: Ccg[];
  icbs: Ccg[];
  made: Map<string, string>;
  /** The nearest areas of unknown ones, once found. */
  told: Map<string, string>;
};

/** The CCGs and ICBs that figures are taken of, and the ids of the areas that are made from them (`Alliances`, `regions`). */
export function readAreas(geography: string): Areas {
  const rows = (name: string) => readCsv(path.join(geography, name));
  const ids = (name: string, level: string) => rows(name).map(({ id = '' }) => [id, level] as const);
  const commissioners = rows('commissioners.csv');
  const of = (wanted: string) => commissioners.filter(({ kind }) => kind === wanted) as Ccg[];
  return {
    ccgs: of('ccg'),
    icbs: of('icb'),
    told: new Map(),
    made: new Map([
      ...ids('alliances.csv', 'Alliances'),
      ...ids('alliances-today.csv', 'Alliances'),
      ...ids('regions.csv', 'regions'),
    ]),
  };
}

/** Whether a CCG is what its name says in a month. */
export const existsIn = ({ from, until }: Ccg, month: string) =>
  from <= month && (until === '' || month <= until);

/** The month after the last of a period: a publisher may print a year on the areas of the next one. */
export function monthAfter({ end }: Period): string {
  const [year = 0, number = 0] = end.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The areas nearest to a text, in words; found for the first unknown areas alone, for it takes a millisecond each. */
export function nearestTo(area: string, known: readonly Ccg[], told: Map<string, string>): string {
  if (told.size >= NEAREST_TOLD && !told.has(area)) return '';
  const said =
    told.get(area) ??
    nearest(area, known)
      .map((id) => `${id} (${known.find((one) => one.id === id)?.name})`)
      .join(', ');
  told.set(area, said);
  return said === '' ? '' : `; the nearest: ${said}`;
}

const NEAREST_TOLD = 50;

/** What is wrong with an area to load a figure of, in a period where that is known, or null. */
export function areaProblem(
  area: string,
  period: Period | null,
  { ccgs, icbs, made, told }: Areas,
): string | null {
  if (area === 'england' || icbs.some(({ id }) => id === area)) return null;
  const level = made.get(area);
  if (level) return `${area}: ${level} are made from their CCGs; expected england or a CCG's NHS code`;
  const named = ccgs.filter(({ id }) => id === area);
  if (named.length === 0) {
    const like = nearestTo(area, [...ccgs, ...icbs], told);
    return `unknown area ${area || '(empty)'}; expected england or a CCG's or ICB's NHS code such as 02N${like}`;
  }
  if (!period || named.some((ccg) => [period.start, monthAfter(period)].some((at) => existsIn(ccg, at))))
    return null;
  const spans = named.map(
    ({ name, from, until }) => `${name} ${from && `from ${from} `}to ${until || 'now'}`,
  );
  return `${area} is ${spans.join(', ')}; expected a CCG that there was in ${period.start}`;
}
