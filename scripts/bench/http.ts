import { type Load, rate } from './load.ts';
import { processorMilliseconds, residentMegabytes, serve } from './server.ts';
import { median, type Row, ratios, spread } from './table.ts';

const ROUNDS = 7;
const SECONDS = 2;
const SNAPSHOT = '/api/snapshot?level=ccg&metric=62-day-wait&period=fy2016-17';
const WEST_MIDLANDS = 'west-midlands&period=fy2016-17';
/** An answer of each kind, by the word for it. */
const ANSWERS: Readonly<Record<string, string>> = {
  snapshot: SNAPSHOT,
  spread: '/api/spread?level=ccg&metric=62-day-wait&period=fy2016-17',
  profile: '/api/profile?area=02N&period=fy2016-17',
  progress: `/api/progress?area=${WEST_MIDLANDS}`,
  findings: `/api/findings?area=${WEST_MIDLANDS}`,
  drivers: `/api/drivers?metric=62-day-wait&alliance=${WEST_MIDLANDS}`,
  scorecard: `/api/scorecard?alliance=${WEST_MIDLANDS}`,
};

const forSeconds = (_answers: number, seconds: number) => seconds >= SECONDS;

const PATHS = [
  ...Object.values(ANSWERS),
  '/alliances/west-midlands?period=fy2016-17',
  '/metrics/31-day-wait?period=fy2017-18',
  ...['2016-04', '2017-08', '2019-11', '2021-03'].map(
    (month) => `/api/snapshot?level=alliance&metric=31-day-wait&period=${month}`,
  ),
  ...['02N', '99C', 'west-midlands', 'england'].map(
    (area) => `/api/trend?area=${area}&grain=month&metric=two-week-wait`,
  ),
  '/api/areas',
  '/api/catalogue',
  '/api/boundaries/ccg',
];

/** Mixed requests, as a browser asks for them, and the server's memory after 10,000 and after 100,000 of them. */
async function memoryGrowth(url: string, pid: number | undefined): Promise<Row> {
  const mixed = async (amount: number) => {
    const each = Math.ceil(amount / PATHS.length / 10);
    for (let turn = 0; turn < 10; turn++)
      for (const path of PATHS)
        await rate(
          { url: url + path, headers: { 'accept-encoding': 'br' }, expect: 200 },
          (answers) => answers > each - 20,
          20,
        );
  };
  await mixed(10_000);
  const first = await residentMegabytes(pid);
  await mixed(90_000);
  const last = await residentMegabytes(pid);
  return {
    what: 'server memory after 100,000 mixed requests',
    measured: `${last.toFixed(0)} MB, ${first.toFixed(0)} MB after 10,000`,
    budget: 'no growth (5%)',
    met: last <= first * 1.05,
  };
}

/** Another build's server that is running, to be measured in the same rounds: its address, and its process for its memory. */
const { BESIDE, BESIDE_PID } = process.env;

/** The revalidation, then every cached answer, of a server. */
async function loadsOf(url: string): Promise<Load[]> {
  const headers = { 'accept-encoding': 'br' };
  const etag = (await fetch(url + SNAPSHOT, { headers })).headers.get('etag') ?? '';
  return [
    { url: url + SNAPSHOT, headers: { ...headers, 'if-none-match': etag }, expect: 304 },
    ...Object.values(ANSWERS).map((path): Load => ({ url: url + path, headers, expect: 200 })),
  ];
}

/**
 * The cached answer and the revalidation against a bare Fastify, and beside those of another build where its server is
 * named, in rounds that take turns.
 */
export async function benchHttp(): Promise<Row[]> {
  const bare = await serve('scripts/bench/bare.js', '/');
  const ours = await serve('server/main.js', '/api/health');
  try {
    const kilobytes = async (path: string) => (await (await fetch(ours.url + path)).text()).length / 1024;
    const loads = await loadsOf(ours.url);
    const others = BESIDE ? await loadsOf(BESIDE) : [];
    const all = [
      { pid: bare.child.pid, load: { url: `${bare.url}/`, expect: 200 } },
      ...loads.map((load) => ({ pid: ours.child.pid, load })),
      ...others.map((load) => ({ pid: Number(BESIDE_PID), load })),
    ];
    const rates: number[][] = all.map(() => []);
    // Answers to a millisecond of the server's own processor time: what reads them shares the machine, and takes longer for long ones.
    const costs: number[][] = all.map(() => []);
    for (let round = 0; round < ROUNDS; round++)
      for (const [index, { pid, load }] of all.entries()) {
        const before = await processorMilliseconds(pid);
        let answers = 0;
        const perSecond = await rate(load, (count, seconds) => {
          answers = count;
          return forSeconds(count, seconds);
        });
        rates[index]?.push(perSecond);
        costs[index]?.push(answers / ((await processorMilliseconds(pid)) - before));
      }
    const [hello = [], ...measured] = rates;
    const [helloCost = [], ...measuredCosts] = costs;
    const rowOf = (what: string, index: number, least: number): Row => {
      const [own, other] = [measured[index] ?? [], measured[loads.length + index]];
      return {
        what: `${what} / bare Fastify hello`,
        measured: `${spread(ratios(own, hello))}, by processor time ${spread(ratios(measuredCosts[index] ?? [], helloCost))}${other ? `; beside it ${spread(ratios(other, hello))}` : ''}`,
        budget: `at least ${least}`,
        met: median(ratios(own, hello)) >= least,
      };
    };
    const rows = [rowOf('304 revalidation', 0, 1)];
    for (const [index, [what, path]] of Object.entries(ANSWERS).entries()) {
      const size = (await kilobytes(path)).toFixed(0);
      rows.push(rowOf(`cached ${what} (${size} KB, brotli)`, index + 1, 0.75));
    }
    rows.push(await memoryGrowth(ours.url, ours.child.pid));
    if (BESIDE && BESIDE_PID) {
      const row = await memoryGrowth(BESIDE, Number(BESIDE_PID));
      rows.push({ ...row, what: `${row.what}, the server beside`, met: null });
    }
    return rows;
  } finally {
    bare.stop();
    ours.stop();
  }
}
