import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { type OwnArea, type Succession, standing } from '../../data/geography/own.ts';
import { grouped } from '../../data/grouped.ts';
import { declareOwn, type OwnMetric } from '../../data/metrics/own.ts';
import { parsePeriod } from '../../data/periods.ts';
import { succeeded } from '../geography/succeeded.ts';
import { type GeographyTables, readTables } from '../geography/tables.ts';
import { Agreement } from './agreement.ts';
import { type Ccg, existsIn, readAreas } from './areas.ts';
import { cancerMortality } from './cancer-mortality.ts';
import { ccgOther } from './ccg-other.ts';
import { ccgOutcomesEngland } from './ccg-outcomes-england.ts';
import { ccgOutcomesStage } from './ccg-outcomes-stage.ts';
import { codesOf } from './codes.ts';
import { firstLine, ODS_SUCCESSIONS, openContent } from './content.ts';
import { cpes } from './cpes.ts';
import { type Candidate, candidates } from './files.ts';
import { fingertips } from './fingertips.ts';
import { icbLookup } from './icb-lookup.ts';
import { nationalTimeSeries } from './national-time-series.ts';
import { ndrsStage } from './ndrs-stage.ts';
import { notTaken } from './not-taken.ts';
import { printed } from './numbers.ts';
import { odsSuccessions } from './ods-successions.ts';
import { OWN_AREA_COLUMNS, ownAreas } from './own-areas.ts';
import { OWN_COLUMNS, ownMetrics } from './own-metrics.ts';
import { type Problem, Problems, problemLine, Refusal, refusal } from './problem.ts';
import { qof } from './qof.ts';
import { qofRegister } from './qof-register.ts';
import type { Context, Format, Reading, Wait } from './reading.ts';
import { type ManifestLine, merge, openStore, writeStore } from './store.ts';
import { SUCCESSION_COLUMNS, successions } from './successions.ts';
import { survivalIndex } from './survival-index.ts';
import { tidy } from './tidy.ts';
import { waitingTimes } from './waiting-times.ts';
import { waitingTimesCombined } from './waiting-times-combined.ts';
import { waitingTimesCsv } from './waiting-times-csv.ts';
import { waitingTimesMonthly } from './waiting-times-monthly.ts';

/** The publishers' formats, each recognised by its content. */
const FORMATS: Format[] = [
  waitingTimesCombined,
  nationalTimeSeries,
  waitingTimes,
  waitingTimesMonthly,
  waitingTimesCsv,
  cpes,
  ndrsStage,
  cancerMortality,
  qofRegister,
  fingertips,
  ccgOutcomesStage,
  ccgOutcomesEngland,
  ccgOther,
  qof,
  survivalIndex,
  ownMetrics,
  successions,
  icbLookup,
  odsSuccessions,
  ownAreas,
  tidy,
];

const NOT_READ = 'not in a format that is read here';

/** How many of a file's problems are printed; all are returned. */
const SHOWN = 20;

/** A file that was taken, with the format it was recognised as. */
export type Taken = { manifest: ManifestLine; format: string; reading: Reading };

export type ReadOptions = {
  log: (line: string) => void;
  geography?: string;
  /** Which of our metrics a Fingertips file is of, where its indicator is in no table. */
  metric?: string;
  /** Whether the figures of a file that does not say it are final. */
  final?: boolean;
  /** The table of a user's own Fingertips indicators. */
  indicators?: string;
  /** The metrics, own areas and successions that earlier loads declare. */
  own?: readonly OwnMetric[];
  ownAreas?: readonly OwnArea[];
  successions?: readonly Succession[];
};

/** What was read of some files, and why others were refused: the first problems of each, and how many there are more. */
export type Read = { read: Taken[]; refused: Problem[]; more: number };

/**
 * Reads publishers' files, or every one in a folder, and says line by line to `log` what it read, left and refused. A
 * file that does not reconcile is refused whole; the others are kept. Paths are relative to the working folder.
 */
export async function readFiles(
  paths: string[],
  { log, geography = 'data/geography', own: known, ...asked }: ReadOptions,
): Promise<Read> {
  let context = declaring({ ...asked, tables: readTables(geography) }, {});
  const { files, others, problems } = candidates(paths);
  const refused = [...problems];
  let more = 0;
  refuse(problems, 0, log);
  for (const other of others) log(`left     ${other}: no workbook, CSV or JSON`);
  const read: Taken[] = [];
  const agreement = new Agreement();
  const own = new Map(known?.map((each) => [each.id, each]));
  declare(own);
  for (const candidate of declarationsFirst(files)) {
    try {
      const taken = await take(candidate, context);
      if (typeof taken === 'string') {
        log(`left     ${path.basename(candidate.file)}: ${taken}`);
        continue;
      }
      const twice = read.find(({ manifest }) => manifest.id === taken.manifest.id);
      if (twice)
        throw refusal(
          taken.manifest.file,
          `${taken.manifest.id} comes in ${twice.manifest.file} too; expected one file for it`,
        );
      if (files.length > 1) {
        const joined = agreement.joined(taken.manifest.file, taken.reading);
        taken.manifest.rows -= taken.reading.figures.length - joined.figures.length;
        taken.reading = joined;
      }
      read.push(taken);
      declare(own, taken.reading.own);
      context = declaring(context, taken.reading);
      report(taken, log);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refuse(error.problems, error.more, log);
      for (const problem of error.problems) refused.push(problem);
      more += error.more;
    }
  }
  total(read, refused, log);
  return { read, refused, more };
}

