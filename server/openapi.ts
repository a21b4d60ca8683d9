import type { TSchema } from 'typebox';
import { Health, Problem } from '../data/contract.ts';
import { MEANING_OF, type ProblemCode, STATUS_OF } from './problem.ts';
import type { Question } from './question.ts';
import { QUESTIONS } from './questions.ts';

const braced = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}');

const plain = (schema: unknown) => JSON.parse(JSON.stringify(schema));

const json = (description: string, schema: unknown) => ({
  description,
  content: { 'application/json': { schema } },
});

const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** The statuses with which a question can be refused, and the codes of each. */
function refusals() {
  const codesOf = new Map<number, string[]>();
  for (const [code, status] of Object.entries(STATUS_OF)) {
    const line = `${code}: ${MEANING_OF[code as ProblemCode]}`;
    codesOf.set(status, [...(codesOf.get(status) ?? []), line]);
  }
  return Object.fromEntries([...codesOf].map(([status, lines]) => [status, json(lines.join(' '), PROBLEM)]));
}

function parametersOf({ parameters, query }: Question) {
  const listed = (place: 'path' | 'query', { properties, required }: Question['query']) =>
    Object.entries(properties).map(([name, schema]) => ({
      name,
      in: place,
      required: place === 'path' || ((required ?? []) as string[]).includes(name),
      schema: plain(schema),
      description: (schema as { description?: string }).description ?? '',
    }));
  return [...listed('path', parameters), ...listed('query', query)];
}

const operation = (summary: string, parameters: unknown[], reply: TSchema, responses: object) => ({
  get: { summary, parameters, responses: { 200: json('The answer', plain(reply)), ...responses } },
});

/** The description of the API in OpenAPI 3.1, from the same schemas that requests and replies are checked by. */
export function openApi() {
  const paths = QUESTIONS.map((question) => [
    braced(question.path),
    operation(question.summary, parametersOf(question), question.reply, {
      304: { description: 'The client has it: its If-None-Match names the ETag.' },
      ...refusals(),
    }),
  ]);
  const health = operation('Whether a dataset is being served, and which.', [], Health, {
    503: json('No dataset can be served; the reason, and what to do.', plain(Health)),
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cancer outcomes in England, by Cancer Alliance and CCG',
      version: '1',
      description:
        'Published figures as JSON. Every reply names the version of the data and repeats its question. Proportions are numbers from 0 to 1.',
      license: { name: 'Data: Open Government Licence v3.0' },
    },
    paths: { '/api/health': health, ...Object.fromEntries(paths) },
    components: { schemas: { Problem: plain(Problem) } },
  };
}
