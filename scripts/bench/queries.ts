import type { Profile } from '../../data/contract.ts';
import { buildApp } from '../../server/app.ts';
import { Database } from '../../server/db.ts';
import { defaultDatabase } from '../inputs.ts';
import { median, type Row, ratios } from './table.ts';

const ROUNDS = 60;

const MONTHS = Array.from(
  { length: ROUNDS },
  (_, i) => `${2016 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
);
const METRICS = [
  '62-day-wait',
  '31-day-wait',
  'two-week-wait',
  'two-week-breast',
  '31-day-drugs',
  '31-day-surgery',
];

type Query = readonly [name: string, values: Record<string, string>];
/** An address, and the queries that any answer to it needs, as its body tells. */
type Question = { url: string; queries: (body: string) => readonly Query[] };

const at = <T>(list: readonly T[], index: number) => list[index % list.length] as T;

/** Sixty snapshots, each asked once: no answer can come from the cache. */
const snapshots = MONTHS.map((period, i): Question => {
  const metric = at(METRICS, i);
  return {
    url: `/api/snapshot?level=ccg&metric=${metric}&period=${period}`,
    queries: () => [['snapshot', { metric, period, group: 'all' }]],
  };
});

const AREAS = [
  '02N',
  '05L',
  '99C',
  '11J',
  'wessex',
  'west-yorkshire',
  'peninsula',
  'east-midlands',
  'region-south',
  '06H',
];

const trends = Array.from({ length: ROUNDS }, (_, i): Question => {
  const [metric, area] = [at(METRICS, i), at(AREAS, Math.floor(i / METRICS.length))];
  return {
    url: `/api/trend?area=${area}&grain=month&metric=${metric}`,
    queries: () => [['trend', { metric, areas: `england,${area}`, grain: 'month', group: 'all' }]],
  };
});

/** Spreads by month: the longest series of all areas. */
const spreads = MONTHS.map((period, i): Question => {
  const metric = at(METRICS, i);
  return {
    url: `/api/spread?level=ccg&metric=${metric}&period=${period}`,
    queries: () => [
      ['snapshot', { metric, period, group: 'all' }],
      ['spread', { metric, level: 'ccg', grain: 'month', group: 'all' }],
      ['deprivation', {}],
    ],
  };
});

const profiles = Array.from({ length: ROUNDS }, (_, i): Question => {
  const [area, year] = [at(AREAS, i), 2016 + (Math.floor(i / AREAS.length) % 5)];
  const confidence = i < ROUNDS / 2 ? '95' : '99.8';
  return {
    url: `/api/profile?area=${area}&period=fy${year}-${year - 1999}&confidence=${confidence}`,
    queries: (body) => {
      const { rows } = JSON.parse(body) as Profile;
      const chosen = rows.flatMap(({ metric, period }) => (period ? [`${metric} ${period}`] : [])).join(',');
      return [
        ['profile', { area }],
        ['beside', { chosen, noted: `england,${area}` }],
      ];
    },
  };
});

/** The first answer of the whole server, compressed, against its bare queries, both in this process. */
async function compare(what: string, questions: readonly Question[]): Promise<Row> {
  const database = await Database.open(defaultDatabase());
  const app = await buildApp({ every: 0, perSecond: 0 });
  const [answers, bare]: [number[], number[]] = [[], []];
  try {
    for (const { url, queries } of questions) {
      const asked = performance.now();
      const reply = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
      const answered = performance.now();
      if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.statusCode} ${reply.body}`);
      const needed = queries((await app.inject({ url })).body);
      const began = performance.now();
      for (const [name, values] of needed) await database.rows(name, values);
      bare.push(performance.now() - began);
      answers.push(answered - asked);
    }
  } finally {
    await app.close();
    database.close();
  }
  const warm = answers.slice(5);
  const ratio = median(ratios(warm, bare.slice(5)));
  return {
    what: `first ${what} / its bare queries`,
    measured: `${ratio.toFixed(2)}; ${median(warm).toFixed(1)} ms, slowest ${Math.max(...warm).toFixed(1)} ms`,
    budget: 'at most 3, under 100 ms',
    met: ratio <= 3 && Math.max(...warm) < 100,
  };
}

/** The first answers of every kind of question. */
export async function benchQueries(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, questions] of Object.entries({
    snapshot: snapshots,
    trend: trends,
    'spread by month': spreads,
    profile: profiles,
  }))
    rows.push(await compare(what, questions));
  return rows;
}
