import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { interruptQueries } from './dataset/database.ts';

const {
  HOST = '127.0.0.1',
  PORT = '3000',
  DATABASE,
  PUBLIC_URL,
  RATE_LIMIT,
  ALLOW_UPLOAD,
  SHUTDOWN_GRACE = '20',
} = process.env;

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const port = Number(PORT);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  fail(`PORT is '${PORT}': a number from 0 to 65535 is needed`);
const perSecond = RATE_LIMIT === undefined ? undefined : Number(RATE_LIMIT);
if (perSecond !== undefined && !(perSecond >= 0))
  fail(`RATE_LIMIT is '${RATE_LIMIT}': requests a second are needed, 0 for no limit`);
if (PUBLIC_URL && !/^https?:\/\/[^/?#\s]+$/.test(PUBLIC_URL))
  fail(
    `PUBLIC_URL is '${PUBLIC_URL}': where readers find this server is needed, such as https://example.org`,
  );

const grace = Number(SHUTDOWN_GRACE);
if (!(grace >= 0 && grace <= 3600))
  fail(`SHUTDOWN_GRACE is '${SHUTDOWN_GRACE}': seconds from 0 to 3600 are needed`);

/** Connections on which a response is under way; those that are idle are closed as the server stops. */
const open = ({ server }: FastifyInstance) =>
  new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count ?? 0)));

const connections = (count: number) => `${count} ${count === 1 ? 'connection' : 'connections'}`;

let app: FastifyInstance | undefined;
let stopping = false;
let cut = false;

/** Ends the process, which waits for the queries that run. */
function exit(code: 0 | 1): never {
  interruptQueries();
  process.exit(code);
}

async function stop() {
  if (stopping) return;
  stopping = true;
  // Nothing has been begun that anybody waits for.
  if (app === undefined) exit(0);
  const serving = app;
  setTimeout(async () => {
    console.error(
      `Stopped after ${grace} seconds with ${connections(await open(serving))} cut before the answer had ended`,
    );
    cut = true;
    // So that what is made for these readers alone is ended too.
    serving.server.closeAllConnections();
    await new Promise((resolve) => setTimeout(resolve, 100));
    exit(1);
  }, grace * 1000).unref();
  serving.server.closeIdleConnections();
  const left = await open(serving);
  if (left > 0)
    console.error(`Stopping: ${connections(left)} may end within ${grace} seconds (SHUTDOWN_GRACE)`);
  await serving.close();
  exit(cut ? 1 : 0);
}

// Before the dataset is opened: the first process of a container hears no signal that it does not ask for.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());

app = await buildApp({
  database: DATABASE,
  perSecond,
  publicUrl: PUBLIC_URL || undefined,
  uploads: ALLOW_UPLOAD === '1',
  log: (line) => console.error(line),
});

try {
  await app.listen({ host: HOST, port });
  const address = app.server.address();
  const bound = address !== null && typeof address === 'object' ? address.port : port;
  console.log(`Listening on http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${bound}`);
} catch (error) {
  fail(`Cannot listen on ${HOST}:${PORT}: ${(error as Error).message}`);
}
