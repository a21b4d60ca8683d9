import path from 'node:path';
import type { Changed, LoadReport } from '../../data/contract/loads.ts';
import { asMetricId, METRICS } from '../../data/metrics/index.ts';
import { quoted } from '../../data/text/sql.ts';
import { ROOT } from '../../server/dataset/root.ts';
import { type DuckDBConnection, runFile, setVariable } from '../build/database.ts';
import { fillLoads } from '../build/index.ts';
import { loadTables } from '../build/inputs.ts';
import { writeCsv } from '../ingest/csv.ts';

const LISTED = 20;

const PAGES = `SELECT metric,
  count(*) FILTER (kind = 'added')::INTEGER AS added, count(*) FILTER (kind = 'revised')::INTEGER AS revised,
  count(*) FILTER (kind = 'removed')::INTEGER AS removed, count(*) FILTER (kind = 'marked')::INTEGER AS marked,
  (SELECT max(p.end_month) FROM before.observation o JOIN before.period p ON p.id = o.period
    WHERE o.metric = change.metric AND o.value IS NOT NULL) AS "latestBefore",
  (SELECT max(p.end_month) FROM observation o JOIN period p ON p.id = o.period
    WHERE o.metric = change.metric AND o.value IS NOT NULL) AS latest
FROM change GROUP BY metric ORDER BY metric`;

const PRINTED = `WITH own AS (
  SELECT metric, area, period, grp, kind FROM observation n LEFT JOIN change USING (metric, area, period, grp)
  WHERE n.source IN (SELECT unnest(getvariable('loaded'))) AND n.value IS NOT NULL
)
SELECT count(*) FILTER (kind = 'added')::INTEGER AS added, count(*) FILTER (kind = 'revised')::INTEGER AS revised,
  (SELECT count(*) FROM change WHERE kind = 'removed'
    AND old_status IN ('published', 'provisional', 'inferred-period'))::INTEGER AS removed,
  count(*) FILTER (kind = 'marked')::INTEGER AS marked, count(*) FILTER (kind IS NULL)::INTEGER AS unchanged
FROM own`;

// A change of a value weighs as many people as it moves; without people, as it does.
const LARGEST = `SELECT c.metric, c.area, coalesce(a.name, c.area) AS name, c.period, c.grp, c.kind, old_numerator,
  old_denominator, old_value, numerator, denominator, value
FROM change c
LEFT JOIN (SELECT id, arg_max(name, from_month) AS name FROM area GROUP BY id) a ON a.id = c.area
WHERE kind IN ('revised', 'removed')
ORDER BY abs(coalesce(denominator, 0) - coalesce(old_denominator, 0))
  + abs(coalesce(numerator, 0) - coalesce(old_numerator, 0)) DESC,
  abs(coalesce(value, 0) - old_value) DESC, c.metric, c.period, c.area, c.grp
LIMIT ${LISTED}`;

const labelOf = (metric: string) => METRICS[metric as keyof typeof METRICS]?.label ?? metric;

type Row = Record<string, string | number | null>;

async function rows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson() as Row[];
}

const counted = (numerator: unknown, denominator: unknown, value: unknown) =>
  value === null
    ? null
    : {
        numerator: numerator as number | null,
        denominator: denominator as number | null,
        value: Number(value),
      };

/** How a dataset, built aside and open, differs from the one at `before`; `loaded` are the ids of the files just read. */
export async function compare(
  connection: DuckDBConnection,
  before: string,
  loaded: string[],
): Promise<Pick<LoadReport, 'printed' | 'pages' | 'largest'>> {
  await connection.run(`ATTACH ${quoted(before)} AS before (READ_ONLY)`);
  await setVariable(connection, 'loaded', loaded);
  await runFile(connection, path.join(ROOT, 'scripts/loads/compare.sql'));
  const [printed] = await rows(connection, PRINTED);
  const pages = await rows(connection, PAGES);
  const largest = await rows(connection, LARGEST);
  await connection.run('DETACH before');
  return {
    printed: printed as LoadReport['printed'],
    pages: pages.map((page) => ({
      ...page,
      label: labelOf(String(page.metric)),
    })) as LoadReport['pages'],
    largest: largest.map(
      (row): Changed => ({
        metric: asMetricId(String(row.metric)),
        label: labelOf(String(row.metric)),
        area: String(row.area),
        name: String(row.name),
        period: String(row.period),
        group: String(row.grp),
        before: counted(row.old_numerator, row.old_denominator, row.old_value),
        after: counted(row.numerator, row.denominator, row.value),
      }),
    ),
  };
}

const REVISIONS = `SELECT $load AS load, metric, area, period, grp, old_numerator, old_denominator, old_value, old_status,
  numerator, denominator, value, status
FROM change WHERE kind IN ('revised', 'removed') ORDER BY metric, area, period, grp`;

/**
 * Writes into a load's folder what it did, and which figures it changed, as they were and as they are; and adds both to
 * the dataset in which the load is tried. `compare` must have been asked before.
 */
export async function writeLoad(
  connection: DuckDBConnection,
  folder: string,
  report: LoadReport & { load: string },
) {
  const tables = loadTables([folder]);
  const sum = (of: 'added' | 'revised' | 'removed') =>
    report.pages.reduce((total, page) => total + page[of], 0);
  const line = {
    id: report.load,
    loaded_at: report.at,
    version_before: report.versionBefore,
    version: report.version,
    files: report.files.map(({ file, publication }) => `${file}: ${publication}`).join('\n'),
    added: sum('added'),
    revised: sum('revised'),
    removed: sum('removed'),
  };
  writeCsv(String(tables.loads[0]), Object.keys(line), [line]);
  const found = await connection.runAndReadAll(REVISIONS, { load: report.load });
  writeCsv(String(tables.revisions[0]), found.columnNames(), found.getRowObjectsJson() as Row[]);
  await fillLoads(connection, tables);
}
