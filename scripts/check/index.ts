import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../server/dataset/root.ts';
import type { DuckDBConnection } from '../build/database.ts';

const FOLDER = path.join(ROOT, 'scripts/check');

/** The rules of scripts/check: each a query that returns the rows that break it. */
export const RULES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.sql'))
  .sort();

const SHOWN = 5;

/** One line for each broken rule, with the first rows that break it; none when the dataset keeps them. */
export async function brokenRules(connection: DuckDBConnection, rules = RULES): Promise<string[]> {
  const broken: string[] = [];
  for (const rule of rules) {
    const found = await connection.runAndReadAll(readFileSync(path.join(FOLDER, rule), 'utf8'));
    const rows = found.getRowObjectsJson();
    if (rows.length === 0) continue;
    const evidence = rows.slice(0, SHOWN).map((row) => `    ${JSON.stringify(row)}`);
    broken.push([`  ${rule.replace('.sql', '')}: ${rows.length} rows break it`, ...evidence].join('\n'));
  }
  return broken;
}
