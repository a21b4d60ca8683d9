import { DEFAULTS } from '../../../data/addresses/choices.ts';
import {
  Scorecard,
  type ScorecardCell,
  type ScorecardColumn,
  ScorecardQuery,
} from '../../../data/contract/index.ts';
import { grouped } from '../../../data/grouped.ts';
import {
  HOME_METRICS,
  METRIC_IDS,
  type MetricId,
  metric as metricOf,
  targetAt,
} from '../../../data/metrics/index.ts';
import { areasMonth, type Period, parsePeriod, periodLabel } from '../../../data/periods.ts';
import { areasNoun, periodWords } from '../../../data/text/words.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Geography, OPEN, type Version } from '../../dataset/geography.ts';
import { nothing, question } from '../question.ts';
import { type AreaRow, controlReading, otherArea } from '../shared/areaSeries.ts';
import { areaBenchmark, benchmarkFor, contextOf, englandBenchmark } from '../shared/benchmark.ts';
import { gap, levelRows, type SnapshotRow } from '../shared/figures.ts';
import { homeMetricAt, homePeriods, periodOrHome } from '../shared/home.ts';
import { type Confidence, judged, passMark } from '../shared/judged.ts';
import { lookupAlliance, lookupArea, partsOf } from '../shared/lookup.ts';
import { pairOf, rowsOfPairs } from '../shared/pairs.ts';

/** An Alliance's CCGs by every metric, as at a period. */
async function scorecard(dataset: Dataset, query: ScorecardQuery): Promise<Scorecard> {
  const { benchmark = DEFAULTS.benchmark, confidence = DEFAULTS.confidence } = query;
  const { geography, db } = dataset;
  const area = lookupArea(geography, query.alliance);
  const asAt = periodOrHome(geography, query.period, geography.areaAt(area, OPEN)?.level, area);
  const alliance = lookupAlliance(geography, query.alliance, asAt.start);
  const parts = geography.partLevelAt(asAt.start);
  const against = benchmarkFor(geography, {
    against: benchmark,
    level: parts,
    period: asAt,
    group: DEFAULTS.group,
    metric: homeMetricAt(geography, parts, asAt.id),
    rows: [],
  });

  const ccgs = partsOf(geography, alliance.area, asAt.start);
  const codes = ccgs.map(({ area }) => area);
  const chosen = await db.rows<{ metric: MetricId; period: string }>('scorecard', {
    ccgs: codes.join(','),
    grain: asAt.grain,
    until: asAt.end,
  });
  const pairs = chosen.map(({ metric, period }) => pairOf(metric, period));
  const rowsOf = grouped(await rowsOfPairs(dataset, pairs), ({ metric }) => metric);
  const columns = METRIC_IDS.flatMap((id) => {
    const found = parsePeriod(chosen.find(({ metric }) => metric === id)?.period ?? '');
    if (!found) return [];
    const period = geography.placed(id, found);
    const rows = rowsOf.get(id) ?? [];
    return [
      columnOf(geography, { id, period, rows, alliance: alliance.area, against: benchmark, confidence }),
    ];
  });
  const followed = HOME_METRICS.findLast((id) => columns.some(({ head }) => head.metric === id)) ?? null;
  const readings = followed === null ? [] : await readingsOf(dataset, followed, [alliance, ...ccgs], asAt);

  return {
    query: { ...query, benchmark, confidence },
    level: parts,
    dataVersion: dataset.version,
    alliance: { area: alliance.area, name: alliance.name },
    against: against.name,
    period: asAt.id,
    periods: homePeriods(geography, alliance.level, alliance.area).map(({ period }) => period),
    columns: columns.map(({ head }) => head),
    control: followed && {
      metric: followed,
      label: metricOf(followed).label,
      areas: readings,
    },
    rows: ccgs.map((ccg) => ({
      area: ccg.area,
      name: ccg.name,
      cells: columns.map(({ cellOf }) => cellOf(ccg)),
    })),
    notes: [
      ...geography.notesOf(alliance.area, asAt.start, asAt.end),
      ...(columns.length > 0
        ? []
        : [`No ${areasNoun(parts, 1)} of ${alliance.name} has a figure by ${periodLabel(asAt)}.`]),
    ],
  };
}

/** What the control chart of a metric's months says of each area, of the months up to the end of a period. */
async function readingsOf(
  { db, geography }: Dataset,
  id: MetricId,
  areas: readonly Version[],
  asAt: Period,
): Promise<NonNullable<Scorecard['control']>['areas']> {
  const rows = await db.rows<AreaRow>('control-months', {
    metric: id,
    areas: areas.map(({ area }) => area).join(','),
    until: asAt.end,
  });
  const rowsOf = grouped(rows, ({ area }) => area);
  return areas.map(({ area, level }) => {
    const series = { geography, id, area, level, asAt, rows: rowsOf.get(area) ?? [], byProvider: [] };
    return { area, reading: controlReading(series) };
  });
}

/** A metric in the period of its column with every row it has there, and what its cells are compared with. */
type Measured = {
  id: MetricId;
  period: Period;
  rows: readonly SnapshotRow[];
  alliance: string;
  against: string;
  confidence: Confidence;
};

/** A column, and its cell for a CCG. */
type Column = { head: ScorecardColumn; cellOf(ccg: Version): ScorecardCell };

/** One metric of a scorecard; each cell says what /api/snapshot says of that metric, period and CCG. */
function columnOf(
  geography: Geography,
  { id, period, rows, alliance, against, confidence }: Measured,
): Column {
  const metric = metricOf(id);
  const level = geography.partLevelAt(areasMonth(period));
  const query = { against, level, period, metric: id, group: 'all', rows };
  const benchmark = benchmarkFor(geography, query);
  const target = targetAt(id, period.end);
  const all = levelRows(geography, query, rows);
  const rowOf = new Map(all.map((row) => [row.area, row]));

  return {
    head: {
      metric: id,
      label: metric.label,
      pathway: metric.pathway,
      period: period.id,
      target,
      alliance: areaBenchmark(contextOf(geography, query), alliance).row,
      england: englandBenchmark(rows, metric).row,
    },
    cellOf: (ccg) => ({
      metric: id,
      ...judged(geography, rowOf.get(ccg.area) ?? gap(ccg.area, whyNoRow(ccg, period)), {
        metric,
        level,
        period,
        benchmark: benchmark.of(ccg.area),
        confidence,
        mark: passMark(target),
        notes: otherArea(ccg.area, geography.areaAt(ccg.area, areasMonth(period))?.name, ccg.name),
      }),
    }),
  };
}

/** Why a CCG has no row in the period of a column: it was made later, or had ended. */
const whyNoRow = ({ name, from, until }: Version, period: Period) =>
  `${name} ${from > period.start ? `was made in ${periodWords(from)}` : `ended in ${periodWords(until)}`}; the figures of this metric are of ${periodLabel(period)}.`;

export const scorecardQuestion = question({
  path: '/api/scorecard',
  summary: 'An Alliance’s CCGs by every metric, as at a period, beside a benchmark.',
  parameters: nothing,
  query: ScorecardQuery,
  reply: Scorecard,
  examples: [
    '/api/scorecard?alliance=greater-manchester',
    '/api/scorecard?alliance=peninsula&period=fy2016-17&benchmark=alliance',
  ],
  answer: scorecard,
});
