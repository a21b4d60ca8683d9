#!/bin/sh
# pdfkit 0.20.2, tagged PDF: structure content ends an artifact that is still open, as pdfkit's guide to accessibility
# promises, except where it is the first structure content of its page. That one is written INSIDE the artifact.
#
# Input:    two pages; on each, twice over, a rule marked as an artifact of layout and then a paragraph of the structure,
#           the artifact left for the paragraph to end, as in the guide's own example
# Expected: no structure content within an artifact
# Seen:     the first paragraph of either page is within one, the second is not. The first has the number (MCID) 0 on its
#           page, and pdfkit asks whether the number is truthy.
#
# It bites where a band or a rule is drawn before a page's heading: the tag is in the structure tree, but its content is
# marked as something to pass over, and PDF allows no such nesting. What one tries on a page with some text already on it
# is right. Way out: endMarkedContent() after every artifact.
#
# Exit 0: as described. Exit 1: the behaviour has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pdfkit@0.20.2
cat > try.cjs <<'JS'
const PDFDocument = require('pdfkit');

const write = (endArtifacts) =>
  new Promise((resolve) => {
    const doc = new PDFDocument({ autoFirstPage: false, compress: false, tagged: true, lang: 'en-GB', pdfVersion: '1.7' });
    const chunks = [];
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks).toString('latin1')));
    const report = doc.struct('Document');
    doc.addStructure(report);
    for (let page = 0; page < 2; page += 1) {
      doc.addPage();
      for (const words of ['Waiting times', 'Kent']) {
        doc.markContent('Artifact', { type: 'Layout' });
        doc.rect(72, doc.y, 400, 1).fill('black');
        if (endArtifacts) doc.endMarkedContent();
        report.add(doc.struct('P', [doc.markStructureContent('P')]));
        doc.text(`${words} `);
        doc.endMarkedContent();
      }
    }
    doc.end();
  });

/** For every structure content of a file, in order: its number on the page, and whether an artifact is open around it. */
const contents = (file) => {
  const found = [];
  for (const [, stream] of file.matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
    const open = [];
    for (const [mark, tag, number] of stream.matchAll(/\/(\w+) (?:<<\s*(?:\/MCID (\d+))?[^>]*>>\s+BDC|BMC)|\bEMC\b/g)) {
      if (mark === 'EMC') open.pop();
      else {
        if (number !== undefined) found.push(`MCID ${number} ${open.includes('Artifact') ? 'inside an artifact' : 'by itself'}`);
        open.push(tag);
      }
    }
  }
  return found;
};

(async () => {
  const left = contents(await write(false));
  const ended = contents(await write(true));
  console.log('artifact left to be ended:', left.join(', '));
  console.log('artifact ended by hand:   ', ended.join(', '));
  const page = ['MCID 0 inside an artifact', 'MCID 1 by itself'];
  const right = ['MCID 0 by itself', 'MCID 1 by itself'];
  const same = (seen, expected) => JSON.stringify(seen) === JSON.stringify([...expected, ...expected]);
  process.exit(same(left, page) && same(ended, right) ? 0 : 1);
})();
JS
node try.cjs
