import { Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type TObject, Type } from 'typebox';
import type { Drawing } from '../../data/contract/drawing.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { type Serving, servedBy } from '../dataset/serving.ts';
import { Answer, encodingFor, FOREVER, matches, REVALIDATE } from '../http/answer.ts';
import { answersOf } from '../http/answerCache.ts';
import { FILE_HEADERS } from '../http/headers.ts';
import { ProblemError } from '../http/problem.ts';
import { keepPace, leavingOf, PACE, type Pace, readerOf } from '../http/reader.ts';
import { originOf, send } from '../http/send.ts';
import { requestSchema } from '../http/validation.ts';
import type { FileRoute, Made, Maker } from './file.ts';
import { FILES } from './index.ts';
import { type Taker, Turns } from './worker/turns.ts';

const DOWNLOADS = '/api/download/';
const LATEST = 'latest';

type FilesOptions = { serving: Serving; drawing: Drawing | null; publicUrl?: string; pace?: Pace };

/** The one bound for all heavy work. A report asks a dozen questions at once, a large sheet has a thread of its own. */
const HEAVY = { most: 3, share: 2, longest: 60, line: 30, patience: 30_000 };

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

/** What is asked: a file, of a dataset, by whom and where. */
type Asked = Taker & {
  route: FileRoute;
  dataset: Dataset;
  query: Record<string, string>;
  origin: string;
  signal: AbortSignal;
};

/** Adds every file of the API. */
export function registerFiles(app: FastifyInstance, options: FilesOptions) {
  const { serving, publicUrl, pace = PACE } = options;
  const turns = new Turns(HEAVY);
  for (const route of FILES) {
    for (const { path, parameters } of addressesOf(route)) {
      const schema = { params: requestSchema(parameters), querystring: requestSchema(route.query) };
      app.get(path, { schema }, async (request, reply) => {
        const dataset = servedBy(serving);
        const { version, ...named } = request.params as Record<string, string>;
        requireServed(dataset, version);
        const asked: Asked = {
          ...{ route, dataset, query: { ...named, ...(request.query as Record<string, string>) } },
          ...{ origin: originOf(request, publicUrl), client: readerOf(request.raw) },
          signal: leavingOf(reply.raw),
        };
        const cacheControl = version === dataset.version ? FOREVER : REVALIDATE;
        const made = (signal: AbortSignal) => route.make(makerOf(asked, options, turns, signal), asked.query);
        route.check?.(dataset, asked.query);
        if (!route.streamed) return send(request, reply, await answerOf(asked, turns, made, cacheControl));
        // What a dataset gives at an address never changes, so its version tells whether a reader has it.
        const headers = { ...FILE_HEADERS, 'cache-control': cacheControl, etag: `W/"${dataset.version}"` };
        if (matches(request.headers['if-none-match'], `"${dataset.version}"`))
          return reply.code(304).headers(headers).send();
        const { file, pieces } = await piecesOf(asked, made);
        // The connection ends then, so that a cut file never looks whole.
        pieces.once('error', (err) => {
          if (!asked.signal.aborted) request.log.error({ err, url: request.url }, 'A file was cut');
        });
        reply.headers({ ...headers, ...headersOf(file), 'content-type': route.type });
        if (request.method === 'HEAD') pieces.destroy();
        keepPace(reply.raw, pace, () =>
          request.log.warn({ path }, 'A reader took a file too slowly; the connection was ended'),
        );
        const encoding = isPacked(route.type) ? undefined : request.headers['accept-encoding'];
        return stream(reply, pieces, encoding, file.length);
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

const makerOf = (
  { route, dataset, query, client, origin }: Asked,
  { drawing }: FilesOptions,
  turns: Turns,
  signal: AbortSignal,
): Maker => ({
  dataset: route.heavy?.(query) ? dataset.forFiles : dataset,
  signal,
  inTurn: (work, leaving) => turns.take({ client, signal: leaving }, work),
  get origin() {
    if (route.linked) return origin;
    throw new Error(`${route.path} is not declared as linked, and asks for the address of the server`);
  },
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

/** The file, from those kept where it was made before; made once for all who wait for it, and ended when all have left. */
function answerOf(
  asked: Asked,
  turns: Turns,
  make: (signal: AbortSignal) => Promise<Made>,
  cacheControl: string,
): Promise<Answer> {
  const { dataset, route, query, client, origin } = asked;
  const answers = answersOf(dataset);
  const parameters = new URLSearchParams(Object.entries(query).sort());
  const key = `${route.path}?${parameters} ${route.linked ? origin : ''}`;
  const first = (leaving: AbortSignal) =>
    answers.made(
      key,
      async (signal) => {
        const work = () => make(signal);
        const made = await (route.heavy?.(query) ? turns.take({ client, signal }, work) : work());
        const type = made.type ?? route.type;
        return new Answer(made.body as Buffer | string, {
          type,
          cacheControl: REVALIDATE,
          headers: headersOf(made),
          packed: isPacked(type),
        });
      },
      leaving,
    );
  return dataset.use(async () =>
    cacheControl === REVALIDATE
      ? first(asked.signal)
      : answers.made(
          `${key} ${cacheControl}`,
          async (signal) => (await first(signal)).under(cacheControl),
          asked.signal,
        ),
  );
}

/** The pieces of a file; its dataset stays open until the last of them, or until the reader has gone. */
async function piecesOf({ dataset, signal }: Asked, make: (signal: AbortSignal) => Promise<Made>) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  void dataset.use(() => released);
  let file: Made | undefined;
  const over = () => {
    file?.done?.();
    release();
  };
  try {
    file = await make(signal);
    signal.throwIfAborted();
    const pieces = Readable.from(file.body as AsyncIterable<string | Uint8Array>, { objectMode: false });
    pieces.once('close', over);
    return { file, pieces };
  } catch (error) {
    over();
    throw error;
  }
}

/** Sends a file piece by piece, compressed on the way where the reader accepts that. */
function stream(reply: FastifyReply, body: Readable, encoding: string | undefined, length?: number) {
  reply.header('vary', 'Accept-Encoding');
  if (encodingFor(encoding) === 'identity') {
    if (length !== undefined) reply.header('content-length', length);
    return reply.send(body);
  }
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  body.on('error', (error) => gzip.destroy(error));
  gzip.on('close', () => body.destroy());
  return reply.header('content-encoding', 'gzip').send(body.pipe(gzip));
}
