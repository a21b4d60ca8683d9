#!/bin/sh
# hucre 1.0.0: rows of an .ods sheet that stand inside a group are left out, without a warning. OpenDocument wraps rows in
# table:table-header-rows (set to be printed on every page), table:table-row-group (an outline) and table:table-rows.
#
# Input:    a sheet of a line of headings marked to be printed on every page, an outline group with a region's two areas,
#           and a total (the file is made below; LibreOffice 7.4 writes the first two for these settings)
# Expected: five rows; hucre counts .ods among what it reads, and neither setting says that a row is hidden
# Seen:     one row, the total alone. Rows hidden or filtered are read, so nothing suggests that these would not be.
#
# It bites with published tables in .ods: the first row that arrives is taken for the headings, or areas are missing from
# sums while the total is right. Way out: take these tags out of content.xml before reading (done below), or hold the
# number of rows against the file's own.
#
# Exit 0: as described. Exit 1: the behaviour has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hucre@1.0.0 fflate@0.8.3
cat > try.mjs <<'JS'
import { strToU8, zipSync } from 'fflate';
import { readOds } from 'hucre';

const urn = (of) => `urn:oasis:names:tc:opendocument:xmlns:${of}:1.0`;
const text = (value) => `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const share = (value) => `<table:table-cell office:value-type="percentage" office:value="${value}"><text:p>${value * 100}%</text:p></table:table-cell>`;
const row = (...cells) => `<table:table-row>${cells.join('')}</table:table-row>`;
const content = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="${urn('office')}" xmlns:table="${urn('table')}" xmlns:text="${urn('text')}" office:version="1.2">
<office:body><office:spreadsheet><table:table table:name="Waits"><table:table-column table:number-columns-repeated="2"/>
<table:table-header-rows>${row(text('Area'), text('Within 62 days'))}</table:table-header-rows>
<table:table-row-group>${row(text('North'), share(0.75))}${row(text('South'), share(0.5))}</table:table-row-group>
<table:table-rows>${row(text('Isles'), share(0.25))}</table:table-rows>
${row(text('All'), share(0.625))}
</table:table></office:spreadsheet></office:body></office:document-content>`;
const type = 'application/vnd.oasis.opendocument.spreadsheet';
const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="${urn('manifest')}" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
const rowsOf = async (xml) => {
  const file = zipSync({ mimetype: [strToU8(type), { level: 0 }], 'META-INF/manifest.xml': strToU8(manifest), 'content.xml': strToU8(xml) });
  return (await readOds(file)).sheets[0].rows;
};
const seen = await rowsOf(content);
const unwrapped = await rowsOf(content.replace(/<\/?table:table-(header-rows|row-group|rows)\b[^>]*>/g, ''));
console.log('as it is:          ', JSON.stringify(seen));
console.log('without the groups:', JSON.stringify(unwrapped));
process.exit(JSON.stringify(seen) === '[["All",0.625]]' && unwrapped.length === 5 ? 0 : 1);
JS
node try.mjs
