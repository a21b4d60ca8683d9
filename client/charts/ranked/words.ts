import type { Snapshot, SnapshotArea } from '../../../data/contract/index.ts';
import { comparisonPhrase } from '../../../data/text/figure.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import { sentences } from '../kit/notes.ts';

const KINDS: readonly SnapshotArea['comparison'][] = ['better', 'higher', 'similar', 'worse', 'lower'];

/** How many areas differ from what they are compared with: `40 CCGs: better than England. …`; empty where none is compared. */
export function comparisonCounts({ areas, against, query, illustrative }: Snapshot): string {
  if (illustrative) return '';
  const counted = KINDS.map((kind) => ({
    kind,
    count: areas.filter(({ comparison }) => comparison === kind).length,
  })).filter(({ count }) => count > 0);
  if (counted.length === 0)
    return sentences(areas.flatMap(({ comparisonReason }) => comparisonReason ?? []).slice(0, 1));
  const said = counted.map(({ kind, count }, index) => {
    const noun = index === 0 ? ` ${areasNoun(query.level, count)}` : '';
    const phrase = comparisonPhrase(kind, count === 1 ? against : against.replace(/^its /, 'their '));
    return `${count}${noun} ${count === 1 ? 'is' : 'are'} ${phrase[0]?.toLowerCase()}${phrase.slice(1)}`;
  });
  const last = said.pop();
  const sure = query.confidence ?? '95';
  return `${said.length > 0 ? `${said.join(', ')} and ${last}` : last}, judged by ${sure}% intervals.`;
}

/** How many places chance leaves open for the area in the middle of the table; empty where there are no ranks. */
export function rankCaution({ areas, query }: Snapshot): string {
  const widths = areas
    .flatMap(({ rank }) => (rank ? [rank.upper - rank.lower + 1] : []))
    .sort((one, other) => one - other);
  const middle = widths[Math.floor(widths.length / 2)];
  if (middle === undefined) return '';
  if (middle === 1) return 'Ranks are plain: chance leaves most areas one place only.';
  return `Ranks are uncertain: for half of the ${areasNoun(query.level, 2)}, chance leaves open ${middle} places or more.`;
}
