import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { FastifyInstance } from 'fastify';
import readWorkbook from 'read-excel-file/node';
import { expect } from 'vitest';
import { ooxmlFaults } from '../../../ooxml.ts';
import { long } from '../../../sample.ts';
import { ask } from '../../inject.ts';
import { temporaryFolder } from '../../tiny.ts';

const FOLDER = temporaryFolder();
let files = 0;

/** The kinds of sheets in the workbooks that the Open XML SDK has read. */
const read = new Set<string>();

/**
 * A workbook that a server gives, its sheets as rows of values by name. Checks that the Open XML SDK finds no fault; it
 * takes more than a second, and so reads a workbook that has a sheet it has not read before (all under `npm run test:long`).
 */
export async function workbookAt(app: FastifyInstance, url: string, dataset = 'built') {
  const reply = await ask(app, url);
  expect(reply.status, reply.text.slice(0, 300)).toBe(200);
  expect(reply.headers['content-type']).toContain('spreadsheetml.sheet');
  const file = path.join(FOLDER, `${++files}.xlsx`);
  writeFileSync(file, reply.raw);
  const sheets = await readWorkbook(file);
  const kinds = sheets.map(({ sheet }) => `${dataset}: ${sheet}`);
  if (long || kinds.some((kind) => !read.has(kind)))
    expect((await ooxmlFaults(file)).slice(0, 3), url).toEqual([]);
  for (const kind of kinds) read.add(kind);
  rmSync(file);
  const rowsOf = new Map(sheets.map(({ sheet, data }) => [sheet, data as unknown[][]]));
  return { raw: reply.raw, names: [...rowsOf.keys()], rowsOf: (name: string) => rowsOf.get(name) ?? [] };
}

/** The table of a sheet as objects by the heads of its columns; its head is the row that begins with `first`. */
export function tableOf(rows: readonly unknown[][], first: string): Record<string, unknown>[] {
  const head = rows.findIndex((row) => row[0] === first);
  expect(head, `a row that begins with ${first}`).toBeGreaterThan(0);
  const names = (rows[head] ?? []).map(String);
  return rows.slice(head + 1).map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
}
