import { readFileSync } from 'node:fs';
import readWorkbook from 'read-excel-file/node';
import { openForBuilding } from '../build/database.ts';
import { ingest, type Read, readFiles } from '../ingest/index.ts';
import { load } from '../loads/load.ts';
import { peakMegabytes } from './server.ts';

const log = () => {};
const outcome = ({ read, refused }: Read) => ({ taken: read.length, said: refused[0]?.message ?? '' });

/** What a process of its own does with a file, each beside the bare reading that it is held against. */
const WORK = {
  /** The cells of a workbook, and nothing else. */
  async sheets(file: string) {
    const sheets = await readWorkbook(readFileSync(file));
    return { taken: sheets.length, said: '' };
  },
  /** A CSV by DuckDB into a table in memory. */
  async table(file: string) {
    const { connection, close } = await openForBuilding();
    await connection.run(`CREATE TABLE t AS FROM read_csv('${file}', all_varchar = true)`);
    close();
    return { taken: 1, said: '' };
  },
  /** Read, reconciled, and stored in a folder. */
  stored: async (file: string, out: string) => outcome(await ingest([file], { log, out })),
  /** Read and reconciled, or refused. */
  read: async (file: string) => outcome(await readFiles([file], { log })),
  /** A whole load: the dataset is built aside with it, compared, and swapped in. */
  async load(file: string, local: string, database: string) {
    const { report, refused } = await load([file], { log, local, database });
    return { taken: report === null ? 0 : 1, said: refused[0]?.message ?? '' };
  },
};

export type Work = keyof typeof WORK;

/** What came of it, how long it took, and the most memory that the process held. */
export type Done = { taken: number; said: string; milliseconds: number; megabytes: number };

const [work = 'read', file = '', one = '', other = ''] = process.argv.slice(2);
const started = performance.now();
const came = await WORK[work as Work](file, one, other);
const milliseconds = performance.now() - started;
console.log(JSON.stringify({ ...came, milliseconds, megabytes: await peakMegabytes() } satisfies Done));
