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

type Question = { url: string; sql: string; values: Record<string, string> };

const at = <T>(list: readonly T[], index: number) => list[index % list.length] as T;

/** Sixty snapshots, each asked once: no answer can come from the cache. */
const snapshots = MONTHS.map((period, i): Question => {
  const metric = at(METRICS, i);
  return {
    url: `/api/snapshot?level=ccg&metric=${metric}&period=${period}`,
    sql: 'snapshot',
    values: { metric, period, group: 'all' },
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
    sql: 'trend',
    values: { metric, areas: `england,${area}`, grain: 'month', group: 'all' },
  };
});

/** The first answer of the whole server, compressed, against its bare query, both in this process. */
async function compare(what: string, questions: readonly Question[]): Promise<Row> {
  const database = await Database.open(defaultDatabase());
  const app = await buildApp({ every: 0, perSecond: 0 });
  const [answers, queries]: [number[], number[]] = [[], []];
  try {
    for (const { url, sql, values } of questions) {
      const asked = performance.now();
      const reply = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
      const answered = performance.now();
      if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.statusCode} ${reply.body}`);
      await database.rows(sql, values);
      queries.push(performance.now() - answered);
      answers.push(answered - asked);
    }
  } finally {
    await app.close();
    database.close();
  }
  const warm = answers.slice(5);
  const ratio = median(ratios(warm, queries.slice(5)));
  return {
    what: `first ${what} / its bare query`,
    measured: `${ratio.toFixed(2)}; ${median(warm).toFixed(1)} ms, slowest ${Math.max(...warm).toFixed(1)} ms`,
    budget: 'at most 3, under 100 ms',
    met: ratio <= 3 && Math.max(...warm) < 100,
  };
}

/** The first answers of snapshot and trend. */
export async function benchQueries(): Promise<Row[]> {
  return [await compare('snapshot', snapshots), await compare('trend', trends)];
}
