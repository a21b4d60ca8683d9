import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.ts';

const FOLDER = path.join(ROOT, 'server/sql');

/** The text of every question put to the database, by its file's name. */
export const SQL: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => [file.slice(0, -'.sql'.length), readFileSync(path.join(FOLDER, file), 'utf8')]),
);
