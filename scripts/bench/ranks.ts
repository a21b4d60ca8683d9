import { Database } from '../../server/dataset/database.ts';
import { ranks } from '../../server/stats/ranks.ts';
import { variation } from '../../server/stats/variation.ts';
import { defaultDatabase } from '../build/inputs.ts';
import { median, type Row, spread } from './table.ts';

const ROUNDS = 30;
const WARM = 5;

type Figure = {
  area: string;
  value: number | null;
  lower: number | null;
  upper: number | null;
  numerator: number | null;
  denominator: number | null;
};
type Unit = { [Column in keyof Figure]: NonNullable<Figure[Column]> };

/** Milliseconds that work takes, once it is warm. */
function timed(work: () => void): number[] {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + WARM; round++) {
    const started = performance.now();
    work();
    if (round >= WARM) times.push(performance.now() - started);
  }
  return times;
}

/** The simulations of a first snapshot and a first spread: places with their ranges, and whether areas differ by chance. */
export async function benchRanks(): Promise<Row[]> {
  const database = await Database.open(defaultDatabase());
  const unitsOf = async (period: string) => {
    const rows = await database.rows<Figure>('snapshot', { metric: '62-day-wait', period, group: 'all' });
    return rows.filter((row): row is Unit => /^\d\d[A-Z]$/.test(row.area) && row.lower !== null);
  };
  const [year, month] = await Promise.all([unitsOf('fy2016-17'), unitsOf('2016-04')]).finally(() =>
    database.close(),
  );
  const { reference } = variation(month);
  if (reference !== 'simulated')
    throw new Error(`heterogeneity of ${month.length} CCGs was read from ${reference}`);
  const simulated = timed(() => variation(month));
  return [
    {
      what: `ranks of ${year.length} CCGs with their ranges (500 draws)`,
      measured: `${spread(timed(() => ranks(year, 'highest')))} ms`,
      budget: '',
      met: null,
    },
    {
      what: `heterogeneity of ${month.length} CCGs by month (2,000 draws)`,
      measured: `${spread(simulated)} ms`,
      budget: 'under 30 ms',
      met: median(simulated) < 30,
    },
  ];
}
