import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../server/dataset/root.ts';
import { openForBuilding } from '../build/database.ts';
import { residentMegabytes, serve } from './server.ts';
import type { Row } from './table.ts';

/** SOAK_REQUESTS and SOAK_SWAPS: how many; SOAK_MINUTES: how long at least requests go on before the swaps. */
const numberOf = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);

const READERS = 20;
const EARLY = 0.1;
const METRICS = ['62-day-wait', '31-day-wait', 'two-week-wait'];
const YEARS = ['fy2016-17', 'fy2017-18', 'fy2018-19', 'fy2019-20'];
const AREAS = ['02N', '99C', '00V', 'west-midlands', 'greater-manchester', 'england'];

const every = <A, B>(first: readonly A[], second: readonly B[], make: (a: A, b: B) => string) =>
  first.flatMap((a) => second.map((b) => make(a, b)));

/** What readers ask: questions, pages, files, and what is refused, with the status of each. */
const ASKED: readonly (readonly [url: string, status: number])[] = [
  ...[
    ...every(METRICS, YEARS, (metric, year) => `/api/snapshot?level=ccg&metric=${metric}&period=${year}`),
    ...every(METRICS, AREAS, (metric, area) => `/api/trend?area=${area}&grain=month&metric=${metric}`),
    ...every(AREAS.slice(0, 3), YEARS, (area, year) => `/api/profile?area=${area}&period=${year}`),
    ...every(METRICS, YEARS, (metric, year) => `/metrics/${metric}?period=${year}`),
    ...['/', '/alliances/west-midlands', '/ccgs/02N', '/api/catalogue', '/api/areas', '/api/boundaries/ccg'],
    '/api/download/observations.csv?metric=62-day-wait&period=fy2016-17&level=ccg',
    '/api/chart/trend.svg?metric=62-day-wait&area=02N&grain=month',
  ].map((url) => [url, 200] as const),
  ['/api/snapshot?level=ccg&metric=62-day-wait&period=2016-13', 404],
  ['/api/trend?area=02N&grain=month&metric=__proto__', 404],
  ['/api/snapshot?level=ccg', 400],
  ['/api/nothing', 404],
];

type Fault = string;

/** One answer held against what it must be; what is wrong with it, or nothing. */
async function ask(
  origin: string,
  url: string,
  status: number,
  versions: ReadonlySet<string>,
): Promise<Fault | null> {
  const reply = await fetch(origin + url).catch((error: Error) => error);
  if (reply instanceof Error) return `${url}: ${reply.cause ?? reply.message}`;
  const text = await reply.text().catch((error: Error) => error);
  if (text instanceof Error) return `${url}: cut short, ${text.cause ?? text.message}`;
  if (reply.status !== status) return `${url}: ${reply.status} and not ${status}`;
  const told = new Set(
    [...text.matchAll(/"dataVersion":"([^"]+)"/g)].map(([, version]) => version as string),
  );
  if (told.size > 1) return `${url}: of ${[...told].join(' and ')}`;
  const [version] = told;
  return version !== undefined && !versions.has(version) ? `${url}: of ${version}` : null;
}

/** Asks everything in turn by twenty readers, until `enough`; how many were asked, and what was wrong. */
async function mixed(origin: string, versions: ReadonlySet<string>, enough: (asked: number) => boolean) {
  let asked = 0;
  const faults: Fault[] = [];
  const reader = async () => {
    while (!enough(asked)) {
      const [url, status] = ASKED[asked++ % ASKED.length] as (typeof ASKED)[number];
      const fault = await ask(origin, url, status, versions);
      if (fault !== null) faults.push(fault);
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return { asked, faults };
}

const faultsRow = (what: string, asked: number, faults: readonly Fault[]): Row => {
  for (const fault of faults.slice(0, 5)) console.error(fault);
  return {
    what,
    measured: `${faults.length} of ${asked.toLocaleString('en-GB')}`,
    budget: 'none',
    met: faults.length === 0 && asked > 0,
  };
};

/** A copy of the dataset's file under another version. */
async function versionOf(file: string, to: string, version: string) {
  await copyFile(file, to);
  const { connection, close } = await openForBuilding(to);
  await connection.run('UPDATE dataset SET version = $version', { version });
  await connection.run('CHECKPOINT');
  close();
}

const healthOf = async (origin: string) =>
  (await (await fetch(`${origin}/api/health`)).json()) as { dataVersion: string | null };

async function takenOver(origin: string, version: string) {
  for (let attempt = 0; attempt < 600; attempt++) {
    if ((await healthOf(origin)).dataVersion === version) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The dataset ${version} was not served within a minute`);
}

/**
 * A server asked without rest, its memory after a tenth and after all of the requests; then its dataset is swapped again and
 * again while it is asked: no answer may fail, and none may be of two versions.
 */
export async function benchSoak(): Promise<Row[]> {
  const [requests, swaps] = [numberOf('SOAK_REQUESTS', 20_000), numberOf('SOAK_SWAPS', 5)];
  const until = performance.now() + numberOf('SOAK_MINUTES', 0) * 60_000;
  const folder = await mkdtemp(path.join(tmpdir(), 'cancer-soak-'));
  const source = path.join(ROOT, 'data/build/cancer.duckdb');
  const served = path.join(folder, 'cancer.duckdb');
  await copyFile(source, served);
  const server = await serve('server/main.js', '/api/health', { DATABASE: served });
  try {
    const first = (await healthOf(server.url)).dataVersion ?? '';
    const versions = new Set([first]);
    const early = await mixed(server.url, versions, (asked) => asked >= EARLY * requests);
    const before = await residentMegabytes(server.child.pid);
    const late = await mixed(
      server.url,
      versions,
      (asked) => asked >= (1 - EARLY) * requests && performance.now() >= until,
    );
    const after = await residentMegabytes(server.child.pid);
    let swapping = true;
    const traffic = mixed(server.url, versions, () => !swapping);
    try {
      for (let swap = 1; swap <= swaps; swap++) {
        const [next, version] = [path.join(folder, 'next.duckdb'), `soak-${swap}`];
        await versionOf(source, next, version);
        versions.add(version);
        await rename(next, served);
        await takenOver(server.url, version);
      }
    } finally {
      swapping = false;
    }
    const swapped = await traffic;
    const end = await residentMegabytes(server.child.pid);
    const all = early.asked + late.asked;
    return [
      {
        what: `memory after ${all.toLocaleString('en-GB')} mixed requests`,
        measured: `${after.toFixed(0)} MB, ${before.toFixed(0)} MB after ${early.asked.toLocaleString('en-GB')}`,
        budget: 'growth under 10%',
        met: after <= before * 1.1,
      },
      faultsRow('answers that failed', all, [...early.faults, ...late.faults]),
      faultsRow(
        `answers that failed or were of two versions, in ${swaps} swaps of the dataset (memory then ${end.toFixed(0)} MB)`,
        swapped.asked,
        swapped.faults,
      ),
    ];
  } finally {
    server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
