import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LoadReport } from '../../data/contract/loads.ts';
import { holdFile } from '../build/database.ts';
import { clearAsides } from '../build/index.ts';
import { loadFolders } from '../build/inputs.ts';

/** Where a user's loads are kept, and the database that is built from them. */
export type Place = { local: string; database: string };

const REPORT = 'load.json';
const ASIDE = '.aside-';
const PATIENCE = 120_000;
const EVERY = 200;

/**
 * Does work as the only one that loads or builds in `local`, first clearing what killed ones left behind. Waits up to two
 * minutes for another. Throws when that is still at work, or the folder cannot be written.
 */
export async function alone<Result>(
  { local, database }: Place,
  log: (line: string) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(local, { recursive: true });
  const letGo = await held(path.join(local, '.lock'), log);
  try {
    clearAsides(database);
    for (const name of asides(local)) rmSync(path.join(local, 'loads', name), { recursive: true });
    return await work();
  } finally {
    letGo();
  }
}

async function held(file: string, log: (line: string) => void): Promise<() => void> {
  const until = Date.now() + PATIENCE;
  for (let said = false; Date.now() < until; said = true) {
    const letGo = await holdFile(file);
    if (letGo) return letGo;
    if (!said) log('Another load or build is at work: waiting for it …');
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
  throw new Error('another load or build is still at work; try again when it has ended');
}

function asides(local: string): string[] {
  const folder = path.join(local, 'loads');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(ASIDE)) : [];
}

/** The id of the next load: its number follows the last one's. */
export function nextLoad(local: string): string {
  const last = loadFolders(local).at(-1);
  const number = last === undefined ? 0 : Number(path.basename(last).slice('load-'.length));
  return `load-${String(number + 1).padStart(4, '0')}`;
}

/** The folder in which a load is tried; what is in it is no load until `keep`. */
export const asideOf = (local: string, load: string) => path.join(local, 'loads', `${ASIDE}${load}`);

/** Makes a tried load one of the user's loads, at once and whole. */
export function keep(local: string, load: string, report: LoadReport) {
  writeFileSync(path.join(asideOf(local, load), REPORT), `${JSON.stringify(report, null, 1)}\n`);
  renameSync(asideOf(local, load), path.join(local, 'loads', load));
}

/** Takes a load away, at once and whole. */
export function drop(local: string, load: string) {
  renameSync(path.join(local, 'loads', load), asideOf(local, load));
  rmSync(asideOf(local, load), { recursive: true });
}

/** The reports of a user's loads, in their order. */
export const reports = (local: string): LoadReport[] =>
  loadFolders(local).map((folder) => JSON.parse(readFileSync(path.join(folder, REPORT), 'utf8')));
