import { benchBrowser } from './browser.ts';
import { benchBuild } from './build.ts';
import { benchDeploy } from './deploy.ts';
import { benchDownloads } from './downloads.ts';
import { benchGrowth } from './growth.ts';
import { benchHttp } from './http.ts';
import { benchLoader } from './loader.ts';
import { benchPacks } from './packs.ts';
import { benchQueries } from './queries.ts';
import { benchRanks } from './ranks.ts';
import { benchSoak } from './soak.ts';
import { machineWords, print, type Row } from './table.ts';

const PARTS: Record<string, () => Promise<Row[]>> = {
  http: benchHttp,
  queries: benchQueries,
  ranks: benchRanks,
  packs: benchPacks,
  downloads: benchDownloads,
  deploy: benchDeploy,
  build: benchBuild,
  loader: benchLoader,
  browser: benchBrowser,
  growth: benchGrowth,
  soak: benchSoak,
};

const [json, asked] = [
  process.argv.includes('--json'),
  process.argv.slice(2).filter((each) => each !== '--json'),
];
const unknown = asked.find((name) => !(name in PARTS));
if (unknown) {
  console.error(`Unknown part ${unknown}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(1);
}

const machine = machineWords();
const rows: Row[] = [];
for (const [name, run] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`measuring ${name} …`);
  rows.push(...(await run()));
}
if (json) console.log(JSON.stringify({ machine, measuredAt: new Date().toISOString(), rows }, null, 2));
else {
  print(rows);
  console.log(machine);
}
