import { existsSync } from 'node:fs';
import path from 'node:path';

/** The publishers' files, beside the checkout; tests that compare with them are skipped, out loud, without them. */
export const SHARED = path.resolve(import.meta.dirname, '../../shared');

/** True when the publishers' files are here. Says so when they are not. */
export const shared = existsSync(path.join(SHARED, 'data'));

if (!shared) console.warn(`SKIPPED: no publishers' files at ../shared; tests that read them do not run`);
