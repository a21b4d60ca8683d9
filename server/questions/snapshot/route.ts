import { DEFAULTS, OWN_BENCHMARKS } from '../../../data/addresses/choices.ts';
import { type Rank, Snapshot, SnapshotQuery } from '../../../data/contract/index.ts';
import { type Metric, metric as metricOf, openingGroup, targetAt } from '../../../data/metrics/index.ts';
import { areasMonth } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { ranks } from '../../stats/ranks.ts';
import { nothing, question } from '../question.ts';
import { benchmarkFor } from '../shared/benchmark.ts';
import { type ExpectedRow, expectedPart, mayBeExpected } from '../shared/expected.ts';
import { isJudged, levelRows, type Row, type SnapshotRow } from '../shared/figures.ts';
import { firstPlace, judged, passMark, rankable } from '../shared/judged.ts';
import { lookupMetric, lookupPeriod } from '../shared/lookup.ts';

/** Places among the areas that have a figure with an interval. */
function ranksOf(rows: readonly Row[], metric: Metric): Map<string, Rank> {
  const ranked = rankable(rows);
  const places = ranks(ranked, firstPlace(metric));
  return new Map(places.map((place, i) => [ranked[i]?.area ?? '', { ...place, of: ranked.length }]));
}

async function snapshot(dataset: Dataset, query: SnapshotQuery): Promise<Snapshot> {
  const { level, benchmark = DEFAULTS.benchmark } = query;
  const { confidence = DEFAULTS.confidence } = query;
  const { geography } = dataset;
  const id = lookupMetric(query.metric);
  const group = openingGroup(id, query.group);
  const period = lookupPeriod(dataset, { metric: id, period: query.period, level, group });
  const metric = metricOf(id);

  const [found, expected] = await Promise.all([
    dataset.db.rows<SnapshotRow>('snapshot', { metric: id, period: period.id, group }),
    mayBeExpected(metric) && group === DEFAULTS.group
      ? dataset.db.rows<ExpectedRow>('expected', { metric: id, period: period.id })
      : [],
  ]);
  const expectedOf = new Map(expected.map((row) => [row.area, row]));
  const against = benchmarkFor(geography, {
    against: benchmark,
    level,
    period,
    metric: id,
    group,
    rows: found,
  });
  const rows = levelRows(geography, { level, period, group }, found);
  // Own areas may hold one another and are no whole: a place among them says nothing.
  const rankOf = level === 'own' ? new Map<string, Rank>() : ranksOf(rows, metric);
  const target = targetAt(id, period.end);
  const mark = passMark(target);
  const figures = rows.filter((row) => row.value !== null);

  return {
    query: { ...query, group, benchmark, confidence },
    dataVersion: dataset.version,
    benchmark: against.shared,
    against: against.name,
    target,
    summary: {
      areas: rows.length,
      withFigure: figures.length,
      met: mark === null ? null : figures.filter(isJudged).filter((row) => meets(row, mark, metric)).length,
    },
    areas: rows.map((row) => {
      const areaBenchmark = against.of(row.area);
      const { notes, ...figure } = judged(geography, row, {
        metric,
        level,
        period,
        benchmark: areaBenchmark,
        confidence,
        mark,
      });
      return {
        area: row.area,
        name: geography.areaAt(row.area, areasMonth(period))?.name ?? row.area,
        ...figure,
        rank: rankOf.get(row.area) ?? null,
        ...expectedPart(expectedOf.get(row.area)),
        ...(OWN_BENCHMARKS.includes(benchmark) ? { benchmark: areaBenchmark.row } : {}),
        parents: geography.parentsOf(row.area, areasMonth(period)),
        shapes: geography.shapesOf(row.area, areasMonth(period)),
        notes,
      };
    }),
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
