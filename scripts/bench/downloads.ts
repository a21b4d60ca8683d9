import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { quoted } from '../../data/text/sql.ts';
import { openForReading } from '../build/database.ts';
import { defaultDatabase } from '../build/inputs.ts';
import { fetched } from './fetched.ts';
import { residentMegabytes, serve } from './server.ts';
import { median, type Row, ratios } from './table.ts';

const ROUNDS = 3;
/** Each file of the whole dataset, and what DuckDB writes in its place; it writes no workbook, so that stands beside its CSV. */
const FILES = [
  { ending: 'csv', format: 'csv', most: 3 },
  { ending: 'xlsx', format: 'csv', most: 8 },
  { ending: 'parquet', format: 'parquet', most: null },
] as const;

/** What DuckDB copies: the observations with their names, as they stand in the files. */
const COPIED = `SELECT o.*, m.label, p.grain, a.name, a.level FROM observation o
JOIN metric m ON m.id = o.metric JOIN period p ON p.id = o.period
JOIN area a ON a.id = o.area AND a.from_month <= p.start_month AND p.start_month <= a.until_month`;

/** Milliseconds DuckDB takes to write the observations to a file, and its size. */
async function copied(folder: string, format: string) {
  const file = path.join(folder, `copied.${format}`);
  const milliseconds = await openForReading(defaultDatabase(), async (connection) => {
    const started = performance.now();
    await connection.run(`COPY (${COPIED}) TO ${quoted(file)} (FORMAT ${format})`);
    return performance.now() - started;
  });
  return { milliseconds, bytes: statSync(file).size };
}

/** A download from a server that has just started, and the most memory it held meanwhile. */
async function downloaded(ending: string) {
  const { url, child, stop } = await serve('server/main.js', '/api/health', {}, 60);
  try {
    const before = await residentMegabytes(child.pid);
    let most = before;
    const watch = setInterval(async () => {
      most = Math.max(most, await residentMegabytes(child.pid));
    }, 25);
    const took = await fetched(`${url}/api/download/observations.${ending}`);
    clearInterval(watch);
    return { ...took, before, most };
  } finally {
    stop();
  }
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

async function row(folder: string, { ending, format, most: budget }: (typeof FILES)[number]): Promise<Row> {
  const [ours, theirs]: [Awaited<ReturnType<typeof downloaded>>[], Awaited<ReturnType<typeof copied>>[]] = [
    [],
    [],
  ];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await copied(folder, format));
    ours.push(await downloaded(ending));
  }
  const times = ours.map(({ milliseconds }) => milliseconds);
  const ratio = median(
    ratios(
      times,
      theirs.map(({ milliseconds }) => milliseconds),
    ),
  );
  const most = Math.max(...ours.map((each) => each.most));
  const before = median(ours.map((each) => each.before));
  return {
    what: `whole dataset as ${ending.toUpperCase()} / DuckDB writing ${format === ending ? 'the same' : 'a CSV of it'}`,
    measured: `${ratio.toFixed(1)}; ${(median(times) / 1000).toFixed(1)} s, ${megabytes(ours[0]?.bytes ?? 0)}; ${before.toFixed(0)} MB held before, at most ${most.toFixed(0)} MB`,
    budget: budget === null ? 'none' : `at most ${budget}`,
    met: budget === null ? null : ratio <= budget,
  };
}

/** The whole dataset as CSV, workbook and Parquet, against DuckDB writing the same. */
export async function benchDownloads(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cancer-outcomes-bench-'));
  try {
    const rows: Row[] = [];
    for (const file of FILES) rows.push(await row(folder, file));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
