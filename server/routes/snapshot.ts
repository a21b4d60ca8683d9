import { type Rank, Snapshot, SnapshotQuery } from '../../data/contract.ts';
import { type Metric, metric as metricOf, targetAt } from '../../data/metrics.ts';
import type { Dataset } from '../dataset.ts';
import {
  comparableEngland,
  compare,
  figureOf,
  gap,
  isIllustrative,
  notesOf,
  passMark,
  type Row,
  verdictOf,
} from '../figures.ts';
import { knownArea, knownMetric, knownPeriod } from '../known.ts';
import { nothing, question } from '../question.ts';
import { ranks } from '../stats/ranks.ts';

type SnapshotRow = Row & { group: string; source: string };

const OTHER_PUBLICATION =
  'England’s figure for this period is of another publication, with which these cannot be compared';

/** The benchmark's row, or why there is none. */
function benchmarkOf(rows: readonly SnapshotRow[], id: string, metric: Metric) {
  const own = rows.filter(({ area }) => area === id);
  if (id !== 'england') return { row: own[0] ?? null, why: 'The benchmark has no figure for this period' };
  const sources = new Set(rows.filter(({ area }) => area !== 'england').map(({ source }) => source));
  const row = comparableEngland(own, metric, sources);
  const why = own.length > 0 && !row ? OTHER_PUBLICATION : 'England has no figure for this period';
  return { row, why: row?.value === null ? row.note : why };
}

/** Places among the areas that have a figure with an interval; illustrative figures have none. */
function ranksOf(rows: readonly Row[], { polarity }: Metric): Map<string, Rank> {
  const ranked = rows.filter(
    (row): row is Row & { value: number; lower: number; upper: number } =>
      row.value !== null && row.lower !== null && row.upper !== null && !isIllustrative(row),
  );
  const places = ranks(ranked, polarity === 'lower' ? 'lowest' : 'highest');
  return new Map(
    ranked.map(({ area }, i) => [area, { value: 0, lower: 0, upper: 0, ...places[i], of: ranked.length }]),
  );
}

async function snapshot(dataset: Dataset, query: SnapshotQuery): Promise<Snapshot> {
  const { group = 'all', benchmark: against = 'england' } = query;
  const { geography } = dataset;
  const id = knownMetric(query.metric);
  knownArea(geography, against);
  const period = knownPeriod(dataset, { metric: id, period: query.period, level: query.level, group });
  const metric = metricOf(id);

  const found = await dataset.db.rows<SnapshotRow>('snapshot', { metric: id, period: period.id, group });
  const rowOf = new Map(found.filter((row) => row.group === group).map((row) => [row.area, row]));
  const places = geography.areasAt(query.level, period.start);
  const rows = places.map(
    ({ area }): Row => rowOf.get(area) ?? gap(area, 'No figure was published for this area and period.'),
  );
  const benchmark = benchmarkOf(found, against, metric);
  const rankOf = ranksOf(rows, metric);
  const target = targetAt(id, period.end);
  const mark = passMark(target);
  const figures = rows.filter((row) => row.value !== null && !isIllustrative(row));

  return {
    query: { ...query, group, benchmark: against },
    dataVersion: dataset.version,
    benchmark: benchmark.row && {
      area: against,
      name: geography.areaAt(against, period.start)?.name ?? against,
      ...figureOf(benchmark.row),
      note: benchmark.row.note,
    },
    target,
    illustrative: rows.some(isIllustrative),
    summary: {
      areas: rows.length,
      withFigure: figures.length,
      met: mark === null ? null : figures.filter((row) => meets(row, mark, metric)).length,
    },
    areas: rows.map((row, i) => ({
      area: row.area,
      name: places[i]?.name ?? row.area,
      ...figureOf(row),
      ...compare(row, benchmark.row, benchmark.why, metric),
      verdict: verdictOf(row, mark, metric),
      rank: rankOf.get(row.area) ?? null,
      parents: geography.parentsOf(row.area, period.start),
      shapes: geography.shapesOf(row.area, period.start),
      notes: notesOf(row, geography.notesOf(row.area, period.start, period.end)),
    })),
  };
}

const meets = ({ value }: Row, mark: number, { polarity }: Metric) =>
  value !== null && (polarity === 'lower' ? value <= mark : value >= mark);

export const snapshotQuestion = question({
  path: '/api/snapshot',
  summary: 'One metric in one period, for every area of a level, beside a benchmark.',
  parameters: nothing,
  query: SnapshotQuery,
  reply: Snapshot,
  examples: [
    '/api/snapshot?metric=62-day-wait&period=fy2016-17&level=ccg',
    '/api/snapshot?metric=early-stage&period=2013&level=alliance',
  ],
  answer: snapshot,
});
