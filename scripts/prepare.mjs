import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { contents, npm, program, quietly, ROOT, StepFailed, since } from './house.mjs';

const LOCK = 'package-lock.json';
const STAMPS = path.join(ROOT, '.build/stamps.json');
const DATABASE = path.resolve(ROOT, process.env.DATABASE ?? 'data/build/cancer.duckdb');
const FACTS = ['data/metrics', 'data/periods.ts', 'data/geography', 'data/figures'];
const LOCAL = path.relative(ROOT, path.resolve(ROOT, process.env.DATA_DIR ?? 'data/local'));

const read = (file, otherwise) =>
  existsSync(path.join(ROOT, file)) ? JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) : otherwise;

/** Packages are stale where one that must be there is not, at the version of the lock file. */
function packagesStale() {
  const { packages: wanted } = read(LOCK);
  const { packages: installed } = read('node_modules/.package-lock.json', { packages: {} });
  return Object.entries(wanted).some(
    ([name, { version, optional }]) => name !== '' && !optional && installed[name]?.version !== version,
  );
}

const STEPS = {
  compile: {
    doing: 'Compiling the server',
    output: '.build/server/main.js',
    inputs: () =>
      contents(['data', 'scripts', 'server', 'tsconfig.json', 'tsconfig.build.json', LOCK], /\.(ts|json)$/),
    async make() {
      for (const folder of ['data', 'scripts', 'server'])
        rmSync(path.join(ROOT, '.build', folder), { recursive: true, force: true });
      await quietly(program('typescript', '-p', 'tsconfig.build.json', '--noEmitOnError'));
    },
  },
  dataset: {
    doing: 'Building the dataset',
    output: DATABASE,
    inputs: () =>
      DATABASE + contents([...FACTS, LOCAL, 'scripts', 'server/stats', LOCK], /\.(ts|sql|csv|gz|json)$/),
    make: () => quietly([process.execPath, '.build/scripts/data.js', 'build']),
  },
  client: {
    doing: 'Building the pages',
    output: 'client/dist/index.html',
    inputs: () =>
      contents(
        ['client', 'data', 'vite.config.ts', 'tsconfig.json', LOCK],
        /^(?!client\/dist|data\/(build|local|figures)\/)/,
      ),
    async make() {
      await quietly(program('vite', 'build', '--logLevel', 'warn'));
      const drawing = ['--ssr', 'server.tsx', '--outDir', '../.build/pages', '--emptyOutDir'];
      await quietly(program('vite', 'build', '--logLevel', 'warn', ...drawing));
    },
  },
};

async function timed(doing, make, say) {
  const from = performance.now();
  say(`${doing} …`);
  await make();
  say(`${doing}: done in ${since(from)}`);
}

/** What npm prints where the registry cannot be reached. */
const UNREACHABLE = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT)\b/;

/** Installs the packages where one is missing or of another version than the lock file's. */
export async function packages(say = console.log) {
  if (!packagesStale()) return;
  const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const install = () => quietly(npm('ci', '--include=dev', '--no-audit', '--no-fund', ...patience));
  await timed('Installing packages', install, say).catch((error) => {
    const [reason] = UNREACHABLE.exec(error.message) ?? [];
    if (reason === undefined) throw error;
    throw new StepFailed(
      `The packages cannot be installed, for npm's registry cannot be reached (${reason}): connect to the network, or name a mirror with npm config set registry URL, and run this again.`,
    );
  });
}

async function step(name, say) {
  const { doing, output, inputs, make } = STEPS[name];
  const stamp = inputs();
  const stamps = () => read('.build/stamps.json', {});
  if (stamps()[name] === stamp && existsSync(path.resolve(ROOT, output))) return;
  await timed(doing, make, say);
  if (!existsSync(path.resolve(ROOT, output))) throw new StepFailed(`${doing}: ${output} was not made`);
  mkdirSync(path.dirname(STAMPS), { recursive: true });
  writeFileSync(STAMPS, JSON.stringify({ ...stamps(), [name]: stamp }));
}

/**
 * Makes what is missing or stale, by the contents of what each is made from: packages, then the named steps of
 * `compile`, `dataset`, `client`; the pages beside the others. Says what it does; throws StepFailed with the output of
 * what failed, but with `lastGood` keeps a dataset that cannot be built anew.
 */
export async function prepare(names = Object.keys(STEPS), say = console.log, { lastGood = false } = {}) {
  await packages(say);
  const inTurn = async (some) => {
    for (const name of some) {
      if (!names.includes(name)) continue;
      const kept = lastGood && name === 'dataset' && existsSync(DATABASE);
      await step(name, say).catch((error) => {
        if (!kept || !(error instanceof StepFailed)) throw error;
        say(`${error.message.trim()}\nThe dataset could not be built anew: the last good one is served.`);
      });
    }
  };
  // Both are waited for, so that nothing goes on being built after a failure has been reported.
  const built = await Promise.allSettled([inTurn(['compile', 'dataset']), inTurn(['client'])]);
  const failure = built.find(({ status }) => status === 'rejected');
  if (failure) throw failure.reason;
}

/** Prepares, or says what failed and ends with exit code 1. */
export async function prepareOrExit(names, say, options) {
  try {
    await prepare(names, say, options);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(`\n${error.message.trim()}\n\nThe step above failed; nothing further was done.`);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await prepareOrExit();
  console.log('Ready: npm start serves it.');
}
