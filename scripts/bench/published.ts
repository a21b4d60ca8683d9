import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { GROUPS, publishedGroup } from '../../data/metrics/groups.ts';
import { type DuckDBConnection, insertRows, openForBuilding, setVariable } from '../build/database.ts';
import { FIGURES, GEOGRAPHY } from '../build/inputs.ts';
import { TEMPLATE } from '../ingest/tidy.ts';
import { COMBINED_SHEETS } from '../ingest/waiting-times-combined.ts';

/** The month of the workbook, and the financial year of the combined CSV. */
const MONTH = '2024-04';
const YEAR = ['2024-04', '2025-03'] as const;

/** A word of the publisher's for each group. */
const WORDS = Object.entries<{ label: string; published?: readonly string[] }>(GROUPS).map(
  ([id, { label, published }]) => ({ id, word: published?.[0] ?? label }),
);
const wordOf = (grp: string) => WORDS.find(({ id }) => id === grp)?.word ?? '';

const WAITS = `CREATE TEMP TABLE wait AS
WITH printed AS (
  SELECT metric, area, period, grp, numerator::DOUBLE AS within, denominator::DOUBLE AS total
  FROM read_csv(getvariable('waits'), all_varchar = true)
  WHERE file = 'cwt-' || period AND period BETWEEN '${YEAR[0]}' AND '${YEAR[1]}'
)
SELECT w.*, coalesce(c.name, w.area) AS name, n.within AS over104, g.word
FROM printed w
LEFT JOIN printed n ON w.metric = '62-day-combined' AND n.metric = '62-day-over-104'
  AND (n.area, n.period, n.grp) = (w.area, w.period, w.grp)
LEFT JOIN read_csv('${path.join(GEOGRAPHY, 'commissioners.csv')}', all_varchar = true) c ON c.id = w.area
LEFT JOIN word g ON g.id = w.grp
WHERE w.metric IN ('28-day-diagnosis', '31-day-combined', '62-day-combined')`;

/** Works with the bundled figures of the year in the table `wait`, in a database in memory. */
async function withWaits<Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
  const { connection, close } = await openForBuilding();
  try {
    await setVariable(connection, 'waits', path.join(FIGURES, 'waits.csv.gz'));
    await connection.run('CREATE TEMP TABLE word (id TEXT, word TEXT)');
    await insertRows(connection, 'word', WORDS);
    await connection.run(WAITS);
    return await work(connection);
  } finally {
    close();
  }
}

/**
 * Writes the publisher's combined CSV of a year with so many rows: the year's figures by commissioner, and then the same
 * again by provider and told apart by two things, as most of the publisher's rows are.
 */
export const writeCombinedCsv = (file: string, rows: number) =>
  withWaits(async (connection) => {
    await connection.run('SET preserve_insertion_order = true');
    await connection.run("CREATE MACRO people(x) AS regexp_replace(x::VARCHAR, '\\.0$', '')");
    await connection.run(`COPY (
      SELECT strftime((period || '-01')::DATE, '%d/%m/%Y') AS "Period",
        if(turn % 2 = 1, 'Provider', 'Commissioner') AS "Basis",
        if(area = 'england', 'Total', area) AS "Org_Code", if(area = 'england', NULL, area) AS "Parent_Org",
        name AS "Org_Name",
        CASE metric WHEN '28-day-diagnosis' THEN 'FDS' WHEN '31-day-combined' THEN '31D' ELSE '62D' END
          AS "Standard_or_Item",
        CASE WHEN turn > 0 THEN 'Lung' WHEN grp[:6] = 'tumour' OR grp[:9] = 'suspected' THEN word ELSE 'ALL CANCERS' END
          AS "Cancer_Type",
        CASE WHEN turn > 0 THEN 'Screening' WHEN grp[:5] IN ('route', 'stage') THEN word
          WHEN grp[:9] = 'suspected' THEN 'URGENT SUSPECTED CANCER' WHEN metric = '31-day-combined' THEN 'ALL STAGES'
          ELSE 'ALL ROUTES' END AS "Referral_Route_or_Stage",
        if(grp[:9] = 'treatment', word, 'ALL MODALITIES') AS "Treatment_Modality",
        people(total) AS "Total", people(within) AS "Within", people(total - within) AS "After",
        round(within / total, 4) AS "Performance", NULL AS "Within_14_days", NULL AS "In_15_to_28_days",
        people(over104) AS "After_104_days"
      FROM wait, range(${rows} // (SELECT count(*) FROM wait) + 1) copies(turn)
      ORDER BY turn, wait.period, area, metric, grp LIMIT ${rows}
    ) TO '${file}' (HEADER)`);
  });

const BANDS: Record<number, readonly string[]> = {
  28: ['WITHIN 14 DAYS', 'IN 15 TO 28 DAYS', 'IN 29 TO 42 DAYS', 'IN 43 TO 62 DAYS', 'AFTER 62 DAYS'],
  31: ['WITHIN 31 DAYS', 'IN 32 TO 38 DAYS', 'IN 39 TO 48 DAYS', 'IN 49 TO 62 DAYS', 'AFTER 62 DAYS'],
  62: [
    ...['WITHIN 31 DAYS', 'IN 32 TO 38 DAYS', 'IN 39 TO 48 DAYS', 'IN 49 TO 62 DAYS'],
    ...['IN 63 TO 76 DAYS', 'IN 77 TO 90 DAYS', 'IN 91 TO 104 DAYS', 'AFTER 104 DAYS'],
  ],
};

