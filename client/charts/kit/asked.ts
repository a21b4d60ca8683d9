import type { Asked } from './exported.ts';

/** What was asked, as the query string of a page. */
export const parametersOf = (asked: Asked): string =>
  new URLSearchParams(
    Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
