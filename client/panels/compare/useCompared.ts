import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { DEFAULTS } from '../../../data/choices.ts';
import type { Areas, Benchmark, Snapshot, TargetReply } from '../../../data/contract.ts';
import { metric as metricOf } from '../../../data/metrics.ts';
import type { MapView } from '../../../data/view.ts';
import type { ComparedArea } from '../../../data/words/compare.ts';
import { Failure, profileQuery, snapshotQuery } from '../../api.ts';
import { type CompareView, OWN_TOTAL } from '../../compareView.ts';
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

type Asked = { view: CompareView; chosen: readonly Place[]; areas: Areas };

/** A request the server understood and would not answer: the rows it is for are gaps. */
const isRefusal = (error: Error | null): error is Failure =>
  error instanceof Failure && error.status >= 400 && error.status < 500;

/** What the benchmark of a view is called in a request; England where it is none that applies. */
export function benchmarkOf(
  { benchmark }: CompareView,
  { members }: Group,
  areas: Areas | undefined,
): string {
  if (benchmark === OWN_TOTAL) return members.length > 1 ? members.join(',') : DEFAULTS.benchmark;
  return areas?.alliances.some(({ area }) => area === benchmark) ? benchmark : DEFAULTS.benchmark;
}

/** Regions are asked for as the map's levels are. */
const asked = (level: string) => level as MapView['level'];

/** The figures of a view's areas: one request for each of their levels, and what the group's total and England need. */
export function useCompared({ view, chosen, areas }: Asked) {
  const { metric, period, confidence } = view;
  const group = useMemo(() => groupOf(chosen), [chosen]);
  const benchmark = benchmarkOf(view, group, areas);
  const levels = [...new Set(chosen.map(({ level }) => level))].filter((level) => level !== 'england');
  const wantsEngland = chosen.some(({ level }) => level === 'england');
  const wantsTotal = view.group !== '' && group.members.length > 1;
  const plain = { metric, period, confidence };

  const found = useQueries({
    queries: levels.map((level) => snapshotQuery({ ...plain, level: asked(level), benchmark })),
  });
  const beside = useQuery({
    ...snapshotQuery({ ...plain, level: asked(levels[0] ?? 'ccg'), benchmark: DEFAULTS.benchmark }),
    enabled: wantsEngland,
  });
  const profile = useQuery({
    ...profileQuery({ area: 'england', period, benchmark, confidence }),
    enabled: wantsEngland,
  });
  const summed = useQuery({
    ...snapshotQuery({ ...plain, level: group.level, benchmark: group.members.join(',') }),
    enabled: wantsTotal,
  });
  const queries = [...found, ...(wantsEngland ? [beside, profile] : []), ...(wantsTotal ? [summed] : [])];
  const failure = queries.map(({ error }) => error).find((error) => error !== null && !isRefusal(error));
  const settled = queries.every(({ data, error }) => data !== undefined || isRefusal(error));
  const answers = found.flatMap(({ data }) => data ?? []);
  const [first] = answers;

  let compared: Compared | undefined;
  if (settled && first) {
    const rowOf = (place: Place): ComparedArea => {
      if (place.level === 'england')
        return englandRow({
          place,
          benchmark: beside.data?.benchmark ?? null,
          profile: profile.data,
          metric,
          period,
        });
      const at = found[levels.indexOf(place.level)];
      return at?.data ? placeRow(place, at.data, areas) : gapRow(place, at?.error?.message ?? '');
    };
    compared = {
      view,
      rows: inOrder(chosen.map(rowOf), metricOf(metric).polarity),
      group,
      ...totalOf(view, group, wantsTotal ? summed.data : undefined),
      benchmark: first.benchmark,
      against: first.against,
      target: first.target,
      illustrative: answers.some(({ illustrative }) => illustrative),
      dataVersion: first.dataVersion,
    };
  }
  const last = useRef(compared);
  if (compared) last.current = compared;
  const refused = found.map(({ error }) => error).find(isRefusal);
  return {
    compared: compared ?? last.current,
    fresh: compared !== undefined,
    error: failure ?? (settled && !first ? refused : undefined) ?? null,
    again: () => queries.map((query) => query.refetch()),
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
