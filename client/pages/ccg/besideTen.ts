import type { Snapshot, SnapshotArea } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { ordinal } from '../../../data/text/profile.ts';

/** An area and its similar ten as a snapshot has them, best first, gaps last; and those that were no CCG in its period. */
export function besideTen({ areas, query }: Snapshot, area: string, similar: readonly string[]) {
  const turn = metricOf(query.metric).polarity === 'lower' ? 1 : -1;
  const shown = areas
    .filter((each) => each.area === area || similar.includes(each.area))
    .sort((one, other) => {
      const gaps = Number(one.value === null) - Number(other.value === null);
      return gaps || turn * ((one.value ?? 0) - (other.value ?? 0)) || one.name.localeCompare(other.name);
    });
  return { shown, missing: similar.filter((id) => !areas.some((each) => each.area === id)) };
}

/** The area's place by value among those with a figure, and whether intervals say how sure that is. */
export function tenHeading(shown: readonly SnapshotArea[], area: string): string {
  const figures = shown.filter(({ value }) => value !== null);
  const place = figures.findIndex((each) => each.area === area) + 1;
  if (place === 0) return 'It has no figure itself for this measure and period';
  if (figures.length === 1) return 'None of its similar CCGs has a figure for this measure and period';
  const sure = figures.every(({ lower }) => lower === null)
    ? 'no intervals are published to say how sure that is'
    : 'the intervals say how sure that is';
  return `By value ${ordinal(place)} of these ${figures.length}; ${sure}`;
}
