import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const made = new Set<string>();

process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new folder in TMPDIR, its name beginning so; it is removed at the latest as the process ends, in the middle of work too. */
export async function makeFolder(beginning: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), beginning));
  made.add(folder);
  return folder;
}

/** Removes such a folder with what it holds. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  made.delete(folder);
}
