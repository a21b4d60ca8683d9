import type { Areas } from '../../../data/contract/index.ts';
import type { Level } from '../../../data/metrics/index.ts';
import { MAP_LEVELS, type MapLevel } from '../../../data/metrics/types.ts';
import { areasNoun } from '../../../data/text/words.ts';
import { MOST_AREAS } from '../../url.ts';

/** An area that can be compared. */
export type Place = { area: string; name: string; level: Level };

/** The name of an area beside those of other levels: one of today's Alliances may have the name of one of 2016. */
export const nameBeside = ({ name, level }: { name: string; level: string }): string =>
  level === 'region' ? `${name} region` : level === 'alliance-today' ? `${name} (today)` : name;

/** Every area there is, of all levels, England first; a code that a later merger kept stands once. */
export function allPlaces(areas: Areas): Place[] {
  const { regions, alliances, ccgs, laterCcgs, icbs, alliancesToday, ownAreas } = areas;
  const at =
    (level: Level) =>
    ({ area, name }: { area: string; name: string }): Place => ({
      area,
      name: nameBeside({ name, level }),
      level,
    });
  const codes = new Set(ccgs.map(({ area }) => area));
  return [
    { area: 'england', name: 'England', level: 'england' },
    ...regions.map(at('region')),
    ...alliances.map(at('alliance')),
    ...ccgs.map(at('ccg')),
    ...laterCcgs.filter(({ area }) => !codes.has(area)).map(at('ccg')),
    ...alliancesToday.map(at('alliance-today')),
    ...icbs.map(at('icb')),
    ...ownAreas.map(at('own')),
  ];
}

/** What an address names: the areas there are, each once and at most twenty; those too many; and what is no area. */
export function resolve(named: readonly string[], places: readonly Place[]) {
  const byId = new Map(places.map((place) => [place.area.toLowerCase(), place]));
  const found = [...new Set(named.map((each) => byId.get(each.toLowerCase()) ?? each))];
  const areas = found.filter((each) => typeof each !== 'string');
  return {
    chosen: areas.slice(0, MOST_AREAS),
    beyond: areas.slice(MOST_AREAS),
    unknown: found.filter((each) => typeof each === 'string'),
  };
}

/** How an area is offered and found: its name, a CCG's or ICB's with its code. */
export const labelOf = ({ area, name, level }: Place): string =>
  level === 'ccg' || level === 'icb' ? `${name} (${area})` : name;

/** The areas whose counts are summed, or why none can be. */
export type Group = { members: readonly string[]; level: MapLevel; reason: string };

/**
 * The group that chosen areas form: all of the CCGs or, where no CCG is chosen, all of the Alliances, else all of today's
 * ICBs or Alliances; only areas of one level, two or more, as a total over several levels would count the same people twice.
 */
export function groupOf(chosen: readonly Place[]): Group {
  const level = MAP_LEVELS.find((one) => chosen.some((each) => each.level === one)) ?? 'alliance';
  const members = chosen.filter((each) => each.level === level).map(({ area }) => area);
  if (members.length > 1) return { members, level, reason: '' };
  const levels = new Set(chosen.map((each) => each.level));
  return {
    members: [],
    level,
    reason: `No total: it needs two or more CCGs, ICBs or Alliances${
      levels.size > 1
        ? '; the areas chosen are of several levels, and a total over them would count the same people twice.'
        : '.'
    }`,
  };
}

/** How the total of a group is made, and which areas are not in it. */
export function groupWords({ members, level }: Group, chosen: readonly Place[]): string {
  const others = chosen.filter((each) => each.level !== level).map(({ name }) => name);
  const left =
    others.length === 0 ? '' : ` Not in it, as the same people would be counted twice: ${others.join(', ')}.`;
  return `The total sums the counts of the ${members.length} chosen ${areasNoun(level, members.length)}; it is not the mean of their figures.${left}`;
}
