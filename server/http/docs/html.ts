import type { TObject, TSchema } from 'typebox';
import { escaped as escapedText } from '../../../data/text/markup.ts';

/** A value as HTML shows it. */
export const escaped = (raw: unknown) => escapedText(String(raw));

export const code = (raw: unknown) => `<code>${escaped(raw)}</code>`;

export const codes = (values: readonly unknown[]) => values.map(code).join(', ');

/** The anchor of an address on the page: `/api/sources/:metric/:area` is `sources`, `/api/pack/:area.pptx` is `pack-area-pptx`. */
export const anchorOf = (path: string) =>
  path
    .replace(/^\/api\//, '')
    .replaceAll(/\/:\w+(?=\/|$)/g, '')
    .replaceAll(/\W+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** A sentence of the contract: what stands in backticks is code, an address of the API leads to its section. */
export const prose = (sentence: string) =>
  escaped(sentence)
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll(
      /(?<![">\w])\/api\/[a-z]+(?![\w/:?-]|\.\w)/g,
      (path) => `<a href="#${anchorOf(path)}">${path}</a>`,
    );

/** A table; cells are HTML, the first of a row is its head. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]) {
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join('');
  const body = rows.map(
    ([first, ...rest]) =>
      `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<table><caption>${escaped(caption)}</caption>
<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** Words and their meanings; both are HTML. */
export const terms = (pairs: readonly (readonly [string, string])[]) =>
  `<dl>${pairs.map(([word, meaning]) => `<dt>${word}</dt><dd>${meaning}</dd>`).join('')}</dl>`;

/** A section of the page: its anchor, its heading, and its text as HTML. */
export type Part = { id: string; heading: string; body: string };

type Schema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: TSchema[];
  items?: TSchema;
  properties?: Record<string, TSchema>;
  patternProperties?: Record<string, TSchema>;
  default?: unknown;
  description?: string;
};

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  null: 'null',
  object: 'object',
};

/** The type of a value in words, as HTML: `list of objects`, `one of met, not-met, or null`. */
export function typeWords(schema: TSchema): string {
  const { type, enum: allowed, const: only, anyOf, items } = schema as Schema;
  if (allowed) return `one of ${codes(allowed)}`;
  if (only !== undefined) return code(only);
  if (anyOf) {
    const isNull = (each: TSchema) => (each as Schema).type === 'null';
    const words = anyOf.filter((each) => !isNull(each)).map(typeWords);
    return `${words.join(' or ')}${anyOf.some(isNull) ? ', or null' : ''}`;
  }
  if (items) {
    const words = typeWords(items);
    return /^(text|object|number)$/.test(words)
      ? `list of ${words === 'text' ? 'texts' : `${words}s`}`
      : `list of ${words}`;
  }
  return TYPES[type ?? ''] ?? 'any value';
}

/** The fields inside a value: its own, those of the members of a list, or of what else is not null; none of a plain one. */
export function fieldsOf(schema: TSchema): [name: string, schema: TSchema][] {
  const { properties, items, anyOf = [] } = schema as Schema;
  if (properties) return Object.entries(properties);
  if (items) return fieldsOf(items);
  return anyOf.flatMap(fieldsOf);
}

/** What a value is: its own description, else that of what it lists or of what it is when not null. */
export function meaningOf(schema: TSchema): string {
  const { description, items, anyOf = [] } = schema as Schema;
  if (description !== undefined) return description;
  if (items) return meaningOf(items);
  return anyOf.map(meaningOf).find((words) => words !== '') ?? '';
}

function entry([name, schema]: [string, TSchema]): string {
  const inner = name === 'query' ? [] : fieldsOf(schema);
  const nested =
    inner.length === 0
      ? ''
      : `<details><summary>${inner.length} fields of <code>${name}</code></summary>${fieldList(inner)}</details>`;
  return `<dt>${code(name)} <span class="type">${typeWords(schema)}</span></dt><dd>${prose(meaningOf(schema))}${nested}</dd>`;
}

/** Fields with type and meaning; the fields inside them are folded. */
export const fieldList = (fields: readonly [string, TSchema][]): string =>
  `<dl class="fields">${fields.map(entry).join('')}</dl>`;

/** More values than these are folded. */
const FEW = 8;

const valuesOf = (allowed: readonly unknown[]) =>
  allowed.length > FEW
    ? `<details><summary>One of ${allowed.length} values</summary>${codes(allowed)}</details>`
    : `<br>One of ${codes(allowed)}`;

function row(name: string, schema: TSchema, required: boolean): string[] {
  const { enum: allowed, default: usual, description = '' } = schema as Schema;
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

/** The table of an address's parameters, those in its path first. */
export function parameterTable({ parameters, query }: { parameters: TObject; query: TObject }): string {
  const rows = [...rowsOf(parameters), ...rowsOf(query)];
  if (rows.length === 0) return '<p>It takes no parameters.</p>';
  return table('Parameters', ['Name', 'What it means', 'Default'], rows);
}
