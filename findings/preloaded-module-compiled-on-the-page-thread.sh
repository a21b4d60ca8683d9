#!/bin/sh
# Chromium (seen with 156, driven by playwright-core 1.65.1): an ES module fetched ahead by
# <link rel="preload" as="script" crossorigin> is compiled by the page's own thread, all of it at once, when its turn
# comes. The same file fetched ahead by rel="modulepreload", or not at all, is compiled beside the page.
#
# Input:    a page with one of three heads, and <script type="module"> of the same generated module of some 300 KB, sent
#           at once: (1) rel=preload as=script crossorigin, (2) rel=modulepreload, (3) no link
# Expected: the same compilation in all three. The preloaded response is used (one request), and "as" has no other word for
#           a module than "script".
# Seen:     the trace's v8.compileModule says of (1) "streamed": false, "notStreamedReason": "wrong script type", because
#           the stream was begun for a classic script; and its time on the page's thread is many times that of (2) and (3),
#           which say "streamed": true.
#
# It bites where a build lists what a page will need, the large chunk of the charts for example, and writes it as preload:
# the file comes earlier, and the page stands still for it. Way out: rel="modulepreload".
#
# Exit 0: as described. Exit 1: the behaviour has changed. Exit 2: no /usr/bin/chromium here, nothing was tried.
set -eu
[ -x /usr/bin/chromium ] || { echo 'SKIPPED: /usr/bin/chromium is not here' >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund playwright-core@1.65.1
cat > try.cjs <<'JS'
const http = require('node:http');
const fs = require('node:fs');
const { chromium } = require('playwright-core');

const lines = ['const table = {};'];
for (let n = 0; n < 2600; n += 1) {
  lines.push(`table.row${n} = (cases, of) => { const rate = cases / of + ${n}; return rate > ${n} ? { rate, area: 'area ${n}' } : null; };`);
}
lines.push("document.title = `${Object.keys(table).length} rows`;", 'export { table };');
const code = lines.join('\n');
const links = {
  '/preload': '<link rel="preload" as="script" crossorigin href="/preload.js">',
  '/modulepreload': '<link rel="modulepreload" href="/modulepreload.js">',
  '/plain': '',
};
const asked = [];
const server = http.createServer(({ url }, response) => {
  if (url.endsWith('.js')) {
    asked.push(url);
    response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'max-age=600' }).end(code);
  } else if (url in links) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>0</title>${links[url]}<script type="module" src="${url}.js"></script><p>Waiting times`);
  } else {
    response.writeHead(404).end();
  }
});
server.listen(0, '127.0.0.1', async () => {
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const seen = {};
  for (const url of Object.keys(links)) {
    const page = await browser.newPage();
    await browser.startTracing(page, { path: 'trace.json', categories: ['v8', 'devtools.timeline', 'disabled-by-default-v8.compile'] });
    await page.goto(origin + url);
    await page.waitForFunction(() => document.title === '2600 rows');
    await browser.stopTracing();
    const { traceEvents } = JSON.parse(fs.readFileSync('trace.json', 'utf8'));
    const { args, dur } = traceEvents.find(({ name, args }) => name === 'v8.compileModule' && JSON.stringify(args).includes(`${url}.js`));
    const { streamed, notStreamedReason } = args.data ?? args;
    seen[url] = { streamed, notStreamedReason, milliseconds: dur / 1000 };
    await page.close();
  }
  await browser.close();
  server.close();
  console.log(`${code.length} characters; requests: ${asked.join(' ')}`);
  console.table(seen);
  const asDescribed =
    asked.length === 3 && seen['/preload'].streamed === false && seen['/preload'].notStreamedReason === 'wrong script type' &&
    seen['/modulepreload'].streamed === true && seen['/plain'].streamed === true;
  process.exit(asDescribed ? 0 : 1);
});
JS
node try.cjs
