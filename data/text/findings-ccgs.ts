import type { Drivers, Spread } from '../contract/index.ts';
import { every, factAt, inARow, type Said, say, type Told } from './findings-say.ts';
import { metricIn, topicOf } from './findings-topic.ts';
import { formatCount, formatRound, formatValue } from './format.ts';
import { areasNoun, shareWords } from './spread-parts.ts';

const shortName = (name: string) => name.replace(/^NHS (.*) CCG$/, '$1');

/** How many of the rows, from the first on, hold at least half of the gap; those that tie with the last are with them. */
function atLeastHalf(rows: Drivers['rows']): number {
  const shares = rows.flatMap(({ shareOfGap }) => shareOfGap ?? []);
  let [count, sum] = [0, 0];
  while (count < shares.length && sum < 0.5) sum += shares[count++] ?? 0;
  while (count < shares.length && shares[count] === shares[count - 1]) count++;
  return count;
}

/** Which CCGs make at least half of an Alliance's gap to the standard; null where there is no standard or no counts. */
export function gapMakers(drivers: Told<Drivers>): Said | null {
  const { rows, target, reason, alliance } = drivers.reply;
  if (reason !== null || target?.value == null) return null;
  const metric = metricIn(drivers.reply);
  const aim = factAt(drivers, ['target', 'value'], (value) => formatRound(metric, value));
  const figures = factAt(drivers, ['rows', 'value', 'length'], formatCount);
  if (figures.value === 0) return null;
  const start = topicOf(drivers.reply);
  const noun = areasNoun('ccg', figures.value);
  const short = factAt(drivers, ['rows', 'shareOfGap', 'length'], formatCount);
  const all = say`${every(figures, noun)} of ${alliance.name}`;
  if (short.value === 0) return say`${start}, ${all} reached the standard of ${aim}.`;
  const some = say`${short} of the ${figures} ${noun} of ${alliance.name}`;
  const misses = say`${start}, ${short.value === figures.value ? all : some} missed the standard of ${aim}`;
  const half = atLeastHalf(rows);
  const names = inARow(rows.slice(0, half).map(({ name }) => shortName(name)));
  if (half === short.value) return say`${misses}: ${names}.`;
  const first = ['rows', `:${half}`];
  const many = factAt(drivers, [...first, 'length'], formatCount);
  const share = factAt(drivers, [...first, 'shareOfGap', 'sum'], (value) => shareWords(value).toLowerCase());
  const account = half === 1 ? 'accounts' : 'account';
  return say`${misses}; ${many} of these ${account} for ${share} of their gap to it: ${names}.`;
}

/** How far CCGs vary, and how many lie further from England than chance would put them; null where none has a figure. */
export function variation(spread: Told<Spread>): Said | null {
  const { funnel, illustrative, query, variation: v, against } = spread.reply;
  if (illustrative || v.p10 === null || v.p90 === null) return null;
  const metric = metricIn(spread.reply);
  const shown = (key: string) => factAt(spread, ['variation', key], (value) => formatValue(metric, value));
  const areas = factAt(spread, ['variation', 'areas'], formatCount);
  const noun = areasNoun(query.level, areas.value);
  const middle = say`${topicOf(spread.reply)}, the middle eight in ten of ${areas} ${noun} lay between ${shown('p10')} and ${shown('p90')}.`;
  if (!funnel) return middle;
  const outside = factAt(spread, ['funnel', 'before', 'outside998'], formatCount);
  const expected = factAt(spread, ['funnel', 'expected998'], (value) => value.toFixed(1));
  const lie = outside.value === 1 ? 'lies' : 'lie';
  return say`${middle} ${outside} ${lie} further from ${against} than chance allows (outside the 99.8% limits); chance alone would put ${expected} there.`;
}
