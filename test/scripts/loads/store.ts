import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fewOnce, temporaryFolder } from '../dataset.ts';

const HEADER = 'metric,area,period,grp,numerator,denominator,value,lower,upper,status,note';
// CCG Outcomes Indicator Set 1.18, 2013: Airedale, Wharfedale and Craven has 348 of 703.
export const REVISED = 'early-stage,02N,2013,,350,700,0.5,,,published,"a ""revised"" figure\nby hand"';

/** A store of loads of its own beside a dataset of few of the bundled figures, and what its loads say. */
export async function storeOfLoads() {
  const { folder, remove } = temporaryFolder();
  const database = path.join(folder, 'cancer.duckdb');
  const local = path.join(folder, 'local');
  const said: string[] = [];
  const bundled = await fewOnce();
  copyFileSync(bundled.database, database);
  return {
    folder,
    /** The dataset without a load. */
    bundled,
    database,
    local,
    said,
    options: { database, local, bundled: bundled.figures, log: (line: string) => said.push(line) },
    /** Writes tidy figures to a file. Returns its path. */
    put(name: string, ...rows: string[]) {
      writeFileSync(path.join(folder, name), `${[HEADER, ...rows].join('\n')}\n`);
      return path.join(folder, name);
    },
    loads: () => (existsSync(path.join(local, 'loads')) ? readdirSync(path.join(local, 'loads')) : []),
    remove,
  };
}
