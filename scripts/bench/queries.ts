import { buildApp } from '../../server/app.ts';
import { Database } from '../../server/dataset/database.ts';
import { defaultDatabase } from '../build/inputs.ts';
import { QUESTIONS, type Question } from './questions.ts';
import { median, type Row, ratios } from './table.ts';

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
    await database.close();
  }
  const warm = answers.slice(5);
  const ratio = median(ratios(warm, bare.slice(5)));
  return {
    what: `first ${what} / its bare queries`,
    measured: `${ratio.toFixed(2)}; ${median(warm).toFixed(1)} ms, slowest ${Math.max(...warm).toFixed(1)} ms`,
    budget: 'at most 2, under 60 ms',
    met: ratio <= 2 && Math.max(...warm) < 60,
  };
}

/** The first answers of every kind of question. */
export async function benchQueries(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, questions] of Object.entries(QUESTIONS)) rows.push(await compare(what, questions));
  return rows;
}
