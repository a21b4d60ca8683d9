import type { Snapshot, SnapshotArea } from '../../data/contract/index.ts';
import { differs } from '../../data/difference.ts';
import { type Metric, metric as metricOf } from '../../data/metrics/index.ts';
import { endOf } from '../../data/periods.ts';
import { gapWords } from '../../data/text/format.ts';
import { byLetters } from '../../data/text/order.ts';
import { areasNoun, briefName, periodBrief } from '../../data/text/words.ts';

/** An area of the later of two periods beside itself in the earlier one; `change` is later less earlier, in its unit. */
export type Change = {
  area: SnapshotArea;
  before: SnapshotArea | undefined;
  change: number | null;
  /** Whether it changed beyond chance; null where that cannot be told. */
  sure: boolean | null;
};

/** Two snapshots in the order of time. */
export const inOrder = (one: Snapshot, other: Snapshot): readonly [earlier: Snapshot, later: Snapshot] =>
  endOf(one.query.period) <= endOf(other.query.period) ? [one, other] : [other, one];

/**
 * How areas changed between two periods, what improved most first (what rose most, where neither is better), and those
 * without a figure of the same area in both at the end. An area is the same where its code and its outline are.
 */
export function changesBetween(earlier: Snapshot, later: Snapshot): Change[] {
  const { polarity } = metricOf(later.query.metric);
  const turn = polarity === 'lower' ? 1 : -1;
  const known = new Map(earlier.areas.map((area) => [area.area, area]));
  return later.areas
    .map((area): Change => {
      const same = known.get(area.area);
      const before = same && same.shapes.join() === area.shapes.join() ? same : undefined;
      if (before?.value == null || area.value === null) return { area, before, change: null, sure: null };
      return { area, before, change: area.value - before.value, sure: differs(area, before) };
    })
    .sort(
      (one, other) =>
        Number(one.change === null) - Number(other.change === null) ||
        turn * ((one.change ?? 0) - (other.change ?? 0)) ||
        byLetters(briefName(one.area.name), briefName(other.area.name)),
    );
}

type Direction = 'up' | 'down' | 'same' | 'unknown';

/** Which way a figure went: `same` where it is no more than chance could give. */
const directionOf = ({ change, sure }: Change): Direction =>
  change === null ? 'unknown' : sure === false || change === 0 ? 'same' : change > 0 ? 'up' : 'down';

const GLYPHS: Record<Direction, string> = { up: '▲', down: '▼', same: '●', unknown: '○' };

/** The glyph that goes with a change. */
export const changeGlyph = (change: Change) => GLYPHS[directionOf(change)];

/** A change in words: `Rose by 3.1 points`, `Fell by 0.4 points, no more than by chance`; why there is none. */
export function changeWords(metric: Metric, change: Change): string {
  if (change.change === null)
    return change.before === undefined
      ? 'Another area in the other period'
      : 'No figure in one of the periods';
  if (change.change === 0) return 'The same';
  const words = `${change.change > 0 ? 'Rose' : 'Fell'} by ${gapWords(metric, Math.abs(change.change))}`;
  return change.sure === false ? `${words}, no more than by chance` : words;
}

/** What changed between two periods, in a sentence or two; what is not comparable is said. */
export function changesFinding(
  metric: Metric,
  earlier: Snapshot,
  later: Snapshot,
  all: readonly Change[],
): string[] {
  const [from, to] = [periodBrief(earlier.query.period), periodBrief(later.query.period)];
  const compared = all.filter(({ change }) => change !== null);
  const noun = areasNoun(later.query.level, compared.length);
  const count = (direction: Direction) => compared.filter((each) => directionOf(each) === direction).length;
  const broken = metric.breaks.find(
    ({ from: start }) => start > endOf(earlier.query.period) && start <= endOf(later.query.period),
  );
  const [first] = compared;
  return [
    compared.length === 0
      ? `No ${areasNoun(later.query.level, 1)} has a figure in both ${from} and ${to}.`
      : `Of ${compared.length} ${noun} with a figure in both, ${count('up')} rose and ${count('down')} fell between ${from} and ${to} by more than chance; ${count('same')} did not change beyond chance.`,
    first && metric.polarity !== 'none' ? `${first.area.name} improved most.` : '',
    broken ? `The two are not wholly comparable. ${broken.reason}` : '',
  ].filter((sentence) => sentence !== '');
}
