import { fetched } from './fetched.ts';
import { residentMegabytes, serve } from './server.ts';
import { median, type Row } from './table.ts';

const SMALLEST = 'peninsula';
const LARGEST = 'west-midlands';
/** One after another, so that no pack is one that was made before. */
const PERIODS = ['fy2014-15', 'fy2015-16', 'fy2016-17', 'fy2017-18', 'fy2018-19', 'fy2019-20'];
/** Milliseconds: of a pack alone, of twenty at once, and of an ordinary answer meanwhile, at the 99th of 100. */
const [ALONE, TOGETHER, ORDINARY] = [300, 3000, 30];
const AT_ONCE = 20;
const QUIET = 40;
/** Milliseconds between ordinary questions, so that none is asked twice before the packs are there. */
const PAUSE = 60;
const METRICS = ['62-day-wait', '31-day-wait', 'two-week-wait', '31-day-surgery', '31-day-drugs'];
const MONTHS = 60;

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;

/** A file of an Alliance for each period, the first left out as it warms the worker. */
async function files(url: string, area: string, ending: string) {
  const took = [];
  for (const period of PERIODS)
    took.push(await fetched(`${url}/api/pack/${area}.${ending}?period=${period}`));
  return took.slice(1);
}

async function row(url: string, area: string, ending: string): Promise<Row> {
  const took = await files(url, area, ending);
  const times = took.map(({ milliseconds }) => milliseconds);
  const size = median(took.map(({ bytes }) => bytes / 1024));
  return {
    what: `${ending === 'pptx' ? 'board pack' : 'workbook'} of ${area}, never made before`,
    measured: `${seconds(median(times))}, slowest ${seconds(Math.max(...times))}; ${size.toFixed(0)} KB`,
    budget: ending === 'pptx' ? `at most ${seconds(ALONE)}` : 'none',
    met: ending === 'pptx' ? median(times) <= ALONE : null,
  };
}

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((one, other) => one - other)[Math.floor(share * (values.length - 1))] ?? Number.NaN;

/** A question that was not asked before: one month after another of one metric after another. */
function another(turn: number): string {
  const month = turn % MONTHS;
  const period = `${2016 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}`;
  const metric = METRICS[Math.floor(turn / MONTHS) % METRICS.length];
  return `/api/snapshot?level=alliance&metric=${metric}&period=${period}`;
}

/** Ordinary first answers from the given turn on, one after another until `done`: how long each took. */
async function ordinary(url: string, from: number, done: (asked: number) => boolean): Promise<number[]> {
  const took: number[] = [];
  while (!done(took.length)) {
    took.push((await fetched(url + another(from + took.length))).milliseconds);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return took;
}

const told = (took: readonly number[]) =>
  `${median(took).toFixed(0)} ms, 99 in 100 under ${percentile(took, 0.99).toFixed(0)} ms`;

/** Twenty packs at once, and how long ordinary answers take meanwhile. */
async function together(): Promise<Row[]> {
  const { url, child, stop } = await serve('server/main.js', '/api/health');
  try {
    const { alliances } = (await (await fetch(`${url}/api/areas`)).json()) as {
      alliances: { area: string }[];
    };
    const areas = ['england', ...alliances.map(({ area }) => area)].slice(0, AT_ONCE);
    const quiet = await ordinary(url, 0, (asked) => asked >= QUIET);
    let [ready, most] = [false, 0];
    const watch = setInterval(async () => {
      most = Math.max(most, await residentMegabytes(child.pid));
    }, 100);
    const started = performance.now();
    const packs = Promise.all(areas.map((area) => fetched(`${url}/api/pack/${area}.pptx`))).finally(() => {
      ready = true;
    });
    const meanwhile = await ordinary(url, QUIET, () => ready);
    await packs;
    const took = performance.now() - started;
    clearInterval(watch);
    return [
      {
        what: `${AT_ONCE} packs at once`,
        measured: `${seconds(took)}; at most ${most.toFixed(0)} MB held`,
        budget: `at most ${seconds(TOGETHER)}`,
        met: took <= TOGETHER,
      },
      {
        what: 'ordinary answers meanwhile',
        measured: `${told(meanwhile)} (before: ${told(quiet)})`,
        budget: `99 in 100 under ${ORDINARY} ms`,
        met: percentile(meanwhile, 0.99) < ORDINARY,
      },
    ];
  } finally {
    stop();
  }
}

/** Board packs and workbooks of the smallest and the largest Alliance, and twenty packs at once. */
export async function benchPacks(): Promise<Row[]> {
  const rows: Row[] = [];
  const { url, stop } = await serve('server/main.js', '/api/health');
  try {
    for (const ending of ['pptx', 'xlsx'])
      for (const area of [SMALLEST, LARGEST]) rows.push(await row(url, area, ending));
  } finally {
    stop();
  }
  return [...rows, ...(await together())];
}
