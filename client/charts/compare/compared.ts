import { profileUrl, snapshotUrl } from '../../../data/addresses/api.ts';
import { DEFAULTS } from '../../../data/addresses/choices.ts';
import type { Areas, Benchmark, Profile, Snapshot, TargetReply } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { absenceWords, type ComparedArea } from '../../../data/text/compare.ts';
import { uncapitalised } from '../../../data/text/words.ts';
import { type CompareView, OWN_TOTAL } from '../../url.ts';
import { type Group, groupOf, nameBeside, type Place } from './places.ts';

/** Areas side by side: their rows, best first, and what they are held against, all of one metric and period. */
export type Compared = {
  view: CompareView;
  rows: ComparedArea[];
  group: Group;
  /** The total of the group, where it is asked for and there is one; else why there is none. */
  total: ComparedArea | null;
  totalReason: string;
  benchmark: Benchmark | null;
  against: string;
  target: TargetReply | null;
  dataVersion: string;
};

/** The areas to compare, in the view of their page. */
export type ToCompare = { view: CompareView; chosen: readonly Place[]; areas: Areas };

/** The reply at an address, and why there is none where the server refused; the reason may be empty. */
type Outcome = { reply: unknown; refusal: string };

/** What the benchmark of a view is called in a request; England where it is none that applies. */
export function benchmarkOf({ benchmark }: CompareView, { members }: Group, areas: Areas): string {
  if (benchmark === OWN_TOTAL) return members.length > 1 ? members.join(',') : DEFAULTS.benchmark;
  return [...areas.alliances, ...areas.alliancesToday].some(({ area }) => area === benchmark)
    ? benchmark
    : DEFAULTS.benchmark;
}

/** The addresses that a comparison is read from: the figures of each level, and what England and a total need. */
export function compareAddresses({ view, chosen, areas }: ToCompare) {
  const { metric, period, confidence } = view;
  const group = groupOf(chosen);
  const benchmark = benchmarkOf(view, group, areas);
  const plain = { metric, period, confidence };
  const ids = [...new Set(chosen.map(({ level }) => level))].filter((level) => level !== 'england');
  const levels = ids.map((level) => ({
    level,
    url: snapshotUrl({ ...plain, level, benchmark }),
  }));
  const england = chosen.some(({ level }) => level === 'england') && {
    snapshot: snapshotUrl({ ...plain, level: ids[0] ?? 'ccg', benchmark: DEFAULTS.benchmark }),
    profile: profileUrl({ area: 'england', period, benchmark, confidence }),
  };
  const total =
    view.group !== '' && group.members.length > 1
      ? snapshotUrl({ ...plain, level: group.level, benchmark: group.members.join(',') })
      : '';
  const all = [
    ...levels.map(({ url }) => url),
    ...(england ? [england.snapshot, england.profile] : []),
    ...(total === '' ? [] : [total]),
  ];
  return { group, levels, england, total, all: [...new Set(all)] };
}

/** The comparison that replies make; undefined where no level has an answer. */
export function comparedFrom(compared: ToCompare, outcomeAt: (url: string) => Outcome): Compared | undefined {
  const { view, chosen, areas } = compared;
  const { metric, period } = view;
  const { group, levels, england, total } = compareAddresses(compared);
  const byLevel = new Map<string, Outcome>(levels.map(({ level, url }) => [level, outcomeAt(url)]));
  const reply = <Reply>(url: string) => (outcomeAt(url).reply ?? undefined) as Reply | undefined;
  const answers = levels.flatMap(({ url }) => reply<Snapshot>(url) ?? []);
  const [first] = answers;
  if (!first) return undefined;

  const rowOf = (place: Place): ComparedArea => {
    if (england && place.level === 'england')
      return englandRow({
        place,
        benchmark: reply<Snapshot>(england.snapshot)?.benchmark ?? null,
        profile: reply<Profile>(england.profile),
        metric,
        period,
      });
    const own = byLevel.get(place.level);
    return own?.reply ? placeRow(place, own.reply as Snapshot, areas) : gapRow(place, own?.refusal ?? '');
  };
  return {
    view,
    rows: bestFirst(chosen.map(rowOf), metricOf(metric).polarity),
    group,
    ...totalOf(view, group, total === '' ? undefined : reply<Snapshot>(total)),
    benchmark: first.benchmark,
    against: first.against,
    target: first.target,
    dataVersion: first.dataVersion,
  };
}

function totalOf(view: CompareView, group: Group, summed: Snapshot | undefined) {
  if (view.group === '') return { total: null, totalReason: '' };
  if (group.reason !== '') return { total: null, totalReason: group.reason };
  if (summed?.benchmark?.value == null) return { total: null, totalReason: noTotal(summed, group) };
  const named = { area: 'total', name: view.group, level: 'group' };
  return {
    total: benchmarkRow(summed.benchmark, named, 'A total is shown beside the areas, not compared'),
    totalReason: '',
  };
}

const noTotal = (summed: Snapshot | undefined, { members }: Group) => {
  const why = summed?.areas.find(
    ({ area, value }) => value !== null && members.includes(area),
  )?.comparisonReason;
  return `No total: ${why ? uncapitalised(why) : 'no chosen area has a figure for this period'}.`;
};

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
const gapRow = (place: Place, reason: string): ComparedArea => ({
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
  const { level } = place;
  if (found) return { ...found, name: nameBeside({ name: found.name, level }), level };
  const ccg = areas.ccgs.find(({ area }) => area === place.area);
  const later = areas.laterCcgs.find(({ area }) => area === place.area);
  const own = areas.ownAreas.find(({ area }) => area === place.area);
  return gapRow(place, absenceWords({ ccg, later, own }, snapshot.query.period));
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

/** Rows in the order in which they are read: the better first, or the higher; gaps last. */
export function bestFirst(
  rows: readonly ComparedArea[],
  polarity: 'higher' | 'lower' | 'none',
): ComparedArea[] {
  const gap = ({ value }: ComparedArea) => Number(value === null);
  const turn = polarity === 'lower' ? 1 : -1;
  return rows.toSorted(
    (one, other) => gap(one) - gap(other) || turn * ((one.value ?? 0) - (other.value ?? 0)),
  );
}
