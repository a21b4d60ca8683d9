import type { Profile } from '../../../data/contract/index.ts';
import { periodWords } from '../../../data/text/figure.ts';
import { VERDICT_RULE } from '../../../data/text/method.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';

/** The month a period ends in, in words: figures are those that were there by then. */
export const lastMonth = (period: string): string => periodWords(period).split(' to ').at(-1) ?? period;

/** How a profile is to be read: when a word is said, and what the pictures of its places hold. */
export const readingNotes = ({ area, against, period }: Profile, confidence: string): [string, string] => {
  const [one, many] = [areasNoun(area.level, 1), areasNoun(area.level, 2)];
  return [
    `Each figure is of ${periodWords(period)}, or else the latest before it, which is marked. It is better or worse where its ${confidence}% interval lies wholly on one side of the value of ${against}. ${VERDICT_RULE} A weighted mean is our approximation, not an official statistic.`,
    `The picture of its place runs from the ${one} with the least favourable figure to that with the most; where nothing is better or worse, from the lowest to the highest. The pale box holds the middle four fifths of ${many}, the darker one the middle half, its tick the median. The dashed line is what figures are compared with; the dot is this ${one}, with its 95% interval.`,
  ];
};
