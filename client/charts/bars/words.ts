import type { Status } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { named } from '../../../data/text/approximation.ts';
import { STATUS_WORDS } from '../../../data/text/figure.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import { capitalised } from '../../../data/text/words.ts';
import { peopleOf } from '../kit/words.ts';

type Figure = {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  lower: number | null;
  upper: number | null;
  status?: Status;
  notes?: readonly string[];
};

/** A figure as it is read, by name: its value, interval and counts; where there is none, why. */
export function figureRead(metric: Metric, figure: Figure): [name: string, value: string][] {
  const { value, numerator, denominator, lower, upper, status, notes = [] } = figure;
  if (value === null)
    return [['Value', 'no figure'], ...notes.slice(0, 1).map((note): [string, string] => ['Why', note])];
  const read: [string, string][] = [['Value', named(formatValue(metric, value), figure, metric)]];
  if (lower !== null && upper !== null)
    read.push(['95% interval', `${formatValue(metric, lower)} to ${formatValue(metric, upper)}`]);
  if (denominator !== null && (numerator !== null || metric.kind !== 'proportion'))
    read.push([
      capitalised(peopleOf(metric)),
      metric.kind === 'proportion' && numerator !== null
        ? `${formatCount(numerator)} of ${formatCount(denominator)}`
        : formatCount(denominator),
    ]);
  if (status === 'provisional' || status === 'incomplete') read.push(['Status', STATUS_WORDS[status]]);
  return read;
}
