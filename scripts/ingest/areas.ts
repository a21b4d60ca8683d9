import path from 'node:path';
import type { Period } from '../../data/periods.ts';
import { readCsv } from './csv.ts';

/** A CCG under one name and footprint: the months it has them in (`YYYY-MM`, both included, empty: open). */
export type Ccg = { id: string; ons_code: string; name: string; from: string; until: string };
export type Areas = { ccgs: Ccg[]; made: Map<string, string> };

/** The CCGs that figures are taken of, and the ids of the areas that are made from them (`Alliances`, `regions`). */
export function readAreas(geography: string): Areas {
  const rows = (name: string) => readCsv(path.join(geography, name));
  const ids = (name: string, level: string) => rows(name).map(({ id = '' }) => [id, level] as const);
  return {
    ccgs: rows('commissioners.csv').filter(({ kind }) => kind === 'ccg') as Ccg[],
    made: new Map([...ids('alliances.csv', 'Alliances'), ...ids('regions.csv', 'regions')]),
  };
}

/** Whether a CCG is what its name says when a period begins, as the build asks of every figure. */
export const existsAt = ({ from, until }: Ccg, { start }: Period) =>
  from <= start && (until === '' || start <= until);

/** What is wrong with an area to load a figure of, in a period where that is known, or null. */
export function areaProblem(area: string, period: Period | null, { ccgs, made }: Areas): string | null {
  if (area === 'england') return null;
  const level = made.get(area);
  if (level) return `${area}: ${level} are made from their CCGs; expected england or a CCG's NHS code`;
  const named = ccgs.filter(({ id }) => id === area);
  if (named.length === 0)
    return `unknown area ${area || '(empty)'}; expected england or a CCG's NHS code such as 02N`;
  if (!period || named.some((ccg) => existsAt(ccg, period))) return null;
  const spans = named.map(
    ({ name, from, until }) => `${name} ${from && `from ${from} `}to ${until || 'now'}`,
  );
  return `${area} is ${spans.join(', ')}; expected a CCG that there was in ${period.start}`;
}
