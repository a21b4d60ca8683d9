import { DEFAULTS } from '../../../data/addresses/choices.ts';
import { METRIC_IDS, type MetricId } from '../../../data/metrics/index.ts';
import { LONGEST_FIRST, type Period } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { Geography } from '../../dataset/geography.ts';
import type { SnapshotRow } from './figures.ts';

type Words = 'group' | 'source' | 'note';
type PairRow = SnapshotRow & { metric: MetricId };
type Stored = Omit<PairRow, Words> & Record<Words, string | null>;

/** A metric and a period, as `pairs.sql` takes them. */
export const pairOf = (metric: MetricId, period: string) => `${metric} ${period}`;

/**
 * The pairs of metric and period that a profile of an area of a level most likely shows: each metric's latest by then, of
 * the grain asked for or the longest.
 */
export function likelyPairs({ presentOf }: Geography, level: string, asAt: Period): string[] {
  return METRIC_IDS.flatMap((id) => {
    const ended = (presentOf.get(id) ?? []).filter(
      (each) => each.level === level && each.group === DEFAULTS.group && each.end <= asAt.end,
    );
    const grain = [asAt.grain, ...LONGEST_FIRST].find((one) => ended.some((each) => each.grain === one));
    const latest = ended.findLast((each) => each.grain === grain);
    return latest ? [pairOf(id, latest.period)] : [];
  });
}

/** The rows of all areas for pairs of metric and period; with source and note only for the areas in `noted`. */
export async function rowsOfPairs(
  { db }: Dataset,
  pairs: readonly string[],
  noted: readonly string[],
): Promise<PairRow[]> {
  if (pairs.length === 0) return [];
  const rows = await db.rows<Stored>('pairs', { chosen: pairs.join(','), noted: noted.join(',') });
  return rows.map((row) => ({
    ...row,
    group: row.group ?? DEFAULTS.group,
    source: row.source ?? '',
    note: row.note ?? '',
  }));
}
