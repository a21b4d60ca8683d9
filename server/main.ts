import { buildApp } from './app.ts';

const { HOST = '127.0.0.1', PORT = '3000', DATABASE, PUBLIC_URL, RATE_LIMIT, ALLOW_UPLOAD } = process.env;

/** Milliseconds that requests under way get to finish when the server is asked to stop. */
const GRACE = 10_000;

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

const app = await buildApp({
  database: DATABASE,
  perSecond,
  publicUrl: PUBLIC_URL || undefined,
  uploads: ALLOW_UPLOAD === '1',
  log: (line) => console.error(line),
});

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), GRACE).unref();
    app.close().then(() => process.exit(0));
  });

try {
  console.log(`Listening on ${await app.listen({ host: HOST, port })}`);
} catch (error) {
  fail(`Cannot listen on ${HOST}:${PORT}: ${(error as Error).message}`);
}
