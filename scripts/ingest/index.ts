import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cancerMortality } from './cancer-mortality.ts';
import { ccgOther } from './ccg-other.ts';
import { ccgOutcomesEngland } from './ccg-outcomes-england.ts';
import { ccgOutcomesStage } from './ccg-outcomes-stage.ts';
import { openContent } from './content.ts';
import { cpes } from './cpes.ts';
import { readCsv } from './csv.ts';
import { type Candidate, candidates } from './files.ts';
import { fingertipsSmoking } from './fingertips-smoking.ts';
import { nationalTimeSeries } from './national-time-series.ts';
import { ndrsStage } from './ndrs-stage.ts';
import { printed } from './numbers.ts';
import { type Problem, problemLine, Refusal, refusal } from './problem.ts';
import { qof } from './qof.ts';
import { qofRegister } from './qof-register.ts';
import type { Codes, Format, Reading } from './reading.ts';
import { type ManifestLine, merge, openStore, writeStore } from './store.ts';
import { waitingTimes } from './waiting-times.ts';
import { waitingTimesCombined } from './waiting-times-combined.ts';
import { waitingTimesMonthly } from './waiting-times-monthly.ts';

/** The publishers' formats, each recognised by its content. */
const FORMATS: Format[] = [
  waitingTimesCombined,
  nationalTimeSeries,
  waitingTimes,
  waitingTimesMonthly,
  cpes,
  ndrsStage,
  cancerMortality,
  qofRegister,
  fingertipsSmoking,
  ccgOutcomesStage,
  ccgOutcomesEngland,
  ccgOther,
  qof,
];

/** How many of a file's problems are printed; all are returned. */
const SHOWN = 20;

/** A file that was taken, with the format it was recognised as. */
export type Taken = { manifest: ManifestLine; format: string; reading: Reading };

/**
 * Loads publishers' files (or every one in a folder) into the tables of `out`, where each replaces what an earlier
 * load of the same publication and period wrote, and says line by line to `log` what it read, left and refused.
 * A file that does not reconcile is refused whole. Paths are relative to the working folder.
 */
export async function ingest(
  paths: string[],
  {
    log,
    out = 'data/figures',
    geography = 'data/geography',
  }: { log: (line: string) => void; out?: string; geography?: string },
): Promise<{ read: Taken[]; refused: Problem[] }> {
  const codes = readCodes(geography);
  const { files, problems: refused } = candidates(paths);
  refuse(refused, log);
  const read: Taken[] = [];
  for (const candidate of files) {
    try {
      const taken = await take(candidate, codes);
      if (taken === null) {
        log(`left     ${path.basename(candidate.file)}: not in a format that is read here`);
        continue;
      }
      const twice = read.find(({ manifest }) => manifest.id === taken.manifest.id);
      if (twice)
        throw refusal(
          taken.manifest.file,
          `${taken.manifest.id} comes in ${twice.manifest.file} too; expected one file for it`,
        );
      read.push(taken);
      report(taken, log);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refuse(error.problems, log);
      refused.push(...error.problems);
    }
  }
  if (read.length > 0) {
    const waits = read.flatMap(({ reading }) => reading.waits);
    const figures = read.flatMap(({ reading }) => reading.figures);
    const expected = read.flatMap(({ reading }) => reading.expected ?? []);
    const manifest = read.map((taken) => taken.manifest);
    writeStore(out, merge(openStore(out), { waits, figures, expected, manifest }));
  }
  total(read, refused, log);
  return { read, refused };
}

/** Null for a file found in a folder that is in none of the formats. */
async function take({ file, named }: Candidate, codes: Codes): Promise<Taken | null> {
  const name = path.basename(file);
  const content = await openContent(file);
  const format = FORMATS.find(({ recognises }) => recognises(content));
  if (!format) {
    if (!named) return null;
    throw refusal(
      name,
      `not in a format that is read here; expected ${FORMATS.map((f) => f.name).join('; ')}`,
    );
  }
  const reading = format.read(name, content, codes);
  const rows = reading.waits.length + reading.figures.length + (reading.expected?.length ?? 0);
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  return { manifest: { ...reading.source, file: name, sha256, rows }, format: format.name, reading };
}

function readCodes(geography: string): Codes {
  const rows = (file: string) => readCsv(path.join(geography, file));
  const ids = (file: string) => new Set(rows(file).map(({ id }) => id ?? ''));
  const named = rows('commissioners.csv');
  const coded = [...named, ...rows('ons-codes.csv')].filter(({ ons_code }) => ons_code);
  return {
    commissioners: ids('commissioners.csv'),
    ccgs: ids('ccgs.csv'),
    alliances: ids('alliances.csv'),
    byOnsCode: new Map(coded.map(({ id = '', ons_code = '' }) => [ons_code, id])),
    byName: new Map(
      named.map(({ id = '', name = '' }) => [name.replace(/ ICB$/, ' Integrated Care Board'), id]),
    ),
  };
}

/** Says what was taken from a file, and what was left and why. */
export function report(
  { manifest, reading }: { manifest: ManifestLine; reading: Pick<Reading, 'tally' | 'left'> },
  log: (line: string) => void,
): void {
  log(`read     ${manifest.file}: ${manifest.publication}: ${words(reading.tally)}`);
  for (const { count, what, why } of reading.left) log(`  left   ${printed(count)} ${what}: ${why}`);
}

/** Says why files are refused, the first reasons of many. */
export function refuse(problems: Problem[], log: (line: string) => void): void {
  for (const problem of problems.slice(0, SHOWN)) log(`refused  ${problemLine(problem)}`);
  if (problems.length > SHOWN) log(`refused  … and for ${printed(problems.length - SHOWN)} more reasons`);
}

function total(read: Taken[], refused: Problem[], log: (line: string) => void): void {
  for (const format of new Set(read.map((taken) => taken.format))) {
    const sum: Record<string, number> = {};
    const of = read.filter((taken) => taken.format === format);
    for (const { reading } of of)
      for (const [what, count] of Object.entries(reading.tally)) sum[what] = (sum[what] ?? 0) + count;
    log(`total    ${format}: ${files(of.length)}, ${words(sum)}`);
  }
  log(`${files(read.length)} read, ${files(new Set(refused.map(({ file }) => file)).size)} refused`);
}

const files = (count: number) => `${printed(count)} ${count === 1 ? 'file' : 'files'}`;

const words = (tally: Record<string, number>) =>
  Object.entries(tally)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${printed(count)} ${what}`)
    .join(', ');
