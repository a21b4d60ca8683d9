import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../scripts/ingest/csv.ts';
import { SHARED, shared } from '../../shared.ts';

const table = (name: string) =>
  readCsv(path.resolve(import.meta.dirname, `../../../data/geography/${name}.csv`));
const lookup = (name: string): Record<string, string>[] =>
  parse(readFileSync(path.join(SHARED, 'data/lookups', name), 'utf8'), { columns: true, bom: true });
const MONTHS = 'JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER'.split(
  ' ',
);

/** The commissioner codes (column B under CCG CODE) of every sheet of a workbook. */
function codesOf(file: string): Set<string> {
  const parts = unzipSync(readFileSync(file), {
    filter: ({ name }) => /sharedStrings|worksheets\/sheet/.test(name),
  });
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const strings = text('xl/sharedStrings.xml').split('<si>').slice(1);
  const shown = strings.map((one) =>
    [...one.matchAll(/<t(?: [^>]*)?>([^<]*)/g)].map((hit) => hit[1]).join(''),
  );
  const codes = new Set<string>();
  for (const name of Object.keys(parts).filter((one) => one.includes('worksheets/'))) {
    let below = false;
    for (const [, attributes, value] of text(name).matchAll(/<c r="B\d+"([^>]*)><v>([^<]*)/g)) {
      const code = attributes?.includes('t="s"') ? shown[Number(value)]?.trim() : value?.trim();
      if (below && code) codes.add(code);
      if (code === 'CCG CODE') below = true;
    }
  }
  return codes;
}

describe.skipIf(!shared)('tables against their sources', () => {
  it('carry the names, codes, population, deprivation and STP of each CCG', () => {
    const source = lookup('ccg16_master.csv').map((row) => ({
      id: row.CCG16CDH,
      ons_code: row.CCG16CD,
      name: row.CCG16NM,
      population: Number(row.pop_mid2015),
      imd_score: Number(row.imd2015_avg_score),
      imd_rank: Number(row.imd2015_rank_avg_score),
      longitude: Number(row.lon),
      latitude: Number(row.lat),
      stp: row.STP16NM,
    }));
    const ours = table('ccgs').map(({ name_printed: _, ...row }) => ({
      ...row,
      population: Number(row.population),
      imd_score: Number(row.imd_score),
      imd_rank: Number(row.imd_rank),
      longitude: Number(row.longitude),
      latitude: Number(row.latitude),
    }));
    expect(ours).toEqual(source);
    const stpCode = new Map(lookup('ccg16_master.csv').map((row) => [row.STP16NM, row.STP16CD]));
    for (const row of table('stps')) expect(row.ons_code).toBe(stpCode.get(row.name));
  });

  it('carry the similar ten in their order', () => {
    const source = lookup('ccg16_similar10.csv').flatMap((row) =>
      Array.from(
        { length: 10 },
        (_, index) => `${row.CCG16CDH} ${index + 1} ${row[`similar_ccg_${index + 1}`]}`,
      ),
    );
    expect(table('similar').map((row) => `${row.ccg} ${row.position} ${row.similar}`)).toEqual(source);
  });

  it('end CCGs at the names and ONS codes of April 2021', () => {
    const source = new Map(lookup('ccg21_stp21_alliance21.csv').map((row) => [row.CCG21CDH, row]));
    // The last CCGs were abolished in July 2022; the figures go over to their ICBs in April.
    const open = table('commissioners').filter((row) => row.kind === 'ccg' && row.until === '2022-03');
    expect(open.map((row) => row.id).sort()).toEqual([...source.keys()].sort());
    for (const row of open.filter((one) => one.from)) {
      expect([row.name, row.ons_code]).toEqual([source.get(row.id)?.CCG21NM, source.get(row.id)?.CCG21CD]);
    }
  });

  it('know every code of the 71 workbooks in its month, and every valid CCG appears in each', () => {
    const commissioners = table('commissioners');
    const folder = path.join(SHARED, 'data/raw/cwt_commissioner');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => name.endsWith('.xlsx')).map((name) => path.join(folder, name));
    expect(files).toHaveLength(71);
    const seen = new Set<string>();
    for (const file of files) {
      const [, name = '', year] = /^([A-Z]+)-(\d{4})/i.exec(path.basename(file)) ?? [];
      const month = `${year}-${String(MONTHS.indexOf(name.toUpperCase()) + 1).padStart(2, '0')}`;
      const valid = commissioners.filter(
        (row) => (row.from ?? '') <= month && (!row.until || month <= row.until),
      );
      const codes = codesOf(file);
      const known = new Set(valid.map((row) => row.id ?? ''));
      expect(
        [...codes].filter((code) => !known.has(code)),
        month,
      ).toEqual([]);
      const ccgs = valid.filter((row) => row.kind === 'ccg').map((row) => row.id ?? '');
      expect(
        ccgs.filter((code) => !codes.has(code)),
        month,
      ).toEqual([]);
      for (const code of codes) seen.add(code);
    }
    const later = ({ kind, from }: Record<string, string>) =>
      kind === 'icb' || (kind === 'hub' && from === '2022-04');
    expect(new Set(commissioners.filter((row) => !later(row)).map((row) => row.id))).toEqual(seen);
  }, 120_000);
});
