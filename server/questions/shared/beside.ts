import { DEFAULTS } from '../../../data/addresses/choices.ts';
import { METRIC_IDS, type MetricId } from '../../../data/metrics/index.ts';
import type { Period } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { Geography } from '../../dataset/geography.ts';
import type { SnapshotRow } from './figures.ts';

type Words = 'group' | 'source' | 'note';
type Beside = SnapshotRow & { metric: MetricId };
type BesideRow = Omit<Beside, Words> & Record<Words, string | null>;

const LONGEST_FIRST = ['year', 'calendar-year', 'quarter', 'month'];

/**
 * The metrics and periods, `metric period`, that a profile of an area of a level most likely shows: each metric's latest
 * by then, of the grain asked or the longest.
 */
export function likelyPairs({ presentOf }: Geography, level: string, at: Period): string[] {
  return METRIC_IDS.flatMap((id) => {
    const ended = (presentOf.get(id) ?? []).filter(
      (each) => each.level === level && each.group === DEFAULTS.group && each.end <= at.end,
    );
    const grain = [at.grain, ...LONGEST_FIRST].find((one) => ended.some((each) => each.grain === one));
    const latest = ended.findLast((each) => each.grain === grain);
    return latest ? [`${id} ${latest.period}`] : [];
  });
}

/** The rows of all areas for metrics and periods; with their words only for the areas in `noted`. */
export async function rowsBeside({ db }: Dataset, pairs: readonly string[], noted: readonly string[]) {
  if (pairs.length === 0) return [];
  const found = await db.rows<BesideRow>('beside', { chosen: pairs.join(','), noted: noted.join(',') });
  return found.map(
    (row): Beside => ({
      ...row,
      group: row.group ?? DEFAULTS.group,
      source: row.source ?? '',
      note: row.note ?? '',
    }),
  );
}
