#!/bin/sh
# Chromium (seen with 156, driven by playwright-core 1.65.1): <link rel="expect" href="#areas" blocking="render"> holds the
# first paint only until the START tag of that element, not until the element is complete.
#
# Input:    a page with such a link in its head, whose table id="areas" comes in two parts: its start tag and 50 rows at
#           once, 50 more rows and the end tag one second later; then <p id="after">
# Expected: the first frame has all 100 rows. The HTML standard has the link looked at when an element leaves the stack of
#           open elements, which for a table is its end tag, and descriptions of it say "fully parsed".
# Seen:     the first frame comes within the first second and has no row that was sent later. The link itself is not
#           ignored: with href="#after", or with the id of nothing in the page, the first frame waits for everything.
#
# It bites where a table or a chart must not be seen half-built, or must be whole when a transition between two pages takes
# its picture: on a fast line all is well. Way out: expect a small element that stands directly behind it.
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
const { chromium } = require('playwright-core');

const rows = Array.from({ length: 50 }, (_, n) => `<tr><td>Area ${n}</td><td>7${n % 10}.4%</td></tr>`).join('');
const firstFrame = `<script>requestAnimationFrame(() => {
  window.firstFrame = { rows: document.querySelectorAll('tr').length, after: document.getElementById('after') !== null };
});</script>`;
const server = http.createServer(({ url }, response) => {
  const [, id] = /^\/(\w+)$/.exec(url) ?? [];
  if (id === undefined) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.write(`<!doctype html><title>Areas</title><link rel="expect" href="#${id}" blocking="render">${firstFrame}`);
  response.write(`<h1>Areas</h1><table id="areas">${rows}`);
  setTimeout(() => response.end(`${rows}</table><p id="after">Source</p>`), 1000);
});
server.listen(0, '127.0.0.1', async () => {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const seen = {};
  for (const id of ['areas', 'after', 'nothing']) {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/${id}`);
    await page.waitForFunction(() => 'firstFrame' in window && performance.getEntriesByType('paint').length > 0);
    seen[id] = await page.evaluate(() => ({ ...window.firstFrame, 'first paint, ms': performance.getEntriesByType('paint')[0].startTime }));
    await page.close();
  }
  await browser.close();
  server.close();
  console.table(seen);
  const waited = ({ rows, after }) => rows === 100 && after;
  process.exit(seen.areas.rows <= 50 && !seen.areas.after && waited(seen.after) && waited(seen.nothing) ? 0 : 1);
});
JS
node try.cjs
