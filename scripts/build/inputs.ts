import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../server/dataset/root.ts';

/** The folder of a user's own loads, beside the bundled figures and never in git. */
export const localFolder = () => path.resolve(ROOT, process.env.DATA_DIR ?? 'data/local');

/** The database that is built and served unless another is named. */
export const defaultDatabase = () => path.resolve(ROOT, process.env.DATABASE ?? 'data/build/cancer.duckdb');

const existing = (files: string[]) => files.filter((file) => existsSync(file));

/** The folders of a user's loads below `local`, in the order in which they were made. */
export function loadFolders(local: string): string[] {
  const folder = path.join(local, 'loads');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => LOAD.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

/** The file of a load in which it declares own metrics. */
export const OWN_METRICS = 'metrics.json';

/** And the one in which it declares own areas. */
export const OWN_AREAS = 'areas.json';

/** And the one in which it declares successions. */
export const SUCCESSIONS = 'successions.json';

const LOAD = /^load-\d{4}$/;

/** The bundled figures, and the facts of the areas. */
export const FIGURES = path.join(ROOT, 'data/figures');
export const GEOGRAPHY = path.join(ROOT, 'data/geography');

/** The tables to build from, each in the order in which they were loaded; `loads` are a user's own loads. */
export type FigureFiles = {
  waits: string[];
  others: string[];
  expected: string[];
  manifests: string[];
  /** The own metrics that each load declares. */
  metrics?: string[];
  /** The own areas that each load declares. */
  areas?: string[];
  /** The successions that each load declares. */
  successions?: string[];
  loads?: { loads: string[]; revisions: string[] };
};

/**
 * The figures to build from: the bundled ones, a user's loads but the one `without`, and a folder `more`, of a load that
 * is being tried.
 */
export function figureFiles(
  bundled = FIGURES,
  local = localFolder(),
  { more, without }: { more?: string; without?: string } = {},
): FigureFiles {
  const own = loadFolders(local).filter((folder) => path.basename(folder) !== without);
  const folders = [bundled, ...own, ...(more === undefined ? [] : [more])];
  const both = (name: string) => existing(folders.map((folder) => path.join(folder, name)));
  return {
    waits: both('waits.csv.gz'),
    others: both('other.csv'),
    expected: both('expected.csv'),
    manifests: both('manifest.csv'),
    metrics: both(OWN_METRICS),
    areas: both(OWN_AREAS),
    successions: both(SUCCESSIONS),
    loads: loadTables(own),
  };
}

/** The tables in which some loads say what they did. */
export const loadTables = (folders: readonly string[]) => ({
  loads: folders.map((folder) => path.join(folder, 'load.csv')),
  revisions: folders.map((folder) => path.join(folder, 'revisions.csv.gz')),
});

const filesBelow = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => path.join(folder, name));

/** The code and tables, besides the figures, that a dataset's numbers follow from. */
function derivation(geography: string): string[] {
  return [
    ...filesBelow(geography, /\.csv$/),
    ...filesBelow(path.join(ROOT, 'scripts/build'), /\.sql$/),
    ...filesBelow(path.join(ROOT, 'data/metrics'), /\.ts$/),
    ...filesBelow(path.join(ROOT, 'scripts/geography'), /\.ts$/),
    ...['scripts/build/index.ts', 'scripts/build/database.ts', 'data/periods.ts'].map((file) =>
      path.join(ROOT, file),
    ),
  ];
}

/** The dataset's version: twelve hexadecimal digits of a hash of its inputs and of the code that derives from them. */
export function datasetVersion(figures: FigureFiles, geography: string): string {
  const hash = createHash('sha256');
  const inputs = [
    ...figures.waits,
    ...figures.others,
    ...figures.expected,
    ...figures.manifests,
    ...(figures.metrics ?? []),
    ...(figures.areas ?? []),
    ...(figures.successions ?? []),
    ...derivation(geography),
  ];
  // In the order in which they are used, which decides which figure stands.
  for (const file of inputs) {
    hash.update(`${path.basename(file)}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
  }
  return hash.digest('hex').slice(0, 12);
}
