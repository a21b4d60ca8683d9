import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ROOT } from '../dataset/root.ts';
import type { Serving } from '../dataset/serving.ts';
import { makeFolder, removeFolder } from '../dataset/temporary.ts';
import { API_HEADERS } from './headers.ts';
import { orNoRoom, ProblemError } from './problem.ts';

/** The largest file that is taken: a year's combined CSV is about 150 MB. */
const LARGEST = 250_000_000;
const KEPT = 3;
const EVERY = 10_000;
const LOADER = path.join(ROOT, '.build/scripts/data.js');

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
const THIS_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const PROXIED = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'];

/** Whether a request comes from this machine itself, by its own name, and through no proxy. */
export const isFromHere = ({ raw, headers }: FastifyRequest): boolean =>
  LOOPBACK.test(raw.socket.remoteAddress ?? '') &&
  THIS_HOST.test(headers.host ?? '') &&
  !PROXIED.some((name) => headers[name] !== undefined);

/** Throws unless a page of this server asks, in a browser on this machine: no other page may load or undo. */
function guard(request: FastifyRequest) {
  if (!isFromHere(request))
    throw new ProblemError(
      'not_allowed',
      'Files are taken only from a browser on the machine that the server runs on.',
    );
  const { origin, host, 'sec-fetch-site': site, 'content-type': type } = request.headers;
  if (origin !== `http://${host}` || (site !== undefined && site !== 'same-origin'))
    throw new ProblemError('not_allowed', 'Files are taken only from a page of this server itself.');
  if (type !== 'application/octet-stream')
    throw new ProblemError(
      'not_allowed',
      `The content type is '${String(type).slice(0, 80)}'; application/octet-stream is needed.`,
    );
}

/** The addresses that are answered to POST where files may be loaded. */
export const isUpload = (url: string) => /^\/api\/(uploads|loads)(\/|\?|$)/.test(url);

/**
 * Adds what loads a user's files from the browser: a file is sent and tried, then accepted or not, and a load is undone.
 * Each runs the command line's own verb in a process of its own, one at a time, and replies with its lines as they come
 * (`{"line": …}`) and its outcome (`{"outcome": …}`), one JSON a line.
 */
export function registerUploads(app: FastifyInstance, serving: Serving, database: string) {
  const uploads = new Map<string, { folder: string; file: string }>();
  let running: ChildProcess | null = null;
  let made = 0;

  const forget = async (id: string) => {
    const upload = uploads.get(id);
    uploads.delete(id);
    if (upload) await removeFolder(upload.folder);
  };
  const free = () => {
    if (running) throw new ProblemError('busy', 'Another file is being loaded; try again when it has ended.');
    if (!existsSync(LOADER))
      throw new ProblemError('not_built', 'The loader is not compiled: run npm start, or npm run build.');
  };

  /** Runs a verb, and streams what it says. */
  async function run(reply: FastifyReply, args: readonly string[], more: object = {}) {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...API_HEADERS,
      'content-type': 'application/x-ndjson',
      'cache-control': 'no-store',
    });
    const say = (what: object) => raw.write(`${JSON.stringify(what)}\n`);
    const child = spawn(process.execPath, [LOADER, ...args, '--json'], {
      cwd: ROOT,
      env: { ...process.env, DATABASE: database },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    // A connection that is silent for long is closed.
    const beat = setInterval(() => raw.write('\n'), EVERY);
    let out = '';
    child.stdout.on('data', (part) => {
      out += part;
    });
    createInterface({ input: child.stderr }).on('line', (line) => say({ line }));
    await new Promise((resolve) => child.once('close', resolve));
    clearInterval(beat);
    running = null;
    // What was stored is served before it is said; the first look may have begun before it was there.
    await serving.look();
    await serving.look();
    say({ ...more, outcome: outcomeOf(out) });
    raw.end();
  }

  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  app.addHook('onClose', async () => {
    running?.kill();
    for (const id of uploads.keys()) await forget(id);
  });

  app.post<{ Querystring: { name?: string; metric?: string; final?: string } }>(
    '/api/uploads',
    { onRequest: async (request) => guard(request), bodyLimit: LARGEST },
    async (request, reply) => {
      free();
      const name = path.basename((request.query.name ?? '').replaceAll('\\', '/')).slice(0, 200);
      if (!name || name.startsWith('.'))
        throw new ProblemError('missing_parameter', "The parameter 'name' is needed: the file's name.");
      for (const oldest of [...uploads.keys()].slice(0, Math.max(0, uploads.size - KEPT + 1)))
        await forget(oldest);
      const folder = await makeFolder('cancer-upload-').catch(notHeld);
      const id = String(++made);
      const file = path.join(folder, name);
      uploads.set(id, { folder, file });
      try {
        await pipeline(request.body as Readable, limited, createWriteStream(file));
      } catch (error) {
        await forget(id);
        notHeld(error);
      }
      await run(reply, ['ingest', file, '--dry-run'], { upload: id });
    },
  );
  app.post<{ Params: { id: string } }>(
    '/api/uploads/:id/accept',
    { onRequest: async (request) => guard(request) },
    async (request, reply) => {
      free();
      const upload = uploads.get(request.params.id);
      if (!upload) throw new ProblemError('unknown_route', 'That file is no longer held; send it again.');
      await run(reply, ['ingest', upload.file]);
      await forget(request.params.id);
    },
  );
  app.post<{ Params: { id: string } }>(
    '/api/uploads/:id/discard',
    { onRequest: async (request) => guard(request) },
    async (request) => {
      await forget(request.params.id);
      return { discarded: request.params.id };
    },
  );
  app.post<{ Params: { load: string } }>(
    '/api/loads/:load/undo',
    { onRequest: async (request) => guard(request) },
    async (request, reply) => {
      free();
      if (!/^load-\d{4}$/.test(request.params.load))
        throw new ProblemError('invalid_value', "The load is named such as 'load-0001'.");
      await run(reply, ['remove', request.params.load]);
    },
  );
}

const notHeld = orNoRoom('There is no room on the server to hold the file; nothing was loaded.');

/** The bytes as they come; throws where they are more than the largest file. */
async function* limited(source: AsyncIterable<Buffer>) {
  let bytes = 0;
  for await (const part of source) {
    bytes += part.length;
    if (bytes > LARGEST)
      throw new ProblemError('too_large', `The file is larger than ${LARGEST / 1_000_000} MB.`);
    yield part;
  }
}

function outcomeOf(text: string): object {
  try {
    return JSON.parse(text.trim().split('\n').at(-1) ?? '') as object;
  } catch {
    return { ok: false, message: 'The loader ended without an answer; what it was doing is undone.' };
  }
}
