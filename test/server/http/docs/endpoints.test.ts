import type { TSchema } from 'typebox';
import { describe, expect, test } from 'vitest';
import { FILES } from '../../../../server/files/index.ts';
import { describedFiles } from '../../../../server/files/send.ts';
import { ABOUT, endpointsOf } from '../../../../server/http/docs/endpoints.ts';
import { fieldsOf, meaningOf, typeWords } from '../../../../server/http/docs/html.ts';
import { QUESTIONS } from '../../../../server/questions/index.ts';

const all = endpointsOf(QUESTIONS, describedFiles());

test('every question and every file has its place, each with an anchor of its own', () => {
  expect(all.map(({ path }) => path)).toEqual(
    expect.arrayContaining([...QUESTIONS, ...FILES].map(({ path }) => path)),
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id } of all) expect(id).toMatch(/^[a-z][\w-]*$/);
});

test('what an address is for is told of every question, and of nothing that does not exist', () => {
  expect(QUESTIONS.filter(({ path }) => !ABOUT[path])).toEqual([]);
  const paths = all.map(({ path }) => path);
  expect(Object.keys(ABOUT).filter((path) => !paths.includes(path))).toEqual([]);
});

/** The fields of a schema that say nothing of themselves, to a depth. */
function silent(schema: TSchema, depth: number, where: string): string[] {
  if (depth === 0) return [];
  return fieldsOf(schema).flatMap(([name, field]) => {
    const here = `${where}.${name}`;
    return [...(meaningOf(field) === '' ? [here] : []), ...silent(field, depth - 1, here)];
  });
}

describe('nothing is left unsaid', () => {
  test('of the fields of replies and of tables, three levels deep', () => {
    const shapes = all.flatMap(({ id, reply, columns }) => {
      const shape = reply ?? columns;
      return shape ? silent(shape, 3, id) : [];
    });
    expect(shapes).toEqual([]);
  });

  test('of parameters', () => {
    const unsaid = all.flatMap(({ id, parameters, query }) => [
      ...silent(parameters, 1, id),
      ...silent(query, 1, id),
    ]);
    expect(unsaid).toEqual([]);
  });
});

test('types read as words', () => {
  const snapshot = all.find(({ id }) => id === 'snapshot')?.reply as TSchema;
  const [areas] = fieldsOf(snapshot).filter(([name]) => name === 'areas');
  const fields = Object.fromEntries(fieldsOf(areas?.[1] as TSchema));
  expect(typeWords(areas?.[1] as TSchema)).toBe('list of objects');
  expect(typeWords(fields.value as TSchema)).toBe('number, or null');
  expect(typeWords(fields.rank as TSchema)).toBe('object, or null');
  expect(typeWords(fields.notes as TSchema)).toBe('list of texts');
  expect(typeWords(fields.verdict as TSchema)).toBe(
    'one of <code>met</code>, <code>not-met</code>, <code>not-sure</code>, <code>no-target</code>',
  );
});
