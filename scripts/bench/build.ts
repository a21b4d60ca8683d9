import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { quoted } from '../../data/text/sql.ts';
import { ROOT } from '../../server/dataset/root.ts';
import { openForBuilding } from '../build/database.ts';
import { build } from '../build/index.ts';
import { median, type Row, ratios, spread } from './table.ts';

const ROUNDS = 5;

/** Milliseconds DuckDB takes to read every file that the build reads, into a new database. */
async function readOnly(database: string): Promise<number> {
  const files = ['data/figures', 'data/geography'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder))
      .filter((name) => /\.csv(\.gz)?$/.test(name))
      .map((name) => path.join(ROOT, folder, name)),
  );
  const started = performance.now();
  const { connection, close } = await openForBuilding(database);
  for (const [index, file] of files.entries())
    await connection.run(`CREATE TABLE t${index} AS FROM read_csv(${quoted(file)})`);
  await connection.run('CHECKPOINT');
  close();
  return performance.now() - started;
}

/** The dataset built, checked and swapped in, against DuckDB reading the same files. */
export async function benchBuild(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cancer-outcomes-bench-'));
  try {
    const [builds, reads]: [number[], number[]] = [[], []];
    for (let round = 0; round <= ROUNDS; round++) {
      const read = await readOnly(path.join(folder, `read-${round}.duckdb`));
      const { milliseconds } = await build({ database: path.join(folder, 'built.duckdb') });
      if (round === 0) continue;
      reads.push(read);
      builds.push(milliseconds);
    }
    return [
      {
        what: 'dataset build / DuckDB reading the same files',
        measured: `${spread(ratios(builds, reads), 1)}; ${(median(builds) / 1000).toFixed(1)} s`,
        budget: 'at most 2, under 15 s',
        met: median(ratios(builds, reads)) <= 2 && median(builds) < 15_000,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
