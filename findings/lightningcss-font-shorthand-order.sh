#!/bin/sh
# lightningcss 1.33.0 (the CSS minifier of Vite 8): longhands that the `font` shorthand resets, and that Lightning CSS
# does not parse itself, are written BEFORE the shorthand, whatever their order in the source. The cascade then resets
# them, so the declaration is lost, without a warning.
#
# Input:    html{font:100%/1.5 Arial;font-variant-numeric:tabular-nums}
# Expected: the same order (figures of equal width, as written)
# Seen:     html{font-variant-numeric:tabular-nums;font:100%/1.5 Arial}
#           likewise font-kerning, font-feature-settings and font-size-adjust.
#
# Met where digits of a table did not stand under each other in the built pages, and did in the development server,
# which does not minify. Way out: put the longhand in a rule of its own, on an element under the one with the shorthand.
#
# Exit 0: as described. Exit 1: the behaviour has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund lightningcss@1.33.0
cat > try.cjs <<'JS'
const { transform } = require('lightningcss');
const minify = (css) => transform({ filename: 'a.css', code: Buffer.from(css), minify: true }).code.toString();
let changed = false;
for (const longhand of ['font-variant-numeric:tabular-nums', 'font-kerning:none', 'font-feature-settings:"tnum"', 'font-size-adjust:.5']) {
  const seen = minify(`html{font:100%/1.5 Arial;${longhand}}`);
  console.log(seen);
  if (seen !== `html{${longhand};font:100%/1.5 Arial}`) changed = true;
}
process.exit(changed ? 1 : 0);
JS
node try.cjs
