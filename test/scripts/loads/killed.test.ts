import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../../server/dataset/root.ts';
import { long } from '../../sample.ts';
import { ask, builtOnce, temporaryFolder } from '../dataset.ts';

const TIMES = 20;
const LOADER = path.join(ROOT, '.build/scripts/data.js');

const { folder, remove } = temporaryFolder();
afterAll(remove);
const database = path.join(folder, 'cancer.duckdb');
const local = path.join(folder, 'local');
const HEADER = 'metric,area,period,grp,numerator,denominator,value,lower,upper,status,note';

function start(...args: string[]): { child: ChildProcess; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [LOADER, ...args], {
    env: { ...process.env, DATABASE: database, DATA_DIR: local },
    stdio: 'ignore',
  });
  return { child, ended: new Promise((resolve) => child.once('close', resolve)) };
}

/** A file that gives Airedale, Wharfedale and Craven another numerator in 2013. */
function put(name: string, numerator: number) {
  const file = path.join(folder, name);
  writeFileSync(file, `${HEADER}\nearly-stage,02N,2013,,${numerator},700,${numerator / 700},,,published,\n`);
  return file;
}

const loads = () => (existsSync(path.join(local, 'loads')) ? readdirSync(path.join(local, 'loads')) : []);
const numerator = async () =>
  Number(
    (
      await ask(
        database,
        "SELECT numerator FROM observation WHERE metric = 'early-stage' AND area = '02N' AND period = '2013'",
      )
    )[0]?.numerator,
  );

describe.runIf(long && existsSync(LOADER))('whatever happens to a load', () => {
  beforeAll(async () => {
    copyFileSync((await builtOnce()).database, database);
  });

  test(`killed ${TIMES} times at any moment: the dataset opens with its old or its new figure, each load is whole`, async () => {
    const seen = [348];
    const started = performance.now();
    expect(await start('ingest', put('whole.csv', 349)).ended).toBe(0);
    const whole = performance.now() - started;
    seen.push(349);
    for (let i = 0; i < TIMES; i++) {
      const { child, ended } = start('ingest', put(`killed-${i}.csv`, 400 + i));
      setTimeout(() => child.kill('SIGKILL'), Math.random() * whole);
      await ended;
      seen.push(400 + i);
      expect(seen).toContain(await numerator());
      for (const load of loads().filter((name) => name.startsWith('load-')))
        expect(readdirSync(path.join(local, 'loads', load)).sort()).toEqual([
          ...['expected.csv', 'load.csv', 'load.json', 'manifest.csv', 'other.csv', 'revisions.csv.gz'],
          'waits.csv.gz',
        ]);
    }
    expect(await start('ingest', put('last.csv', 500)).ended).toBe(0);
    expect(await numerator()).toBe(500);
    expect(loads().filter((name) => !name.startsWith('load-'))).toEqual([]);
    expect(readdirSync(folder).filter((name) => /\.new|\.wal/.test(name))).toEqual([]);
  }, 1_800_000);

  test(`two loaders at once, ${TIMES} times: one after the other, each stored`, async () => {
    for (let i = 0; i < TIMES; i++) {
      const before = loads().length;
      const codes = await Promise.all([
        start('ingest', put('one.csv', 510 + 2 * i)).ended,
        start('ingest', put('other.csv', 511 + 2 * i)).ended,
      ]);
      expect(codes).toEqual([0, 0]);
      expect(loads()).toHaveLength(before + 2);
      expect([510 + 2 * i, 511 + 2 * i]).toContain(await numerator());
    }
  }, 3_600_000);
});
