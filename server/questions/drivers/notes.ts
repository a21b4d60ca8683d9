import type { Metric } from '../../../data/metrics/index.ts';
import type { Period } from '../../../data/periods.ts';
import { formatCount } from '../../../data/text/format.ts';
import type { Geography } from '../../dataset/geography.ts';
import { summed } from '../../stats/arithmetic.ts';
import { besideOf, gap, notesOf, type Row } from '../shared/figures.ts';
import type { Side } from './changed.ts';
import { countsOf, inWords, sumTo } from './counts.ts';
import type { Told } from './gap.ts';

/** What is told of a CCG that counts in more than one Alliance. */
function countedTwice(geography: Geography, area: string, { start }: Period): string[] {
  const alliances = geography.parentsOf(area, start);
  if (alliances.length < 2) return [];
  const names = alliances.map((each) => geography.areaAt(each, start)?.name ?? each);
  return [`Counted whole in each of ${inWords(names)}`];
}

/** Each CCG of an Alliance in a period with its row, or a gap with its reason, and its notes. */
export const toldOf = (geography: Geography, metric: Metric, { members, period, rowOf }: Side): Told[] =>
  members.map(({ area, name }) => {
    const row = rowOf.get(area) ?? gap(area, 'No figure was published for this area and period.');
    const ofArea = geography.notesOf(area, period.start, period.end);
    return {
      name,
      row,
      notes: [...notesOf(row, ofArea, besideOf(metric, 'ccg')), ...countedTwice(geography, area, period)],
    };
  });

/** How much of an Alliance the CCGs with a figure make up, where that is not all. */
export function partNotes(ccgs: readonly Told[], alliance: Row, metric: Metric): string[] {
  const whole = countsOf(alliance);
  const counts = ccgs.flatMap(({ row }) => countsOf(row) ?? []);
  if (whole === null || metric.kind !== 'proportion' || sumTo(counts, whole)) return [];
  const { numerator, denominator } = summed(counts);
  const part = (some: number, of: number) => `${formatCount(some)} of ${formatCount(of)}`;
  return [
    `The CCGs with a figure make up ${part(denominator, whole.denominator)} ${metric.outOf} in the Alliance, and ${part(numerator, whole.numerator)} ${metric.of}. Shares and whole people are of these CCGs.`,
  ];
}
