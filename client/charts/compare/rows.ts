import type { Areas, Benchmark, Profile, Snapshot } from '../../../data/contract/index.ts';
import type { MetricId } from '../../../data/metrics/index.ts';
import type { ComparedArea } from '../../../data/text/compare.ts';
import { absenceWords } from '../../../data/text/compare-absent.ts';
import type { Place } from './places.ts';

const NOTHING = {
  status: 'not-published',
  value: null,
  numerator: null,
  denominator: null,
  lower: null,
  upper: null,
  comparison: 'not-compared',
  comparisonReason: null,
  verdict: 'no-target',
  rank: null,
  parents: [],
  shapes: [],
  notes: [],
} as const satisfies Partial<ComparedArea>;

/** A row of an area that has no figure, and why. */
export const gapRow = (place: Place, reason: string): ComparedArea => ({
  ...NOTHING,
  ...place,
  parents: [],
  shapes: [],
  notes: [reason],
});

/** A row made of what others are compared with: England, or the total of a group; itself not compared, and why. */
export const benchmarkRow = (
  { note, ...figure }: Benchmark,
  { area, name, level }: { area: string; name: string; level: string },
  comparisonReason: string,
): ComparedArea => ({
  ...NOTHING,
  ...figure,
  area,
  name,
  level,
  comparisonReason,
  parents: [],
  shapes: [],
  notes: note === '' ? [] : [note],
});

/** The row of an area from the figures of its level; a gap with its reason where it is not among them in the period. */
export function placeRow(place: Place, snapshot: Snapshot, areas: Areas): ComparedArea {
  const found = snapshot.areas.find(({ area }) => area === place.area);
  if (found)
    return { ...found, name: place.level === 'region' ? place.name : found.name, level: place.level };
  const ccg = areas.ccgs.find(({ area }) => area === place.area);
  const later = areas.laterCcgs.find(({ area }) => area === place.area);
  return gapRow(place, absenceWords({ ccg, later }, snapshot.query.period));
}

type England = {
  place: Place;
  benchmark: Benchmark | null;
  profile: Profile | undefined;
  metric: MetricId;
  period: string;
};

/**
 * England's row: the figure that can be held against the others, with the comparison and the verdict of England's own
 * profile where that is of the same period and the same figure.
 */
export function englandRow({ place, benchmark, profile, metric, period }: England): ComparedArea {
  if (benchmark?.value == null)
    return gapRow(place, 'There is no figure of England that can be held against these.');
  const row = profile?.rows.find((each) => each.metric === metric);
  const plain = benchmarkRow(benchmark, place, 'England is what areas are part of');
  if (row?.period !== period || row.value !== benchmark.value) return plain;
  const { comparison, comparisonReason, verdict, notes } = row;
  return { ...plain, comparison, comparisonReason, verdict, notes };
}

/** Rows in the order in which they are read: the better first, or the higher; gaps last; illustrative ones as chosen. */
export function inOrder(
  rows: readonly ComparedArea[],
  polarity: 'higher' | 'lower' | 'none',
): ComparedArea[] {
  const gap = ({ value }: ComparedArea) => Number(value === null);
  if (rows.some(({ status }) => status === 'illustrative'))
    return rows.toSorted((one, other) => gap(one) - gap(other));
  const turn = polarity === 'lower' ? 1 : -1;
  return rows.toSorted(
    (one, other) => gap(one) - gap(other) || turn * ((one.value ?? 0) - (other.value ?? 0)),
  );
}
