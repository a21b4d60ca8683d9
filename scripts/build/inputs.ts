import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../server/dataset/root.ts';

/** The folder of a user's own loads, beside the bundled figures and never in git. */
export const localFolder = () => path.resolve(ROOT, process.env.DATA_DIR ?? 'data/local');

/** The database that is built and served unless another is named. */
export const defaultDatabase = () => path.resolve(ROOT, process.env.DATABASE ?? 'data/build/cancer.duckdb');

const existing = (files: string[]) => files.filter((file) => existsSync(file));

/** The figures to build from: the bundled ones first, then a user's own, which replace them where both have one. */
export function figureFiles(bundled = path.join(ROOT, 'data/figures'), local = localFolder()) {
  const both = (name: string) => existing([path.join(bundled, name), path.join(local, name)]);
  return {
    waits: both('waits.csv.gz'),
    others: both('other.csv'),
    expected: both('expected.csv'),
    manifests: both('manifest.csv'),
  };
}

const filesBelow = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => path.join(folder, name));

/** The code and tables, besides the figures, that a dataset's numbers follow from. */
function derivation(geography: string): string[] {
  return [
    ...filesBelow(geography, /\.csv$/),
    ...filesBelow(path.join(ROOT, 'scripts/build'), /\.sql$/),
    ...filesBelow(path.join(ROOT, 'data/metrics'), /\.ts$/),
    ...['scripts/build/index.ts', 'scripts/build/database.ts', 'data/periods.ts'].map((file) =>
      path.join(ROOT, file),
    ),
  ];
}

/** The dataset's version: twelve hexadecimal digits of a hash of its inputs and of the code that derives from them. */
export function datasetVersion(figures: ReturnType<typeof figureFiles>, geography: string): string {
  const hash = createHash('sha256');
  const inputs = [
    ...figures.waits,
    ...figures.others,
    ...figures.expected,
    ...figures.manifests,
    ...derivation(geography),
  ];
  const named = inputs.map((file) => [path.relative(ROOT, file), file] as const);
  for (const [name, file] of named.sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path.basename(name)}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
  }
  return hash.digest('hex').slice(0, 12);
}
