import type { Areas } from '../../../data/contract/index.ts';
import type { Level } from '../../../data/metrics/types.ts';
import { MOST_AREAS } from '../../pages/compare/view.ts';

/** An area that can be compared. */
export type Place = { area: string; name: string; level: Level };

/** Every area there is, of all levels, England first; a code that a later merger kept stands once. */
export function allPlaces({ regions, alliances, ccgs, laterCcgs }: Areas): Place[] {
  const at = (level: Level) => (each: { area: string; name: string }) => ({
    area: each.area,
    name: each.name,
    level,
  });
  const codes = new Set(ccgs.map(({ area }) => area));
  return [
    { area: 'england', name: 'England', level: 'england' },
    ...regions.map(({ area, name }) => ({ area, name: `${name} region`, level: 'region' as const })),
    ...alliances.map(at('alliance')),
    ...ccgs.map(at('ccg')),
    ...laterCcgs.filter(({ area }) => !codes.has(area)).map(at('ccg')),
  ];
}

/** What an address names: the areas there are, each once and at most twenty; those too many; and what is no area. */
export function resolve(named: readonly string[], places: readonly Place[]) {
  const byId = new Map(places.map((place) => [place.area.toLowerCase(), place]));
  const found = [...new Set(named.map((each) => byId.get(each.toLowerCase()) ?? each))];
  const known = found.filter((each) => typeof each !== 'string');
  return {
    chosen: known.slice(0, MOST_AREAS),
    beyond: known.slice(MOST_AREAS),
    unknown: found.filter((each) => typeof each === 'string'),
  };
}

/** How an area is offered and found: its name, a CCG's with its code. */
export const labelOf = ({ area, name, level }: Place): string =>
  level === 'ccg' ? `${name} (${area})` : name;
