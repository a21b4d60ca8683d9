import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DATA_VERBS } from './verbs.ts';

const USAGE = `npm run data -- <verb> [--database FILE] [--json]

  ingest <file or folder…>   read files, say what changes by them, and store them as a load in the dataset
      --dry-run              only say it
      --final                the months of a file that does not say so are final
      --replace-final        provisional figures may replace final ones
      --metric ID            the metric that a Fingertips file is of, where its indicator is not known
      --bundle               into the bundled data/figures instead
  import <file.csv>          the same for one CSV: in our tidy shape, or of Fingertips
  template [figures|metrics|areas|successions] [file]
                             how our tidy shape reads, or a declaration of own metrics, of own areas or of ICBs that
                             merge; printed, or written to a file
  remove <load>              undo a load
  boundaries <file>          make our boundaries from the publisher's GeoJSON of the 209 CCGs
  places <files…>            make our table of councils and trusts from the publishers' five look-ups
  build                      build the database aside, check it, swap it in
  verify                     run every check, with the rows that break it
  export <folder>            write the dataset as Parquet, a folder for each metric, with the rules as SQL views
  info                       what the database holds, and what was loaded`;

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
        'dry-run': { type: 'boolean', default: false },
        final: { type: 'boolean', default: false },
        'replace-final': { type: 'boolean', default: false },
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

const missing = verb === 'boundaries' && files.find((file) => !existsSync(file));
if (missing) fail(`${missing}: no such file`);

// Who reads the lines may stop (`| head`); the work goes on.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

// With --json the lines go beside the answer.
const log = (line: string) => (values.json ? console.error(line) : console.log(line));
try {
  const { ok, ...result } = await run({
    files,
    log,
    database: values.database,
    bundle: values.bundle,
    metric: values.metric,
    dryRun: values['dry-run'],
    final: values.final,
    replaceFinal: values['replace-final'],
  });
  if (values.json) console.log(JSON.stringify({ ok, ...result }));
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  if (values.json) console.log(JSON.stringify({ ok: false, message }));
  fail(message);
}
