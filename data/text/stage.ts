import { formatCount } from './format.ts';

/** Cancers of one area and period: found early and staged, staged at all, and all. */
export type Staged = { early: number; staged: number; all: number };

/**
 * The least and the most that the share found early can be, 0 to 1, whatever the stage of the cancers without one: early
 * of all, were every unstaged cancer late; early and unstaged of all, were every one early.
 * Throws a RangeError unless 0 <= early <= staged <= all and all > 0.
 */
export function earlyBounds({ early, staged, all }: Staged): { allLate: number; allEarly: number } {
  if (!(0 <= early && early <= staged && staged <= all && all > 0))
    throw new RangeError(`early ${early}, staged ${staged}, all ${all}: each must hold the one before it`);
  return { allLate: early / all, allEarly: (early + all - staged) / all };
}

const share = (value: number) => `${(100 * value).toFixed(1)}%`;

/** What a share of staged cancers leaves open, in sentences: `England: 67.0% of cancers were staged …` */
export function stageSentences(name: string, counts: Staged): string[] {
  const { early, staged, all } = counts;
  if (staged === 0) return [`No cancer of ${name} has a stage recorded.`];
  const { allLate, allEarly } = earlyBounds(counts);
  return [
    `${name}: ${share(staged / all)} of cancers were staged (${formatCount(staged)} of ${formatCount(all)}), and ${share(early / staged)} of those were found early (${formatCount(early)}).`,
    `Were every cancer without a stage late, ${share(allLate)} of all would have been found early; were every one early, ${share(allEarly)}.`,
  ];
}
