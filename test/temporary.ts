import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * One temporary folder for all that a run of tests writes, servers and browser included; it goes with the run. A worker
 * cannot see to that: it is ended without being told.
 */
export default function setup() {
  const folder = mkdtempSync(path.join(tmpdir(), 'cancer-tests-'));
  // Servers that take another user's rights, as nginx does, find what is theirs in it.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
