import type { ProgressRow } from '../contract/index.ts';
import { isMeasured, type MeasuredRow } from './progress.ts';

/** Standards first, then ambitions that have a figure, then what is illustrative. */
const place = ({ basis, status }: ProgressRow) =>
  status === 'illustrative' ? 2 : Number(basis !== 'standard');

/** The ambitions to show as tiles, one for each measure that has a figure, and how many others have none. */
export function tileRows(rows: readonly ProgressRow[]): { tiles: MeasuredRow[]; without: number } {
  const seen = new Set<string>();
  const tiles: MeasuredRow[] = [];
  const without = new Set<string>();
  for (const row of rows) {
    if (row.basis === 'variation') continue;
    if (!isMeasured(row) || row.value === null) without.add(row.ambition);
    else if (!seen.has(row.metric)) {
      seen.add(row.metric);
      tiles.push(row);
    }
  }
  return { tiles: tiles.sort((one, other) => place(one) - place(other)), without: without.size };
}
