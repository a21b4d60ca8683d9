#!/bin/sh
# @resvg/resvg-js 2.6.2: an SVG that gives its width alone, beside a viewBox, gets the HEIGHT OF THE VIEWBOX in pixels, not the
# height in proportion. The drawing stands small in the middle of an empty margin, or of a picture far too high.
#
# Input:    <svg width="600" viewBox="0 0 300 150"> and others with one side given, filled by a rectangle
# Expected: 600 by 300: the side left out is "auto", which goes by the proportions of the viewBox. Chromium's <img> and sharp
#           0.35.5 (librsvg) give that.
# Seen:     600 by 150, of which half the area is empty; for a viewBox of 1000 by 1000, 600 by 1000.
#           fitTo scales the wrong shape: 1200 wide is 300 high.
#
# It bites when a chart is made for the page with a width and a viewBox, where it looks right, and exported as PNG by the same
# text. Way out: write both sides, or neither and use fitTo.
#
# Exit 0: as described. Exit 1: the behaviour has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @resvg/resvg-js@2.6.2 sharp@0.35.5
cat > try.cjs <<'JS'
const { Resvg } = require('@resvg/resvg-js');
const sharp = require('sharp');

const cases = [
  ['width="600" viewBox="0 0 300 150"', '600 x 150', '600 x 300'],
  ['height="300" viewBox="0 0 300 150"', '300 x 300', '600 x 300'],
  ['width="600" viewBox="0 0 1000 1000"', '600 x 1000', '600 x 600'],
  ['width="600" height="300" viewBox="0 0 300 150"', '600 x 300', '600 x 300'],
];
(async () => {
  let changed = false;
  for (const [sides, described, proportional] of cases) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${sides}><rect width="100%" height="100%" fill="#005eb8"/></svg>`;
    const { width, height, pixels } = new Resvg(svg).render();
    const metadata = await sharp(Buffer.from(svg)).metadata();
    const seen = `${width} x ${height}`;
    const other = `${metadata.width} x ${metadata.height}`;
    const empty = pixels.filter((value, n) => n % 4 === 3 && value === 0).length / (width * height);
    console.log(`${sides}: resvg ${seen} (${Math.round(empty * 100)}% empty), librsvg ${other}`);
    if (seen !== described || other !== proportional) changed = true;
  }
  process.exit(changed ? 1 : 0);
})();
JS
node try.cjs
