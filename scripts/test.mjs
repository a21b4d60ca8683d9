import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { exit, program, ROOT, StepFailed, since, start } from './house.mjs';
import { packages, prepare } from './prepare.mjs';

const quick = process.argv.includes('--quick');
const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

const passed = { passed: 1, failed: 0, skipped: 0 };
const failed = { passed: 0, failed: 1, skipped: 0 };

/** A command that passes or fails as one. */
const check = async (line) => ((await exit(start(line))) === 0 ? passed : failed);

/** A function that passes unless a step of it fails. */
async function steps(make) {
  try {
    await make();
    return passed;
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(error.message.trim());
    return failed;
  }
}

/** What vitest counted. A file that could not run, no test at all, or a crash is a failure. */
async function vitest(name, ...args) {
  const file = path.join(ROOT, `.build/test/${name}.json`);
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
  };
  const silent = count.failed === 0 && (code !== 0 || count.passed === 0);
  return silent ? { ...count, failed: 1 } : count;
}

async function browser() {
  const chromium = CHROMIUM.find((file) => file && existsSync(file));
  if (chromium === undefined) {
    console.error(
      'No Chromium found: apt-get install -y chromium, or name one in CHROMIUM=/path/to/chromium',
    );
    return failed;
  }
  process.env.CHROMIUM = chromium;
  return vitest('e2e', '--config', 'vitest.e2e.config.ts');
}

const SUITES = [
  ['types', () => check(program('typescript', '--noEmit', '-p', 'tsconfig.json'))],
  ['lint', () => check(program('@biomejs/biome', 'check'))],
  ['build', () => steps(() => prepare(quick ? ['compile', 'dataset'] : undefined))],
  ['unit', () => vitest('unit')],
  ...(quick ? [] : [['browser', browser]]),
];

if ((await steps(packages)) === failed) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const results = [];
for (const [name, run] of SUITES) {
  const from = performance.now();
  console.log(`\n── ${name} ──`);
  const result = await run().catch((error) => {
    console.error(error);
    return failed;
  });
  results.push({ name, ...result, took: since(from) });
}

const sum = (key) => results.reduce((total, result) => total + result[key], 0);

console.log('\n── summary ──');
for (const one of results) {
  console.log(
    `${one.name.padEnd(8)} ${one.passed} passed, ${one.failed} failed, ${one.skipped} skipped (${one.took})`,
  );
}
process.exitCode = sum('failed') === 0 ? 0 : 1;
console.log(`${sum('skipped')} skipped`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
