import type { Geography, Version } from '../../dataset/geography.ts';
import { ProblemError } from '../../http/problem.ts';
import { knownArea } from './lookup.ts';

const LEVELS: Record<string, string> = { england: 'the whole country', region: 'a region', ccg: 'a CCG' };

/** The Alliance of an id. Throws a 404 with the nearest areas; a 400 for an area of another level, naming its Alliances. */
export function knownAlliance(geography: Geography, id: string, month: string): Version {
  const area = geography.areaAt(knownArea(geography, id), month);
  if (area?.level === 'alliance') return area;
  const within = area?.level === 'ccg' ? geography.parentsOf(id, month) : [];
  const inside = [...geography.allianceOf.values()].filter(({ region }) => region === id);
  const found = within.length > 0 ? within : inside.map((each) => each.area);
  const told = found.length > 0 ? `, such as ${found.join(', ')}` : '; /api/areas lists them';
  throw new ProblemError(
    'invalid_value',
    `The parameter 'alliance' is '${id}', ${area?.name ?? id}, which is ${LEVELS[area?.level ?? ''] ?? 'no Alliance'}. It must be an Alliance${told}.`,
    found,
  );
}

/** The CCGs that count in an Alliance in a month, as they are then, by their codes. */
export const membersAt = (geography: Geography, alliance: string, month: string): Version[] =>
  geography.areasAt('ccg', month).filter(({ area }) => geography.parentsOf(area, month).includes(alliance));
