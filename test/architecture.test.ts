import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

/** What a folder may import; the longest folder that holds a file rules it. */
const MAY_IMPORT: Record<string, string[]> = {
  data: ['data'],
  scripts: ['scripts', 'data', 'server/stats', 'server/db.ts', 'server/root.ts'],
  // What is measured is the server itself.
  'scripts/bench': ['scripts', 'server', 'data'],
  server: ['server', 'data'],
  'server/stats': ['server/stats', 'data'],
  client: ['client', 'data'],
  'client/charts': ['client/charts', 'data'],
};
/** Files that may open the database; the one in scripts/ is the one that writes it. */
const OPEN_DATABASE = ['server/db.ts', 'server/copy.ts', 'scripts/database.ts'];
const SHIPPED = ['data', 'scripts', 'server', 'client'];
const SOURCE = /\.(ts|tsx|mjs|sql|css)$/;
const BUILT = /^(client\/dist|data\/(build|local))\//;

const walk = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => SOURCE.test(file) && !BUILT.test(file));

const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

type Import = { file: string; target: string; typeOnly: boolean };

const STATEMENT = /^\s*(import|export)\s+(type\s)?(?:[\w*{][^;'"]*?\sfrom\s*)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;

/** What a file imports: a path from the root for a relative import, else the package's name. */
function importsOf(file: string): Import[] {
  const code = text(file);
  const found = [
    ...[...code.matchAll(STATEMENT)].map(([, , type, name = '']) => ({ name, typeOnly: type !== undefined })),
    ...[...code.matchAll(DYNAMIC)].map(([, name = '']) => ({ name, typeOnly: false })),
  ];
  return found.map(({ name, typeOnly }) => {
    const target = name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
    return { file, target, typeOnly };
  });
}

const within = (file: string, place: string) => file === place || file.startsWith(`${place}/`);

const say = ({ file, target }: Import) => `${file} imports ${target}`;

const shipped = SHIPPED.flatMap(walk);
const imports = shipped.filter((file) => /\.(ts|tsx|mjs)$/.test(file)).flatMap(importsOf);
const ours = imports.filter(({ target }) => SHIPPED.some((folder) => within(target, folder)));
const foreign = imports.filter((one) => !ours.includes(one) && !one.target.startsWith('.'));

function allowed({ file, target }: Import): boolean {
  const [folder] = Object.keys(MAY_IMPORT)
    .filter((one) => within(file, one))
    .sort((a, b) => b.length - a.length);
  return (MAY_IMPORT[folder ?? ''] ?? []).some((place) => within(target, place));
}

describe('who imports whom', () => {
  test('the walk finds imports', () => {
    expect(imports.map(say)).toContain('data/metrics.ts imports data/metrics/waits.ts');
  });

  test('each folder looks only where it may', () => {
    expect(ours.filter((one) => !allowed(one)).map(say)).toEqual([]);
  });

  test('the client takes only types from the contract', () => {
    const values = ours.filter(
      ({ file, target, typeOnly }) =>
        within(file, 'client') && /^data\/contract(\.ts|\/)/.test(target) && !typeOnly,
    );
    expect(values.map(say)).toEqual([]);
  });

  test('only the database’s own files know DuckDB', () => {
    const others = foreign.filter(
      ({ file, target }) => target.startsWith('@duckdb/') && !OPEN_DATABASE.includes(file),
    );
    expect(others.map(say)).toEqual([]);
  });

  test('data imports nothing but typebox; statistics and charts do no I/O', () => {
    const others = foreign.filter(
      ({ file, target }) =>
        (within(file, 'data') && target !== 'typebox') ||
        (/^(server\/stats|client\/charts)\//.test(file) && target.startsWith('node:')),
    );
    expect(others.map(say)).toEqual([]);
  });

  test('scripts that run before packages are there use Node alone', () => {
    const others = foreign.filter(({ file, target }) => file.endsWith('.mjs') && !target.startsWith('node:'));
    expect(others.map(say)).toEqual([]);
  });
});

describe('files', () => {
  test('none is longer than 200 lines', () => {
    const lines = (file: string) => text(file).split('\n').length - 1;
    expect([...shipped, ...walk('test')].filter((file) => lines(file) > 200)).toEqual([]);
  });

  test('none that is shipped reads outside the project', () => {
    const outside = shipped.filter((file) =>
      /\.\.\/shared\/|['"]\.\.\/shared['"]|(?<![.\w])\/work\//.test(text(file)),
    );
    expect(outside).toEqual([]);
  });
});

describe('packages', () => {
  const manifest = JSON.parse(text('package.json'));
  const declared: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies };

  test('each has an exact version', () => {
    expect(
      Object.entries(declared).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    ).toEqual([]);
  });

  test('each that is imported is declared, for run time where it runs', () => {
    const name = (target: string) =>
      target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/');
    const undeclared = foreign.filter(
      ({ file, target, typeOnly }) =>
        !target.startsWith('node:') &&
        !(name(target) in (within(file, 'scripts') || typeOnly ? declared : manifest.dependencies)),
    );
    expect(undeclared.filter(({ typeOnly }) => !typeOnly).map(say)).toEqual([]);
  });

  test('the lock file names no machine', () => {
    expect(text('package-lock.json')).not.toMatch(/"resolved"|registry/);
  });
});
