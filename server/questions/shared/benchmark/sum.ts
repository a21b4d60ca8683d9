import type { Metric } from '../../../../data/metrics/index.ts';
import { wilson } from '../../../stats/wilson.ts';
import { isIllustrative, type Row } from '../figures.ts';
import { absent, type Found } from './place.ts';

type Counted = Row & { value: number; numerator: number; denominator: number };

const isCounted = (row: Row): row is Counted =>
  row.value !== null && row.numerator !== null && row.denominator !== null && !isIllustrative(row);

const KINDS = { proportion: 'A proportion', index: 'An index', rate: 'A rate', mean: 'A mean score' };

/** Why the figures of several areas have no common one; null where their counts can be summed. */
export const unsummable = ({ kind }: Metric): string | null =>
  kind === 'proportion' ? null : `${KINDS[kind]} cannot be summed over areas`;

type Sum = {
  of: number;
  /** With fewer figures there is none. */
  atLeast?: number;
  /** What to tell of the areas that are in it. */
  notes?: (areas: readonly string[]) => string[];
};

/**
 * The common figure of so many areas: the counts of their rows summed, with a Wilson interval; only of those that have a
 * figure, as its note then says. A withheld count is in no sum, so that none can be found by subtraction.
 */
export function sumOf(
  named: { area: string; name: string },
  rows: readonly Row[],
  { of, atLeast = 1, notes = () => [] }: Sum,
): Found {
  const counted = rows.filter(isCounted);
  if (counted.length === 0) return absent(`None of ${named.name} has a figure for this period`);
  if (counted.length < atLeast)
    return absent(`Only ${counted.length} of ${named.name} have a figure: at least ${atLeast} are needed`);
  const numerator = counted.reduce((total, row) => total + row.numerator, 0);
  const denominator = counted.reduce((total, row) => total + row.denominator, 0);
  const told = counted.length < of ? [`${counted.length} of ${of} areas have a figure`] : [];
  return {
    row: {
      ...named,
      status: 'derived',
      value: numerator / denominator,
      numerator,
      denominator,
      ...wilson(numerator, denominator),
      note: [...told, ...notes(counted.map(({ area }) => area))].join('. '),
    },
    why: '',
  };
}
