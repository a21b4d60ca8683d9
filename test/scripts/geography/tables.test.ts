import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTables } from '../../../scripts/geography/tables.ts';
import { ROOT } from '../../../server/dataset/root.ts';
import { temporaryFolder } from '../dataset.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

test('tables are read once, again where a file has changed, and not where one is gone', () => {
  cpSync(path.join(ROOT, 'data/geography'), folder, { recursive: true });
  const first = readTables(folder);
  expect(readTables(folder)).toBe(first);
  const regions = path.join(folder, 'regions.csv');
  writeFileSync(regions, `${readFileSync(regions, 'utf8').trimEnd()}\nregion-new,New\n`);
  const second = readTables(folder);
  expect(second.regions).toHaveLength(first.regions.length + 1);
  rmSync(regions);
  expect(() => readTables(folder)).toThrow(/regions\.csv: ENOENT/);
});
