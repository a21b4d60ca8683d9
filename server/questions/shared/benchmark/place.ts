import type { Benchmark } from '../../../../data/contract/index.ts';
import { type Metric, type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import type { Period } from '../../../../data/periods.ts';
import type { Geography } from '../../../dataset/geography.ts';
import { ProblemError } from '../../../http/problem.ts';
import { figureOf, isIllustrative, type Row, type SnapshotRow } from '../figures.ts';

/** A benchmark, or why there is none. */
export type Found = { row: Benchmark | null; why: string };

export type Asked = {
  against: string;
  level: string;
  period: Period;
  metric: MetricId;
  group: string;
  /** Every row of the metric in the period, of all levels. */
  rows: readonly SnapshotRow[];
};

/** What a benchmark is found from: the question, and its rows of the patient group by area. */
export type Place = { geography: Geography; asked: Asked; metric: Metric; rowOf: ReadonlyMap<string, Row> };

/** What a question's benchmark is found from. */
export function placeOf(geography: Geography, asked: Asked): Place {
  const ofGroup = asked.rows.filter(({ group }) => group === asked.group);
  const rowOf = new Map(ofGroup.map((row) => [row.area, row]));
  return { geography, asked, metric: metricOf(asked.metric), rowOf };
}

const LEVELS: Record<string, string> = { ccg: 'CCGs', alliance: 'Alliances', region: 'regions' };

/** Areas of a level, in words: `CCGs`. */
export const plural = (level: string) => LEVELS[level] ?? 'areas';

/** No benchmark, and why. */
export const absent = (why: string): Found => ({ row: null, why });

/** A row as a benchmark; none where there is no row, for the reason given, or no figure in it that may be compared with. */
export function asBenchmark(row: Row | null | undefined, name: string, why: string): Found {
  if (!row) return absent(why);
  if (row.value === null) return absent(`${name} has no figure for this period: ${row.note}`);
  if (isIllustrative(row)) return absent('Illustrative figures are not compared');
  return { row: { area: row.area, name, ...figureOf(row), note: row.note }, why: '' };
}

/** An area's name in the period of the question. */
export const nameOf = ({ geography, asked }: Place, area: string) =>
  geography.areaAt(area, asked.period.start)?.name ?? area;

/** The figure of one area. */
export const ofArea = (place: Place, area: string): Found =>
  asBenchmark(
    place.rowOf.get(area),
    nameOf(place, area),
    `${nameOf(place, area)} has no figure for this period`,
  );

/** A benchmark that cannot be asked for, in words to stand after `The parameter 'benchmark'`. */
export const refused = (message: string) =>
  new ProblemError('invalid_value', `The parameter 'benchmark' ${message}.`);
