import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.ts';

const SERVER = path.join(ROOT, 'server');

/** A query is called by its file's name; a question's own, `query.sql`, by the question's. */
const nameOf = ({ parentPath, name }: { parentPath: string; name: string }) =>
  name === 'query.sql' ? path.basename(parentPath) : name.slice(0, -'.sql'.length);

/** Every query put to the database: its text and its file, by name. Throws where two files give one name. */
export const QUERIES: ReadonlyMap<string, { file: string; text: string }> = (() => {
  const queries = new Map<string, { file: string; text: string }>();
  for (const entry of readdirSync(SERVER, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.sql')) continue;
    const name = nameOf(entry);
    const absolute = path.join(entry.parentPath, entry.name);
    const file = path.relative(ROOT, absolute).replaceAll('\\', '/');
    const taken = queries.get(name);
    if (taken) throw new Error(`${file} and ${taken.file} are both the query '${name}': rename one`);
    queries.set(name, { file, text: readFileSync(absolute, 'utf8') });
  }
  return queries;
})();

/** A query by its name, to stand in brackets in another. Throws where there is none of that name. */
export function subquery(name: string): string {
  const query = QUERIES.get(name);
  if (query === undefined) throw new Error(`No query '${name}'`);
  return `(${query.text.trim().replace(/;$/, '')}\n)`;
}
