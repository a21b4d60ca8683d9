import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Council, Places, Trust } from '../../data/geography/places.ts';
import { ROOT } from '../../server/dataset/root.ts';

type Row = Record<string, string>;

/** Below this share of a council's people an area is an edge of the best fit by LSOA, not a place to look. */
const LEAST = 0.005;

/** What each look-up is recognised by: the columns that are read of it. */
const LOOKUPS = {
  ccg16: ['LSOA11CD', 'CCG16CDH', 'LAD16NM'],
  ccg21: ['LSOA11CD', 'CCG21CDH', 'LAD21NM'],
  people: ['LSOA11CD', 'pop2019'],
  icbs: ['SICBL24CDH', 'ICB24CDH'],
  trusts: ['Code', 'Name', 'ICB Code'],
} as const;

type Lookup = keyof typeof LOOKUPS;

/** The rows of the five look-ups among files. Throws an Error that names a file that is none, or what is missing. */
function readLookups(files: readonly string[]): Record<Lookup, Row[]> {
  const found = new Map<string, Row[]>();
  for (const file of files) {
    // The publisher's list of trusts ends its rows with a comma that its header has not.
    const rows: Row[] = parse(readFileSync(file, 'utf8'), {
      bom: true,
      columns: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
    const columns = Object.keys(rows[0] ?? {});
    const name = (Object.keys(LOOKUPS) as Lookup[]).find((each) =>
      LOOKUPS[each].every((column) => columns.includes(column)),
    );
    if (!name) throw new Error(`${file}: none of the look-ups; its columns are ${columns.join(', ')}`);
    found.set(name, rows);
  }
  const missing = (Object.keys(LOOKUPS) as Lookup[]).filter((name) => !found.has(name));
  if (missing.length > 0)
    throw new Error(
      `places: no file with the columns ${missing.map((name) => LOOKUPS[name].join(', ')).join('; nor with ')}`,
    );
  return Object.fromEntries(found) as Record<Lookup, Row[]>;
}

/** The share of each council's people in each area, largest first, from small areas and their people. */
function sharesBy(
  rows: readonly Row[],
  people: ReadonlyMap<string, number>,
  of: (row: Row) => { council: string; area: string | undefined },
): Map<string, [area: string, share: number][]> {
  const counts = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const { council, area } = of(row);
    if (area === undefined || council === '') continue;
    const count = people.get(row.LSOA11CD ?? '') ?? 0;
    const own = counts.get(council) ?? new Map<string, number>();
    own.set(area, (own.get(area) ?? 0) + count);
    counts.set(council, own);
  }
  return new Map(
    [...counts].map(([council, own]) => {
      const all = [...own.values()].reduce((sum, count) => sum + count, 0);
      const shares = [...own].map(([area, count]): [string, number] => [
        area,
        Number((count / all).toFixed(3)),
      ]);
      return [
        council,
        shares.filter(([, share]) => share >= LEAST).sort(([, one], [, other]) => other - one),
      ];
    }),
  );
}

/** Councils and hospital trusts with the areas they lie in, from the publishers' look-ups. */
export function placesFrom(files: readonly string[]): Places {
  const { ccg16, ccg21, people, icbs, trusts } = readLookups(files);
  const count = new Map(people.map((row) => [row.LSOA11CD ?? '', Number(row.pop2019)]));
  const icbOf = new Map(icbs.map((row) => [row.SICBL24CDH ?? '', row.ICB24CDH ?? '']));
  const byCcg = sharesBy(ccg16, count, (row) => ({ council: row.LAD16NM ?? '', area: row.CCG16CDH }));
  const byIcb = sharesBy(ccg21, count, (row) => ({
    council: row.LAD21NM ?? '',
    area: icbOf.get(row.CCG21CDH ?? ''),
  }));
  const names = [...new Set([...byCcg.keys(), ...byIcb.keys()])].sort((one, other) =>
    one.localeCompare(other, 'en-GB'),
  );
  return {
    councils: names.map(
      (name): Council => ({ name, ccgs: byCcg.get(name) ?? [], icbs: byIcb.get(name) ?? [] }),
    ),
    trusts: trusts
      // A trust's code has three characters; longer ones are its sites and walk-in centres.
      .filter((row) => /^R\w\w$/.test(row.Code ?? ''))
      .map((row): Trust => ({ code: row.Code ?? '', name: row.Name ?? '', icb: row['ICB Code'] ?? '' }))
      .sort((one, other) => one.name.localeCompare(other.name, 'en-GB')),
  };
}

/** Writes data/geography/places.json from the look-ups, a place a line. */
export function places(files: readonly string[], log: (line: string) => void) {
  const found = placesFrom(files);
  const lines = (each: readonly object[]) => each.map((one) => JSON.stringify(one)).join(',\n');
  const file = path.join(ROOT, 'data/geography/places.json');
  writeFileSync(file, `{"councils":[\n${lines(found.councils)}\n],"trusts":[\n${lines(found.trusts)}\n]}\n`);
  log(`${found.councils.length} councils and ${found.trusts.length} trusts in ${path.relative(ROOT, file)}`);
}
