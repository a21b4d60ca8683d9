import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const READ = /\.(tsx?|mjs|sql|css|csv|gz|json|md|html)$/;
const BUILT = /^(client\/dist|data\/(build|local))\//;

const files = ['server', 'client', 'data', 'scripts', 'docs']
  .flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  )
  .concat('README.md', 'DATA-LICENCE.md', 'CONTRIBUTING.md')
  .filter((file) => READ.test(file) && !BUILT.test(file));

test('no figure, word or file of the product is illustrative', () => {
  const text = (file: string) => {
    const bytes = readFileSync(path.join(ROOT, file));
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  };
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((file) => /illustrativ/i.test(`${file} ${text(file)}`))).toEqual([]);
});
