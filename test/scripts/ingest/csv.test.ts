import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../scripts/ingest/csv.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content?: string | Buffer) => {
  const full = path.join(folder, name);
  if (content !== undefined) writeFileSync(full, content);
  return full;
};

describe('writeCsv', () => {
  const rows = [
    { id: '02N', name: 'NHS Airedale, Wharfedale and Craven CCG', value: 0.5 },
    { id: 'x', name: 'a "quoted" word', value: null },
    { id: 'y', name: 'two\nlines', value: 0 },
    { id: 'z', name: ' kept ' },
  ];

  it('quotes what needs it, ends lines with LF, leaves null and absent empty', () => {
    const out = file('plain.csv');
    writeCsv(out, ['id', 'name', 'value'], rows);
    expect(readFileSync(out, 'utf8')).toBe(
      'id,name,value\n02N,"NHS Airedale, Wharfedale and Craven CCG",0.5\nx,"a ""quoted"" word",\ny,"two\nlines",0\nz, kept ,\n',
    );
  });

  it('reads back what it wrote, plain and zipped', () => {
    for (const name of ['back.csv', 'back.csv.gz']) {
      writeCsv(file(name), ['id', 'name', 'value'], rows);
      expect(readCsv(file(name))).toEqual([
        { id: '02N', name: 'NHS Airedale, Wharfedale and Craven CCG', value: '0.5' },
        { id: 'x', name: 'a "quoted" word', value: '' },
        { id: 'y', name: 'two\nlines', value: '0' },
        { id: 'z', name: ' kept ', value: '' },
      ]);
    }
  });

  it('zips without a time stamp', () => {
    writeCsv(file('a.csv.gz'), ['id'], [{ id: 1 }]);
    const bytes = readFileSync(file('a.csv.gz'));
    expect([...bytes.subarray(4, 8), bytes[9]]).toEqual([0, 0, 0, 0, 255]);
    expect(gunzipSync(bytes).toString()).toBe('id\n1\n');
  });

  it('refuses an unknown field and a number that is not finite, and names the line', () => {
    expect(() => writeCsv(file('bad.csv'), ['id'], [{ id: 1 }, { ID: 2 }])).toThrow(
      /bad\.csv, line 3: unknown field ID; the columns are id/,
    );
    expect(() => writeCsv(file('bad.csv'), ['id'], [{ id: Number.NaN }])).toThrow(
      /bad\.csv, line 2: id is NaN/,
    );
  });
});

describe('readCsv', () => {
  it('drops a byte order mark and takes CRLF', () => {
    expect(readCsv(file('bom.csv', '\ufeffid,name\r\n1,a\r\n'))).toEqual([{ id: '1', name: 'a' }]);
  });

  it('names the file and the line of what it cannot read', () => {
    expect(() => readCsv(file('short.csv', 'a,b\n1,2\n3\n'))).toThrow(/short\.csv, line 3: /);
    expect(() => readCsv(file('quote.csv', 'a,b\n1,"2\n'))).toThrow(/quote\.csv, line \d: /);
    expect(() => readCsv(file('twice.csv', 'a,a\n1,2\n'))).toThrow(/twice\.csv.*repeats the column a/);
    expect(() => readCsv(file('latin.csv', Buffer.from([0x61, 0x0a, 0xe9, 0x0a])))).toThrow(/latin\.csv/);
    expect(() => readCsv(file('absent.csv'))).toThrow(/absent\.csv/);
    expect(() => readCsv(file('cut.csv.gz', gzipSync('a\n1\n').subarray(0, 15)))).toThrow(/cut\.csv\.gz/);
  });

  it('refuses an empty file, which has no header', () => {
    expect(() => readCsv(file('empty.csv', ''))).toThrow(/empty\.csv: the file is empty/);
  });
});
