import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Period, parsePeriod, periodShort } from '../../data/periods.ts';
import { type Areas, readAreas } from './areas.ts';
import { type Content, openContent } from './content.ts';
import { FINGERTIPS_NAMES, fingertipsRows, isFingertips } from './fingertips.ts';
import { refuse, report } from './index.ts';
import { printed } from './numbers.ts';
import { type Problem, Problems, Refusal, refusal } from './problem.ts';
import { FIGURE_COLUMNS, type Left, type OwnFigure, type Reading } from './reading.ts';
import { type ManifestLine, merge, openStore, type Store, writeStore } from './store.ts';
import { looksLike, tableRows } from './table.ts';
import { tidyFigures } from './tidy.ts';

const OWN = 'Loaded by the user';

/** Columns a tidy file may have, which are filled anew: the manifest id, nothing, and the file's own row. */
const FILLED: readonly string[] = ['file', 'sheet', 'row'];
const COLUMNS: string[] = FIGURE_COLUMNS.filter((column) => !FILLED.includes(column));

export type ImportOptions = { log: (line: string) => void; out: string; geography: string; metric?: string };

/**
 * Loads a CSV in our tidy shape, or as Fingertips gives it, into the tables of `out`, where its figures replace those
 * of the same metric, area, period and group, and all of an earlier load of a file of this name. Nothing is written
 * when any row breaks a rule; the problems are returned, and said to `log`.
 */
export async function importFile(
  file: string,
  { log, out, geography, metric }: ImportOptions,
): Promise<{ read: ManifestLine[]; refused: Problem[] }> {
  try {
    const name = path.basename(file);
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    const id = `import-${sha256.slice(0, 8)}`;
    const reading = read(name, await openContent(file), { id, metric, areas: readAreas(geography) });
    const { figures } = reading;
    const manifest = { ...reading.source, file: name, sha256, rows: figures.length };
    const { store, replaced } = without(openStore(out), manifest, figures);
    writeStore(out, merge(store, { waits: [], figures, manifest: [manifest] }));
    report({ manifest, reading }, log);
    if (replaced > 0) log(`  in place of ${printed(replaced)} figures of earlier loads`);
    return { read: [manifest], refused: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refuse(error.problems, log);
    return { read: [], refused: error.problems };
  }
}

function read(
  name: string,
  content: Content,
  { id, metric, areas }: { id: string; metric?: string; areas: Areas },
): Omit<Reading, 'figures'> & { figures: OwnFigure[] } {
  const problems = new Problems(name);
  const { rows, left, names } = shaped(name, content, metric, areas, problems);
  const figures = tidyFigures(rows, { areas, id, names }, problems);
  problems.settle();
  if (figures.length === 0)
    throw refusal(
      name,
      `no row to take; left ${left.map(({ count, what, why }) => `${count} ${what}: ${why}`).join('; ')}`,
    );
  return {
    source: {
      id,
      publisher: OWN,
      publication: name,
      period: span(figures),
      licence: "As the file's publisher states",
    },
    waits: [],
    figures,
    tally: tally(figures),
    left,
  };
}

function shaped(
  name: string,
  content: Content,
  metric: string | undefined,
  areas: Areas,
  problems: Problems,
) {
  if (isFingertips(content))
    return { ...fingertipsRows(content, metric, areas, problems), names: FINGERTIPS_NAMES };
  if (content.kind !== 'table' || !looksLike(content, COLUMNS))
    throw refusal(
      name,
      `neither tidy nor Fingertips' CSV; expected the columns ${COLUMNS.join(',')}, or Indicator ID,Indicator Name,…`,
    );
  if (metric) throw refusal(name, '--metric is for a Fingertips file; this one has its own metric column');
  const filled = FILLED.filter((column) => content.columns.includes(column));
  return { rows: tableRows(content, [...COLUMNS, ...filled], problems), left: [] as Left[], names: {} };
}

/** First and last period: `2013/14 to 2015/16`. */
function span(figures: OwnFigure[]): string {
  const periods = figures.map(({ period }) => parsePeriod(period) as Period);
  periods.sort((a, b) => (a.start + a.end < b.start + b.end ? -1 : 1));
  const ends = [periods[0], periods.at(-1)].map((period) => periodShort(period as Period));
  return [...new Set(ends)].join(' to ');
}

function tally(figures: OwnFigure[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { metric, status } of figures) {
    const what = `rows of ${metric}, ${status}`;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

/** The store without what a load takes the place of, its manifest's `rows` lessened by as many. */
function without(store: Store, { file, id }: ManifestLine, figures: OwnFigure[]) {
  type Keyed = { metric?: unknown; area?: unknown; period?: unknown; grp?: unknown };
  const key = ({ metric, area, period, grp }: Keyed) => [metric, area, period, grp || 'all'].join(' ');
  const keys = new Set(figures.map(key));
  const earlier = store.manifest.filter((line) => line.publisher === OWN && line.file === file);
  const ids = new Set<unknown>([id, ...earlier.map((line) => line.id)]);
  const gone = store.other.filter((row) => ids.has(row.file) || keys.has(key(row)));
  const lost = new Set(gone);
  const manifest = store.manifest.flatMap((line) => {
    const rows = Number(line.rows) - gone.filter((row) => row.file === line.id).length;
    return rows > 0 ? [{ ...line, rows }] : [];
  });
  return {
    store: { ...store, other: store.other.filter((row) => !lost.has(row)), manifest },
    replaced: gone.length,
  };
}
