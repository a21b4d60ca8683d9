import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openForReading } from '../../scripts/build/database.ts';
import { type Built, build } from '../../scripts/build/index.ts';
import { datasetVersion, figureFiles } from '../../scripts/build/inputs.ts';
import { ROOT } from '../../server/dataset/root.ts';

export const FIGURES = path.join(ROOT, 'data/figures');

/** A folder that is gone when the tests are. */
export function temporaryFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'cancer-outcomes-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The bundled figures built into a folder, with a user's own loads from `local` beside them. */
export const buildBundled = (folder: string, local = path.join(folder, 'none')): Promise<Built> =>
  build({ database: path.join(folder, 'cancer.duckdb'), figures: figureFiles(FIGURES, local) });

let lines: readonly string[] | undefined;

/** The lines of the bundled waits as they are committed, the header first: read once for all files of a worker. */
function waitLines(): readonly string[] {
  lines ??= gunzipSync(readFileSync(path.join(FIGURES, 'waits.csv.gz')))
    .toString()
    .trimEnd()
    .split('\n');
  return lines;
}

let rows: readonly Record<string, string>[] | undefined;

/** The bundled waits as they are committed without a quoted cell read once for all files of a worker. */
export function committedWaits(): readonly Record<string, string>[] {
  if (rows) return rows;
  if (waitLines().some((line) => line.includes('"'))) throw new Error('waits.csv.gz has a quoted cell');
  const [head, ...others] = waitLines().map((line) => line.split(','));
  rows = others.map((cells) => Object.fromEntries((head ?? []).map((name, i) => [name, cells[i] ?? ''])));
  return rows;
}

let once: Promise<Built> | undefined;

/**
 * The bundled figures built: the database of `npm run build` where that is of the same inputs, else one built for all files
 * of a worker. Nobody writes to it.
 */
export function builtOnce(): Promise<Built> {
  once ??= ready().then((built) => {
    if (built) return built;
    const { folder, remove } = temporaryFolder();
    process.on('exit', remove);
    return buildBundled(folder);
  });
  return once;
}

/** The first standard of 2016/17, April 2024 of all of today's, and the months in which a test lets ICBs merge. */
const FEW_WAITS =
  /^62-day-wait,[^,]*,(2016-(0[4-9]|1[0-2])|2017-0[1-3]),|^[^,]*,[^,]*,2024-04,|^62-day-combined,[^,]*,(2025-(09|1[0-2])|2026-04),/;

/** A metric or two of each kind. */
const FEW_OTHERS =
  /^(early-stage|stage-recorded|one-year-survival|under-75-mortality|patient-experience|care-plan),/;

const some = ([head = '', ...lines]: readonly string[], wanted: (line: string) => boolean) =>
  `${[head, ...lines.filter(wanted)].join('\n')}\n`;

/**
 * Writes few of the bundled figures to a folder, as they were published: a dataset of them is built in a fifth of the
 * time. `without` leaves out of the waits the lines that match. Returns the folder.
 */
export function writeFew(folder: string, without?: RegExp): string {
  const waits = some(waitLines(), (line) => FEW_WAITS.test(line) && !without?.test(line));
  writeFileSync(path.join(folder, 'waits.csv.gz'), gzipSync(waits, { level: 1 }));
  const others = readFileSync(path.join(FIGURES, 'other.csv'), 'utf8').trimEnd().split('\n');
  writeFileSync(
    path.join(folder, 'other.csv'),
    some(others, (line) => FEW_OTHERS.test(line)),
  );
  for (const name of ['expected.csv', 'manifest.csv'])
    copyFileSync(path.join(FIGURES, name), path.join(folder, name));
  return folder;
}

let few: Promise<Built & { figures: string }> | undefined;

/** A dataset of few of the bundled figures, and the folder of these; made once for all files of a worker. Nobody writes to them. */
export function fewOnce(): Promise<Built & { figures: string }> {
  few ??= (async () => {
    const { folder, remove } = temporaryFolder();
    process.on('exit', remove);
    const figures = writeFew(folder);
    const database = path.join(folder, 'cancer.duckdb');
    return {
      figures,
      ...(await build({ database, figures: figureFiles(figures, path.join(folder, 'none')) })),
    };
  })();
  return few;
}

async function ready(): Promise<Built | null> {
  const database = path.join(ROOT, 'data/build/cancer.duckdb');
  if (!existsSync(database)) return null;
  const [{ version, observations } = {}] = await ask(database, 'SELECT version, observations FROM dataset');
  const inputs = figureFiles(FIGURES, path.join(tmpdir(), 'none'));
  if (version !== datasetVersion(inputs, path.join(ROOT, 'data/geography'))) return null;
  return { database, version: String(version), observations: Number(observations), milliseconds: 0 };
}

/** The rows of a query on a built database, numbers as numbers. */
export async function ask(database: string, sql: string): Promise<Record<string, unknown>[]> {
  return openForReading(database, async (connection) => {
    const found = await connection.runAndReadAll(sql);
    return found.getRowObjectsJS() as Record<string, unknown>[];
  });
}

/** One number for some rows of a table, whatever their order, and how many they are. No two of the rows may be the same. */
export const fingerprint = (database: string, from = 'observation') =>
  ask(
    database,
    `SELECT bit_xor(hash(figure))::TEXT AS figures, count(*)::INTEGER AS number FROM (FROM ${from}) figure`,
  );
