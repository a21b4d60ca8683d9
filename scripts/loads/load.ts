import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LoadOutcome, LoadReport } from '../../data/contract/loads.ts';
import type { OwnArea, Succession } from '../../data/geography/own.ts';
import { isMetricId } from '../../data/metrics/index.ts';
import type { OwnMetric } from '../../data/metrics/own.ts';
import { openForBuilding, openForReading } from '../build/database.ts';
import { buildAside, discard, ownAreas, ownMetrics, ownSuccessions, swapIn } from '../build/index.ts';
import {
  datasetVersion,
  figureFiles,
  GEOGRAPHY,
  loadFolders,
  OWN_AREAS,
  OWN_METRICS,
  SUCCESSIONS,
} from '../build/inputs.ts';
import { BrokenRules } from '../check/index.ts';
import { areasIn, declaredIn, loadedFrom, readFiles, successionsIn, type Taken } from '../ingest/index.ts';
import { printed } from '../ingest/numbers.ts';
import { type Problem, problemLine } from '../ingest/problem.ts';
import { merge, openStore, writeStore } from '../ingest/store.ts';
import { breaking } from './breaking.ts';
import { compare, writeLoad } from './compare.ts';
import { withoutLesser } from './finals.ts';
import { reportLines } from './report.ts';
import { alone, asideOf, drop, keep, nextLoad, type Place } from './store.ts';

export type LoadOptions = Place & {
  log: (line: string) => void;
  /** Only to say what would change. */
  dryRun?: boolean;
  /** The figures of a file that does not say it are final. */
  final?: boolean;
  /** Provisional figures may replace final ones. */
  replaceFinal?: boolean;
  metric?: string;
  /** The bundled figures; data/figures. */
  bundled?: string;
};

/** The table of a user's own Fingertips indicators, beside the loads. */
const indicatorsOf = (local: string) => path.join(local, 'indicators.csv');

/**
 * Loads files: reads them, builds the dataset with them aside, compares it with the one there is, and says what changes.
 * Then the load is stored and the new dataset put in the place of the old, unless it is a dry run or nothing changes.
 * A file with which the dataset breaks a rule is refused. Where it throws, as when killed, store and dataset are as they
 * were.
 */
export async function load(paths: string[], options: LoadOptions): Promise<LoadOutcome> {
  const { local, log, metric, final } = options;
  const held = figureFiles(options.bundled, local);
  const found = await readFiles(paths, {
    log,
    geography: GEOGRAPHY,
    metric,
    final,
    indicators: indicatorsOf(local),
    own: ownMetrics(held.metrics),
    ownAreas: ownAreas(held.areas),
    successions: ownSuccessions(held.successions),
  });
  const { read, more } = found;
  const refused = [...found.refused];
  if (read.length === 0) return { ok: false, unchanged: false, report: null, refused, more };
  const outcome = await alone(options, log, () => triedWhole(read, refused, options));
  return { ok: refused.length === 0, ...outcome, refused, more };
}

/**
 * Tries files; those with whose figures the dataset breaks a rule are refused, and the others tried without them. Throws
 * where a rule is broken by none of them.
 */
async function triedWhole(read: readonly Taken[], refused: Problem[], options: LoadOptions) {
  for (let rest = read; rest.length > 0; ) {
    try {
      return await tried(rest, options);
    } catch (error) {
      const problems = await problemsOf(error, rest, options);
      if (problems.length === 0) throw error;
      for (const problem of problems) {
        options.log(`refused  ${problemLine(problem)}`);
        refused.push(problem);
      }
      rest = rest.filter(({ manifest }) => !problems.some(({ file }) => file === manifest.file));
    }
  }
  return { unchanged: false, report: null };
}

/** Of files whose figures a broken rule is of, the ones that break it by themselves; all, where none does. */
async function problemsOf(error: unknown, read: readonly Taken[], options: LoadOptions): Promise<Problem[]> {
  if (!(error instanceof BrokenRules)) return [];
  const problems = breaking(error.broken, read);
  const suspected = read.filter(({ manifest }) => problems.some(({ file }) => file === manifest.file));
  if (suspected.length < 2) return problems;
  const alone: Problem[] = [];
  for (const each of suspected)
    await tried([each], { ...options, dryRun: true, log: () => {} }).catch((own) => {
      if (!(own instanceof BrokenRules)) throw own;
      alone.push(...breaking(own.broken, [each]));
    });
  return alone.length > 0 ? alone : problems;
}

