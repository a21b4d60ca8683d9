import type { OwnArea } from '../../data/geography/own.ts';
import type { Period } from '../../data/periods.ts';
import { nearest } from '../../data/text/nearest.ts';
import type { GeographyTables } from '../geography/tables.ts';
import type { Problems } from './problem.ts';

/** A CCG under one name and footprint: the months it has them in (`YYYY-MM`, both included, empty: open). */
export type Ccg = { id: string; ons_code: string; name: string; from: string; until: string };
export type Areas = {
  ccgs: Ccg[];
  icbs: Ccg[];
  made: Map<string, string>;
  /** A user's own areas; those of ICBs have figures from a month on. */
  own: Ccg[];
  /** The nearest areas of unknown ones, once found. */
  told: Map<string, string>;
};

/** The CCGs and ICBs that figures are taken of, and the ids of the areas that are made from them (`Alliances`, `regions`). */
export function readAreas(tables: GeographyTables, own: readonly OwnArea[] = []): Areas {
  const ids = (name: keyof GeographyTables, level: string) =>
    tables[name].map(({ id = '' }) => [id, level] as const);
  const of = (wanted: string) => tables.commissioners.filter(({ kind }) => kind === wanted) as Ccg[];
  const icbs = of('icb');
  return {
    ccgs: of('ccg'),
    icbs,
    own: own.map((each) => ownSpan(each, icbs)),
    told: new Map(),
    made: new Map([
      ...ids('alliances', 'Alliances'),
      ...ids('alliances-today', 'Alliances'),
      ...ids('regions', 'regions'),
    ]),
  };
}

/** An own area: one of ICBs is there once all of them are, one of CCGs from the beginning. */
function ownSpan({ area, name, level, members }: OwnArea, icbs: readonly Ccg[]): Ccg {
  const begun = icbs.filter(({ id }) => level === 'icb' && members.includes(id)).map(({ from }) => from);
  return { id: area, ons_code: '', name, from: begun.sort().at(-1) ?? '', until: '' };
}

/** What is said of a code that no commissioner has; next April's ICBs have such, until they are declared. */
export function addUnknown(
  code: string,
  name: string,
  problems: Problems,
  at: { sheet?: string; row?: number },
) {
  problems.addOnce(
    `unknown commissioner ${code}`,
    `unknown commissioner ${code} (${name}); expected a code of data/geography/commissioners.csv, or an ICB declared by a file of successions (npm run data -- template successions)`,
    at,
  );
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
  { ccgs, icbs, made, own, told }: Areas,
): string | null {
  const ours = own.find(({ id }) => id === area);
  if (ours)
    return period && period.start < ours.from
      ? `${area} is an own area of ICBs, the last of which begins in ${ours.from}; expected a period from then on`
      : null;
  if (area === 'england' || icbs.some(({ id }) => id === area)) return null;
  const level = made.get(area);
  if (level) return `${area}: ${level} are made from their CCGs; expected england or a CCG's NHS code`;
  const named = ccgs.filter(({ id }) => id === area);
  if (named.length === 0) {
    const like = nearestTo(area, [...ccgs, ...icbs, ...own], told);
    return `unknown area ${area || '(empty)'}; expected england, a CCG's or ICB's NHS code such as 02N, or an own area that is declared${like}`;
  }
  if (!period || named.some((ccg) => [period.start, monthAfter(period)].some((at) => existsIn(ccg, at))))
    return null;
  const spans = named.map(
    ({ name, from, until }) => `${name} ${from && `from ${from} `}to ${until || 'now'}`,
  );
  return `${area} is ${spans.join(', ')}; expected a CCG that there was in ${period.start}`;
}
