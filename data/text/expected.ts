import type { Expected } from '../contract/index.ts';
import type { Metric } from '../metrics/index.ts';
import { formatValue } from './format.ts';

const VERDICTS: Record<Expected['verdict'], string> = {
  below: 'below the expected range',
  within: 'within the expected range',
  above: 'above the expected range',
};

/** A publisher's verdict in brief, named as the publisher's: `The publisher: within the expected range`. */
const expectedBrief = ({ verdict }: Expected): string => `The publisher: ${VERDICTS[verdict]}`;

/** The same with the adjusted figure and the range, as a sentence: `…, 8.72 to 9.01, at 8.85 adjusted for …`. */
export const expectedWords = (metric: Metric, expected: Expected): string =>
  `${expectedBrief(expected)}, ${formatValue(metric, expected.lower)} to ${formatValue(metric, expected.upper)}, at ${formatValue(metric, expected.adjusted)} once adjusted for the mix of patients.`;
