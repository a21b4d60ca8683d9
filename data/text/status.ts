import type { Status } from '../contract/index.ts';
import type { Kind } from '../metrics/index.ts';

/** Said wherever figures stand that nobody published. */
export const ILLUSTRATIVE = 'Illustrative, not published';

/** How a figure came to be, or why there is none. */
export const STATUS_WORDS: Record<Status, string> = {
  published: 'Published',
  derived: 'Summed from published counts',
  'inferred-period': 'Published, period inferred',
  suppressed: 'Withheld by the publisher',
  'not-published': 'Not published',
  illustrative: ILLUSTRATIVE,
};

/** The same, for a kind of metric: only counts are summed, what else is derived is our approximation. */
export const statusWords = (status: Status, kind: Kind): string =>
  status === 'derived' && kind !== 'proportion'
    ? 'Our approximation, not an official statistic'
    : STATUS_WORDS[status];

/** What stands in a cell of a workbook in place of a figure, and what it means. */
export const SYMBOLS = {
  withheld: { sign: '[c]', means: 'Confidential: withheld by the publisher, as the count is small.' },
  unavailable: {
    sign: '[x]',
    means: 'Not available: there is no such figure in the publications used here.',
  },
  inapplicable: { sign: '[z]', means: 'Not applicable: nothing of the kind belongs here.' },
} as const;

/** The symbol in place of a figure of a status. */
export const symbolOf = (status: Status): string =>
  (status === 'suppressed' ? SYMBOLS.withheld : SYMBOLS.unavailable).sign;
