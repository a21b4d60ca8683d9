import { Database } from '../../server/dataset/database.ts';
import { ranks } from '../../server/stats/ranks.ts';
import { defaultDatabase } from '../build/inputs.ts';
import { type Row, spread } from './table.ts';

const ROUNDS = 30;
const WARM = 5;

type Figure = {
  area: string;
  group: string;
  value: number | null;
  lower: number | null;
  upper: number | null;
};
type Unit = { value: number; lower: number; upper: number };

/** The simulation that gives each CCG's place its plausible range, on the figures of one year. */
export async function benchRanks(): Promise<Row[]> {
  const database = await Database.open(defaultDatabase());
  const rows = await database
    .rows<Figure>('snapshot', { metric: '62-day-wait', period: 'fy2016-17', group: 'all' })
    .finally(() => database.close());
  const units = rows.filter(
    (row): row is Figure & Unit => /^\d\d[A-Z]$/.test(row.area) && row.value !== null && row.lower !== null,
  );
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + WARM; round++) {
    const started = performance.now();
    ranks(units, 'highest');
    if (round >= WARM) times.push(performance.now() - started);
  }
  return [
    {
      what: `ranks of ${units.length} CCGs with their ranges (500 draws)`,
      measured: `${spread(times)} ms`,
      budget: '',
      met: null,
    },
  ];
}
