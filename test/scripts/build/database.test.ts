import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { holdFile } from '../../../scripts/build/database.ts';
import { ROOT } from '../../../server/dataset/root.ts';
import { temporaryFolder } from '../dataset.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

test.each([0, 1, 4096, 12_288])(
  'a lock of which %d bytes were written when its maker was killed is held all the same',
  async (bytes) => {
    const file = path.join(folder, `cut-${bytes}`);
    writeFileSync(file, Buffer.alloc(bytes));
    const letGo = await holdFile(file);
    expect(letGo).toBeTypeOf('function');
    letGo?.();
    const again = await holdFile(file);
    expect(again).toBeTypeOf('function');
    again?.();
  },
);

test('while another process holds it, it is not had; when that is killed, it is', async () => {
  const file = path.join(folder, 'lock');
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { DuckDBInstance } from '@duckdb/node-api';
       globalThis.held = await DuckDBInstance.create(process.argv[1]);
       console.log('held');
       setInterval(() => {}, 1000);`,
      file,
    ],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(holder.stdout, 'data');
  const before = readFileSync(file);
  expect(await holdFile(file)).toBeNull();
  expect(readFileSync(file).equals(before)).toBe(true);
  holder.kill('SIGKILL');
  await once(holder, 'close');
  const letGo = await holdFile(file);
  expect(letGo).toBeTypeOf('function');
  letGo?.();
});
