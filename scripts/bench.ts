import { benchBrowser } from './bench/browser.ts';
import { benchBuild } from './bench/build.ts';
import { benchDownloads } from './bench/downloads.ts';
import { benchHttp } from './bench/http.ts';
import { benchPacks } from './bench/packs.ts';
import { benchQueries } from './bench/queries.ts';
import { benchRanks } from './bench/ranks.ts';
import { print, type Row } from './bench/table.ts';

const PARTS: Record<string, () => Promise<Row[]>> = {
  http: benchHttp,
  queries: benchQueries,
  ranks: benchRanks,
  packs: benchPacks,
  downloads: benchDownloads,
  build: benchBuild,
  browser: benchBrowser,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in PARTS));
if (unknown) {
  console.error(`Unknown part ${unknown}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(1);
}

const rows: Row[] = [];
for (const [name, run] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`measuring ${name} …`);
  rows.push(...(await run()));
}
print(rows);
