#!/bin/sh
# recharts 3.11.1 with a bundler (esbuild 0.25.10 here, Vite 8 alike): a chart whose axes are linear and by category brings
# all of d3-scale, with the calendar of d3-time-format that only time scales use. recharts takes the scales by a name
# made at run time from one namespace import (of victory-vendor/d3-scale), so no unused one can be left out.
#
# Input:    import { BarChart, Bar, XAxis, YAxis } from 'recharts', bundled and minified, React left out
# Expected: the scales that such axes use
# Seen:     names of the days ("Wednesday") and scaleTime's code are in the bundle. With three scales put in the place of
#           that module (scaleLinear, scaleBand, scalePoint) the days are gone, and the bundle is at least 20 KB smaller
#           before compression.
#
# Way out: have the bundler resolve victory-vendor/d3-scale to a module that exports the scales in use.
#
# Exit 0: as described. Exit 1: the behaviour has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund recharts@3.11.1 react@19.1.1 react-dom@19.1.1 react-is@19.1.1 esbuild@0.25.10 d3-scale@4.0.2
echo "export { BarChart, Bar, XAxis, YAxis } from 'recharts';" > chart.js
echo "export { scaleBand, scaleLinear, scalePoint } from 'd3-scale';" > scales.js
cat > try.cjs <<'JS'
const { buildSync, build } = require('esbuild');
const path = require('node:path');
const options = { entryPoints: ['chart.js'], bundle: true, minify: true, format: 'esm', write: false, external: ['react', 'react-dom', 'react-is'] };
const three = {
  name: 'three scales',
  setup: ({ onResolve }) => onResolve({ filter: /^victory-vendor\/d3-scale$/ }, () => ({ path: path.resolve('scales.js') })),
};
const textOf = ({ outputFiles: [file] }) => file.text;
(async () => {
  const all = textOf(buildSync(options));
  const few = textOf(await build({ ...options, plugins: [three] }));
  console.log(`as it is: ${all.length} characters, days: ${all.includes('Wednesday')}`);
  console.log(`three scales: ${few.length} characters, days: ${few.includes('Wednesday')}`);
  process.exit(all.includes('Wednesday') && !few.includes('Wednesday') && all.length - few.length > 20000 ? 0 : 1);
})();
JS
node try.cjs
