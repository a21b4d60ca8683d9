import type { BreakReply, TargetReply, TrendPoint } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { type Geography, holds, OPEN, type Present } from '../../dataset/geography.ts';
import { figureOf, gap, notesOf, type Row } from './figures.ts';

/** One row of `observation` with its period. */
export type SeriesRow = Row & { period: string };

/** First and last month, both included. */
export type Months = { start: string; end: string };

/** The months that a series covers; nothing lies within those of an empty one. */
export function spanOf(points: readonly TrendPoint[]): Months {
  const spanned = points.flatMap(({ period }) => parsePeriod(period) ?? []);
  return { start: spanned[0]?.start ?? OPEN, end: spanned.at(-1)?.end ?? '' };
}

/** An area's rows in the order of the periods, with a gap for each in which the area existed and has no row. */
export function pointsOf(
  area: string,
  rows: readonly SeriesRow[],
  periods: readonly Present[],
  geography: Geography,
): TrendPoint[] {
  const rowOf = new Map(rows.map((row) => [row.period, row]));
  const versions = geography.versionsOf.get(area) ?? [];
  return withRows(periods, rows).flatMap(({ id, start, end }): TrendPoint[] => {
    const row = rowOf.get(id);
    if (!row && !versions.some((version) => holds(version, start))) return [];
    const shown = row ?? gap(area, 'No figure was published for this area and period.');
    return [{ period: id, ...figureOf(shown), notes: notesOf(shown, geography.notesOf(area, start, end)) }];
  });
}

/** The periods to show, those of rows that stand outside the level's list included, oldest first. */
function withRows(periods: readonly Present[], rows: readonly SeriesRow[]) {
  const listed = new Set(periods.map(({ period }) => period));
  const more = rows.flatMap(({ period }) => (listed.has(period) ? [] : (parsePeriod(period) ?? [])));
  return [...periods.map(({ period, start, end }) => ({ id: period, start, end })), ...more].sort((a, b) =>
    a.start.localeCompare(b.start),
  );
}

/** Where an area's series of a metric stops being comparable with what comes before it, within months; oldest first. */
export function breaksWithin(
  { breaksOf }: Geography,
  metric: Metric,
  area: string,
  { start, end }: Months,
): BreakReply[] {
  return [...metric.breaks, ...(breaksOf.get(area) ?? [])]
    .filter(({ from }) => start < from && from <= end)
    .map(({ from, reason }) => ({ from, reason }))
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** The targets that were in force at some time within months and can be held against the metric's figures. */
export const targetsWithin = ({ targets }: Metric, { start, end }: Months): TargetReply[] =>
  targets.filter(({ comparable, from, until }) => comparable && from <= end && start <= (until ?? OPEN));
