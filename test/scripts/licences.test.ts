import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { allowed, faultsOf, packagesOf } from '../../scripts/licences.ts';

const LOCK = path.resolve(import.meta.dirname, '../../package-lock.json');

test('every package is licensed for us, and none unknown runs a script when installed', () => {
  const packages = packagesOf(JSON.parse(readFileSync(LOCK, 'utf8')));
  expect(packages.length).toBeGreaterThan(100);
  expect(faultsOf(packages)).toEqual([]);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['MIT AND OFL-1.1', true],
  ['MIT AND GPL-3.0-only', false],
  ['BUSL-1.1', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['', false],
])('licence %s: %s', (licence, may) => expect(allowed(licence)).toBe(may));

test('a package with another licence, or with a script, is named', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0', license: 'GPL-3.0-only' },
      'node_modules/b/node_modules/c': { version: '2.0.0', license: 'MIT', hasInstallScript: true },
    },
  };
  expect(faultsOf(packagesOf(lock))).toEqual([
    "a 1.0.0: licence 'GPL-3.0-only' is not in the list",
    'c 2.0.0: wants to run a script when installed',
  ]);
});
