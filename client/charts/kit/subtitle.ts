import type { Snapshot, Spread } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { periodWords } from '../../../data/text/figure.ts';
import { formatCount } from '../../../data/text/format.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';

/** A metric's unit as words under a title. */
export const unitWords = (metric: Metric) =>
  metric.kind === 'proportion' ? 'Per cent' : metric.unit.replace(/^./, (letter) => letter.toUpperCase());

/** Metric, areas, people, period and unit of what is drawn of many areas; `where`: ` of an Alliance`. */
export function subtitleOf(metric: Metric, { query, areas }: Snapshot | Spread, where = ''): string {
  const withFigure = areas.filter(({ value }) => value !== null);
  const people = withFigure.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0);
  const counted =
    metric.kind === 'proportion' && people > 0 ? `, ${formatCount(people)} ${metric.outOf}` : '';
  const count = `${withFigure.length} ${areasNoun(query.level, withFigure.length)}${where}${counted}`;
  return `${metric.label}: ${metric.phrase}. ${count}. ${periodWords(query.period)}. ${unitWords(metric)}.`;
}
