#!/bin/sh
# @duckdb/node-api 1.5.5-r.5: a list given as a parameter has the type of its first item. With null in front the whole list
# arrives as nulls, without an error; with a whole number in front a later fraction is an error.
#
# Input:    listValue([null, 84.7, 85.4]) and the same items in other orders, for $1 in "select $1"; and in
#           "select list_avg($1)"
# Expected: a list of doubles in every order, with null where it was given, as select [null, 84.7, 85.4] gives; an average
#           of 85.05
# Seen:     [null, 84.7, 85.4]  ->  three nulls, and an average of null
#           [84.7, null, 85.4]  ->  as given
#           [84, null, 85.4]    ->  "number is not an integer"
#
# It bites where an area's months go to a query and the first may be withheld: the area has no figures at all, and whether
# a query fails depends on whether the first percentage happens to be a round one. Way out: say the type, as third
# argument of run: [LIST(DOUBLE)].
#
# Exit 0: as described. Exit 1: the behaviour has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.5-r.5
cat > try.mjs <<'JS'
import { DOUBLE, DuckDBInstance, LIST, listValue } from '@duckdb/node-api';

const connection = await (await DuckDBInstance.create(':memory:')).connect();
const ask = async (sql, items, types) => {
  try {
    const reader = await connection.runAndReadAll(sql, items && [listValue(items)], types);
    return JSON.stringify(reader.getRowsJson()[0][0]);
  } catch (error) {
    return error.message;
  }
};
const first = [null, 84.7, 85.4];
const seen = {
  literal: await ask('select [null, 84.7, 85.4]::double[]'),
  'null first': await ask('select $1', first),
  'its average': await ask('select list_avg($1)', first),
  'fraction first': await ask('select $1', [84.7, null, 85.4]),
  'whole number first': await ask('select $1', [84, null, 85.4]),
  'null first, typed': await ask('select $1', first, [LIST(DOUBLE)]),
  'whole number first, typed': await ask('select $1', [84, null, 85.4], [LIST(DOUBLE)]),
};
console.log(seen);
connection.closeSync();
const described = ['[null,84.7,85.4]', '[null,null,null]', 'null', '[84.7,null,85.4]', 'number is not an integer', '[null,84.7,85.4]', '[84,null,85.4]'];
process.exit(JSON.stringify(Object.values(seen)) === JSON.stringify(described) ? 0 : 1);
JS
node try.mjs
