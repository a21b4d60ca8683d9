import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openForBuilding } from '../build/database.ts';
import { readFiles } from '../ingest/index.ts';
import { median, type Row, ratios, spread } from './table.ts';

const ROUNDS = 3;
const MONTHS = 12;
const ROWS = 1_000_000;
const COLUMNS =
  'Period,Basis,Org_Code,Parent_Org,Org_Name,Standard_or_Item,Cancer_Type,Referral_Route_or_Stage,Treatment_Modality,Total,Within,After,Performance,After_104_days';

/** A combined CSV of a year of a million rows: providers, and one ICB with England, in figures of one patient each. */
function writeYear(file: string) {
  const open = openSync(file, 'w');
  const kinds = ['62D,ALL CANCERS,ALL ROUTES,ALL MODALITIES', '62D,Lung,Screening,Surgery'];
  let lines = [COLUMNS];
  for (let i = 0; i < ROWS; i++) {
    const month = String(1 + (i % MONTHS)).padStart(2, '0');
    const whole = i < MONTHS * 2;
    const [basis, code] = whole
      ? ['Commissioner', i < MONTHS ? 'QOX' : 'Total']
      : ['Provider', `R${i % 150}`];
    lines.push(
      `01/${month}/2025,${basis},${code},QOX,A NAME OF SOME LENGTH,${kinds[whole ? 0 : i % 2]},1,1,0,1,0`,
    );
    if (lines.length < 10_000) continue;
    writeSync(open, `${lines.join('\n')}\n`);
    lines = [];
  }
  writeSync(open, `${lines.join('\n')}\n`);
  closeSync(open);
}

/** Milliseconds DuckDB takes to read a CSV file into a table. */
async function readBare(file: string): Promise<number> {
  const started = performance.now();
  const { connection, close } = await openForBuilding();
  await connection.run(`CREATE TABLE t AS FROM read_csv('${file}', all_varchar = true)`);
  close();
  return performance.now() - started;
}

async function timed(file: string) {
  const started = performance.now();
  const { read } = await readFiles([file], { log: () => {} });
  return { milliseconds: performance.now() - started, taken: read.length };
}

/** A year's combined CSV against DuckDB reading it; and how soon a file is refused that no publisher prints. */
export async function benchFiles(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cancer-outcomes-bench-'));
  try {
    const year = path.join(folder, 'combined.csv');
    writeYear(year);
    const [loads, reads]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      reads.push(await readBare(year));
      const { milliseconds, taken } = await timed(year);
      if (taken !== 1) throw new Error('the combined CSV was refused');
      loads.push(milliseconds);
    }
    const large = path.join(folder, 'large.csv');
    writeFileSync(large, `a,b\n${'1,2\n'.repeat(25_000_000)}`);
    const refused = await timed(large);
    return [
      {
        what: 'combined CSV of a million rows read and reconciled / DuckDB reading it',
        measured: `${spread(ratios(loads, reads), 1)}; ${(median(loads) / 1000).toFixed(1)} s`,
        budget: 'at most 3',
        met: median(ratios(loads, reads)) <= 3,
      },
      {
        what: 'a CSV of 100 MB that is no publisher’s: refused',
        measured: `${(refused.milliseconds / 1000).toFixed(2)} s`,
        budget: 'under 10 s',
        met: refused.taken === 0 && refused.milliseconds < 10_000,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
