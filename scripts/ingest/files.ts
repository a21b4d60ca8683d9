import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Problem, refusal } from './problem.ts';

/** A file to load; `named` when the user named it, rather than a folder it was found in. */
export type Candidate = { file: string; named: boolean };

const DATA = /\.(xlsx|xlsm|xlsb|xls|ods|csv|json)$/i;

/**
 * The data files among the paths, folders searched to their depth, and the names of what else the folders hold; a folder
 * with no data file is a problem.
 */
export function candidates(paths: string[]): { files: Candidate[]; others: string[]; problems: Problem[] } {
  const files = new Map<string, Candidate>();
  const others: string[] = [];
  const problems: Problem[] = [];
  for (const given of paths) {
    if (!statSync(given, { throwIfNoEntry: false })?.isDirectory()) {
      files.set(path.resolve(given), { file: given, named: true });
      continue;
    }
    const all = readdirSync(given, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => path.relative(given, path.join(entry.parentPath, entry.name)))
      .sort();
    const inside = all.filter((name) => DATA.test(name));
    others.push(...all.filter((name) => !DATA.test(name)));
    if (inside.length === 0)
      problems.push(...refusal(given, 'the folder holds no .xlsx, .csv or .json file').problems);
    for (const file of inside.map((name) => path.join(given, name)))
      if (!files.has(path.resolve(file))) files.set(path.resolve(file), { file, named: false });
  }
  return { files: [...files.values()], others, problems };
}
