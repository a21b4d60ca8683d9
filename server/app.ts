import path from 'node:path';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { declareOwn } from '../data/metrics/own.ts';
import { ROOT } from './dataset/root.ts';
import { Serving } from './dataset/serving.ts';
import { FILES } from './files/index.ts';
import { describedFiles, registerFiles } from './files/send.ts';
import { answersOf } from './http/answerCache.ts';
import { registerApi } from './http/api.ts';
import { readClient, readDrawing } from './http/client.ts';
import { registerDocs } from './http/docs/index.ts';
import { answerUnparsed, headersOf, notAnswered, problemOf } from './http/failure.ts';
import { frontServer, hostsOf } from './http/front.ts';
import { registerPages } from './http/pages.ts';
import { ProblemError } from './http/problem.ts';
import { rateLimit } from './http/rateLimit.ts';
import { type Pace, readerOf } from './http/reader.ts';
import { isUpload, registerUploads } from './http/uploads.ts';
import { AJV_OPTIONS } from './http/validation.ts';
import { QUESTIONS } from './questions/index.ts';

type AppOptions = {
  /** The dataset's file; `data/build/cancer.duckdb`. */
  database?: string;
  /** The folder of the built client; `client/dist`. */
  dist?: string;
  /** The client built to be drawn by the server; `.build/pages/server.js` with the default `dist`, else none. */
  drawing?: string;
  /** Milliseconds between checks for another dataset; 1000. */
  every?: number;
  /** Requests a second from one client that is not this machine; 200, 0 for no limit. */
  perSecond?: number;
  /** Milliseconds after which a query is interrupted; 10,000. */
  timeout?: number;
  /** Where readers find this server, `https://example.org`, for the links inside files; else as each addressed it. */
  publicUrl?: string;
  /** Whether files may be loaded from a browser on this machine; not by default. */
  uploads?: boolean;
  /** How slowly a reader may take a streamed file. */
  pace?: Pace;
  log?: (line: string) => void;
};

const MAX_URL_LENGTH = 2000;

const FASTIFY_OPTIONS = {
  logger: { level: 'warn' },
  bodyLimit: 1024,
  ajv: { customOptions: AJV_OPTIONS },
} as const;

function answerFailure(error: FastifyError | ProblemError, request: FastifyRequest, reply: FastifyReply) {
  // Work that was ended because nobody waits for it.
  if (reply.raw.destroyed) return reply.hijack();
  const problem = problemOf(error);
  if (problem.code === 'internal') request.log.error({ err: error, url: request.url }, 'A bug');
  if (problem.code === 'no_room') request.log.error({ err: error }, 'No file can be written to TMPDIR');
  reply.code(problem.status).headers(headersOf(problem)).send(problem.body());
}

/** The whole server, ready to listen or to be injected into. Starts without a dataset, and serves one when there is one. */
export async function buildApp(options: AppOptions = {}): Promise<FastifyInstance> {
  const { perSecond = 200, publicUrl, uploads = false, pace, log } = options;
  const database = options.database ?? path.join(ROOT, 'data/build/cancer.duckdb');
  const client = readClient(options.dist ?? path.join(ROOT, 'client/dist'));
  const drawing = await readDrawing(
    options.drawing ?? (options.dist ? '' : path.join(ROOT, '.build/pages/server.js')),
  );
  const serving = await Serving.start({
    database,
    timeout: options.timeout,
    every: options.every,
    log,
    taken({ own }) {
      declareOwn(own);
      drawing?.declareOwn(own);
    },
  });
  const allowed = rateLimit(perSecond);
  let stopping = false;
  const kept = (url: string) => {
    if (stopping) return undefined;
    return (serving.current && answersOf(serving.current).at(url)) ?? client.files.get(url);
  };
  const app = Fastify({
    ...FASTIFY_OPTIONS,
    logController: new LogController({ disableRequestLogging: true }),
    serverFactory: frontServer({ kept, allowed }),
    clientErrorHandler: answerUnparsed,
    frameworkErrors: (error, request, reply) => answerFailure(error, request, reply as FastifyReply),
  });

  app.addHook('onRequest', (request, _reply, done) => {
    const { method, url = '/', httpVersion } = request.raw;
    const hosts = hostsOf(request.raw);
    if (!allowed(readerOf(request.raw)))
      return done(new ProblemError('too_many_requests', 'Too many requests; ask again in a second.'));
    if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0'))
      return done(
        new ProblemError('bad_request', `The request has ${hosts || 'no'} Host headers; one is needed.`),
      );
    if (method !== 'GET' && method !== 'HEAD' && !(uploads && method === 'POST' && isUpload(url)))
      return done(notAnswered(method));
    if (url.length > MAX_URL_LENGTH)
      return done(
        new ProblemError('url_too_long', `The address is longer than ${MAX_URL_LENGTH} characters.`),
      );
    done();
  });
  app.addHook('preClose', async () => {
    stopping = true;
    // A connection whose last response ends while the server stops would be kept open for another request.
    const idle = setInterval(() => app.server.closeIdleConnections(), 100).unref();
    app.server.once('close', () => clearInterval(idle));
  });
  app.setErrorHandler(answerFailure);
  app.addHook('onClose', () => serving.close());
  registerApi(app, { serving, questions: QUESTIONS, uploads });
  if (uploads) registerUploads(app, serving, path.resolve(database));
  registerFiles(app, { serving, drawing, publicUrl, pace });
  registerDocs(app, { questions: QUESTIONS, files: describedFiles(), perSecond, publicUrl });
  const routes = [
    '/api/health',
    '/api/docs',
    '/api/openapi.json',
    ...[...QUESTIONS, ...FILES].map((each) => each.path),
  ];
  registerPages(app, { serving, client, drawing, routes });
  await app.ready();
  return app;
}
