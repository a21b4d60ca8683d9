import { describe, expect, test } from 'vitest';
import { FILES } from '../../../../server/files/index.ts';
import { addressesOf, describedFiles } from '../../../../server/files/send.ts';
import { endpointsOf } from '../../../../server/http/docs/endpoints.ts';
import { openApi } from '../../../../server/http/docs/openapi.ts';
import { QUESTIONS } from '../../../../server/questions/index.ts';

const api = JSON.parse(JSON.stringify(openApi(endpointsOf(QUESTIONS, describedFiles()))));

type Parameter = { name: string; in: string; required: boolean; description: string; example?: string };
type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  parameters: Parameter[];
  responses: Record<string, { description: string; content?: Record<string, object> }>;
};
const operations: [string, Operation][] = Object.entries(api.paths as Record<string, { get: Operation }>).map(
  ([path, { get }]) => [path, get],
);

const braced = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}');

/** Every `$ref` within a value. */
function refs(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refs);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refs(inner)));
}

const at = (pointer: string) =>
  pointer
    .slice(2)
    .split('/')
    .reduce((found: Record<string, never> | undefined, step) => found?.[step], api);

test('it is OpenAPI 3.1, and tells every question, every file and every address of a file', () => {
  expect(api.openapi).toBe('3.1.0');
  const paths = operations.map(([path]) => path);
  const wanted = [
    ...QUESTIONS.map(({ path }) => path),
    ...FILES.flatMap((file) => addressesOf(file).map(({ path }) => path)),
  ];
  expect(paths).toEqual(expect.arrayContaining(wanted.map(braced)));
  expect(paths).toContain('/api/health');
});

test('every reference leads somewhere', () => {
  const found = refs(api);
  expect(found.length).toBeGreaterThan(operations.length);
  expect([...new Set(found)].filter((ref) => !ref.startsWith('#/') || at(ref) === undefined)).toEqual([]);
});

test('every operation has a name of its own, a tag that is told of, and a summary', () => {
  const ids = operations.map(([, { operationId }]) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]\w*$/);
  const tags = api.tags.map(({ name }: { name: string }) => name);
  for (const [, { tags: own, summary }] of operations) {
    expect(tags).toEqual(expect.arrayContaining(own));
    expect(summary).not.toBe('');
  }
});

describe('parameters', () => {
  test('those in a path are declared, required and no others', () => {
    for (const [path, { parameters }] of operations) {
      const inPath = parameters.filter(({ in: place }) => place === 'path');
      expect(inPath.map(({ name }) => name).toSorted()).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted(),
      );
      expect(inPath.every(({ required }) => required)).toBe(true);
    }
  });

  test('each is told of, once; whatever is needed has an example', () => {
    for (const [path, { parameters }] of operations) {
      expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
      for (const { name, description, required, example } of parameters) {
        expect([path, name, description]).not.toEqual([path, name, '']);
        if (required && name !== 'version') expect([path, name, example]).not.toContain(undefined);
      }
    }
  });

  test('an example is what the examples of the question give', () => {
    const snapshot = api.paths['/api/snapshot'].get.parameters as Parameter[];
    expect(Object.fromEntries(snapshot.map(({ name, example }) => [name, example]))).toMatchObject({
      metric: '62-day-wait',
      period: 'fy2016-17',
      level: 'ccg',
    });
  });
});

test('a file is answered in its media types, a question in JSON with the shape of its reply', () => {
  for (const file of FILES)
    expect(Object.keys(api.paths[braced(file.path)].get.responses[200].content)).toEqual(
      file.type.split(', ').map((type) => type.replace(/;.*/, '')),
    );
  for (const { path, reply } of QUESTIONS)
    expect(api.paths[braced(path)].get.responses[200].content['application/json'].schema).toEqual(
      JSON.parse(JSON.stringify(reply)),
    );
});
