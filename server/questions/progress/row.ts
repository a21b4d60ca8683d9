import { type Ambition, isRepeated } from '../../../data/ambitions/index.ts';
import type { ProgressRow, SpreadPoint } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf, type Target } from '../../../data/metrics/index.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { historyOf, successorOf } from '../../dataset/geography.ts';
import {
  type AreaRow,
  type AreaSeries,
  controlReading,
  latestFigure,
  latestNotes,
  trendUpTo,
  whyNoFigure,
} from '../shared/areaSeries.ts';
import { englandBenchmark } from '../shared/benchmark.ts';
import { figureOf, gap, type SnapshotRow } from '../shared/figures.ts';
import { judged } from '../shared/judged.ts';
import { PROVIDER_NOTE } from '../shared/provider.ts';
import { howRead, NO_PATH, paceOf, paceSeries, pathOf } from './pace.ts';
import { distanceTo, isPassed, isTooOld, markOf, targetNotes, targetOf } from './target.ts';

/** A row of the area or of England, as `query.sql` reads it. */
export type ProgressSqlRow = AreaRow & SnapshotRow;

/** How far a metric varies between CCGs in each period, and why its change is not known; null where it is. */
export type Variation = { spread: SpreadPoint[]; reason: string | null };

/** An ambition’s metric in the area as at a period. */
type Measured = {
  series: Omit<AreaSeries, 'rows'> & { rows: readonly ProgressSqlRow[] };
  england: readonly ProgressSqlRow[];
  /** For an ambition to reduce variation; null for any other. */
  variation: Variation | null;
  /** England’s rows of the metric that stands beside the figure. */
  beside: readonly ProgressSqlRow[];
};

/** What Annex A says of an ambition. */
const statedIn = ({ id, area, heading, ambition, printed, footnote }: Ambition) => ({
  repeats: isRepeated({ id, area }),
  id,
  pathway: area,
  heading,
  ambition,
  asPrinted: printed,
  footnote,
});

/** Whether an ambition is to reduce the variation between areas. */
export const isVariation = ({ heading }: Ambition) => heading === 'Outcomes – reduction in variation';

/** The line of an ambition that nothing bundled measures: what would fill it. */
export function unmeasuredRow(ambition: Ambition): ProgressRow {
  const reason = ambition.notCollected ?? '';
  return {
    ...statedIn(ambition),
    metric: null,
    label: null,
    basis: null,
    period: null,
    ...figureOf(gap('', reason)),
    england: null,
    comparison: 'not-compared',
    comparisonReason: reason,
    target: null,
    national: false,
    verdict: 'no-target',
    reached: null,
    passed: false,
    gap: null,
    pace: null,
    path: NO_PATH,
    recentTrend: null,
    control: null,
    spread: [],
    beside: null,
    notes: [],
    reason,
  };
}

/** The line of an ambition that a metric measures, with its figure as at the period or the reason why it has none. */
export function measuredRow(ambition: Ambition, measured: Measured): ProgressRow {
  const { series, variation } = measured;
  const { geography, id, asAt, level } = series;
  const metric = metricOf(id);
  const latest = latestFigure(series);
  const row = series.rows.find((each) => each === latest) ?? null;
  const month = row?.end ?? asAt.end;
  const target = targetOf({ metric: id, targetIndex: ambition.targetIndex }, asAt, month);
  const basis = target?.basis ?? basisOf(ambition, id);
  const england = row && englandFigure(measured, row);
  const figure =
    row &&
    judged(geography, row, {
      metric,
      level,
      period: geography.placed(id, parsePeriod(row.period) ?? asAt),
      benchmark: england ?? { row: null, why: 'This is England' },
      mark: markOf(target, level),
      notes: [...latestNotes(series, row), ...endedNotes(series), ...targetNotes(series, row, target)],
    });
  const verdict = figure?.verdict ?? 'no-target';
  // A figure from before a target’s date, which has passed, cannot tell whether it was reached by then.
  const tooOld = row !== null && isTooOld(series, row, target);
  const { reached, gap: short } = distanceTo(row, target, { level, metric });
  const figures = row !== null && basis !== 'variation' ? paceSeries(series, month) : null;
  const reachedIn = reached && !tooOld ? (row?.period ?? null) : null;
  const pace = figures && paceOf(series, figures, target, reachedIn);
  const why = row === null ? whyNoFigure(series) : null;
  return {
    ...statedIn(ambition),
    metric: id,
    label: metric.label,
    basis,
    period: row?.period ?? null,
    ...figureOf(row ?? gap(series.area, why ?? '')),
    england: england?.row ?? null,
    comparison: figure?.comparison ?? 'not-compared',
    comparisonReason: figure === null ? why : figure.comparisonReason,
    target,
    national: (basis === 'ambition' || basis === 'variation') && level !== 'england',
    verdict: tooOld && verdict !== 'no-target' ? 'not-sure' : verdict,
    reached: tooOld ? null : reached,
    gap: short,
    passed: isPassed(target, asAt),
    pace,
    path: figures && pace ? pathOf(series, figures, target, pace, reachedIn) : { ...NO_PATH },
    recentTrend: basis === 'variation' ? null : trendUpTo(series),
    control: basis === 'variation' ? null : controlReading(series),
    spread: variation?.spread ?? [],
    beside: besideFigure(measured, row),
    reason: variation?.reason ?? why,
    notes: [
      ...(row && ambition.nearest ? [ambition.nearest] : []),
      ...(figure?.notes ?? []),
      ...(figures && pace && pace.seen !== null ? [howRead(figures.length, pace.points)] : []),
      ...(figures && series.byProvider.length > 0 ? [PROVIDER_NOTE] : []),
    ],
  };
}

/** What an ambition is, whether or not its target has been stated by the period. */
function basisOf(ambition: Ambition, id: MetricId): Target['basis'] | null {
  if (isVariation(ambition)) return 'variation';
  const { targetIndex } = ambition;
  return targetIndex === null ? null : (metricOf(id).targets[targetIndex]?.basis ?? null);
}

/** What became of an area whose code has ended by the period. */
function endedNotes({ geography, area, asAt }: AreaSeries): string[] {
  const successor = successorOf(geography, area);
  if (!successor || successor.from > asAt.end) return [];
  return [historyOf(geography, area, successor)].filter((note) => note !== null);
}

/** England’s figure of the same period and publication, or why there is none; null for England itself. */
function englandFigure({ series, england }: Measured, row: ProgressSqlRow) {
  if (series.level === 'england') return null;
  const alike = england.filter(({ period }) => period === row.period);
  return englandBenchmark([row, ...alike], metricOf(series.id));
}

function besideFigure({ beside }: Measured, row: ProgressSqlRow | null): ProgressRow['beside'] {
  const found = beside.find(({ period, value }) => period === row?.period && value !== null);
  if (!found || found.value === null) return null;
  const { metric: id, period, value } = found;
  return { metric: id, label: metricOf(id).label, period, value };
}
