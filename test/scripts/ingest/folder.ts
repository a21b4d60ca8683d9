import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { readCsv } from '../../../scripts/ingest/csv.ts';
import { ingest } from '../../../scripts/ingest/index.ts';
import { problemLine } from '../../../scripts/ingest/problem.ts';

/** A folder of its own for each test, with what a load from it says and writes. */
export function workFolder() {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ingest-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const at = (name: string) => path.join(folder, name);
  const out = () => at('out');
  return {
    at,
    out,
    put(name: string, content: string | Uint8Array): string {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
      return at(name);
    },
    async load(...files: string[]) {
      const said: string[] = [];
      const { read, refused } = await ingest(files, { log: (line) => said.push(line), out: out() });
      return { read, said, refused: refused.map(problemLine) };
    },
    table: (name: string) => readCsv(path.join(out(), name)),
  };
}
