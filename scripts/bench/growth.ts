import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openForBuilding } from '../build/database.ts';
import { fillPresent } from '../build/index.ts';
import { defaultDatabase } from '../build/inputs.ts';
import { fetched } from './fetched.ts';
import { QUESTIONS } from './questions.ts';
import { residentMegabytes, serve } from './server.ts';
import { median, type Row } from './table.ts';

/** How many times the figures; the smaller ones first. */
const TIMES = [1, 10, 100] as const;
const megabyte = 1024 * 1024;
/** Seconds for the largest to be opened and verified. */
const PATIENCE = 60;

/** Kinds of question that read the figures, and how many of each are asked, none of them before. */
const KINDS = ['snapshot', 'trend', 'scorecard', 'findings'] as const;
const ASKED = 5;

/**
 * Makes a database of so many times the figures: practices under each CCG and ICB, each with its share of what is
 * published, in a temporary folder and for this measurement alone. They are of a level that no question asks about, since
 * tables know none of practices. Returns the seconds that takes.
 */
async function grow(file: string, times: number): Promise<number> {
  copyFileSync(defaultDatabase(), file);
  const { connection, close } = await openForBuilding(file);
  const started = performance.now();
  try {
    if (times > 1) {
      await connection.run(`
        CREATE TABLE part AS SELECT 'p' || lpad(n::VARCHAR, 3, '0') AS id, n FROM range(1, ${times}) t(n);
        INSERT INTO area
          SELECT area.id || '-' || part.id, area.name || ', practice ' || n, 'discontinued', from_month, until_month,
            population // ${times}
          FROM area, part WHERE level IN ('ccg', 'icb');
        CREATE TABLE grown AS
          FROM observation
          UNION ALL
          SELECT o.* REPLACE (
            o.area || '-' || part.id AS area,
            o.numerator // ${times} AS numerator,
            o.denominator // ${times} AS denominator
          )
          FROM observation AS o, part
          WHERE o.area IN (SELECT id FROM area WHERE level IN ('ccg', 'icb'))
          ORDER BY metric, area, period, grp;
        DROP TABLE observation;
        ALTER TABLE grown RENAME TO observation;
        UPDATE dataset SET observations = (SELECT count(*) FROM observation);
        DROP TABLE part;`);
      await fillPresent(connection);
      await connection.run('CHECKPOINT');
    }
  } finally {
    close();
  }
  return (performance.now() - started) / 1000;
}

/** What is served of so many times the figures; or why it is not, where even opening it takes too long. */
async function measure(folder: string, times: number): Promise<Row> {
  const file = path.join(folder, `${times}.duckdb`);
  const seconds = await grow(file, times);
  const made = `${(statSync(file).size / megabyte).toFixed(0)} MB${times > 1 ? `, made in ${seconds.toFixed(0)} s` : ''}`;
  const row = (what: string, served: string): Row => ({
    what: `${times} times the figures of CCGs and ICBs${what}`,
    measured: `${made}; ${served}`,
    budget: 'none',
    met: null,
  });
  try {
    const started = performance.now();
    const server = await serve('server/main.js', '/api/health', { DATABASE: file }, PATIENCE);
    try {
      const ready = ((performance.now() - started) / 1000).toFixed(1);
      const { observations } = (await (await fetch(`${server.url}/api/health`)).json()) as {
        observations: number;
      };
      const took: string[] = [];
      for (const kind of KINDS) {
        const all: number[] = [];
        for (const question of (QUESTIONS[kind] ?? []).slice(0, ASKED))
          all.push((await fetched(server.url + question.url)).milliseconds);
        took.push(`${kind} ${median(all).toFixed(0)} ms`);
      }
      const held = (await residentMegabytes(server.child.pid)).toFixed(0);
      return row(
        `: ${observations} rows`,
        `ready after ${ready} s; first ${took.join(', ')}; ${held} MB held`,
      );
    } finally {
      server.stop();
    }
  } catch (error) {
    return row('', `not served: ${error instanceof Error ? error.message : error}`);
  } finally {
    rmSync(file);
  }
}

/** One, ten and a hundred times the figures: the file, the first answer of each kind, and the memory held. */
export async function benchGrowth(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cancer-outcomes-growth-'));
  try {
    const rows: Row[] = [];
    for (const times of TIMES) rows.push(await measure(folder, times));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
