import type { Expected } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';

/** A publisher's expected range, as the queries read it. */
export type ExpectedRow = Expected & { metric: string; area: string; period: string };

/** Whether a publisher may give expected ranges of a metric: a survey does, that adjusts for who answered. */
export const mayBeExpected = ({ kind }: Metric): boolean => kind === 'mean' || kind === 'score';

/** The part of a row that a reply repeats, as its `expected`; nothing where there is none. */
export const expectedPart = (row: ExpectedRow | undefined): { expected?: Expected } =>
  row
    ? { expected: { adjusted: row.adjusted, lower: row.lower, upper: row.upper, verdict: row.verdict } }
    : {};
