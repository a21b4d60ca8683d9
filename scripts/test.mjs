import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { exit, program, quietly, ROOT, StepFailed, since, start } from './house.mjs';
import { packages, prepare } from './prepare.mjs';

const quick = process.argv.includes('--quick');
if (process.argv.includes('--long')) process.env.LONG = '1';

const CHROMIUM = process.env.CHROMIUM
  ? [process.env.CHROMIUM]
  : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const SLOWEST = 10;
/** How many seconds of tests the quick part takes, by the last whole run: two files at a time in half a minute. */
const QUICK = 60;

/** Only what changed since the last run has its types checked anew, and what depends on it. */
const SINCE_LAST = ['--incremental', '--tsBuildInfoFile', '.build/types.tsbuildinfo'];

const passed = { passed: 1, failed: 0, skipped: 0, tests: [] };
const failed = { passed: 0, failed: 1, skipped: 0, tests: [] };

/** A function that passes unless a step of it fails, which then says why. */
async function steps(make) {
  try {
    await make();
    return passed;
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(`\n${error.message.trim()}`);
    return failed;
  }
}

const reportOf = (name) => path.join(ROOT, `.build/test/${name}.json`);
const filesIn = (folder, options) =>
  existsSync(folder)
    ? readdirSync(folder, { ...options, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
    : [];
const seconds = ({ assertionResults }) =>
  assertionResults.reduce((total, { duration = 0 }) => total + duration, 0) / 1000;

/**
 * The files of units to run in the quick part: the quickest of the last whole run, and whatever their time those that
 * failed in it, are newer, or whose folder of sources holds something newer. None named, which is all, where there was no
 * whole run.
 */
function quickFiles() {
  if (!existsSync(reportOf('unit'))) return [];
  const { startTime, testResults } = JSON.parse(readFileSync(reportOf('unit'), 'utf8'));
  const newer = (file) => statSync(file).mtimeMs > startTime;
  const units = filesIn(path.join(ROOT, 'test'), { recursive: true })
    .map((file) => path.relative(ROOT, file))
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.startsWith(path.join('test', 'e2e')));
  const before = new Map(testResults.map((result) => [path.relative(ROOT, result.name), result]));
  const needed = (file) =>
    before.get(file)?.status !== 'passed' ||
    newer(path.join(ROOT, file)) ||
    filesIn(path.join(ROOT, path.relative('test', path.dirname(file)))).some(newer);
  const chosen = units.filter(needed);
  const others = units
    .filter((file) => !chosen.includes(file))
    .map((file) => ({ file, time: seconds(before.get(file)) }))
    .sort((a, b) => a.time - b.time);
  let total = 0;
  for (const { file, time } of others) {
    total += time;
    if (total <= QUICK) chosen.push(file);
  }
  console.log(
    `Left to npm test: the ${units.length - chosen.length} slowest of ${units.length} files of units`,
  );
  return chosen;
}

/** What vitest counted. A file that could not run, no test at all, or a crash is a failure. */
async function vitest(name, ...args) {
  const file = reportOf(name);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const code = await exit(
    start(
      program('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args),
    ),
  );
  if (!existsSync(file)) return failed;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const count = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    tests: report.testResults.flatMap(({ name: where, assertionResults }) =>
      assertionResults.map(({ fullName, duration = 0 }) => ({
        name: `${path.relative(ROOT, where)}: ${fullName}`,
        duration,
      })),
    ),
  };
  const silent = count.failed === 0 && (code !== 0 || count.passed === 0);
  return silent ? { ...count, failed: 1 } : count;
}

/** What runs, one group after the other; the members of a group side by side. A group needs those before it to be built. */
const GROUPS = [
  {
    types: () =>
      steps(() => quietly(program('typescript', '--noEmit', '-p', 'tsconfig.json', ...SINCE_LAST))),
    lint: () => steps(() => quietly(program('@biomejs/biome', 'check'))),
    unused: () => steps(() => quietly(program('knip', '--no-progress', '--treat-config-hints-as-errors'))),
    build: () => steps(() => prepare(quick ? ['compile', 'dataset'] : undefined)),
  },
  quick ? { unit: () => vitest('quick', ...quickFiles()) } : { unit: () => vitest('unit') },
  ...(quick ? [] : [{ browser: () => vitest('e2e', '--config', 'vitest.e2e.config.ts') }]),
];

/** Ends at once, with one line that says what to do. */
function stop(reason) {
  if (reason !== undefined) console.error(reason);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

if (!quick) {
  const chromium = CHROMIUM.find((file) => existsSync(file));
  if (chromium === undefined)
    stop(
      `No Chromium at ${CHROMIUM.join(' or ')}: apt-get install chromium, or name one in CHROMIUM=/path/to/chromium. npm run check does without.`,
    );
  process.env.CHROMIUM = chromium;
}
if ((await steps(packages)) === failed) stop();

const results = [];
for (const group of GROUPS) {
  if (results.some(({ name, failed: count }) => name === 'build' && count > 0)) {
    console.error(`\nNot run, because the build failed: ${Object.keys(group)}`);
    continue;
  }
  console.log(`\n── ${Object.keys(group).join(', ')} ──`);
  const run = async ([name, make]) => {
    const from = performance.now();
    const result = await make().catch((error) => {
      console.error(error);
      return failed;
    });
    return { name, ...result, took: since(from) };
  };
  results.push(...(await Promise.all(Object.entries(group).map(run))));
}

console.log(`\n── the ${SLOWEST} slowest tests ──`);
const slowest = results.flatMap(({ tests }) => tests).sort((a, b) => b.duration - a.duration);
for (const { name, duration } of slowest.slice(0, SLOWEST))
  console.log(`${(duration / 1000).toFixed(1).padStart(6)} s  ${name}`);

const sum = (key) => results.reduce((total, result) => total + result[key], 0);

console.log('\n── summary ──');
for (const one of results)
  console.log(
    `${one.name.padEnd(8)} ${one.passed} passed, ${one.failed} failed, ${one.skipped} skipped (${one.took})`,
  );
process.exitCode = sum('failed') === 0 ? 0 : 1;
console.log(`${sum('skipped')} skipped`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
