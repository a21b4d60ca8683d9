import type { TObject, TSchema } from 'typebox';
import { Problem } from '../../../data/contract/index.ts';
import { MEANING_OF, type ProblemCode, STATUS_OF } from '../problem.ts';
import { type Endpoint, GROUPS } from './endpoints.ts';

const braced = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}');

const plain = (schema: unknown) => JSON.parse(JSON.stringify(schema));

const json = (description: string, schema: unknown) => ({
  description,
  content: { 'application/json': { schema } },
});

const PROBLEM = { $ref: '#/components/schemas/Problem' };
const ETAG = { ETag: { $ref: '#/components/headers/ETag' } };

/** The statuses with which a request can be refused, and the codes of each. */
function refusals() {
  const codesOf = new Map<number, string[]>();
  for (const [code, status] of Object.entries(STATUS_OF)) {
    const line = `${code}: ${MEANING_OF[code as ProblemCode]}`;
    codesOf.set(status, [...(codesOf.get(status) ?? []), line]);
  }
  return Object.fromEntries([...codesOf].map(([status, lines]) => [status, json(lines.join(' '), PROBLEM)]));
}

/** The value of a parameter in the first example that has it. */
function exampleOf(name: string, path: string, examples: readonly string[]): string | undefined {
  const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:(\w+)/g, '(?<$1>[^/.]+)')}$`);
  for (const example of examples) {
    const { pathname, searchParams } = new URL(example, 'http://localhost');
    const given = pattern.exec(pathname)?.groups?.[name] ?? searchParams.get(name);
    if (given !== undefined && given !== null) return given;
  }
  return undefined;
}

function parametersOf(path: string, parameters: TObject, { query, examples }: Endpoint) {
  const listed = (place: 'path' | 'query', { properties, required }: TObject) =>
    Object.entries(properties).map(([name, schema]) => {
      const example = exampleOf(name, path, examples);
      return {
        name,
        in: place,
        required: place === 'path' || ((required ?? []) as string[]).includes(name),
        schema: plain(schema),
        description: (schema as { description?: string }).description ?? '',
        ...(example === undefined ? {} : { example }),
      };
    });
  return [...listed('path', parameters), ...listed('query', query)];
}

/** Text files have a schema; for others the media type is enough. */
const contentOf = ({ type, reply }: Endpoint) =>
  Object.fromEntries(
    type
      .split(', ')
      .map((each) => [
        each.replace(/;.*/, ''),
        reply
          ? { schema: plain(reply) }
          : /^text|xml$|json$/.test(each)
            ? { schema: { type: 'string' } }
            : {},
      ]),
  );

/** `/api/chart/map.:format` is `chartMapFormat`. */
const operationId = (path: string) =>
  path.replace(/^\/api\//, '').replaceAll(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase());

function responsesOf(endpoint: Endpoint) {
  const answer = { description: endpoint.reply ? 'The answer.' : 'The file.', content: contentOf(endpoint) };
  const health = endpoint.path === '/api/health';
  if (health)
    return {
      200: answer,
      503: json('No dataset can be served; why, and what to do.', plain(endpoint.reply)),
    };
  return {
    200: { ...answer, headers: ETAG },
    304: { description: 'The client has it: its If-None-Match names the ETag.', headers: ETAG },
    ...refusals(),
  };
}

function pathsOf(endpoint: Endpoint): [string, object][] {
  const { path, parameters, summary, about, group, others } = endpoint;
  return [{ path, parameters }, ...others].map((address) => [
    braced(address.path),
    {
      get: {
        operationId: operationId(address.path),
        tags: [group],
        summary,
        ...(about === '' ? {} : { description: about }),
        parameters: parametersOf(address.path, address.parameters, endpoint),
        responses: responsesOf(endpoint),
      },
    },
  ]);
}

/** The description of the API in OpenAPI 3.1, from the same schemas that requests and replies are checked by. */
export function openApi(endpoints: readonly Endpoint[]) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cancer outcomes in England, by Cancer Alliance and CCG',
      version: '1',
      description:
        'Published figures as JSON, and as files. Every reply names the version of the data and repeats its question. Proportions are numbers from 0 to 1.',
      license: {
        name: 'Open Government Licence v3.0 (figures)',
        url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      },
    },
    servers: [{ url: '/', description: 'The server that this description came from' }],
    externalDocs: { url: '/api/docs', description: 'The same to read, with examples in curl, Python and R' },
    tags: Object.entries(GROUPS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(endpoints.flatMap(pathsOf)),
    components: {
      schemas: { Problem: plain(Problem as TSchema) },
      headers: {
        ETag: { description: 'Strong; send it back in If-None-Match.', schema: { type: 'string' } },
      },
    },
  };
}
