import { DEFAULTS } from '../../../data/addresses/choices.ts';
import { grouped } from '../../../data/grouped.ts';
import { METRIC_IDS, type MetricId } from '../../../data/metrics/index.ts';
import { LONGEST_FIRST, type Period } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { Geography } from '../../dataset/geography.ts';
import type { SnapshotRow } from './figures.ts';
import { Kept } from './kept.ts';

type PairRow = SnapshotRow & { metric: MetricId; period: string };
type Stored = Omit<PairRow, 'group' | 'note'> & Record<'group' | 'note', string | null>;

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

/** As many pairs as a dataset keeps the rows of: those of some years as at which areas are read one after the other. */
const MOST_KEPT = 200;

const KEPT = new Kept<readonly PairRow[]>(MOST_KEPT);

/** The rows of all areas for pairs of metric and period, kept for whoever asks next; the longest unasked give way. */
export async function rowsOfPairs(dataset: Dataset, pairs: readonly string[]): Promise<PairRow[]> {
  const missing = pairs.filter((pair) => !KEPT.has(dataset, pair));
  // Asked once for all of them, by the first.
  let read: ReturnType<typeof readPairs> | undefined;
  const rows = pairs.map((pair) =>
    KEPT.get(dataset, pair, async () => {
      read ??= readPairs(dataset, missing);
      return (await read).get(pair) ?? [];
    }),
  );
  return (await Promise.all(rows)).flat();
}

async function readPairs(
  { db }: Dataset,
  pairs: readonly string[],
): Promise<ReadonlyMap<string, readonly PairRow[]>> {
  const rows = await db.rows<Stored>('pairs', { chosen: pairs.join(',') });
  return grouped(
    rows.map((row): PairRow => ({ ...row, group: row.group ?? DEFAULTS.group, note: row.note ?? '' })),
    ({ metric, period }) => pairOf(metric, period),
  );
}
