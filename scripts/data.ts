import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DATA_VERBS } from './verbs.ts';

const USAGE = `npm run data -- <verb> [--database FILE] [--json]

  ingest <file or folder…>   read publishers' files into data/local (--bundle: into the bundled data/figures)
  import <file.csv>          read a CSV in our tidy shape, or of Fingertips with --metric ID, into data/local
  boundaries <file>          make our boundaries from the publisher's GeoJSON of the 209 CCGs
  places <files…>            make our table of councils and trusts from the publishers' five look-ups
  build                      build the database aside, check it, swap it in
  verify                     run every check, with the rows that break it
  info                       what the database holds`;

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        database: { type: 'string' },
        json: { type: 'boolean', default: false },
        bundle: { type: 'boolean', default: false },
        metric: { type: 'string' },
      },
    });
  } catch (error) {
    fail(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

const { positionals, values } = readArguments();
const [verb, ...files] = positionals;
const run = verb === undefined ? undefined : DATA_VERBS[verb];
if (!run) fail(`${verb ? `Unknown verb ${verb}. ` : ''}Use:\n${USAGE}`);

const missing = files.find((file) => !existsSync(file));
if (missing && verb !== 'ingest') fail(`${missing}: no such file`);

const log = values.json ? () => {} : (line: string) => console.log(line);
try {
  const { ok, ...result } = await run({
    files,
    log,
    database: values.database,
    bundle: values.bundle,
    metric: values.metric,
  });
  if (values.json) console.log(JSON.stringify({ ok, ...result }));
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  if (values.json) console.log(JSON.stringify({ ok: false, message }));
  fail(message);
}
