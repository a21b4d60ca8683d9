import type { Content } from './content.ts';
import type { Problems } from './problem.ts';

/** A CSV row with its line in the file (the header is line 1). */
export type Row = { row: number; cells: Record<string, string> };

/** The rows of a table, each with its line. */
export const rowsOf = (content: Content): Row[] =>
  content.kind === 'table'
    ? content.rows.map((cells, index) => ({ row: content.lines[index] ?? 0, cells }))
    : [];

/** True when a table has at least half of a format's columns: enough to say which is missing or renamed. */
export function looksLike(content: Content, columns: readonly string[]): boolean {
  if (content.kind !== 'table') return false;
  return 2 * columns.filter((column) => content.columns.includes(column)).length >= columns.length;
}

/** The rows of a table that should have exactly these columns; another header is a problem, and settled at once. */
export function tableRows(content: Content, columns: readonly string[], problems: Problems): Row[] {
  if (content.kind !== 'table') return [];
  const missing = columns.filter((column) => !content.columns.includes(column));
  const strange = content.columns.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    problems.add(`no column ${missing.join(', ')}; expected ${columns.join(', ')}`, { row: 1 });
  if (strange.length > 0) problems.add(`unexpected column ${strange.join(', ')}`, { row: 1 });
  problems.settle();
  return rowsOf(content);
}

/** Splits the rows taken from those left, which are counted by their reason. */
export function leftBy(rows: Row[], reason: (row: Row) => { what: string; why: string } | null) {
  const counts = new Map<string, { count: number; what: string; why: string }>();
  const taken = rows.filter((row) => {
    const left = reason(row);
    if (left === null) return true;
    const key = `${left.what} ${left.why}`;
    counts.set(key, { ...left, count: (counts.get(key)?.count ?? 0) + 1 });
    return false;
  });
  return { taken, left: [...counts.values()] };
}
