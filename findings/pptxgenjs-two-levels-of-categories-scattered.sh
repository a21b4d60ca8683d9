#!/bin/sh
# pptxgenjs 4.0.1: a native chart with two levels of categories looks right, but in the workbook behind it, which opens with
# "Edit data", the labels lie on a diagonal, wrong ones among them, and a row has two cells of one address.
#
# Input:    a bar chart of four quarters: labels [['Q1', 'Q2', 'Q1', 'Q2'], ['2023', '', '2024', '']], the form for levels
# Expected: the labels that the chart's own copy has: 2023 | Q1, (blank) | Q2, 2024 | Q1, (blank) | Q2 in columns A and B
# Seen:     the chart's copy is so. In the workbook only the first row is; column A and B are blank from the second on,
#           the labels stand further right by one column with every row, and cell C3 is there twice, as a label and as
#           a value. read-excel-file 9.3.17 refuses that sheet.
#
# It bites when somebody corrects a figure in the board's slides: the chart's labels are said to be in A2:B5, where they are
# not. A look at the slide shows nothing. Way out: one level ("2023 Q1"), or a workbook of your own in place of that one.
#
# Exit 0: as described. Exit 1: the behaviour has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pptxgenjs@4.0.1 read-excel-file@9.3.17 fflate@0.8.3
cat > try.mjs <<'JS'
import { strFromU8, unzipSync } from 'fflate';
import PptxGenJS from 'pptxgenjs';
import readExcelFile from 'read-excel-file/node';

const make = async (labels) => {
  const deck = new PptxGenJS();
  deck.addSlide().addChart(deck.ChartType.bar, [{ name: 'Within 62 days', labels, values: [81, 82, 83, 84] }]);
  const parts = unzipSync(await deck.write({ outputType: 'uint8array' }));
  const part = (pattern) => parts[Object.keys(parts).find((name) => pattern.test(name))];
  const workbook = part(/embeddings\/.*\.xlsx$/);
  const inside = unzipSync(workbook);
  const words = [...strFromU8(inside['xl/sharedStrings.xml']).matchAll(/<si><t[^>]*?(?:\/>|>(.*?)<\/t>)<\/si>/g)].map(([, word = '']) => word);
  const sheet = strFromU8(inside['xl/worksheets/sheet1.xml']);
  const rows = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/g)].slice(1).map(([, row]) =>
    [...row.matchAll(/<c r="(\w+)"( t="s")?><v>(\d*)<\/v>/g)].map(([, at, text, value]) => `${at}=${text ? words[value] : value}`).join(' '));
  const [levels] = /<c:cat>.*?<\/c:cat>/s.exec(strFromU8(part(/charts\/chart\d+\.xml$/)));
  const copy = [...levels.matchAll(/<c:v>(.*?)<\/c:v>/g)].map(([, word]) => word);
  const read = await readExcelFile(Buffer.from(workbook)).then(([{ data }]) => JSON.stringify(data), (error) => error.message);
  return { copy, rows, read };
};
const two = await make([['Q1', 'Q2', 'Q1', 'Q2'], ['2023', '', '2024', '']]);
const one = await make(['2023 Q1', '2023 Q2', '2024 Q1', '2024 Q2']);
console.log('two levels:', two);
console.log('one level: ', one);
const twice = /\bC3=(?!82).* C3=82/.test(two.rows[1]);
const gone = two.rows.slice(1).every((row) => !/\b[AB]\d=/.test(row));
const copied = two.copy.join() === 'Q1,Q2,Q1,Q2,2023,,2024,';
const oneIsRight = one.rows.join() === 'A2=2023 Q1 B2=81,A3=2023 Q2 B3=82,A4=2024 Q1 B4=83,A5=2024 Q2 B5=84';
process.exit(copied && two.rows[0] === 'A2=2023 B2=Q1 C2=81' && gone && twice && !two.read.startsWith('[') && oneIsRight ? 0 : 1);
JS
node try.mjs
