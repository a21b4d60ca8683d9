import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../server/dataset/root.ts';
import { openForBuilding } from '../build/database.ts';
import { defaultDatabase } from '../build/inputs.ts';
import { rate } from './load.ts';
import { answers, freePort, serve } from './server.ts';
import { median, type Row, ratios, spread } from './table.ts';

const SNAPSHOT = '/api/snapshot?metric=62-day-wait&period=fy2016-17&level=ccg';
const ADDRESSES = [
  SNAPSHOT,
  '/api/catalogue',
  '/api/areas',
  '/api/trend?metric=62-day-wait&area=02N&grain=month',
  '/api/scorecard?alliance=west-yorkshire&period=2016-04',
];
const ASKING = 20;
/** A round each: no question is asked twice. */
const METRICS = ['31-day-wait', 'two-week-wait', '31-day-surgery'];
const MONTHS = ['2016-05', '2017-06', '2018-07', '2019-08'];

/** A copy of the dataset in which every lower bound, and the version, are others. */
async function changedCopy(from: string, to: string) {
  copyFileSync(from, to);
  const { connection, close } = await openForBuilding(to);
  await connection.run(
    "UPDATE observation SET lower = lower * 0.999; UPDATE dataset SET version = 'changed'; CHECKPOINT",
  );
  close();
}

/** nginx before two servers, as `npm run deploy:local` starts them. */
async function deployed(database: string) {
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/deploy/start.mjs'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), PROCESSES: '2', RATE_LIMIT: '0', DATABASE: database },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/api/health`, child, 90);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, stop };
}

/** Questions a second that were never asked before, several of them asked at once. */
async function cold(url: string, metric: string): Promise<number> {
  const started = performance.now();
  const asked = MONTHS.map((period) =>
    fetch(`${url}/api/snapshot?metric=${metric}&period=${period}&level=ccg`).then((reply) => reply.text()),
  );
  await Promise.all(asked);
  return (MONTHS.length * 1000) / (performance.now() - started);
}

/** Readers who ask without a pause while the dataset is swapped: what they got. */
async function throughSwap(url: string, swap: () => void) {
  const etags = new Map<string, string>();
  let [count, failed, mixed, lastOld, stop] = [0, 0, 0, 0, false];
  const began = performance.now();
  let swapped = Number.POSITIVE_INFINITY;
  const reader = async (first: number) => {
    for (let at = first; !stop; at++) {
      const address = ADDRESSES[at % ADDRESSES.length] ?? '';
      const reply = await fetch(url + address).catch(() => null);
      const body = reply?.ok ? ((await reply.json().catch(() => null)) as { dataVersion?: string }) : null;
      count++;
      if (!reply || !body?.dataVersion) {
        failed++;
        continue;
      }
      const key = `${address} ${body.dataVersion}`;
      const etag = reply.headers.get('etag') ?? '';
      if ((etags.get(key) ?? etag) !== etag) mixed++;
      etags.set(key, etag);
      if (body.dataVersion !== 'changed') lastOld = performance.now();
    }
  };
  const readers = Array.from({ length: ASKING }, (_, first) => reader(first));
  await new Promise((resolve) => setTimeout(resolve, 3000));
  swap();
  swapped = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  stop = true;
  await Promise.all(readers);
  const all = [...etags.keys()];
  const isNew = all.filter((key) => key.endsWith(' changed')).length === ADDRESSES.length;
  const seconds = (lastOld - swapped) / 1000;
  return { count, failed, mixed, isNew, seconds, perSecond: (count * 1000) / (performance.now() - began) };
}

/** nginx before two servers against one server, and through a swap of the data. */
export async function benchDeploy(): Promise<Row[]> {
  if (spawnSync('nginx', ['-v']).status !== 0) {
    console.error('nginx is needed for this part: apt-get install nginx-light');
    return [];
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'cancer-outcomes-bench-'));
  const database = path.join(folder, 'cancer.duckdb');
  copyFileSync(defaultDatabase(), database);
  await changedCopy(database, `${database}.next`);
  const one = await serve('server/main.js', '/api/health', { DATABASE: database }, 60);
  try {
    const many = await deployed(database);
    try {
      const headers = { 'accept-encoding': 'br' };
      const enough = (_: number, seconds: number) => seconds >= 2;
      const [warm, coldly]: [number[][], number[][]] = [
        [[], []],
        [[], []],
      ];
      for (const metric of METRICS)
        for (const [at, { url }] of [one, many].entries()) {
          warm[at]?.push(await rate({ url: url + SNAPSHOT, headers, expect: 200 }, enough));
          coldly[at]?.push(await cold(url, metric));
        }
      const [alone = [], behind = []] = warm;
      const [aloneCold = [], behindCold = []] = coldly;
      const through = await throughSwap(many.url, () => renameSync(`${database}.next`, database));
      return [
        {
          what: 'nginx before two servers / one server, warm',
          measured: `${spread(ratios(behind, alone))}; ${median(behind).toFixed(0)} and ${median(alone).toFixed(0)} a second`,
          budget: 'none',
          met: null,
        },
        {
          what: 'the same, questions never asked before',
          measured: `${spread(ratios(behindCold, aloneCold))}; ${median(behindCold).toFixed(0)} and ${median(aloneCold).toFixed(0)} a second`,
          budget: 'none',
          met: null,
        },
        {
          what: 'through nginx while the dataset is swapped',
          measured: `${through.failed} failed and ${through.mixed} mixed of ${through.count} (${through.perSecond.toFixed(0)} a second); all new after ${through.seconds.toFixed(1)} s`,
          budget: 'none fail, none mixed',
          met: through.failed === 0 && through.mixed === 0 && through.isNew,
        },
      ];
    } finally {
      await many.stop();
    }
  } finally {
    one.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
