#!/bin/sh
# read-excel-file 9.3.17: in a workbook that counts its days from 1904 and says so by the word, date1904="true", every date
# comes out four years and a day early. Only date1904="1" is understood, and both are the same value of XML Schema's boolean.
#
# Input:    a workbook with one cell, formatted as a date, of day 43920 (31 March 2024, counted from 1904), made three
#           times: with date1904 as 1, as true, as false
# Expected: 31 March 2024, the same, 30 March 2020; the library does know of the two ways to count
# Seen:     31 March 2024, 30 March 2020, 30 March 2020. hucre 1.0.0 reads all three as expected.
#
# Excel writes 1; LibreOffice 7 writes the word, so it bites when a workbook of either kind was saved or converted by it:
# months of another year, each of them plausible. Way out: read the attribute of workbookPr yourself and add 1462 days.
#
# Exit 0: as described. Exit 1: the behaviour has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund read-excel-file@9.3.17 hucre@1.0.0 fflate@0.8.3
cat > try.mjs <<'JS'
import { strToU8, zipSync } from 'fflate';
import { readXlsx } from 'hucre';
import readExcelFile from 'read-excel-file/node';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const parcel = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relations = (entries) => {
  const list = entries.map(([type, target], n) => `<Relationship Id="r${n}" Type="${office}/${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${parcel}/relationships">${list.join('')}</Relationships>`;
};
const book = (date1904) => {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${parcel}/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>
      <Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>
      <Override PartName="/xl/sheet.xml" ContentType="${sheetType}.worksheet+xml"/></Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([['worksheet', 'sheet.xml'], ['styles', 'styles.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${date1904}"/>
      <sheets><sheet name="Months" sheetId="1" r:id="r0"/></sheets></workbook>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts>
      <fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>
      <cellStyleXfs count="1"><xf/></cellStyleXfs>
      <cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sheet.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" s="1"><v>43920</v></c></row></sheetData></worksheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
};
const day = (date) => date.toISOString().slice(0, 10);
const seen = {};
for (const value of ['1', 'true', 'false']) {
  const file = book(value);
  const [{ data }] = await readExcelFile(file);
  const { sheets } = await readXlsx(file);
  seen[value] = { 'read-excel-file': day(data[0][0]), hucre: day(sheets[0].rows[0][0]) };
}
console.table(seen);
const both = (value, mine, other) => seen[value]['read-excel-file'] === mine && seen[value].hucre === other;
const asDescribed = both('1', '2024-03-31', '2024-03-31') && both('true', '2020-03-30', '2024-03-31') && both('false', '2020-03-30', '2020-03-30');
process.exit(asDescribed ? 0 : 1);
JS
node try.mjs
