import { existsSync, writeFileSync } from 'node:fs';
import { boundaries } from './boundaries/index.ts';
import { openForReading } from './build/database.ts';
import { build } from './build/index.ts';
import { defaultDatabase, FIGURES, GEOGRAPHY, localFolder } from './build/inputs.ts';
import { brokenLine, brokenRules, RULES } from './check/index.ts';
import { exportDataset } from './export/index.ts';
import { ingest } from './ingest/index.ts';
import { OWN_AREAS_TEMPLATE } from './ingest/own-areas.ts';
import { OWN_TEMPLATE } from './ingest/own-metrics.ts';
import { SUCCESSIONS_TEMPLATE } from './ingest/successions.ts';
import { TEMPLATE } from './ingest/tidy.ts';
import { load, remove } from './loads/load.ts';
import { alone, reports } from './loads/store.ts';
import { places } from './places/index.ts';

export type VerbOptions = {
  files: string[];
  log: (line: string) => void;
  database?: string;
  bundle: boolean;
  metric?: string;
  dryRun: boolean;
  final: boolean;
  replaceFinal: boolean;
};

/** What a verb did: `ok` false means exit code 1. */
type Outcome = { ok: boolean } & Record<string, unknown>;

const noDatabase = (database: string) =>
  new Error(`${database}: no database there; run npm run data -- build`);

async function reading<T>(database: string, ask: Parameters<typeof openForReading<T>>[1]): Promise<T> {
  if (!existsSync(database)) throw noDatabase(database);
  return openForReading(database, ask);
}

/** What `template` prints or writes. */
const TEMPLATES: Record<string, string> = {
  figures: TEMPLATE,
  metrics: OWN_TEMPLATE,
  areas: OWN_AREAS_TEMPLATE,
  successions: SUCCESSIONS_TEMPLATE,
};

/** The verbs of `npm run data`. */
export const DATA_VERBS: Record<string, (options: VerbOptions) => Promise<Outcome>> = {
  async ingest({ files, log, bundle, database = defaultDatabase(), ...asked }) {
    if (files.length === 0) throw new Error('ingest: name the files or folders to read');
    if (bundle) {
      const { read, refused } = await ingest(files, { log, out: FIGURES, geography: GEOGRAPHY, ...asked });
      if (read.length > 0) log('Now run: npm run data -- build');
      return { ok: refused.length === 0, read: read.map(({ manifest }) => manifest), refused };
    }
    return load(files, { log, local: localFolder(), database, ...asked });
  },

  async import({ files, ...asked }) {
    if (files.length !== 1) throw new Error('import: name one CSV file, tidy or of Fingertips');
    return verb('ingest', { files, ...asked });
  },

  async template({ files: [kind = 'figures', file, ...more], log }) {
    const template = TEMPLATES[kind];
    if (template === undefined || more.length > 0)
      throw new Error(
        `template: name one of ${Object.keys(TEMPLATES).join(', ')}, and a file to write it to`,
      );
    if (file === undefined) log(template);
    else {
      if (existsSync(file)) throw new Error(`${file} is there already: name another, or delete it`);
      writeFileSync(file, `${template}\n`);
      log(`Wrote ${file}`);
    }
    return { ok: true, template };
  },

  async remove({ files, log, database = defaultDatabase() }) {
    const [name] = files;
    if (!name || files.length > 1) throw new Error('remove: name one load; npm run data -- info lists them');
    return { ok: true, ...(await remove(name, { log, local: localFolder(), database })) };
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

  async build({ database = defaultDatabase(), log }) {
    const place = { local: localFolder(), database };
    return { ok: true, ...(await alone(place, log, () => build({ database, log }))) };
  },

  async verify({ database = defaultDatabase(), log }) {
    const broken = await reading(database, (connection) => brokenRules(connection));
    const lines = broken.map(brokenLine);
    for (const line of lines) log(line);
    log(`${RULES.length - broken.length} of ${RULES.length} rules kept`);
    return { ok: broken.length === 0, rules: RULES.length, broken: lines };
  },

  async export({ files: [folder, ...more], log, database = defaultDatabase() }) {
    if (!folder || more.length > 0) throw new Error('export: name one new folder to write to');
    if (!existsSync(database)) throw noDatabase(database);
    const exported = await exportDataset(database, folder);
    log(
      `Wrote ${exported.figures} figures and gaps of version ${exported.version} to ${folder}, as Parquet in ${exported.tables.length} tables, with tables.sql and rules.sql`,
    );
    return { ok: true, ...exported };
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
    const loads = reports(localFolder());
    log(
      loads.length === 0
        ? 'Nothing was loaded beside the bundled figures.'
        : 'Loaded beside the bundled figures:',
    );
    for (const { load: id, at, files } of loads)
      log(
        `  ${id}: ${at.slice(0, 10)}, ${files.map(({ file, publication }) => `${file} (${publication})`).join('; ')}`,
      );
    return { ok: true, database, metrics: rows, loads };
  },
};

/** Runs a verb for another that asks the same. */
const verb = (name: 'ingest', options: VerbOptions) =>
  (DATA_VERBS[name] as (of: VerbOptions) => Promise<Outcome>)(options);
