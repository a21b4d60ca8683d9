import type { TObject, TSchema } from 'typebox';
import type { Endpoint } from './endpoints.ts';
import { code, codes, prose, table } from './html.ts';

type Stated = { enum?: unknown[]; default?: unknown; description?: string; maxLength?: number };

/** As many values as are read at a glance; more are folded. */
const FEW = 8;

const valuesOf = (allowed: readonly unknown[]) =>
  allowed.length > FEW
    ? `<details><summary>One of ${allowed.length} values</summary>${codes(allowed)}</details>`
    : `<br>One of ${codes(allowed)}`;

function row(name: string, schema: TSchema, required: boolean): string[] {
  const { enum: allowed, default: usual, description = '' } = schema as Stated;
  const meaning = `${prose(description)}${allowed ? valuesOf(allowed) : ''}`;
  return [
    code(name),
    meaning,
    required ? '<strong>needed</strong>' : usual === undefined ? 'optional' : code(usual),
  ];
}

const rowsOf = ({ properties, required }: TObject) =>
  Object.entries(properties).map(([name, schema]) =>
    row(name, schema, ((required ?? []) as string[]).includes(name)),
  );

/** The table of an endpoint's parameters, those in its path first. */
export function parameterTable({ parameters, query }: Endpoint): string {
  const rows = [...rowsOf(parameters), ...rowsOf(query)];
  if (rows.length === 0) return '<p>It takes no parameters.</p>';
  return table('Parameters', ['Name', 'What it means', 'Default'], rows);
}
