import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

/** What a folder may import beside itself; the longest folder or file that holds a file rules it. */
const MAY_IMPORT: Record<string, string[]> = {
  data: [],
  scripts: ['data', 'server/stats', 'server/dataset/root.ts'],
  // What is measured is the server itself.
  'scripts/bench': ['scripts', 'server', 'data'],
  'server/main.ts': ['server', 'data'],
  'server/app.ts': ['server', 'data'],
  'server/http': ['server/questions', 'server/dataset', 'data'],
  'server/http/problem.ts': ['data'],
  'server/files': ['server/http', 'server/questions', 'server/dataset', 'server/stats', 'data'],
  'server/questions': ['server/dataset', 'server/stats', 'server/http/problem.ts', 'data'],
  'server/dataset': ['server/http/problem.ts', 'data'],
  'server/stats': [],
  'client/main.tsx': ['client', 'data'],
  'client/server.tsx': ['client', 'data'],
  'client/App.tsx': ['client', 'data'],
  'client/boot.ts': ['client/main.tsx'],
  'client/api.ts': ['data'],
  'client/url.ts': ['data'],
  'client/pages': ['client/charts', 'client/ui', 'client/api.ts', 'client/url.ts', 'data'],
  'client/ui': ['client/charts', 'client/api.ts', 'client/url.ts', 'data'],
  'client/charts': ['client/url.ts', 'data'],
};
/** Folders whose members never import one another, but for what they share. */
const APART: Record<string, string[]> = {
  'server/questions': ['index.ts', 'shared', 'question.ts', 'reply.ts'],
  'client/pages': [],
};
/** Files that may open the database; the one in scripts/ is the one that writes it. */
const OPEN_DATABASE = ['server/dataset/database.ts', 'server/dataset/copy.ts', 'scripts/build/database.ts'];
/** The files that server/ and client/ hold themselves. */
const TOP = ['main.ts', 'app.ts', 'main.tsx', 'App.tsx', 'api.ts', 'url.ts', 'boot.ts', 'server.tsx'];
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

/** The place that rules a file: the longest of those named that holds it. */
const ruleOf = (file: string) =>
  Object.keys(MAY_IMPORT)
    .filter((one) => within(file, one))
    .sort((a, b) => b.length - a.length)[0];

/** What is wrong with an import, with what would be right; null where nothing is. */
function wrong({ file, target }: Import): string | null {
  const rule = ruleOf(file);
  if (rule === undefined) return `${file} lies in no folder that the design knows`;
  const may = [rule, ...(MAY_IMPORT[rule] ?? [])];
  if (!may.some((place) => within(target, place)))
    return `${file} imports ${target}; from ${rule} only ${may.join(', ')}`;
  for (const [folder, shared] of Object.entries(APART)) {
    if (!within(file, folder) || !within(target, folder)) continue;
    const [one = '', other = ''] = [file, target].map((each) => each.slice(folder.length + 1).split('/')[0]);
    if (one !== other && one !== 'index.ts' && !shared.includes(other))
      return `${file} imports ${target}: members of ${folder} ask one another only through ${shared.join(', ') || 'nothing'}`;
  }
  return null;
}

describe('who imports whom', () => {
  test('the walk finds imports', () => {
    expect(imports.map(say)).toContain('data/metrics/index.ts imports data/metrics/waits.ts');
  });

  test('each folder looks only where it may', () => {
    expect(ours.flatMap((one) => wrong(one) ?? [])).toEqual([]);
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
  test('nothing lies loose', () => {
    const loose = shipped.filter(
      (file) => /^(server|client)\/[^/]+$/.test(file) && !TOP.includes(file.slice(file.indexOf('/') + 1)),
    );
    expect(loose, 'each belongs in a folder of the design; at the top only what TOP names').toEqual([]);
  });

  test('what every page loads starts no formatter or comparison of a language: it holds up a slow phone', () => {
    // A page of its own, with one date in words.
    const own = 'client/pages/accessibility/Accessibility.tsx';
    const starting = shipped.filter(
      (file) =>
        /^(client|data)\//.test(file) &&
        file !== own &&
        /\bIntl\.|\.toLocale|\.localeCompare\(/.test(text(file)),
    );
    expect(starting).toEqual([]);
  });

  test('none that is shipped reads outside the project', () => {
    const outside = shipped.filter((file) =>
      /['"`/]\.\.\/shared\/(data|seed|hooks)|(?<![.\w])\/work\//.test(text(file)),
    );
    expect(outside).toEqual([]);
    expect(imports.filter(({ target }) => target.startsWith('..')).map(say)).toEqual([]);
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
