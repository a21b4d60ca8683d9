import { Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type TObject, Type } from 'typebox';
import type { Dataset } from '../dataset/dataset.ts';
import type { Serving } from '../dataset/serving.ts';
import { Answer, encodingFor, FOREVER, matches, REVALIDATE } from '../http/answer.ts';
import { send } from '../http/api.ts';
import type { Drawing } from '../http/client.ts';
import { FILE_HEADERS } from '../http/headers.ts';
import { ProblemError } from '../http/problem.ts';
import { checked } from '../http/validation.ts';
import { datasetOf } from '../questions/ask.ts';
import type { FileRoute, Made, Maker } from './file.ts';
import { FILES } from './index.ts';

const DOWNLOADS = '/api/download/';
const LATEST = 'latest';

export type Hand = { serving: Serving; drawing: Drawing | null; publicUrl?: string };

const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:]+\](:\d{1,5})?$/i;

/** Where readers find this server: as it was told, else as this reader addressed it. */
export const originOf = ({ protocol, host }: FastifyRequest, publicUrl?: string) =>
  publicUrl ?? (HOST.test(host) ? `${protocol}://${host}` : 'http://localhost');

function makerOf(dataset: Dataset, { drawing, publicUrl }: Hand, request: FastifyRequest): Maker {
  return {
    dataset,
    origin: originOf(request, publicUrl),
    drawing() {
      if (drawing) return drawing;
      throw new ProblemError(
        'not_built',
        'The pages have not been built: run `npm run build` and start again.',
      );
    },
  };
}

const disposition = ({ inline, name }: Made) =>
  `${inline ? 'inline' : 'attachment'}; filename="${name.replaceAll(/[^\w.-]/g, '-')}"`;

const headersOf = (made: Made) => ({
  ...FILE_HEADERS,
  'content-disposition': disposition(made),
  ...made.headers,
});

/** The pieces of a file as they are made, its dataset open from now until the last of them or until the reader has gone. */
async function piecesOf(dataset: Dataset, make: () => Promise<Made>) {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  void dataset.use(() => until);
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

/** The file as it is made, compressed on the way where the reader can take that; nothing is kept. */
function stream(reply: FastifyReply, body: Readable, encoding: string | undefined) {
  reply.header('vary', 'Accept-Encoding');
  if (encodingFor(encoding) === 'identity') return reply.send(body);
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  body.on('error', (error) => gzip.destroy(error));
  gzip.on('close', () => body.destroy());
  return reply.header('content-encoding', 'gzip').send(body.pipe(gzip));
}

/** The file from those kept where it was made before. */
function kept(maker: Maker, route: FileRoute, asked: Record<string, string>, cacheControl: string) {
  const { dataset, origin } = maker;
  const query = new URLSearchParams(Object.entries(asked).sort());
  return dataset.answers.made(`${route.path}?${query} ${origin} ${cacheControl}`, async () => {
    const made = await route.make(maker, asked);
    return new Answer(made.body as Buffer | string, {
      type: made.type ?? route.type,
      cacheControl,
      headers: headersOf(made),
      packed: isPacked(made.type ?? route.type),
    });
  });
}

/** Files that are compressed in themselves. */
const isPacked = (type: string) => /^image\/png|openxmlformats|parquet/.test(type);

function wanted(dataset: Dataset, version: string | undefined) {
  if (version === undefined || version === LATEST || version === dataset.version) return;
  throw new ProblemError(
    'unknown_version',
    `Data version '${version}' is not served here any more, or never was. Served: ${dataset.version}, also as '${LATEST}'.`,
    [dataset.version, LATEST],
  );
}

const Version = Type.String({
  minLength: 1,
  maxLength: 40,
  description:
    'latest, or a data version as every answer names it; the address of a version never changes its answer',
});

/** The addresses of a file: of the latest data, and for a download of a version of them. */
export function addressesOf(route: FileRoute): { path: string; parameters: TObject }[] {
  const { path, parameters } = route;
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

/** Adds every file the API hands out. */
export function registerFiles(app: FastifyInstance, hand: Hand) {
  for (const route of FILES) {
    for (const { path, parameters } of addressesOf(route)) {
      const schema = { params: checked(parameters), querystring: checked(route.query) };
      app.get(path, { schema }, async (request, reply) => {
        const dataset = datasetOf(hand.serving);
        const { version, ...named } = request.params as Record<string, string>;
        wanted(dataset, version);
        const asked = { ...named, ...(request.query as Record<string, string>) };
        const maker = makerOf(dataset, hand, request);
        const cacheControl = version === dataset.version ? FOREVER : REVALIDATE;
        if (!route.streamed) {
          const answer: Answer = await dataset.use(async () => kept(maker, route, asked, cacheControl));
          return send(request, reply, answer);
        }
        // What a dataset gives at an address never changes, so that its version tells whether a reader has it.
        const known = { ...FILE_HEADERS, 'cache-control': cacheControl, etag: `W/"${dataset.version}"` };
        if (matches(request.headers['if-none-match'], `"${dataset.version}"`))
          return reply.code(304).headers(known).send();
        const { made, pieces } = await piecesOf(dataset, () => route.make(maker, asked));
        reply.headers({ ...known, ...headersOf(made), 'content-type': route.type });
        if (request.method === 'HEAD') pieces.destroy();
        const encoding = isPacked(route.type) ? undefined : request.headers['accept-encoding'];
        return stream(reply, pieces, encoding);
      });
    }
  }
}
