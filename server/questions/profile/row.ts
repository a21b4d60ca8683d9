import type { ProfileRow, Rank, Spine } from '../../../data/contract/index.ts';
import { type Metric, metric as metricOf, targetAt } from '../../../data/metrics/index.ts';
import { areasMonth, type Period, parsePeriod } from '../../../data/periods.ts';
import { quantiles } from '../../stats/quantile.ts';
import { rankOf } from '../../stats/ranks.ts';
import {
  type AreaRow,
  type AreaSeries,
  controlReading,
  isPublished,
  latestNotes,
  trendUpTo,
  whyNoFigure,
} from '../shared/areaSeries.ts';
import { areaBenchmark, benchmarkFor, contextOf, englandBenchmark, similarTen } from '../shared/benchmark.ts';
import { figureOf, gap, levelRows, type Row, type SnapshotRow } from '../shared/figures.ts';
import { type Confidence, firstPlace, judged, passMark, rankable } from '../shared/judged.ts';

/** What a profile compares with, and how surely. */
type Comparing = { against: string; confidence: Confidence };

/** A metric's line of a profile: its figure up to the period with all it is compared with, or why it has none. */
export function profileRow(
  series: AreaSeries,
  row: AreaRow | null,
  rows: readonly SnapshotRow[],
  comparing: Comparing,
): ProfileRow {
  const period = row && parsePeriod(row.period);
  return period
    ? withFigure(series, row, series.geography.placed(series.id, period), rows, comparing)
    : withoutFigure(series);
}

function withFigure(
  series: AreaSeries,
  row: AreaRow,
  period: Period,
  rows: readonly SnapshotRow[],
  { against, confidence }: Comparing,
): ProfileRow {
  const { geography, id, area, level } = series;
  const metric = metricOf(id);
  const query = { against, level, period, metric: id, group: 'all', rows };
  const context = contextOf(geography, query);
  const benchmark = benchmarkFor(geography, query).of(area);
  const all = level === 'england' ? [] : levelRows(geography, { level, period, group: 'all' }, rows);
  const common = commonOf(series, period.end);
  const alliances = level === 'ccg' || level === 'icb' ? geography.parentsOf(area, areasMonth(period)) : [];
  const { comparison, comparisonReason, verdict, notes } = judged(geography, row, {
    metric,
    level,
    period,
    benchmark,
    confidence,
    mark: passMark(common.target),
    notes: latestNotes(series, row),
  });
  return {
    ...common,
    period: row.period,
    ...figureOf(row),
    england: level === 'england' ? null : englandBenchmark(rows, metric).row,
    alliances: alliances.flatMap((each) => areaBenchmark(context, each).row ?? []),
    similar: level === 'ccg' ? similarTen(context, area) : null,
    benchmark: benchmark.row?.value ?? null,
    comparison,
    comparisonReason,
    verdict,
    rank: rankIn(all, area, metric),
    spine: spineOf(all),
    notes,
  };
}

function withoutFigure(series: AreaSeries): ProfileRow {
  const why = whyNoFigure(series);
  return {
    ...commonOf(series, series.asAt.end),
    period: null,
    ...figureOf(gap(series.area, why)),
    england: null,
    alliances: [],
    similar: null,
    benchmark: null,
    comparison: 'not-compared',
    comparisonReason: why,
    verdict: 'no-target',
    rank: null,
    spine: null,
    notes: [why],
  };
}

/** What every line of a profile has, with a figure or without. */
function commonOf(series: AreaSeries, month: string) {
  const { label, pathway } = metricOf(series.id);
  return {
    metric: series.id,
    published: isPublished(series),
    label,
    pathway,
    target: targetAt(series.id, month),
    recentTrend: trendUpTo(series),
    control: controlReading(series),
  };
}

/** Where the areas of a level stand; null where fewer than two have a figure. */
function spineOf(rows: readonly Row[]): Spine | null {
  const values = rows.flatMap(({ value }) => value ?? []);
  if (values.length < 2) return null;
  const [min = 0, p10 = 0, p25 = 0, median = 0, p75 = 0, p90 = 0, max = 0] = quantiles(
    values,
    [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1],
  );
  return { areas: values.length, min, p10, p25, median, p75, p90, max };
}

function rankIn(rows: readonly Row[], area: string, metric: Metric): Rank | null {
  const ranked = rankable(rows);
  const index = ranked.findIndex((row) => row.area === area);
  return index < 0 ? null : { ...rankOf(ranked, index, firstPlace(metric)), of: ranked.length };
}
