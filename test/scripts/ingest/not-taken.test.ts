import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { workFolder } from './folder.ts';
import { xlsx } from './workbook.ts';

const folder = workFolder();
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));

test.each([
  [
    'old.xls',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
    /old \.xls kind .*; save as \.xlsx/,
  ],
  [
    'binary.xlsb',
    zip('xl/workbook.bin', 'xl/worksheets/sheet1.bin'),
    /Excel binary workbook \(\.xlsb\); save as \.xlsx/,
  ],
  ['binary-named.xlsx', zip('xl/workbook.bin'), /Excel binary workbook \(\.xlsb\); save as \.xlsx/],
  [
    'open.ods',
    zip('mimetype', 'content.xml', 'styles.xml'),
    /OpenDocument spreadsheet \(\.ods\); save as \.xlsx/,
  ],
  ['parcel.xlsx', zip('a.csv', 'b.csv'), /a zip file and no Excel workbook; unpack it/],
  ['text.ods', 'Dear all', /named \.ods but not an Excel workbook/],
  [
    'practices.csv',
    'PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\nA81001,CAN,150,TOTAL,4000\n',
    /a QOF file by practice: practices are not summed to areas here; take .* indicator 276/,
  ],
  [
    'lookup.csv',
    '\ufeffCCG21CD,CCG21CDH,CCG21NM,STP21CD,STP21CDH,STP21NM,CAL21CD,CAL21NM,FID\nE38000068,01F,NHS Halton CCG,E54000008,QYG,Cheshire,E56000005,Cheshire,1\n',
    /a look-up of areas: .* data\/geography; for ICBs that merge take ONS’ look-up of sub-ICBs/,
  ],
  [
    'succ.csv',
    '"RV8","R1K","R","20141001","1"\n"RQM","R1K","R","20141001","1"\n',
    /the ODS list of successions, with no ICB in it that ends after those known here; left 2 rows of other organisations/,
  ],
  [
    'eccg.csv',
    '"00C","NHS DARLINGTON CCG","Y54","Q74","C/O","","","TOWN","","TS23 2LA","20130401","",""\n',
    /a register of organisations \(ODS, without a header\)/,
  ],
  [
    'map.geojson.json',
    '{"type":"FeatureCollection","features":[]}',
    /boundaries \(GeoJSON\), no figures: npm run data -- boundaries/,
  ],
  [
    'windows.json',
    Buffer.concat([Buffer.from('[{"a":"'), Buffer.from([0x93]), Buffer.from('"}]')]),
    /not UTF-8; expected JSON in UTF-8/,
  ],
  [
    'cpes.xlsx',
    xlsx({ Contents: [['National Cancer Patient Experience Survey 2022']] }),
    /a workbook of the Cancer Patient Experience Survey: .*CSV tables of 2018/,
  ],
  [
    'stage.xlsx',
    xlsx({ Notes: [['Stage at diagnosis, 2023']] }),
    /stage at diagnosis: take NDRS’ download .* as CSV/,
  ],
  [
    'ois.xlsx',
    xlsx({ Sheet1: [[null], ['CCG Outcomes Indicator Set: 1.18']] }),
    /CCG Outcomes Indicator Set: read are 1.18 as JSON/,
  ],
  [
    'qof.xlsx',
    xlsx({ Sheet1: [['Quality and Outcomes Framework 2021-22']] }),
    /Quality and Outcomes Framework: take the prevalence table/,
  ],
] as const)('%s is named for what it is, with what would be right', async (name, content, message) => {
  const { read, refused } = await folder.load(folder.put(`given/${name}`, content));
  expect(read).toEqual([]);
  expect(refused).toEqual([expect.stringMatching(message)]);
  expect(refused[0]).toMatch(new RegExp(`^${name}: `));
  // In a folder beside others it is named too, as left or as refused.
  const { said } = await folder.load(folder.at('given'));
  expect(said.filter((line) => message.test(line))).toHaveLength(1);
});
