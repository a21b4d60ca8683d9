import type { Drivers } from '../contract/index.ts';
import type { Metric } from '../metrics/index.ts';
import { formatCount, formatRound, formatValue } from './format.ts';
import { areasNoun, hasHave, isAre } from './words.ts';

const people = (count: number) => `${formatCount(count)} ${count === 1 ? 'person' : 'people'}`;

/** The size of an Alliance’s gap and what it is made of: the CCGs short of the target, less what the others have to spare. */
export function driversSentence(metric: Metric, { alliance, level, rows, rest, target }: Drivers): string {
  if (alliance.people === null || target?.value == null) return '';
  const [only, ...others] = rows;
  if (only && others.length === 0 && only.people === alliance.people) {
    const its = `Its one ${areasNoun(level, 1)}`;
    const aim = formatRound(metric, target.value);
    if (only.people === 0) return `${its} is at ${aim} exactly.`;
    return only.people > 0
      ? `${its} is short of ${aim} by ${people(only.people)}: the Alliance’s gap is its own.`
      : `${its} has ${people(-only.people)} to spare over ${aim}.`;
  }
  const short = rows.filter(({ people }) => people !== null && people > 0);
  const spare = rows.filter(({ people }) => people !== null && people < 0);
  const sum = (some: Drivers['rows']) => some.reduce((total, row) => total + Math.abs(row.people ?? 0), 0);
  const aim = formatRound(metric, target.value);
  const areas = (count: number) => `${count} ${areasNoun(level, count)}`;
  const missed =
    short.length === 0
      ? `No ${areasNoun(level, 1)} is short of ${aim}`
      : `${areas(short.length)} ${isAre(short.length)} short of ${aim} by ${people(sum(short))}`;
  const toSpare =
    spare.length === 0
      ? ''
      : `; ${areas(spare.length)} ${hasHave(spare.length)} ${people(sum(spare))} to spare`;
  const unknown = rows.filter((row) => row.people === null && row.status !== 'no-patients').length;
  const part = rest?.people ?? 0;
  const one = unknown === 1;
  const adds =
    part > 0 ? `${one ? 'adds' : 'add'} ${people(part)}` : `${hasHave(unknown)} ${people(-part)} to spare`;
  const left =
    unknown === 0
      ? ''
      : part === 0
        ? `; ${areas(unknown)} ${hasHave(unknown)} no figure`
        : `; ${areas(unknown)} without a figure of the whole period ${adds}`;
  const net = alliance.people;
  if (short.length > 0 && spare.length === 0 && unknown === 0) return `${missed}: the Alliance’s whole gap.`;
  const total = net > 0 ? `is short of ${aim} by ${people(net)}` : `has ${people(-net)} to spare`;
  return `${missed}${toSpare}${left}. The Alliance as a whole ${total}.`;
}

/**
 * What the drivers found, as a heading: how many of the CCGs make half of what is missing, and what the others have to
 * spare, so that both sides of the rows are in it.
 */
export function driversHeading(metric: Metric, drivers: Drivers): string {
  const { alliance, level, rows, target } = drivers;
  const [one, many] = [areasNoun(level, 1), areasNoun(level, 2)];
  if (drivers.reason !== null || alliance.people === null || target?.value == null)
    return `${metric.label}: who makes the gap cannot be said`;
  const short = rows.filter(({ people }) => people !== null && people > 0);
  const whose = rows.length === 1 ? `Its one ${one}` : `Every ${one}`;
  const all = rows.every(({ people }) => people !== null) ? whose : `${whose} with a figure`;
  if (short.length === 0) return `${all} is at ${formatRound(metric, target.value)} or beyond`;
  const whole = short.reduce((total, row) => total + (row.people ?? 0), 0);
  const { count, sum } = fewestFor(short, whole / 2);
  const aim = formatRound(metric, target.value);
  const who = count === 1 ? `One ${one} makes` : `${count} ${many} make`;
  const share = sum === whole ? 'all' : formatCount(sum);
  const missed =
    short.length === 1
      ? `${rows.length === 1 ? 'Its one' : 'One'} ${one} is short of ${aim}, by ${people(whole)}`
      : `${who} ${share} of the ${people(whole)} by which ${short.length} ${many} are short of ${aim}`;
  const spare = rows.filter(({ people }) => people !== null && people < 0);
  const beyond = spare.reduce((total, row) => total - (row.people ?? 0), 0);
  if (spare.length === 0) return missed;
  return `${missed}; ${spare.length === 1 ? 'one' : spare.length} ${hasHave(spare.length)} ${formatCount(beyond)} to spare`;
}

/** The fewest CCGs that together are short of the target by so many people, and by how many they are. */
function fewestFor(short: Drivers['rows'], wanted: number): { count: number; sum: number } {
  const largest = short.map((row) => row.people ?? 0).sort((one, other) => other - one);
  let [count, sum] = [0, 0];
  for (const each of largest) {
    if (sum >= wanted) break;
    sum += each;
    count++;
  }
  return { count, sum };
}

/** A change of a share with its sign, in points: `+1.2`; without one where it shows as none. */
export function signedPoints(metric: Metric, change: number): string {
  const points = Math.abs(100 * change).toFixed(metric.decimals);
  return Number(points) === 0 ? points : `${change < 0 ? '−' : '+'}${points}`;
}

/** How the Alliance’s share changed since the baseline: by the ${areasNoun(level, 2)}’ own change, and by their changing weight. */
export function changeSentence(
  metric: Metric,
  { change, baseline, changeReason, alliance, level, rows }: Drivers,
  from: string,
): string {
  if (change === null || baseline === null || alliance.value === null)
    return `How it changed since a year before cannot be told. ${changeReason ?? ''}`.trim();
  const signed = (points: number) => `${signedPoints(metric, points)} points`;
  const whole = `The Alliance went from ${formatValue(metric, baseline.value)} in ${from} to ${formatValue(metric, alliance.value)}: ${signed(change.all)} before rounding`;
  if (rows.length === 1) return `${whole}.`;
  return `${whole}, of which the ${areasNoun(level, 2)}’ own change made ${signed(change.own)} and how many of the people each has ${signed(change.weight)}.`;
}
