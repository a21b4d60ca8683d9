import { quoted } from '../../data/text/sql.ts';

/** The cell of a row in a column of a sheet; styles and texts are numbers, of the workbook's styles and shared strings. */
export type SheetCell = { letters: string } & (
  | { text: string; style: string; none: number }
  | { number: string; style: Choice<string>; gap: Choice<Choice<number>> }
  | { shown: Choice<number>; style: string }
);

/** What a column's value decides; of the row's values that are not named, `others`. */
export type Choice<Chosen> = { by: string; named: ReadonlyMap<string, Chosen>; others: Chosen };

/** A choice as SQL, the values that come to the same named together. */
function choose<Chosen>({ by, named, others }: Choice<Chosen>, sqlOf: (chosen: Chosen) => string): string {
  const values = new Map<string, string[]>();
  for (const [value, chosen] of named) {
    const sql = sqlOf(chosen);
    values.set(sql, [...(values.get(sql) ?? []), quoted(value)]);
  }
  const rest = sqlOf(others);
  values.delete(rest);
  if (values.size === 0) return rest;
  const cases = [...values].map(([sql, each]) => `WHEN "${by}" IN (${each.join(', ')}) THEN ${sql}`);
  return `CASE ${cases.join(' ')} ELSE ${rest} END`;
}

const textAt = (place: string) => `concat('" t="s"><v>', ${place}, '</v></c>')`;

function contentOf(cell: SheetCell, type: string, first: number): string {
  if ('shown' in cell) return `'${cell.style}', ${choose(cell.shown, (place) => textAt(`'${place}'`))}`;
  if ('text' in cell) {
    const known = `CAST(enum_code(CAST(nullif("${cell.text}", '') AS ${type})) AS INTEGER) + ${first}`;
    return `'${cell.style}" t="s"><v>', coalesce(${known}, ${cell.none}), '</v></c>'`;
  }
  const style = choose(cell.style, quoted);
  const gap = choose(cell.gap, (inner) => choose(inner, (place) => textAt(`'${place}'`)));
  const column = `"${cell.number}"`;
  return `${style}, CASE WHEN ${column} IS NULL THEN ${gap} ELSE concat('"><v>', ${column}, '</v></c>') END`;
}

/**
 * A row of a query as a row of a sheet's XML, as SQL, so that a whole dataset need not become rows in this program first.
 * `number`: the column of its number in the sheet; `type`: an enumeration of every text of the rows, of which the shared
 * strings from `first` on are made.
 */
export function sheetRowOf(
  cells: readonly SheetCell[],
  { number, type, first }: { number: string; type: string; first: number },
): string {
  const parts = cells.map(
    (cell) => `'<c r="${cell.letters}', "${number}", '" s="', ${contentOf(cell, type, first)}`,
  );
  return `concat('<row r="', "${number}", '">', ${parts.join(', ')}, '</row>')`;
}
