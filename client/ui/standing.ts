import type { Areas, Icb } from '../../data/contract/index.ts';

type Dated = Pick<Areas, 'latestMonth'>;

/** Of some ICBs those that there are in the latest month with figures. */
export const standing = (icbs: readonly Icb[], { latestMonth }: Dated): Icb[] =>
  icbs.filter(({ from, until }) => from <= latestMonth && (until === null || latestMonth <= until));

/** And those that have ended by then. */
export const ended = (icbs: readonly Icb[], { latestMonth }: Dated): Icb[] =>
  icbs.filter(({ until }) => until !== null && until < latestMonth);