const begins = (columns: readonly string[]) => (line: string) =>
  line.startsWith(columns.slice(0, 3).join(','));

/** How the kinds of files begin that declare something, each before those that may need it. */
const DECLARING = [
  begins(SUCCESSION_COLUMNS),
  (line: string) => /\bSICBL\d\d/.test(line) && /\bICB\d\dNM\b/.test(line),
  (line: string) => ODS_SUCCESSIONS.test(line),
  begins(OWN_AREA_COLUMNS),
  begins(OWN_COLUMNS),
];

/** Files that declare areas or metrics before those that may hold figures of them. */
function declarationsFirst(files: readonly Candidate[]): Candidate[] {
  const lines = new Map(files.map((each) => [each, firstLine(each.file)]));
  const kindOf = (each: Candidate) => DECLARING.findIndex((is) => is(lines.get(each) ?? ''));
  const rank = (each: Candidate) => (kindOf(each) + DECLARING.length + 1) % (DECLARING.length + 1);
  return [...files].sort((one, other) => rank(one) - rank(other));
}

/** What every file is read with; of each, the codes that it writes otherwise are counted apart. */
type Known = Omit<Context, 'coded'>;

type Asked = Pick<Context, 'tables' | 'metric' | 'final' | 'indicators'> &
  Partial<Pick<Context, 'successions' | 'ownAreas'>>;

/** What files are read with, once what one declares is known beside what was before. */
function declaring(asked: Asked, { successions: later = [], areas = [] }: Partial<Reading>): Known {
  const { tables, successions: earlier = [], ownAreas: known = [] } = asked;
  const declared = standing(earlier, later);
  const held = succeeded(tables, declared);
  const own = new Map([...known, ...areas].map((each) => [each.area, each]));
  return {
    ...asked,
    ...areasOf(held),
    areas: readAreas(held, [...own.values()]),
    successions: declared,
    succeeded: held,
    ownAreas: [...own.values()],
  };
}

/** Adds own metrics to those that figures are taken of. */
function declare(known: Map<string, OwnMetric>, more: readonly OwnMetric[] = []) {
  for (const own of more) known.set(own.id, own);
  declareOwn([...known.values()]);
}

/** The rows of files that were read, as they are stored. */
export const loadedFrom = (read: readonly Taken[]) => ({
  waits: read.flatMap(({ reading }) => reading.waits),
  figures: read.flatMap(({ reading }) => reading.figures),
  expected: read.flatMap(({ reading }) => reading.expected ?? []),
  manifest: read.map(({ manifest }) => manifest),
});

/** The metrics that files which were read declare. */
export const declaredIn = (read: readonly Taken[]): OwnMetric[] =>
  read.flatMap(({ reading }) => reading.own ?? []);

/** The own areas that files which were read declare. */
export const areasIn = (read: readonly Taken[]): OwnArea[] =>
  read.flatMap(({ reading }) => reading.areas ?? []);

/** The successions that files which were read declare. */
export const successionsIn = (read: readonly Taken[]): Succession[] =>
  read.flatMap(({ reading }) => (reading.successions ?? []).map(({ row: _, ...each }) => each));

/**
 * Loads files into the tables of `out`, where each replaces what an earlier load of the same publication and period
 * wrote: how the bundled figures are made.
 */
export async function ingest(
  paths: string[],
  { out = 'data/figures', ...options }: ReadOptions & { out?: string },
): Promise<Read> {
  const found = await readFiles(paths, options);
  const [own] = declaredIn(found.read);
  if (own) throw new Error(`${own.id} is declared in a file; bundled metrics are declared in data/metrics`);
  const [area] = areasIn(found.read);
  if (area) throw new Error(`${area.area} is an own area; bundled areas are declared in data/geography`);
  const [succession] = successionsIn(found.read);
  if (succession)
    throw new Error(`${succession.area} ends in a file; bundled successions are declared in data/geography`);
  if (found.read.length > 0) writeStore(out, merge(openStore(out), loadedFrom(found.read)));
  return found;
}