type Printed = { metric: string; area: string; name: string; grp: string } & Record<
  'within' | 'total' | 'over104',
  number
>;
type Sheet = (typeof COMBINED_SHEETS)[number];

/** A row as a sheet prints it; of the bands of days, which are not kept here, only the first and the last two hold people. */
const cellsOf = (row: Printed, words: readonly string[], days: number): CellValue[] => {
  const { area, name, within, total, over104 } = row;
  const bands = (BANDS[days] ?? []).map((_, i, { length }) =>
    i === 0 ? within : i === length - 1 ? over104 : i === length - 2 ? total - within - over104 : 0,
  );
  const england = area === 'england';
  return [
    ...[null, england ? null : area, england ? 'ALL ENGLISH COMMISSIONERS' : name, ...words],
    ...[total, within, total - within, within / total, null, ...bands],
  ];
};

/** The rows of a sheet's part, each with the words that tell its patients apart. */
function partOf({ metric, columns, whole, part, parts }: Sheet, index: number, rows: readonly Printed[]) {
  const ours = rows.filter((row) => row.metric === metric);
  const kind = ([, , by]: readonly string[], row: Printed) => row.grp.startsWith(`${by}:`);
  const route = parts[index]?.value ?? '';
  if (index > 0) {
    const grp = part === null ? null : publishedGroup(part, route);
    return ours.filter((row) => row.grp === grp).map((row) => ({ row, words: [route, 'ALL CANCERS'] }));
  }
  if (whole === 'all')
    return ours
      .filter((row) => row.grp === 'all')
      .map((row) => ({ row, words: columns[1] === null ? ['ALL ROUTES'] : [route, 'ALL CANCERS'] }));
  if (whole !== null)
    return ours
      .filter((row) => kind(['', '', whole], row))
      .map((row) => ({ row, words: [route, wordOf(row.grp)] }));
  const USC = 'URGENT SUSPECTED CANCER';
  return ours.flatMap((row) => {
    const word = wordOf(row.grp);
    if (row.grp.startsWith('suspected:')) return [{ row, words: [USC, word] }];
    return row.grp.startsWith('route:') && word.toUpperCase() !== USC ? [{ row, words: [word, word] }] : [];
  });
}

function sheetOf(sheet: Sheet, rows: readonly Printed[]): CellValue[][] {
  const { title, days, columns } = sheet;
  const header = [
    ...[null, 'ODS CODE (1)', 'INTEGRATED CARE BOARD (ICB)/COMMISSIONING HUB', ...columns.filter(Boolean)],
    ...['TOTAL', `WITHIN ${days} DAYS`, `AFTER ${days} DAYS`],
    ...[`${days === 28 ? 'TOLD' : 'TREATED'} WITHIN ${days} DAYS`, null, ...(BANDS[days] ?? [])],
  ];
  const parts = sheet.parts.length === 0 ? [{ heading: '' }] : sheet.parts;
  return [
    ...[[title], ['Apr-24'], [null]],
    ...parts.flatMap(({ heading }, index) => [
      ...(heading === '' ? [] : [[heading]]),
      header,
      ...partOf(sheet, index, rows).map(({ row, words }) => cellsOf(row, words, days)),
      [null],
    ]),
  ];
}

/** Writes the publisher's workbook of a month by ICB: its front page and its sheets, with the bundled figures, final or not. */
export async function writeWorkbook(file: string, status: 'Final' | 'Provisional' = 'Final') {
  const rows = await withWaits(async (connection) => {
    const found = await connection.runAndReadAll(
      `SELECT metric, area, name, grp, within, total, coalesce(over104, 0) AS over104 FROM wait WHERE period = '${MONTH}'
       ORDER BY area = 'england', area, grp`,
    );
    return found.getRowObjectsJson() as Printed[];
  });
  const front: CellValue[][] = [
    ['Cancer Waiting Times statistics: Commissioner Based'],
    ['April 2024'],
    [`Status: ${status} Official Statistics`],
  ];
  const sheets = COMBINED_SHEETS.map((sheet) => ({ name: sheet.sheet, rows: sheetOf(sheet, rows) }));
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'Frontpage', rows: front }, ...sheets] }));
}

/** Writes a CSV in our tidy shape of so many bytes and a little more: bundled figures, again and again. */
export const writeTidy = (file: string, bytes: number) =>
  withWaits(async (connection) => {
    const found = await connection.runAndReadAll(
      "SELECT metric, area, period, grp, within, total, within / total FROM wait WHERE period = '2024-04'",
    );
    const lines = found.getRows().map((row) => `${row.join(',')},,,published,`);
    const once = `${lines.join('\n')}\n`;
    writeFileSync(file, `${TEMPLATE.split('\n')[0]}\n${once.repeat(Math.ceil(bytes / once.length))}`);
  });
