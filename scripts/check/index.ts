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

/** A rule that a dataset breaks, what it says, and the rows that break it. */
export type Broken = { rule: string; says: string; rows: Record<string, unknown>[] };

/** Thrown where a dataset that was built breaks rules. */
export class BrokenRules extends Error {
  readonly broken: readonly Broken[];

  constructor(broken: readonly Broken[]) {
    super(`The figures break their rules:\n${broken.map(brokenLine).join('\n')}`);
    this.broken = broken;
  }
}

/** The rules that a dataset breaks; none when it keeps them. */
export async function brokenRules(connection: DuckDBConnection, rules = RULES): Promise<Broken[]> {
  const broken: Broken[] = [];
  for (const rule of rules) {
    const sql = readFileSync(path.join(FOLDER, rule), 'utf8');
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
    if (rows.length > 0) broken.push({ rule: rule.replace('.sql', ''), says: saidBy(sql), rows });
  }
  return broken;
}

/** What a rule says: the comment that its query begins with. */
const saidBy = (sql: string) =>
  (/^(-- .*\n)+/.exec(sql)?.[0] ?? '').replaceAll(/^-- /gm, '').replaceAll('\n', ' ').trim();

/** A broken rule in words, with the first rows that break it. */
export function brokenLine({ rule, rows }: Broken): string {
  const evidence = rows.slice(0, SHOWN).map((row) => `    ${JSON.stringify(row)}`);
  return [`  ${rule}: ${rows.length} rows break it`, ...evidence].join('\n');
}
