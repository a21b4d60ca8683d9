import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../server/dataset/root.ts';
import { boundaries } from './boundaries/index.ts';
import { openForReading } from './build/database.ts';
import { build } from './build/index.ts';
import { defaultDatabase, localFolder } from './build/inputs.ts';
import { brokenRules, RULES } from './check/index.ts';
import { importFile } from './ingest/import.ts';
import { ingest } from './ingest/index.ts';
import { places } from './places/index.ts';

export type VerbOptions = {
  files: string[];
  log: (line: string) => void;
  database?: string;
  bundle: boolean;
  metric?: string;
};

/** What a verb did: `ok` false means exit code 1. */
type Outcome = { ok: boolean } & Record<string, unknown>;

const FIGURES = path.join(ROOT, 'data/figures');
const GEOGRAPHY = path.join(ROOT, 'data/geography');

async function reading<T>(database: string, ask: Parameters<typeof openForReading<T>>[1]): Promise<T> {
  if (!existsSync(database)) throw new Error(`${database}: no database there; run npm run data -- build`);
  return openForReading(database, ask);
}

/** The verbs of `npm run data`. */
export const DATA_VERBS: Record<string, (options: VerbOptions) => Promise<Outcome>> = {
  async ingest({ files, log, bundle }) {
    if (files.length === 0) throw new Error('ingest: name the files or folders to read');
    const { read, refused } = await ingest(files, {
      log,
      out: bundle ? FIGURES : localFolder(),
      geography: GEOGRAPHY,
    });
    if (read.length > 0) log('Now run: npm run data -- build');
    return { ok: refused.length === 0, read: read.map(({ manifest }) => manifest), refused };
  },

  async import({ files, log, metric }) {
    const [file] = files;
    if (!file || files.length > 1) throw new Error('import: name one CSV file, tidy or of Fingertips');
    const { read, refused } = await importFile(file, {
      log,
      metric,
      out: localFolder(),
      geography: GEOGRAPHY,
    });
    if (read.length > 0) log('Now run: npm run data -- build');
    return { ok: refused.length === 0, read, refused };
  },

  async boundaries({ files, log }) {
    const [file] = files;
    if (!file || files.length > 1) throw new Error('boundaries: name one GeoJSON file of the 209 CCGs');
    await boundaries(file, log);
    return { ok: true };
  },

  async places({ files, log }) {
    if (files.length === 0) throw new Error('places: name the five look-ups of councils and trusts');
    places(files, log);
    return { ok: true };
  },

  async build({ database, log }) {
    return { ok: true, ...(await build({ database, log })) };
  },

  async verify({ database = defaultDatabase(), log }) {
    const broken = await reading(database, (connection) => brokenRules(connection));
    for (const line of broken) log(line);
    log(`${RULES.length - broken.length} of ${RULES.length} rules kept`);
    return { ok: broken.length === 0, rules: RULES.length, broken };
  },

  async info({ database = defaultDatabase(), log }) {
    const rows = await reading(database, async (connection) => {
      const found = await connection.runAndReadAll(
        `SELECT d.version, d.built_at, o.metric, count(*)::INTEGER AS figures, min(p.start_month) AS first,
           max(p.end_month) AS last
         FROM dataset d, observation o JOIN period p ON p.id = o.period
         GROUP BY ALL ORDER BY o.metric`,
      );
      return found.getRowObjectsJson();
    });
    const [first] = rows;
    log(`${database}: version ${first?.version}, built ${first?.built_at}`);
    for (const row of rows) log(`  ${row.metric}: ${row.figures} figures, ${row.first} to ${row.last}`);
    return { ok: true, database, metrics: rows };
  },
};
