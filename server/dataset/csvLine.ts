import type { TObject } from 'typebox';

type Schema = { type?: string; enum?: readonly unknown[]; anyOf?: readonly Schema[] };

/** Words of ours, which need no care in a CSV. */
const isPlain = ({ enum: values }: Schema) =>
  values?.every((value) => /^[a-z0-9][a-z0-9-]*$/.test(String(value)));

const isNumber = ({ type, anyOf }: Schema): boolean =>
  anyOf ? anyOf.some(isNumber) : type === 'number' || type === 'integer';

const text = (column: string) => {
  const safe = `CASE WHEN left(${column}, 1) < 'A' AND regexp_matches(${column}, '^''*[=+\\-@\\t\\r\\n]') THEN '''' || ${column} ELSE ${column} END`;
  const special = [44, 34, 13, 10].map((letter) => `contains(${column}, chr(${letter}))`).join(' OR ');
  return `CASE WHEN ${column} IS NULL THEN '' WHEN ${special} THEN '"' || replace(${safe}, '"', '""') || '"' ELSE ${safe} END`;
};

const number = (column: string) =>
  `CASE WHEN ${column} IS NULL OR NOT isfinite(${column}) THEN '' WHEN ${column} = trunc(${column}) AND abs(${column}) < 1e15 THEN CAST(CAST(${column} AS BIGINT) AS VARCHAR) ELSE CAST(${column} AS VARCHAR) END`;

/**
 * A row of a query as a line of a CSV without its end, as SQL: field by field as `csvLines` (data/text/csv.ts) writes it, so that a
 * whole dataset need not become rows in this program first. `columns` is the row's schema, its columns in order.
 * A number below 0.0001 is written with an exponent.
 */
export function csvLineOf(columns: TObject): string {
  const fields = Object.entries(columns.properties as Record<string, Schema>).map(([name, schema]) => {
    const column = `"${name}"`;
    if (isNumber(schema)) return number(column);
    return isPlain(schema) ? column : text(column);
  });
  return `concat_ws(',', ${fields.join(', ')})`;
}
