import { DEFAULTS } from '../../../data/addresses/choices.ts';
import {
  type ComparedMetric,
  type FarArea,
  MetricsCompared,
  MetricsComparedQuery,
} from '../../../data/contract/index.ts';
import { grouped } from '../../../data/grouped.ts';
import {
  HOME_METRICS,
  METRIC_IDS,
  type MetricId,
  metric as metricOf,
  openingGroup,
} from '../../../data/metrics/index.ts';
import {
  areasMonth,
  endOf,
  LONGEST_FIRST,
  type Period,
  parsePeriod,
  periodLabel,
} from '../../../data/periods.ts';
import { areasNoun } from '../../../data/text/words.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { Geography } from '../../dataset/geography.ts';
import { quantiles } from '../../stats/quantile.ts';
import { nothing, question } from '../question.ts';
import { benchmarkFor } from '../shared/benchmark.ts';
import { judgedOnly, levelRows, type Row, type SnapshotRow } from '../shared/figures.ts';
import { farthest } from '../shared/funnel.ts';
import { periodOrHome } from '../shared/home.ts';
import { Kept } from '../shared/kept.ts';
import { pairOf, rowsOfPairs } from '../shared/pairs.ts';
import { heterogeneityOf } from '../shared/variation.ts';

/** A metric in the period it is compared in. */
type Chosen = { id: MetricId; period: Period; group: string };

/** Every metric by how far it varies between the areas of a level, as at a period; its numbers are those of /api/spread. */
async function metricsCompared(dataset: Dataset, query: MetricsComparedQuery): Promise<MetricsCompared> {
  const { geography } = dataset;
  const { level } = query;
  const asAt = periodOrHome(geography, query.period, level);
  const chosen = METRIC_IDS.flatMap((id) => latestBy(geography, id, { level, asAt }) ?? []);
  const [rowsOf, seriesOf] = await Promise.all([
    rowsOfChosen(dataset, chosen),
    seriesOfChosen(dataset, level, chosen),
  ]);
  return {
    query,
    dataVersion: dataset.version,
    period: asAt.id,
    periods: periodsOf(geography, level),
    rows: METRIC_IDS.map((id) => {
      const own = chosen.find((each) => each.id === id);
      return own
        ? withFigures(geography, own, level, rowsOf.get(id) ?? [], seriesOf.get(id) ?? [])
        : withoutFigures(geography, id, { level, asAt });
    }),
  };
}

/** The rows of each metric in its period, of all areas. */
async function rowsOfChosen(dataset: Dataset, chosen: readonly Chosen[]) {
  const isOfAll = ({ group }: Chosen) => group === DEFAULTS.group;
  const [together, ...apart] = await Promise.all([
    rowsOfPairs(
      dataset,
      chosen.filter(isOfAll).map(({ id, period }) => pairOf(id, period.id)),
    ),
    ...chosen
      .filter((each) => !isOfAll(each))
      .map(async ({ id, period, group }) => {
        const rows = await dataset.db.rows<SnapshotRow>('snapshot', { metric: id, period: period.id, group });
        return rows.map((row) => ({ ...row, metric: id }));
      }),
  ]);
  return grouped<SnapshotRow & { metric: MetricId }>([...together, ...apart.flat()], ({ metric }) => metric);
}

type SpreadIn = ComparedMetric['overTime'][number];
type Series = ReadonlyMap<string, readonly SpreadIn[]>;

/** More than there are levels and lengths to compare metrics in. */
const KEPT = new Kept<Series>(100);

/**
 * The spread between the areas over time, period by period, of the length that each metric is compared in; kept for whoever
 * asks as at another period, of which there are many, while of metrics and lengths there are few.
 */
function seriesOfChosen(dataset: Dataset, level: string, chosen: readonly Chosen[]): Promise<Series> {
  const triples = chosen.map(({ id, period, group }) => `${id} ${period.grain} ${group}`).join(',');
  return KEPT.get(dataset, `${level} ${triples}`, () => readSeries(dataset, level, triples));
}

async function readSeries({ db }: Dataset, level: string, chosen: string): Promise<Series> {
  type Row = { metric: MetricId; period: string; values: readonly number[] };
  const rows = await db.rows<Row>('metrics-compared', { chosen, level });
  const spreads = rows.map(({ metric, period, values }) => {
    const [p10 = 0, median = 0, p90 = 0] = quantiles(values, [0.1, 0.5, 0.9]);
    return { metric, spread: { period, p10, median, p90 } };
  });
  return new Map(
    [...grouped(spreads, ({ metric }) => metric)].map(([metric, own]) => [
      metric,
      own.map(({ spread }) => spread),
    ]),
  );
}

