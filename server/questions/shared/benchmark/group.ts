import { overlaps } from '../../../dataset/geography.ts';
import { knownArea } from '../lookup.ts';
import { absent, type Found, nameOf, type Place, plural, refused } from './place.ts';
import { sumOf, unsummable } from './sum.ts';

/** The areas of an own group, and their level. Throws where one is unknown, empty, given twice or of another level. */
function membersOf({ geography, asked }: Place): { members: string[]; level: string } {
  const members = asked.against.split(',');
  if (members.includes('')) throw refused('has a comma with no area before or after it');
  const levels = new Map<string, string>();
  for (const member of members) {
    knownArea(geography, member);
    if (levels.has(member)) throw refused(`names ${member} twice`);
    levels.set(member, geography.areaAt(member, asked.period.start)?.level ?? '');
  }
  const [level = '', ...others] = new Set(levels.values());
  if (others.length === 0) return { members, level };
  const told = [level, ...others].map((each) => {
    const of = members.filter((member) => levels.get(member) === each);
    return `${of.join(', ')} (${each})`;
  });
  throw refused(`mixes levels: ${told.join('; ')}`);
}

/** What to tell of areas that overlap: a CCG whose people two Alliances count, as both did NHS Cumbria. */
function countedTwice(place: Place, areas: readonly string[]): string[] {
  const { start, end } = place.asked.period;
  return [...place.geography.footprintsOf].flatMap(([commissioner, footprints]) => {
    const inside = footprints.filter((row) => areas.includes(row.area) && overlaps(row, start, end));
    const names = [...new Set(inside.map(({ area }) => nameOf(place, area)))];
    return names.length > 1
      ? [`${nameOf(place, commissioner)} is counted in each of ${names.join(' and ')}`]
      : [];
  });
}

/** The common figure of areas of one level, separated by commas, and the group in words. */
export function ofGroup(place: Place): { name: string; found: Found } {
  const { members, level } = membersOf(place);
  const name = `the chosen group of ${members.length} ${plural(level)}`;
  const why = unsummable(place.metric);
  if (why !== null) return { name, found: absent(why) };
  const rows = members.flatMap((member) => place.rowOf.get(member) ?? []);
  const notes = (areas: readonly string[]) => countedTwice(place, areas);
  return { name, found: sumOf({ area: members.join(','), name }, rows, { of: members.length, notes }) };
}
