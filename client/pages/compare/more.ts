import type { Areas } from '../../../data/contract/index.ts';
import { successorsBy } from '../../../data/text/compare-absent.ts';
import type { Place } from '../../charts/compare/places.ts';
import { MOST_AREAS } from './view.ts';

/** Areas that can be added together, and what they are called. */
export type Batch = { id: string; name: string; areas: readonly string[] };

/** The ten most similar CCGs of each chosen CCG that has them. */
export const similarBatches = (chosen: readonly Place[], { ccgs }: Areas): Batch[] =>
  chosen.flatMap(({ area, level }) => {
    const ccg = level === 'ccg' ? ccgs.find((each) => each.area === area) : undefined;
    return ccg && ccg.similar.length > 0 ? [{ id: area, name: ccg.name, areas: ccg.similar }] : [];
  });

/** The CCGs of every Alliance. */
export const allianceBatches = ({ alliances }: Areas): Batch[] =>
  alliances.map(({ area, name, ccgs }) => ({ id: area, name, areas: ccgs }));

/** The chosen areas with more added, each once; or, in words, why so many cannot be. */
export function withMore(
  chosen: readonly string[],
  { name, areas }: Pick<Batch, 'name' | 'areas'>,
): { areas: string[] } | { refusal: string } {
  const all = [...new Set([...chosen, ...areas])];
  const more = all.length - chosen.length;
  if (all.length <= MOST_AREAS) return { areas: all };
  const out =
    more > MOST_AREAS
      ? 'They are too many to be told apart here; the page of their Alliance ranks them all.'
      : 'Take some out first.';
  return {
    refusal: `None was added: ${name} would bring ${more} more ${more === 1 ? 'area' : 'areas'}, ${all.length} in all, and at most ${MOST_AREAS} are compared. ${out}`,
  };
}

/** The chosen areas with those that merged before a period replaced by what followed them; null where none did. */
export function withSuccessors(chosen: readonly Place[], { ccgs }: Areas, period: string): string[] | null {
  const next = chosen.map(({ area }) => {
    const after = successorsBy(
      ccgs.find((each) => each.area === area),
      period,
    );
    return after.length > 0 ? after : [area];
  });
  const areas = [...new Set(next.flat())];
  return areas.join() === chosen.map(({ area }) => area).join() ? null : areas;
}
