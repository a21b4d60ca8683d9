import type { ProfileRow, Rank, Spine } from '../../../data/contract/index.ts';
import { type Metric, metric as metricOf, targetAt } from '../../../data/metrics/index.ts';
import { type Period, parsePeriod } from '../../../data/periods.ts';
import { quantiles } from '../../stats/quantile.ts';
import { rankOf } from '../../stats/ranks.ts';
import { benchmarkFor, englandOf } from '../shared/benchmark/index.ts';
import { similarTen } from '../shared/benchmark/own.ts';
import { ofArea, placeOf } from '../shared/benchmark/place.ts';
import {
  besideOf,
  type Confidence,
  compare,
  figureOf,
  gap,
  isIllustrative,
  notesOf,
  passMark,
  type Row,
  type SnapshotRow,
  verdictOf,
} from '../shared/figures.ts';
import { notesOn, whyNone } from '../shared/latest.ts';
import { firstPlace, rankable, rowsAt } from '../shared/level.ts';
import { controlReading, type Own, type OwnRow, trendUpTo } from '../shared/own.ts';

/** What a profile compares with, and how surely. */
export type Comparing = { against: string; confidence: Confidence };

/** Where the areas of a level stand; null where fewer than two have a figure. */
function spineOf(rows: readonly Row[]): Spine | null {
  const values = rows.flatMap((row) => (row.value === null || isIllustrative(row) ? [] : [row.value]));
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

/** What every row of a profile says, with a figure or without. */
function common(own: Own, month: string) {
  const { label, pathway } = metricOf(own.id);
  return {
    metric: own.id,
    label,
    pathway,
    target: targetAt(own.id, month),
    recentTrend: trendUpTo(own),
    control: controlReading(own),
  };
}

function without(own: Own): ProfileRow {
  const why = whyNone(own);
  return {
    ...common(own, own.at.end),
    period: null,
    ...figureOf(gap(own.area, why)),
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

function withFigure(own: Own, row: OwnRow, period: Period, rows: readonly SnapshotRow[], by: Comparing) {
  const { geography, id, area, level } = own;
  const metric = metricOf(id);
  const asked = { against: by.against, level, period, metric: id, group: 'all', rows };
  const place = placeOf(geography, asked);
  const { row: benchmark, why } = benchmarkFor({ geography }, asked).of(area);
  const all = level === 'england' ? [] : rowsAt(geography, { level, period, group: 'all' }, rows);
  const known = common(own, period.end);
  const alliances = level === 'ccg' ? geography.parentsOf(area, period.start) : [];
  return {
    ...known,
    period: row.period,
    ...figureOf(row),
    england: level === 'england' ? null : englandOf(rows, metric).row,
    alliances: alliances.flatMap((each) => ofArea(place, each).row ?? []),
    similar: level === 'ccg' ? similarTen(place, area) : null,
    benchmark: benchmark?.value ?? null,
    ...compare(row, benchmark, why, metric, by.confidence),
    verdict: verdictOf(row, passMark(known.target), metric),
    rank: rankIn(all, area, metric),
    spine: spineOf(all),
    notes: [
      ...notesOf(row, geography.notesOf(area, period.start, period.end), besideOf(metric, level)),
      ...notesOn(own, row),
    ],
  };
}

/** A metric's line of a profile: its figure up to the period with all it is held against, or why it has none. */
export function profileRow(
  own: Own,
  row: OwnRow | null,
  rows: readonly SnapshotRow[],
  by: Comparing,
): ProfileRow {
  const period = row && parsePeriod(row.period);
  return period ? withFigure(own, row, period, rows, by) : without(own);
}