async function tried(read: readonly Taken[], options: LoadOptions) {
  const { local, database, log, dryRun = false, bundled } = options;
  const figures = figureFiles(bundled, local);
  const taken = options.replaceFinal ? read : await withoutLesser(read, figures);
  const id = nextLoad(local);
  const aside = asideOf(local, id);
  const before = await datasetOf(options);
  let built: string | undefined;
  try {
    mkdirSync(aside, { recursive: true });
    writeStore(aside, merge(openStore(aside), loadedFrom(taken)));
    const declared = declaredIn(taken);
    const areas = areasIn(taken);
    const successions = successionsIn(taken);
    for (const [name, own] of [
      [OWN_METRICS, declared],
      [OWN_AREAS, areas],
      [SUCCESSIONS, successions],
    ] as const)
      if (own.length > 0) writeFileSync(path.join(aside, name), `${JSON.stringify(own, null, 1)}\n`);
    log('Trying the figures in a dataset built aside …');
    const made = await buildAside({ database, figures: figureFiles(bundled, local, { more: aside }) });
    built = made.aside;
    const { connection, close } = await openForBuilding(built);
    let report: LoadReport & { load: string };
    try {
      const differences = await compare(
        connection,
        before.file,
        taken.map(({ manifest }) => manifest.id),
      );
      report = {
        load: id,
        at: new Date().toISOString(),
        versionBefore: before.version,
        version: made.version,
        files: taken.map(fileOf),
        declared: [
          ...newlyDeclared(declared, figures.metrics),
          ...newSuccessions(successions, figures.successions),
          ...newAreas(areas, figures.areas),
        ],
        ...differences,
      };
      await writeLoad(connection, aside, report);
      await connection.run('CHECKPOINT');
    } finally {
      close();
    }
    for (const line of report.declared) log(line);
    const unchanged = report.pages.length === 0 && report.declared.length === 0;
    for (const line of reportLines(report)) log(line);
    if (dryRun || unchanged) {
      log(unchanged ? 'Nothing changes: these figures are held already.' : 'A dry run: nothing was stored.');
      return { unchanged, report: { ...report, load: null } };
    }
    keep(local, id, report);
    swapIn(built, database);
    log(`Stored as ${id}, and in the dataset. To undo it: npm run data -- remove ${id}`);
    return { unchanged, report };
  } finally {
    rmSync(aside, { recursive: true, force: true });
    if (built !== undefined) discard(built);
    before.discard();
  }
}

/** A line for each metric that is declared anew or otherwise than before. */
function newlyDeclared(declared: readonly OwnMetric[], before: readonly string[] | undefined): string[] {
  const known = new Map(ownMetrics(before).map((own) => [own.id, JSON.stringify(own)]));
  return declared
    .filter((own) => known.get(own.id) !== JSON.stringify(own))
    .map(({ id, metric: { label } }) => {
      const what = known.has(id) ? 'declared otherwise than before' : 'declared';
      return `metric   ${id} (${label}): ${what}${isMetricId(id) ? '' : '; it is shown once figures of it are loaded'}`;
    });
}

/** A line for each own area that is declared anew or otherwise than before. */
function newAreas(declared: readonly OwnArea[], before: readonly string[] | undefined): string[] {
  const known = new Map(ownAreas(before).map((own) => [own.area, JSON.stringify(own)]));
  return declared
    .filter((own) => known.get(own.area) !== JSON.stringify(own))
    .map(
      ({ area, name, members }) =>
        `area     ${area} (${name}): ${known.has(area) ? 'declared otherwise than before' : 'declared'}, of ${members.join(', ')}`,
    );
}

/** A line for each ICB that begins by a succession that is declared anew or otherwise than before. */
function newSuccessions(declared: readonly Succession[], before: readonly string[] | undefined): string[] {
  const held = ownSuccessions(before);
  const of = (all: readonly Succession[], code: string) => all.filter(({ to }) => to === code);
  return [...new Set(declared.map(({ to }) => to))].flatMap((code) => {
    const [own, known] = [of(declared, code), of(held, code)];
    if (JSON.stringify(own) === JSON.stringify(known)) return [];
    const what = known.length > 0 ? 'declared otherwise than before' : 'declared';
    const [{ name, from } = { name: code, from: '' }] = own;
    const members = own.map(({ area, subIcbs }) =>
      subIcbs ? `a part of ${area} (${subIcbs.join(', ')})` : area,
    );
    return `area     ${code} (${name}): ${what}, from ${from} in place of ${members.join(', ')}`;
  });
}

