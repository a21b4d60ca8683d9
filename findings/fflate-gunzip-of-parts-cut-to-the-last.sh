#!/bin/sh
# fflate 0.8.3: of a .gz file in several members, gunzipSync gives the first alone, and that cut to the length of the LAST;
# no error. Where the last member is empty, as bgzip ends every file, the answer is empty.
#
# Input:    a table of three lines compressed as one member; in two (the headings, then the rows); in two, the rows longer
#           or shorter than what stands before; in one with an empty member behind it
# Expected: the table in every case. RFC 1952 calls a gzip file a series of members, zcat and node:zlib join them, and so does
#           fflate's own stream (Gunzip).
# Seen:     the table from one member only. Else as much of the first member as the last one is long, for that length is
#           read from the last four bytes of the file. Gunzip and node:zlib give the table each time.
#
# It bites with tables put together by cat a.csv.gz b.csv.gz, logs appended to, and files of bgzip; the small ones in one's
# tests have one member. Way out: fflate's Gunzip, or node:zlib.
#
# Exit 0: as described. Exit 1: the behaviour has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fflate@0.8.3
cat > try.mjs <<'JS'
import { gunzipSync as nodeGunzip, gzipSync } from 'node:zlib';
import { Gunzip, gunzipSync, strFromU8 } from 'fflate';

const heading = 'area,within,total\n';
const north = 'North,412,530\n';
const south = 'South,77,98\n';
const table = heading + north + south;
const cases = {
  'one member': [[table], table],
  'headings, then two rows': [[heading, north + south], heading],
  'two lines, then one': [[heading + north, south], (heading + north).slice(0, south.length)],
  'an empty member last': [[table, ''], ''],
};
const streamed = (file) => {
  let text = '';
  new Gunzip((chunk) => { text += strFromU8(chunk); }).push(file, true);
  return text;
};
let changed = false;
for (const [name, [members, expected]] of Object.entries(cases)) {
  const file = Buffer.concat(members.map((member) => gzipSync(member)));
  const seen = strFromU8(gunzipSync(file));
  console.log(`${name}: ${JSON.stringify(seen)}`);
  if (seen !== expected || streamed(file) !== table || nodeGunzip(file).toString() !== table) changed = true;
}
process.exit(changed ? 1 : 0);
JS
node try.mjs
