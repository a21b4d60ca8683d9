import { DEFAULTS, OWN_BENCHMARKS } from '../../../data/addresses/choices.ts';
import { Spread, type SpreadArea, type SpreadPoint, SpreadQuery } from '../../../data/contract/index.ts';
import { type Break, metric as metricOf, openingGroup, targetAt } from '../../../data/metrics/index.ts';
import { areasMonth, endOf, parsePeriod } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { ProblemError } from '../../http/problem.ts';
import { nothing, question } from '../question.ts';
import { benchmarkFor } from '../shared/benchmark.ts';
import { figureNotes, figureOf, judgedOnly, levelRows, type SnapshotRow } from '../shared/figures.ts';
import { funnelOf } from '../shared/funnel.ts';
import { lookupMetric, lookupPeriod } from '../shared/lookup.ts';
import { spreadOverTime } from '../shared/spreadOverTime.ts';
import { variationOf } from '../shared/variation.ts';
import { alliancesOf, betweenOf, fifthsOf, figuresByFifth } from './groups.ts';

/** The Alliances that areas of a level make up. */
const WHOLES: Readonly<Record<string, string>> = { ccg: 'alliance', icb: 'alliance-today' };

const NOT_SPLIT = {
  alliances: [],
  between: null,
  betweenReason: 'Only a spread between CCGs or ICBs is split by Alliance.',
};

const NO_FIFTHS = { fifths: [], fifthsReason: 'Fifths by deprivation are made of CCGs only.' };

/** The query's benchmark. Throws a 400 where each area would have its own: limits stand around one value. */
function oneForAll(benchmark: string): string {
  if (!OWN_BENCHMARKS.includes(benchmark)) return benchmark;
  throw new ProblemError(
    'invalid_value',
    `The parameter 'benchmark' is '${benchmark}', under which each area has one of its own; a funnel stands around one value for all. /api/snapshot compares each area with its own.`,
  );
}

async function spread(dataset: Dataset, query: SpreadQuery): Promise<Spread> {
  const { level, limits = DEFAULTS.limits } = query;
  const { geography, db } = dataset;
  const id = lookupMetric(query.metric);
  const group = openingGroup(id, query.group);
  const against = oneForAll(query.benchmark ?? DEFAULTS.benchmark);
  const period = lookupPeriod(dataset, { metric: id, period: query.period, level, group });
  const metric = metricOf(id);
  const [found, points, scores] = await Promise.all([
    db.rows<SnapshotRow>('snapshot', { metric: id, period: period.id, group }),
    spreadOverTime(dataset, { metric: id, level, group, grain: period.grain }),
    level === 'ccg' ? db.rows<{ area: string; score: number }>('deprivation') : [],
  ]);

  const rows = levelRows(geography, { level, period, group }, found);
  const judged = judgedOnly(rows);
  const benchmark = benchmarkFor(geography, { against, level, period, metric: id, group, rows: found });
  const { shared, name } = benchmark;
  const around = { name, value: shared?.value ?? null, why: benchmark.of(level).why };
  const { funnel, funnelReason, zonesOf } = funnelOf(judged, metric, { level, around, method: limits });
  const fifths = level === 'ccg' ? fifthsOf(geography, areasMonth(period), rows, scores) : [];
  const whole = WHOLES[level];
  const month = areasMonth(period);

  return {
    query: { ...query, group, benchmark: against, limits },
    dataVersion: dataset.version,
    benchmark: shared,
    against: name,
    target: targetAt(id, period.end),
    areas: rows.map(
      (row, i): SpreadArea => ({
        area: row.area,
        name: geography.areaAt(row.area, areasMonth(period))?.name ?? row.area,
        ...figureOf(row),
        zone: zonesOf.get(row.area)?.zone ?? null,
        adjustedZone: zonesOf.get(row.area)?.adjustedZone ?? null,
        parents: geography.parentsOf(row.area, areasMonth(period)),
        fifth: fifths[i] ?? null,
        notes: figureNotes(geography, row, { metric, level, period }),
      }),
    ),
    funnel,
    funnelReason,
    ...variationOf(judged, metric),
    overTime: [...points],
    breaks: within(metric.breaks, points),
    ...(whole === undefined
      ? NOT_SPLIT
      : {
          alliances: alliancesOf(
            geography,
            month,
            judged,
            levelRows(geography, { level: whole, period, group }, found),
          ),
          ...betweenOf(geography, { month, level }, judged, metric),
        }),
    ...(level === 'ccg' ? figuresByFifth(geography, month, judged, fifths, metric) : NO_FIFTHS),
  };
}

/** The breaks that part the periods shown. */
function within(breaks: readonly Break[], points: readonly SpreadPoint[]): Spread['breaks'] {
  const start = parsePeriod(points[0]?.period ?? '')?.start ?? '';
  const end = endOf(points.at(-1)?.period ?? '');
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
