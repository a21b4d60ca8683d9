import type { TSchema } from 'typebox';
import { code, codes, prose } from './html.ts';

type Stated = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: TSchema[];
  items?: TSchema;
  properties?: Record<string, TSchema>;
  patternProperties?: Record<string, TSchema>;
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
  const { type, enum: allowed, const: only, anyOf, items } = schema as Stated;
  if (allowed) return `one of ${codes(allowed)}`;
  if (only !== undefined) return code(only);
  if (anyOf) {
    const isNull = (each: TSchema) => (each as Stated).type === 'null';
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
  const { properties, items, anyOf = [] } = schema as Stated;
  if (properties) return Object.entries(properties);
  if (items) return fieldsOf(items);
  return anyOf.flatMap(fieldsOf);
}

/** What a value is: its own description, else that of what it lists or of what it is when not null. */
export function meaningOf(schema: TSchema): string {
  const { description, items, anyOf = [] } = schema as Stated;
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

/** Fields with type and meaning; what lies inside them is folded. */
export const fieldList = (fields: readonly [string, TSchema][]): string =>
  `<dl class="fields">${fields.map(entry).join('')}</dl>`;
