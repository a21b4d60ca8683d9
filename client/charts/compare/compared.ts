import { DEFAULTS } from '../../../data/addresses/choices.ts';
import { type MapView, profileUrl, snapshotUrl } from '../../../data/addresses/view.ts';
import type { Areas, Benchmark, Profile, Snapshot, TargetReply } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import type { ComparedArea } from '../../../data/text/compare.ts';
import { type CompareView, OWN_TOTAL } from '../../pages/compare/view.ts';
import { type Group, groupOf } from './group.ts';
import type { Place } from './places.ts';
import { benchmarkRow, englandRow, gapRow, inOrder, placeRow } from './rows.ts';

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
  illustrative: boolean;
  dataVersion: string;
};

export type ToCompare = { view: CompareView; chosen: readonly Place[]; areas: Areas };

/** The reply at an address, and why there is none where the server refused; the reason may be empty. */
export type Told = { reply: unknown; refusal: string };

/** What the benchmark of a view is called in a request; England where it is none that applies. */
export function benchmarkOf({ benchmark }: CompareView, { members }: Group, areas: Areas): string {
  if (benchmark === OWN_TOTAL) return members.length > 1 ? members.join(',') : DEFAULTS.benchmark;
  return areas.alliances.some(({ area }) => area === benchmark) ? benchmark : DEFAULTS.benchmark;
}

/** Regions are asked for as the map's levels are. */
const asked = (level: string) => level as MapView['level'];

/** The addresses that a comparison is read from: the figures of each level, and what England and a total need. */
export function compareAddresses({ view, chosen, areas }: ToCompare) {
  const { metric, period, confidence } = view;
  const group = groupOf(chosen);
  const benchmark = benchmarkOf(view, group, areas);
  const plain = { metric, period, confidence };
  const ids = [...new Set(chosen.map(({ level }) => level))].filter((level) => level !== 'england');
  const levels = ids.map((level) => ({
    level,
    url: snapshotUrl({ ...plain, level: asked(level), benchmark }),
  }));
  const england = chosen.some(({ level }) => level === 'england') && {
    beside: snapshotUrl({ ...plain, level: asked(ids[0] ?? 'ccg'), benchmark: DEFAULTS.benchmark }),
    profile: profileUrl({ area: 'england', period, benchmark, confidence }),
  };
  const total =
    view.group !== '' && group.members.length > 1
      ? snapshotUrl({ ...plain, level: group.level, benchmark: group.members.join(',') })
      : '';
  const all = [
    ...levels.map(({ url }) => url),
    ...(england ? [england.beside, england.profile] : []),
    ...(total === '' ? [] : [total]),
  ];
  return { group, levels, england, total, all: [...new Set(all)] };
}

/** The comparison that replies make; undefined where no level has an answer. */
export function comparedFrom(of: ToCompare, told: (url: string) => Told): Compared | undefined {
  const { view, chosen, areas } = of;
  const { metric, period } = view;
  const { group, levels, england, total } = compareAddresses(of);
  const found = new Map<string, Told>(levels.map(({ level, url }) => [level, told(url)]));
  const reply = <Reply>(url: string) => (told(url).reply ?? undefined) as Reply | undefined;
  const answers = levels.flatMap(({ url }) => reply<Snapshot>(url) ?? []);
  const [first] = answers;
  if (!first) return undefined;

  const rowOf = (place: Place): ComparedArea => {
    if (england && place.level === 'england')
      return englandRow({
        place,
        benchmark: reply<Snapshot>(england.beside)?.benchmark ?? null,
        profile: reply<Profile>(england.profile),
        metric,
        period,
      });
    const at = found.get(place.level);
    return at?.reply ? placeRow(place, at.reply as Snapshot, areas) : gapRow(place, at?.refusal ?? '');
  };
  return {
    view,
    rows: inOrder(chosen.map(rowOf), metricOf(metric).polarity),
    group,
    ...totalOf(view, group, total === '' ? undefined : reply<Snapshot>(total)),
    benchmark: first.benchmark,
    against: first.against,
    target: first.target,
    illustrative: answers.some(({ illustrative }) => illustrative),
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
  return `No total: ${why ? `${why[0]?.toLowerCase()}${why.slice(1)}` : 'no chosen area has a figure for this period'}.`;
};