type At = { level: MetricsComparedQuery['level']; asAt: Period };

const presentAt = ({ presentOf }: Geography, id: MetricId, level: string) =>
  (presentOf.get(id) ?? []).filter(
    (each) => each.level === level && each.group === openingGroup(id, DEFAULTS.group),
  );

/** A metric in its latest period with figures at a level by another, of its length or else the longest. */
function latestBy(geography: Geography, id: MetricId, { level, asAt }: At): Chosen | null {
  const ended = presentAt(geography, id, level).filter(({ end }) => end <= asAt.end);
  const grain = [asAt.grain, ...LONGEST_FIRST].find((one) => ended.some((each) => each.grain === one));
  const latest = ended.findLast((each) => each.grain === grain);
  const period = parsePeriod(latest?.period ?? '');
  return period && latest ? { id, period: geography.placed(id, period), group: latest.group } : null;
}

/** The periods of the 62-day wait at a level, by the standard of the time: months, quarters, years. */
function periodsOf(geography: Geography, level: string): string[] {
  const present = HOME_METRICS.flatMap((id) => presentAt(geography, id, level));
  return [...LONGEST_FIRST].reverse().flatMap((grain) => {
    const own = present.filter((each) => each.grain === grain).map(({ period }) => period);
    return [...new Set(own)].sort((one, other) => endOf(one).localeCompare(endOf(other)));
  });
}

const commonOf = (id: MetricId) => {
  const { label, pathway } = metricOf(id);
  return { metric: id, label, pathway };
};

function withoutFigures(geography: Geography, id: MetricId, { level, asAt }: At): ComparedMetric {
  const noun = areasNoun(level, 1);
  const reason =
    presentAt(geography, id, level).length > 0
      ? `Its first figures by ${noun} are of a later period than ${periodLabel(asAt)}.`
      : `No figures are published here by ${noun}.`;
  return {
    ...commonOf(id),
    period: null,
    reason,
    england: null,
    areas: 0,
    p10: null,
    median: null,
    p90: null,
    i2: null,
    variationReason: reason,
    far: null,
    farOf: 0,
    farReason: reason,
    overTime: [],
    breaks: [],
  };
}

function withFigures(
  geography: Geography,
  { id, period, group }: Chosen,
  level: MetricsComparedQuery['level'],
  rows: readonly SnapshotRow[],
  series: readonly SpreadIn[],
): ComparedMetric {
  const metric = metricOf(id);
  const own = judgedOnly(levelRows(geography, { level, period, group }, rows));
  const { areas, p10, median, p90, i2, reason } = heterogeneityOf(own, metric);
  const england = benchmarkFor(geography, {
    against: DEFAULTS.benchmark,
    level,
    period,
    metric: id,
    group,
    rows,
  });
  const around = { name: england.name, value: england.shared?.value ?? null, why: england.of(level).why };
  const far = farthest(own, metric, { level, around, method: DEFAULTS.limits });
  const overTime = series.filter((each) => endOf(each.period) <= period.end);
  const first = parsePeriod(overTime[0]?.period ?? '')?.start ?? '';
  return {
    ...commonOf(id),
    period: period.id,
    reason: null,
    england: england.shared,
    areas,
    p10,
    median,
    p90,
    i2,
    variationReason: i2 === null ? reason : null,
    far: far.sides && named(geography, own, areasMonth(period), far.sides),
    farOf: far.of,
    farReason: far.reason,
    overTime,
    breaks: metric.breaks.map(({ from }) => from).filter((from) => first < from && from <= period.end),
  };
}

/** The areas beyond the widened 99.8% limits, lowest first. */
const named = (
  geography: Geography,
  rows: readonly Row[],
  month: string,
  sides: ReadonlyMap<string, FarArea['side']>,
): FarArea[] =>
  rows
    .flatMap(({ area, value }) => {
      const side = sides.get(area);
      const name = geography.areaAt(area, month)?.name ?? area;
      return side && value !== null ? [{ area, name, value, side }] : [];
    })
    .sort((one, other) => one.value - other.value);

export const metricsComparedQuestion = question({
  path: '/api/metrics-compared',
  summary: 'Every metric by how far it varies between the areas of a level, as at a period.',
  parameters: nothing,
  query: MetricsComparedQuery,
  reply: MetricsCompared,
  examples: ['/api/metrics-compared?level=ccg&period=fy2016-17', '/api/metrics-compared?level=icb'],
  answer: metricsCompared,
});
