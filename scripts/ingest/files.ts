import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Problem, refusal } from './problem.ts';

/** A file to load; `named` when the user named it, rather than a folder it was found in. */
export type Candidate = { file: string; named: boolean };

const DATA = /\.(xlsx|xls|csv|json)$/i;

/** The data files among the paths, folders searched to their depth; a folder with none is a problem. */
export function candidates(paths: string[]): { files: Candidate[]; problems: Problem[] } {
  const files = new Map<string, Candidate>();
  const problems: Problem[] = [];
  for (const given of paths) {
    if (!statSync(given, { throwIfNoEntry: false })?.isDirectory()) {
      files.set(path.resolve(given), { file: given, named: true });
      continue;
    }
    const inside = readdirSync(given, { recursive: true, encoding: 'utf8' })
      .filter((name) => DATA.test(name) && !path.basename(name).startsWith('.'))
      .sort();
    if (inside.length === 0)
      problems.push(...refusal(given, 'the folder holds no .xlsx, .csv or .json file').problems);
    for (const file of inside.map((name) => path.join(given, name)))
      if (!files.has(path.resolve(file))) files.set(path.resolve(file), { file, named: false });
  }
  return { files: [...files.values()], problems };
}
