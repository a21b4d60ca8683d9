import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { readCsv } from '../../../scripts/ingest/csv.ts';
import { ingest, readFiles } from '../../../scripts/ingest/index.ts';
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
  const put = (name: string, content: string | Uint8Array): string => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
    return at(name);
  };
  return {
    at,
    out,
    put,
    /** What is read of a text in a file of any name, without storing it. */
    async read(text: string, asked: Partial<Parameters<typeof readFiles>[1]> = {}) {
      const { read, refused } = await readFiles([put('any name.csv', text)], { log: () => {}, ...asked });
      return { taken: read, refused: refused.map(problemLine) };
    },
    async load(...files: string[]) {
      const said: string[] = [];
      const { read, refused } = await ingest(files, { log: (line) => said.push(line), out: out() });
      return { read, said, refused: refused.map(problemLine) };
    },
    table: (name: string) => readCsv(path.join(out(), name)),
  };
}
