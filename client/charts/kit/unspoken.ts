/** Makes a screen reader pass over a part of a drawing that only repeats what is said elsewhere. */
export const UNSPOKEN = { 'aria-hidden': true } as const;
