#!/bin/sh
# Chromium (seen with 156, driven by playwright-core 1.65.1): page.pdf({ tagged: true }) leaves out words that are hidden from
# sight for screen readers alone, though its tags are made from the same tree that a screen reader reads on the page.
#
# Input:    a table's cell "*" followed by <span class="visually-hidden">withheld</span>, hidden by the usual rules (a box
#           of one pixel, overflow hidden, clipped)
# Expected: "withheld" in the tagged text of the file: it is in the page's accessibility tree, nothing hides it from that,
#           and a label of a drawing (aria-label) does become the alternative text of its Figure
# Seen:     the cell's tagged text is "*" alone, and the word is nowhere in the file. A tag can only point at what is painted,
#           and what is clipped away is not painted.
#
# It bites where accessible tables are made into accessible PDFs by printing the page: what a mark, a colour or an arrow means
# is lost for those who need the words. Way out: show the words in @media print (tried below), or a legend.
#
# Exit 0: as described. Exit 1: the behaviour has changed. Exit 2: no /usr/bin/chromium here, nothing was tried.
set -eu
[ -x /usr/bin/chromium ] || { echo 'SKIPPED: /usr/bin/chromium is not here' >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund playwright-core@1.65.1 pdfjs-dist@4.10.38
cat > try.mjs <<'JS'
import { chromium } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const hidden = 'position:absolute;width:1px;height:1px;margin:-1px;padding:0;border:0;overflow:hidden;clip:rect(0 0 0 0);clip-path:inset(50%);white-space:nowrap';
const page = (rules) => `<!doctype html><html lang="en-GB"><title>Areas</title>
  <style>@media ${rules} { .visually-hidden { ${hidden} } }</style>
  <main><h1>Areas</h1><svg role="img" aria-label="Rate by month" width="90" height="30"><path d="M0 30L90 0" stroke="#000"/></svg>
  <table><tr><th scope="col">Area<th scope="col">Rate</tr>
  <tr><th scope="row">Isles<td>* <span class="visually-hidden">withheld</span></tr></table></main>`;

/** The text under every element of a role in the tags of a file's first page. */
const tagged = async (bytes) => {
  const first = await (await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise).getPage(1);
  const { items } = await first.getTextContent({ includeMarkedContent: true });
  const texts = {};
  let id;
  for (const item of items) {
    if (item.type === 'beginMarkedContentProps') id = item.id;
    else if (item.type === 'endMarkedContent') id = undefined;
    else if (item.str !== undefined) texts[id] = (texts[id] ?? '') + item.str;
  }
  const textOf = (node) => (node.type === 'content' ? (texts[node.id] ?? '') : node.children.map(textOf).join(''));
  const found = [];
  const walk = (node) => {
    if (node.role === 'TD') found.push(`TD ${textOf(node).trim()}`);
    if (node.role === 'Figure') found.push(`Figure ${node.alt}`);
    for (const child of node.children ?? []) walk(child);
  };
  walk(await first.getStructTree());
  return { found, all: Object.values(texts).join(' ') };
};

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const tab = await browser.newPage();
const seen = {};
for (const [name, rules] of [['hidden', 'all'], ['shown in print', 'screen']]) {
  await tab.setContent(page(rules));
  const session = await tab.context().newCDPSession(tab);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const read = nodes.some(({ ignored, name: label }) => !ignored && label?.value === 'withheld');
  seen[name] = { 'in the accessibility tree': read, ...(await tagged(await tab.pdf({ tagged: true }))) };
}
await browser.close();
console.log(seen);
const same = (name, cell) => seen[name]['in the accessibility tree'] && seen[name].found.join() === `Figure Rate by month,TD ${cell}`;
process.exit(same('hidden', '*') && !seen.hidden.all.includes('withheld') && same('shown in print', '* withheld') ? 0 : 1);
JS
node try.mjs