/** A file that is taken; or, of one found in a folder that is in none of the formats, what it is. */
async function take({ file, named }: Candidate, known: Known): Promise<Taken | string> {
  const name = path.basename(file);
  const content = await openContent(file);
  const format = FORMATS.find(({ recognises }) => recognises(content));
  if (!format) {
    const other = notTaken(content);
    if (!named) return other ?? NOT_READ;
    throw refusal(name, other ?? `${NOT_READ}; expected ${FORMATS.map((f) => f.name).join('; ')}`);
  }
  const codes = codesOf(codesIn(known));
  const [read, sha256] = await Promise.all([
    format.read(name, content, { ...known, coded: codes.coded }),
    sha256Of(file),
  ]);
  const reading = { ...read, tally: { ...read.tally, ...codes.tally() } };
  const { waits, figures, expected = [], own = [], areas = [], successions: ending = [] } = reading;
  const members = areas.flatMap((area) => area.members);
  const declared = own.length + members.length + ending.length;
  checkBegun(name, [...waits, ...figures]);
  checkThere(name, waits, known);
  const rows = waits.length + figures.length + expected.length + declared;
  return { manifest: { ...reading.source, file: name, sha256, rows }, format: format.name, reading };
}

/** Throws where a figure is of a period that has not begun: no publisher has it yet. */
function checkBegun(file: string, figures: readonly { period: string; sheet: string; row: number | null }[]) {
  const today = new Date().toISOString().slice(0, 10);
  const ahead = new Set(
    [...new Set(figures.map(({ period }) => period))].filter(
      (period) => (parsePeriod(period)?.start ?? '') > today.slice(0, 7),
    ),
  );
  const first = figures.find(({ period }) => ahead.has(period));
  if (first)
    throw new Refusal([
      {
        file,
        sheet: first.sheet || undefined,
        row: first.row ?? undefined,
        message: `the period is ${first.period}, and today is ${today} on this machine; expected a period that has begun`,
      },
    ]);
}

/** Throws where waits are of commissioners that there were not in their month. */
function checkThere(file: string, waits: readonly Wait[], known: Known) {
  const { succeeded: held, successions: declared } = known;
  const problems = new Problems(file);
  const spans = grouped(held.commissioners as unknown as Ccg[], ({ id }) => id);
  // What is still printed of an ICB after a user let it end is counted in its successor, unless that has a part of another.
  const parts = new Set(declared.filter(({ subIcbs }) => subIcbs).map(({ to }) => to));
  const ended = new Set(declared.filter(({ to }) => !parts.has(to)).map(({ area }) => area));
  for (const { area, period, sheet, row } of waits) {
    const of = spans.get(area);
    if (of === undefined || ended.has(area) || of.some((each) => existsIn(each, period))) continue;
    const [{ name, from, until } = { name: area, from: '', until: '' }] = of;
    const there = [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' ');
    const later = held['icb-successions'].filter(({ icb }) => icb === area).map(({ successor }) => successor);
    problems.addOnce(
      area,
      `${area} in ${period}; expected a commissioner that there was then: ${name} is one ${there}${later.length > 0 ? `, then ${later.join(' and ')}` : ''}`,
      { sheet: sheet || undefined, row },
    );
  }
  problems.settle();
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(part);
  return hash.digest('hex');
}

/** Every code that stands for an area. */
const codesIn = ({ commissioners, ccgs, alliances, byOnsCode, areas, ownAreas }: Known) =>
  new Set([
    ...[...commissioners, ...ccgs, ...alliances, ...byOnsCode.keys(), ...areas.made.keys(), 'england'],
    ...ownAreas.map(({ area }) => area),
  ]);

function areasOf(tables: GeographyTables) {
  const ids = (name: keyof GeographyTables) => new Set(tables[name].map(({ id }) => id ?? ''));
  const named = tables.commissioners;
  const coded = [...named, ...tables['ons-codes']].filter(({ ons_code }) => ons_code);
  return {
    commissioners: ids('commissioners'),
    ccgs: ids('ccgs'),
    alliances: ids('alliances'),
    byOnsCode: new Map(coded.map(({ id = '', ons_code = '' }) => [ons_code, id])),
    byName: new Map(
      named.map(({ id = '', name = '' }) => [name.replace(/ ICB$/, ' Integrated Care Board'), id]),
    ),
  };
}

/** Says what was taken from a file, and what was left and why. */
function report(
  { manifest, reading }: { manifest: ManifestLine; reading: Pick<Reading, 'tally' | 'left'> },
  log: (line: string) => void,
): void {
  log(`read     ${manifest.file}: ${manifest.publication}: ${words(reading.tally)}`);
  for (const { count, what, why } of reading.left) log(`  left   ${printed(count)} ${what}: ${why}`);
}

/** Says why files are refused, the first reasons of many. */
function refuse(problems: readonly Problem[], more: number, log: (line: string) => void): void {
  for (const problem of problems.slice(0, SHOWN)) log(`refused  ${problemLine(problem)}`);
  const others = Math.max(0, problems.length - SHOWN) + more;
  if (others > 0) log(`refused  … and for ${printed(others)} more reasons`);
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
