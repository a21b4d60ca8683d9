import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { exit, ROOT, start } from '../house.mjs';
import { prepareOrExit } from '../prepare.mjs';

const { PORT = '3000', PROCESSES = String(availableParallelism()), LOG = 'off' } = process.env;

function whole(name, text, most) {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  console.error(`${name} is '${text}': a whole number from 1 to ${most} is needed.`);
  process.exit(1);
}

const port = whole('PORT', PORT, 65_000);
const ports = Array.from({ length: whole('PROCESSES', PROCESSES, 64) }, (_, at) => port + 1 + at);

/** The configuration of nginx, filled in. */
const configuration = (folder) =>
  readFileSync(path.join(ROOT, 'scripts/deploy/nginx.conf'), 'utf8')
    .replaceAll('@FOLDER@', folder)
    .replaceAll('@PORT@', String(port))
    .replaceAll('@LOG@', LOG === 'off' ? 'off' : `${LOG} answers`)
    .replaceAll(
      '@SERVERS@',
      ports.map((each) => `server 127.0.0.1:${each} max_fails=1 fail_timeout=2s;`).join('\n    '),
    );

let stopping = false;
const children = new Map();

/** Keeps a program running: where it ends by itself it is started again after a second. */
function keep(name, begin) {
  const child = begin();
  children.set(name, child);
  exit(child).then((code) => {
    if (stopping) return;
    console.error(`${name} ended with exit code ${code}; it is started again`);
    setTimeout(() => stopping || keep(name, begin), 1000);
  });
}

async function answering(url) {
  for (let attempt = 0; attempt < 600; attempt++) {
    const reply = await fetch(url).catch(() => null);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  console.error(`${url} did not answer within a minute.`);
  await stop(1);
}

async function stop(code) {
  if (stopping) return;
  stopping = true;
  const ends = [...children].map(([name, child]) => {
    const ended = child.exitCode ?? exit(child);
    child.kill(name === 'nginx' ? 'SIGQUIT' : 'SIGTERM');
    return ended;
  });
  await Promise.all(ends);
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

if ((await exit(spawn('nginx', ['-v'], { stdio: 'ignore' }))) !== 0) {
  console.error('nginx is needed: apt-get install nginx-light');
  process.exit(1);
}
await prepareOrExit();
const folder = mkdtempSync(path.join(tmpdir(), 'cancer-outcomes-'));
// The workers of nginx are another user's.
chmodSync(folder, 0o755);
writeFileSync(path.join(folder, 'nginx.conf'), configuration(folder));
const nginx = ['nginx', '-p', folder, '-c', path.join(folder, 'nginx.conf')];
if ((await exit(start([...nginx, '-t', '-q']))) !== 0) process.exit(1);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
for (const each of ports)
  keep(`server ${each}`, () =>
    start([process.execPath, '.build/server/main.js'], {
      env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(each) },
    }),
  );
await Promise.all(ports.map((each) => answering(`http://127.0.0.1:${each}/api/health`)));
keep('nginx', () => start([...nginx, '-g', 'daemon off;']));
await answering(`http://127.0.0.1:${port}/api/health`);
console.log(`Open http://localhost:${port}: nginx before ${ports.length} servers`);
