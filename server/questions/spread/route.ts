import { DEFAULTS, OWN_BENCHMARKS } from '../../../data/addresses/choices.ts';
import { Spread, type SpreadArea, SpreadQuery } from '../../../data/contract/index.ts';
import { metric as metricOf, targetAt } from '../../../data/metrics/index.ts';
import type { Break } from '../../../data/metrics/types.ts';
import { parsePeriod } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { ProblemError } from '../../http/problem.ts';
import { nothing, question } from '../question.ts';
import { benchmarkFor } from '../shared/benchmark/index.ts';
import { besideOf, figureOf, isIllustrative, notesOf, type SnapshotRow } from '../shared/figures.ts';
import { rowsAt } from '../shared/level.ts';
import { knownMetric, knownPeriod } from '../shared/lookup.ts';
import { overTime, type SpreadRow } from '../shared/spreadOverTime.ts';
import { variationOf } from '../shared/variation.ts';
import { alliancesOf, betweenOf } from './alliances.ts';
import { fifthsOf, figuresByFifth } from './fifths.ts';
import { funnelOf } from './funnel.ts';

const OF_CCGS_ONLY = {
  alliances: [],
  between: null,
  betweenReason: 'Only a spread between CCGs is split by Alliance.',
  fifths: [],
  fifthsReason: 'Fifths by deprivation are made of CCGs only.',
};

/** The benchmark asked. Throws a 400 where each area would have its own: limits stand around one value. */
function oneForAll(benchmark: string): string {
  if (!OWN_BENCHMARKS.includes(benchmark)) return benchmark;
  throw new ProblemError(
    'invalid_value',
    `The parameter 'benchmark' is '${benchmark}', under which each area has one of its own; a funnel stands around one value for all. /api/snapshot compares each area with its own.`,
  );
}

async function spread(dataset: Dataset, query: SpreadQuery): Promise<Spread> {
  const { level, group = DEFAULTS.group, limits = DEFAULTS.limits } = query;
  const { geography, db } = dataset;
  const id = knownMetric(query.metric);
  const against = oneForAll(query.benchmark ?? DEFAULTS.benchmark);
  const period = knownPeriod(dataset, { metric: id, period: query.period, level, group });
  const metric = metricOf(id);
  const [found, series, scores] = await Promise.all([
    db.rows<SnapshotRow>('snapshot', { metric: id, period: period.id, group }),
    db.rows<SpreadRow>('spread', { metric: id, level, group, grain: period.grain }),
    level === 'ccg' ? db.rows<{ area: string; score: number }>('deprivation') : [],
  ]);

  const rows = rowsAt(geography, { level, period, group }, found);
  const illustrative = rows.some(isIllustrative);
  const benchmark = benchmarkFor(dataset, { against, level, period, metric: id, group, rows: found });
  const { shared, name } = benchmark;
  const around = { name, value: shared?.value ?? null, why: benchmark.of(level).why };
  const { funnel, funnelReason, zonesOf } = funnelOf(rows, metric, { level, around, method: limits });
  const fifths = level === 'ccg' ? fifthsOf(geography, period.start, rows, scores) : [];
  const alliances = rowsAt(geography, { level: 'alliance', period, group }, found);
  const points = overTime(series, metric);
  const beside = besideOf(metric, query.level);

  return {
    query: { ...query, group, benchmark: against, limits },
    dataVersion: dataset.version,
    benchmark: shared,
    against: name,
    target: targetAt(id, period.end),
    illustrative,
    areas: rows.map(
      (row, i): SpreadArea => ({
        area: row.area,
        name: geography.areaAt(row.area, period.start)?.name ?? row.area,
        ...figureOf(row),
        zone: zonesOf.get(row.area)?.zone ?? null,
        adjustedZone: zonesOf.get(row.area)?.adjustedZone ?? null,
        parents: geography.parentsOf(row.area, period.start),
        fifth: fifths[i] ?? null,
        notes: notesOf(row, geography.notesOf(row.area, period.start, period.end), beside),
      }),
    ),
    funnel,
    funnelReason,
    ...variationOf(rows, metric, illustrative),
    overTime: points,
    breaks: within(metric.breaks, points),
    ...(level === 'ccg'
      ? {
          alliances: alliancesOf(geography, period.start, rows, alliances),
          ...betweenOf(geography, period.start, rows, metric),
          ...figuresByFifth(geography, period.start, rows, fifths, metric),
        }
      : OF_CCGS_ONLY),
  };
}

/** The breaks that part the periods shown. */
function within(breaks: readonly Break[], points: Spread['overTime']): Spread['breaks'] {
  const start = parsePeriod(points[0]?.period ?? '')?.start ?? '';
  const end = parsePeriod(points.at(-1)?.period ?? '')?.end ?? '';
  return breaks
    .filter(({ from }) => start < from && from <= end)
    .map(({ from, reason }) => ({ from, reason }));
}

export const spreadQuestion = question({
  path: '/api/spread',
  summary:
    'How far one metric varies between the areas of a level, how much of it is chance, and how it changed.',
  parameters: nothing,
  query: SpreadQuery,
  reply: Spread,
  examples: [
    '/api/spread?metric=62-day-wait&period=fy2016-17&level=ccg',
    '/api/spread?metric=31-day-wait&period=fy2016-17&level=ccg&limits=exact',
  ],
  answer: spread,
});
