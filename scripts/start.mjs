import { createServer } from 'node:net';
import { exit, forward, start } from './house.mjs';
import { prepareOrExit } from './prepare.mjs';

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? '127.0.0.1';

/** Null where a server can listen on the port; else the reason why not. */
const refusal = () =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', ({ code, message }) =>
      resolve(code === 'EADDRINUSE' ? `port ${port} is in use by another program` : message),
    );
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });

async function checkPort() {
  if (!(Number.isInteger(port) && port > 0 && port < 65536)) {
    console.error(`PORT is '${process.env.PORT}': give a whole number from 1 to 65535.`);
    process.exit(1);
  }
  const reason = await refusal();
  if (reason === null) return;
  console.error(`Cannot serve on ${host}:${port}: ${reason}. Choose another: PORT=${port + 1} npm start`);
  process.exit(1);
}

/** Waits until the server answers or has ended. */
async function answering(server) {
  const reach = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  while (server.exitCode === null && server.signalCode === null) {
    const reply = await fetch(`http://${reach}:${port}/api/health`).catch(() => null);
    if (reply !== null) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

await checkPort();
await prepareOrExit(undefined, undefined, { lastGood: true });
const server = start([process.execPath, '.build/server/main.js'], {
  env: { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' },
});
const code = exit(server);
forward(server);
if (await answering(server)) {
  console.log(
    `Open http://${['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host}:${port}`,
  );
}
process.exitCode = await code;