/** A database of the figures as they are without the load: the one that is served, or one built for the comparison. */
async function datasetOf({ database, local, bundled }: LoadOptions) {
  const figures = figureFiles(bundled, local);
  const version = datasetVersion(figures, GEOGRAPHY);
  if (existsSync(database)) {
    const held = await openForReading(database, async (connection) => {
      const found = await connection.runAndReadAll('SELECT version FROM dataset');
      return found.getRows()[0]?.[0];
    }).catch(() => null);
    if (held === version) return { file: database, version, discard: () => {} };
  }
  const { aside } = await buildAside({ database, figures });
  return { file: aside, version, discard: () => discard(aside) };
}

function fileOf({ manifest, format, reading }: Taken): LoadReport['files'][number] {
  const statuses = new Set(
    [...reading.waits, ...reading.figures].flatMap(({ status }) =>
      status === 'provisional' ? ['provisional'] : status === 'published' ? ['final'] : [],
    ),
  );
  const marked = reading.waits.length > 0;
  return {
    file: manifest.file,
    publication: manifest.publication,
    period: manifest.period,
    format,
    status: marked ? ([...statuses].sort().join(' and ') as 'final') || null : null,
    rows: manifest.rows,
    tally: reading.tally,
    left: reading.left,
  };
}

/** Undoes a load: its figures go, and those it replaced are there again. Throws where there is no such load. */
export async function remove(
  load: string,
  options: Omit<LoadOptions, 'metric'>,
): Promise<{ version: string }> {
  const { local, database, log, bundled } = options;
  return alone(options, log, async () => {
    const loads = loadFolders(local).map((folder) => path.basename(folder));
    if (!loads.includes(load))
      throw new Error(
        `${load}: no such load; ${loads.length === 0 ? 'there is none' : `there are ${loads.join(', ')}`}`,
      );
    checkNeeded(load, local);
    log('Trying the figures without it in a dataset built aside …');
    const made = await buildAside({ database, figures: figureFiles(bundled, local, { without: load }) });
    drop(local, load);
    swapIn(made.aside, database);
    log(`${load} is undone: version ${made.version}, ${printed(made.observations)} figures`);
    return { version: made.version };
  });
}

/** Throws where other loads rest on a metric or area that only this load declares. */
function checkNeeded(load: string, local: string) {
  const others = loadFolders(local).filter((folder) => path.basename(folder) !== load);
  const declared = (name: string, folders: readonly string[]) =>
    folders.map((folder) => path.join(folder, name)).filter((file) => existsSync(file));
  const idsOf = (folders: readonly string[]) => ({
    metrics: ownMetrics(declared(OWN_METRICS, folders)).map(({ id }) => id),
    areas: [
      ...ownAreas(declared(OWN_AREAS, folders)).map(({ area }) => area),
      ...ownSuccessions(declared(SUCCESSIONS, folders)).map(({ to }) => to),
    ],
  });
  const [own, kept] = [idsOf([path.join(local, 'loads', load)]), idsOf(others)];
  const gone = {
    metrics: new Set(own.metrics.filter((id) => !kept.metrics.includes(id))),
    areas: new Set(own.areas.filter((id) => !kept.areas.includes(id))),
  };
  if (gone.metrics.size + gone.areas.size === 0) return;
  const needing = new Map<string, string[]>();
  for (const folder of others) {
    const { waits, other } = openStore(folder);
    const areas = ownAreas(declared(OWN_AREAS, [folder])).flatMap(({ members }) => members);
    const ending = ownSuccessions(declared(SUCCESSIONS, [folder])).map(({ area }) => area);
    const used = new Set([
      ...[...waits, ...other].flatMap(({ metric, area }) => [
        ...(gone.metrics.has(String(metric)) ? [`figures of ${metric}`] : []),
        ...(gone.areas.has(String(area)) ? [`figures of ${area}`] : []),
      ]),
      ...areas.filter((id) => gone.areas.has(id)).map((id) => `an own area with ${id}`),
      ...ending.filter((id) => gone.areas.has(id)).map((id) => `what becomes of ${id}`),
    ]);
    for (const what of used) needing.set(what, [...(needing.get(what) ?? []), path.basename(folder)]);
  }
  const [first] = needing;
  if (first === undefined) return;
  const [what, holding] = first;
  const id = what.split(' ').at(-1);
  const has =
    what === `figures of ${id}`
      ? `of which ${holding.join(', ')} has figures`
      : `${holding.join(', ')} has ${what}`;
  throw new Error(`${load} declares ${id}, ${has}; undo that first`);
}
