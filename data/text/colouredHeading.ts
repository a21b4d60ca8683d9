import type { Snapshot } from '../contract/index.ts';
import { metric as metricOf } from '../metrics/index.ts';
import { type ColourBy, colouredBy } from '../painting.ts';
import { mapHeading } from './board.ts';
import { targetHeading } from './snapshot.ts';
import { endsHeading } from './spread.ts';

/**
 * What a map found, as a heading, of the same question that its areas are coloured by: how many are at the target, how
 * they compare with England, or their ends.
 */
export function colouredHeading(
  snapshot: Pick<Snapshot, 'areas' | 'against' | 'query' | 'target'>,
  by: ColourBy = colouredBy(metricOf(snapshot.query.metric)),
): string {
  if (by === 'value') return endsHeading(snapshot);
  const heading = by === 'target' ? targetHeading(metricOf(snapshot.query.metric), snapshot) : '';
  return heading || mapHeading(snapshot);
}
