import { areasNoun } from '../../../data/text/spread-parts.ts';
import type { Place } from './places.ts';

/** The areas whose counts are summed, or why none can be. */
export type Group = { members: readonly string[]; level: 'ccg' | 'alliance'; reason: string };

/**
 * The group that chosen areas form: all of the CCGs or, where no CCG is chosen, all of the Alliances; only areas of one
 * level, two or more, as a total over several levels would count the same people twice.
 */
export function groupOf(chosen: readonly Place[]): Group {
  const level = chosen.some((each) => each.level === 'ccg') ? 'ccg' : 'alliance';
  const members = chosen.filter((each) => each.level === level).map(({ area }) => area);
  if (members.length > 1) return { members, level, reason: '' };
  const levels = new Set(chosen.map((each) => each.level));
  return {
    members: [],
    level,
    reason: `No total: it needs two or more CCGs, or two or more Alliances${
      levels.size > 1
        ? '; the areas chosen are of several levels, and a total over them would count the same people twice.'
        : '.'
    }`,
  };
}

/** What stands beside the total of a group: how it is made, and what is not in it. */
export function groupWords({ members, level }: Group, chosen: readonly Place[]): string {
  const others = chosen.filter((each) => each.level !== level).map(({ name }) => name);
  const left =
    others.length === 0 ? '' : ` Not in it, as the same people would be counted twice: ${others.join(', ')}.`;
  return `The total sums the counts of the ${members.length} chosen ${areasNoun(level, members.length)}; it is not the mean of their figures.${left}`;
}
