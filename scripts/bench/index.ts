import { benchBrowser } from './browser.ts';
import { benchBuild } from './build.ts';
import { benchDownloads } from './downloads.ts';
import { benchFiles } from './files.ts';
import { benchHttp } from './http.ts';
import { benchPacks } from './packs.ts';
import { benchQueries } from './queries.ts';
import { benchRanks } from './ranks.ts';
import { print, type Row } from './table.ts';

const PARTS: Record<string, () => Promise<Row[]>> = {
  http: benchHttp,
  queries: benchQueries,
  ranks: benchRanks,
  packs: benchPacks,
  downloads: benchDownloads,
  build: benchBuild,
  files: benchFiles,
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
