#!/bin/sh
# typebox 1.4.3: Value.Convert of text to a number or null, by a union of the two. With null named first, the text "0" becomes
# null; with the number first, the empty text becomes 0. No order of the two keeps nought and nothing apart.
#
# Input:    the texts "0", "" and "412" (cells of a table, or values in an address), once for
#           Type.Union([Type.Null(), Type.Number()]) and once for Type.Union([Type.Number(), Type.Null()])
# Expected: 0, null and 412 by either: JSON Schema's anyOf has no order, "0" is how a number is written, and the number 0
#           itself is left as it is by both
# Seen:     null first: null, null, 412. Number first: 0, 0, 412.
#           Both answers pass Value.Check afterwards, so nothing is refused.
#
# It bites where a count may be nought and may be withheld: a 0 is shown as "no figure" or the reverse, depending on a
# schema's order that reads as taste. Way out: turn '' into null yourself, and convert what is left to Type.Number() alone.
#
# Exit 0: as described. Exit 1: the behaviour has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund typebox@1.4.3
cat > try.mjs <<'JS'
import { Type } from 'typebox';
import { Value } from 'typebox/value';

const cells = ['0', '', '412'];
const orders = {
  'null first': Type.Union([Type.Null(), Type.Number()]),
  'number first': Type.Union([Type.Number(), Type.Null()]),
};
const seen = Object.entries(orders).map(([order, schema]) => {
  const values = cells.map((cell) => Value.Convert(schema, cell));
  const kept = Value.Convert(schema, 0) === 0 && Value.Convert(schema, null) === null;
  const passed = values.every((value) => Value.Check(schema, value));
  console.log(`${order}: ${JSON.stringify(values)}; 0 and null kept: ${kept}; passed: ${passed}`);
  return JSON.stringify(values) + kept + passed;
});
process.exit(seen[0] === '[null,null,412]truetrue' && seen[1] === '[0,0,412]truetrue' ? 0 : 1);
JS
node try.mjs
