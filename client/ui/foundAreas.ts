import type { Areas } from '../../data/contract/index.ts';
import type { Places } from '../../data/geography/places.ts';
import { byLetters } from '../../data/text/order.ts';
import { areasNoun, periodBrief } from '../../data/text/words.ts';
import { areaUrl, type Context, compareAreasUrl, MOST_AREAS } from '../url.ts';

/** `trust`: found by a hospital trust, of which there are no figures. */
export type Found = { name: string; kind: string; path: string; trust?: boolean };

const MOST = 8;
/** And with what is found by council and trust. */
const MOST_WITH_PLACES = 12;

/**
 * The areas found by name or code, then those found by council or hospital trust that are not among them; what the reader
 * looks at goes along to their pages.
 */
export function findAll(areas: Areas, places: Places | undefined, text: string, context: Context): Found[] {
  const named = findAreas(areas, text, context);
  const placed = findPlaces(areas, places, text, context);
  const added = placed.filter(({ path, trust }) => trust || named.every((each) => each.path !== path));
  return [...named, ...added].slice(0, MOST_WITH_PLACES);
}

/** From when to when an area is, or was; without a beginning where that is not known, without an end where it goes on. */
function lasted(from: string, until: string | null): string {
  if (until === null) return from === '' ? '' : `from ${periodBrief(from)}`;
  return from === '' ? `until ${periodBrief(until)}` : `${periodBrief(from)} to ${periodBrief(until)}`;
}

/** The month before one; null where there is none. */
function monthBefore(id: string | undefined): string | null {
  if (id === undefined) return null;
  const [year = 0, month = 0] = id.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/** The areas whose name or code matches a text, best first: whole code, then beginnings, then anywhere in the name. */
export function findAreas(areas: Areas, text: string, context: Context = {}): Found[] {
  const wanted = plain(text);
  const all = [
    ...areas.alliances.map(({ area, name, kind }) => ({
      code: '',
      found: {
        name,
        kind: `${kind === 'vanguard' ? 'Vanguard' : 'Alliance'} of 2016`,
        path: areaUrl('alliance', area, context),
      },
    })),
    ...areas.alliancesToday.map(({ area, name }) => ({
      code: '',
      found: { name, kind: 'Alliance of today', path: areaUrl('alliance-today', area, context) },
    })),
    ...areas.ccgs.map(({ area, name, successors }) => ({
      code: area,
      found: {
        name,
        kind: `${area}, CCG ${lasted('', monthBefore(successors.map(({ from }) => from).sort()[0]))}`,
        path: areaUrl('ccg', area, context),
      },
    })),
    ...areas.laterCcgs.map(({ area, name, from, until }) => ({
      code: area,
      found: { name, kind: `${area}, CCG ${lasted(from, until)}`, path: areaUrl('ccg', area, context) },
    })),
    ...areas.icbs.map(({ area, name, from, until }) => ({
      code: area,
      found: { name, kind: `${area}, ICB ${lasted(from, until)}`, path: areaUrl('icb', area, context) },
    })),
    // They open in their own months, which are not those that the reader looks at.
    ...areas.ownAreas.map(({ area, name, level, members, until }) => ({
      code: area,
      found: {
        name,
        kind: `own area of ${members.length} ${areasNoun(level, members.length)}${until === null ? '' : `, ${lasted('', until)}`}`,
        path: compareAreasUrl([area, 'england', ...members].slice(0, MOST_AREAS)),
      },
    })),
  ];
  return all
    .map(({ code, found }) => ({ found, worth: worth(plain(found.name), code.toLowerCase(), wanted) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => other.worth - one.worth || byLetters(one.found.name, other.found.name))
    .slice(0, MOST)
    .map(({ found }) => found);
}

/** The areas that people of a council whose name matches live in, and the ICB of a trust; largest share first. */
export function findPlaces(
  areas: Areas,
  places: Places | undefined,
  text: string,
  context: Context = {},
): Found[] {
  const wanted = plain(text);
  if (!places || wanted.length < 3) return [];
  const nameOf = new Map([...areas.ccgs, ...areas.icbs].map(({ area, name }) => [area, name]));
  const matching = <Place extends { name: string }>(all: readonly Place[]) =>
    all
      .map((place) => ({ place, worth: worth(plain(place.name), '', wanted) }))
      .filter(({ worth }) => worth > 1)
      .sort((one, other) => other.worth - one.worth)
      .map(({ place }) => place);
  const shared =
    (level: 'ccg' | 'icb', council: string) =>
    (areasOf: readonly (readonly [area: string, share: number])[]) =>
      areasOf.flatMap(([area, share]): Found[] => {
        const name = nameOf.get(area);
        const part = share > 0.995 ? 'all' : `${Math.round(100 * share)}%`;
        return name === undefined
          ? []
          : [{ name, kind: `${part} of ${council} council’s people`, path: areaUrl(level, area, context) }];
      });
  return [
    ...matching(places.councils)
      .slice(0, 2)
      .flatMap(({ name, ccgs, icbs }) => [
        ...shared('icb', name)(icbs.slice(0, 2)),
        ...shared('ccg', name)(ccgs.slice(0, 4)),
      ]),
    ...matching(places.trusts)
      .slice(0, 3)
      .flatMap(({ name, icb }): Found[] => {
        const of = nameOf.get(icb);
        return of === undefined
          ? []
          : [{ name: of, kind: `the ICB of ${name}`, path: areaUrl('icb', icb, context), trust: true }];
      }),
  ];
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/^nhs /, '')
    .replace(/[^a-z0-9 ]/g, '')
    .trim();

function worth(name: string, code: string, wanted: string): number {
  if (wanted === '') return 0;
  if (code === wanted) return 4;
  if (name.startsWith(wanted)) return 3;
  if (name.includes(` ${wanted}`)) return 2;
  return name.includes(wanted) || code.startsWith(wanted) ? 1 : 0;
}
