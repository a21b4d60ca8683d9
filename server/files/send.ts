import { Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type TObject, Type } from 'typebox';
import type { Drawing } from '../../data/contract/drawing.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { type Serving, servedBy } from '../dataset/serving.ts';
import { Answer, encodingFor, FOREVER, matches, REVALIDATE } from '../http/answer.ts';
import { answersOf } from '../http/answerCache.ts';
import { FILE_HEADERS } from '../http/headers.ts';
import { ProblemError } from '../http/problem.ts';
import { originOf, send } from '../http/send.ts';
import { requestSchema } from '../http/validation.ts';
import type { FileRoute, Made, Maker } from './file.ts';
import { FILES } from './index.ts';

const DOWNLOADS = '/api/download/';
const LATEST = 'latest';

type FilesOptions = { serving: Serving; drawing: Drawing | null; publicUrl?: string };

const Version = Type.String({
  minLength: 1,
  maxLength: 40,
  description:
    'latest, or a data version as every answer names it; the address of a version never changes its answer',
});

/** The addresses of a file: of the latest data, and for a download also of a version of them. */
export function addressesOf({ path, parameters }: FileRoute): { path: string; parameters: TObject }[] {
  if (!path.startsWith(DOWNLOADS)) return [{ path, parameters }];
  const versioned = Type.Object(
    { version: Version, ...parameters.properties },
    { additionalProperties: false },
  );
  return [
    { path, parameters },
    { path: path.replace(DOWNLOADS, `${DOWNLOADS}:version/`), parameters: versioned },
  ];
}

/** Every file with the other addresses it has, for the description of the API. */
export const describedFiles = () => FILES.map((file) => ({ ...file, others: addressesOf(file).slice(1) }));

/** Adds every file of the API. */
export function registerFiles(app: FastifyInstance, options: FilesOptions) {
  for (const route of FILES) {
    for (const { path, parameters } of addressesOf(route)) {
      const schema = { params: requestSchema(parameters), querystring: requestSchema(route.query) };
      app.get(path, { schema }, async (request, reply) => {
        const dataset = servedBy(options.serving);
        const { version, ...named } = request.params as Record<string, string>;
        requireServed(dataset, version);
        const query = { ...named, ...(request.query as Record<string, string>) };
        const maker = makerOf(dataset, options, request);
        const cacheControl = version === dataset.version ? FOREVER : REVALIDATE;
        if (!route.streamed) return send(request, reply, await answerOf(maker, route, query, cacheControl));
        // What a dataset gives at an address never changes, so its version tells whether a reader has it.
        const headers = { ...FILE_HEADERS, 'cache-control': cacheControl, etag: `W/"${dataset.version}"` };
        if (matches(request.headers['if-none-match'], `"${dataset.version}"`))
          return reply.code(304).headers(headers).send();
        const { made, pieces } = await piecesOf(dataset, () => route.make(maker, query));
        reply.headers({ ...headers, ...headersOf(made), 'content-type': route.type });
        if (request.method === 'HEAD') pieces.destroy();
        const encoding = isPacked(route.type) ? undefined : request.headers['accept-encoding'];
        return stream(reply, pieces, encoding);
      });
    }
  }
}

/** Throws a 404 for a data version that is not the one being served. */
function requireServed(dataset: Dataset, version: string | undefined) {
  if (version === undefined || version === LATEST || version === dataset.version) return;
  throw new ProblemError(
    'unknown_version',
    `Data version '${version}' is not served here any more, or never was. Served: ${dataset.version}, also as '${LATEST}'.`,
    [dataset.version, LATEST],
  );
}

const makerOf = (dataset: Dataset, { drawing, publicUrl }: FilesOptions, request: FastifyRequest): Maker => ({
  dataset,
  origin: originOf(request, publicUrl),
  drawing() {
    if (drawing) return drawing;
    throw new ProblemError(
      'not_built',
      'The pages have not been built: run `npm run build` and start again.',
    );
  },
});

/** Files that are compressed in themselves. */
const isPacked = (type: string) => /^image\/png|openxmlformats|parquet/.test(type);

const headersOf = ({ inline, name, headers }: Made) => ({
  ...FILE_HEADERS,
  'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${name.replaceAll(/[^\w.-]/g, '-')}"`,
  ...headers,
});

/** The file, from those kept where it was made before. */
function answerOf(
  maker: Maker,
  route: FileRoute,
  query: Record<string, string>,
  cacheControl: string,
): Promise<Answer> {
  const { dataset, origin } = maker;
  const parameters = new URLSearchParams(Object.entries(query).sort());
  return dataset.use(async () =>
    answersOf(dataset).made(`${route.path}?${parameters} ${origin} ${cacheControl}`, async () => {
      const made = await route.make(maker, query);
      const type = made.type ?? route.type;
      return new Answer(made.body as Buffer | string, {
        type,
        cacheControl,
        headers: headersOf(made),
        packed: isPacked(type),
      });
    }),
  );
}

/** The pieces of a file as they are made; its dataset stays open until the last of them, or until the reader has gone. */
async function piecesOf(dataset: Dataset, make: () => Promise<Made>) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  void dataset.use(() => released);
  try {
    const made = await make();
    const pieces = Readable.from(made.body as AsyncIterable<string | Uint8Array>, { objectMode: false });
    pieces.once('close', release);
    return { made, pieces };
  } catch (error) {
    release();
    throw error;
  }
}

/** Sends a file as it is made, compressed on the way where the reader accepts that; nothing is kept. */
function stream(reply: FastifyReply, body: Readable, encoding: string | undefined) {
  reply.header('vary', 'Accept-Encoding');
  if (encodingFor(encoding) === 'identity') return reply.send(body);
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  body.on('error', (error) => gzip.destroy(error));
  gzip.on('close', () => body.destroy());
  return reply.header('content-encoding', 'gzip').send(body.pipe(gzip));
}
