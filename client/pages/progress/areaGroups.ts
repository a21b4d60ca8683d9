import type { Areas } from '../../../data/contract/index.ts';

type Named = { area: string; name: string };

const byName = (one: Named, other: Named) => one.name.localeCompare(other.name, 'en-GB');

/**
 * The areas to choose from below England: regions, Alliances, and the CCGs of the Alliance that is chosen or holds the
 * chosen CCG. A CCG made by a later merger stands alone.
 */
export function areaGroups(
  { regions, alliances, ccgs, laterCcgs }: Areas,
  chosen: string,
): { name: string; areas: Named[] }[] {
  const later = laterCcgs.find(({ area }) => area === chosen);
  const homes = [
    chosen,
    ...(ccgs.find(({ area }) => area === chosen)?.alliances ?? []),
    ...(later ? [later.alliance] : []),
  ];
  const own = alliances.filter(({ area }) => homes.includes(area));
  return [
    { name: 'Regions', areas: regions },
    { name: 'Alliances', areas: [...alliances].sort(byName) },
    ...(later ? [{ name: 'CCG', areas: [later] }] : []),
    ...own.map((alliance) => ({
      name: `CCGs of ${alliance.name}`,
      areas: ccgs.filter(({ area }) => alliance.ccgs.includes(area)).sort(byName),
    })),
  ];
}
