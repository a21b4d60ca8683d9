import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Catalogue, Snapshot } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { periodBrief, periodWords } from '../../../data/text/figure.ts';
import { finding } from '../../../data/text/snapshot.ts';
import { pathsQuery, snapshotQuery } from '../../api.ts';
import { AreaCaption } from '../../ui/AreaCaption.tsx';
import { PackPanel } from '../../ui/PackPanel.tsx';
import { markPainted } from '../../ui/ready.ts';
import { SourceLine } from '../../ui/SourceLine.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { useWide } from '../../ui/useWide.ts';
import { Finding } from './Finding.tsx';
import { ListColumn } from './ListColumn.tsx';
import { MapColumn } from './MapColumn.tsx';
import { MapControls } from './MapControls.tsx';
import { SelectedTrend } from './SelectedTrend.tsx';
import { parseView, type View, viewUrl } from './view.ts';

/** The map page for the view that the address holds. */
export function MapPanel({ catalogue }: { catalogue: Catalogue }) {
  const search = useSearch();
  const [, navigate] = useLocation();
  const asked = useMemo(() => parseView(search, catalogue), [search, catalogue]);
  const latest = useRef(asked);
  latest.current = asked;
  const go = useCallback(
    (change: Partial<View>, passing = false) => {
      const wanted = viewUrl({ ...latest.current, ...change }, catalogue);
      const settled = parseView(wanted.slice(2), catalogue);
      navigate(viewUrl(settled, catalogue), { replace: passing });
    },
    [catalogue, navigate],
  );

  const snapshots = useQuery({ ...snapshotQuery(asked), placeholderData: keepPreviousData });
  const paths = useQuery(pathsQuery());
  const [pointed, setPointed] = useState('');
  const wide = useWide();
  const snapshot = snapshots.data;
  const view = useMemo(() => ({ ...asked, area: standsFor(asked.area, snapshot) }), [asked, snapshot]);
  useMarks(snapshot !== undefined && paths.data !== undefined, snapshot);

  const metric = metricOf(snapshot?.query.metric ?? view.metric);
  useTitle(`${metric.label}, ${periodBrief(view.period)}`);

  const controls = (
    <MapControls
      catalogue={catalogue}
      view={view}
      go={go}
      wide={wide}
      shown={!snapshots.isFetching && !snapshots.isPlaceholderData}
    />
  );
  if (snapshots.error)
    return (
      <>
        <div className="finding">
          <h1>{metric.label}</h1>
        </div>
        {controls}
        <Refused failure={snapshots.error} again={snapshots.refetch} />
      </>
    );
  if (!snapshot)
    return (
      <>
        <div className="finding">
          <h1>{metric.label}</h1>
        </div>
        {controls}
        <Waiting what={`the figures for ${periodWords(view.period)}`} />
      </>
    );
  const area = snapshot.areas.find((each) => each.area === (pointed || view.area));
  const list = (
    <ListColumn key="list" snapshot={snapshot} view={view} pointed={pointed} go={go} onPoint={setPointed} />
  );
  const map = (
    <MapColumn
      key="map"
      snapshot={snapshot}
      paths={paths}
      view={view}
      pointed={pointed}
      go={go}
      onPoint={setPointed}
    >
      <AreaCaption
        snapshot={snapshot}
        area={area}
        kept={view.area !== '' && area?.area === view.area}
        clear={() => go({ area: '' })}
      />
    </MapColumn>
  );
  return (
    <div aria-busy={snapshots.isPlaceholderData}>
      <Finding metric={metric} snapshot={snapshot} sentences={finding(metric, snapshot)} />
      {controls}
      <div className="two-columns">{wide ? [map, list] : [list, map]}</div>
      <SelectedTrend view={view} snapshot={snapshot} />
      <p className="onward">
        <Link href={`/metrics/${view.metric}?level=${view.level}&period=${view.period}`}>
          How {metric.label} varies: funnel plot, ranks with their ranges, spread over time
        </Link>
      </p>
      <PackPanel area="england" period="" name="England" />
      <SourceLine metric={metric} dataVersion={snapshot.dataVersion} period={view.period} />
    </div>
  );
}

/** The area of a snapshot that a chosen one is, or that took its place by a merger; empty where there is none. */
const standsFor = (id: string, snapshot: Snapshot | undefined): string =>
  snapshot === undefined || id === ''
    ? id
    : ((
        snapshot.areas.find(({ area }) => area === id) ??
        snapshot.areas.find(({ shapes }) => shapes.includes(id))
      )?.area ?? '');

/** Marks when map and list are first painted, and when a later answer has recoloured them. */
function useMarks(drawn: boolean, snapshot: unknown) {
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new snapshot is marked
  useLayoutEffect(() => {
    if (!drawn) return;
    markPainted(first.current ? 'map-shown' : 'recoloured');
    first.current = false;
  }, [drawn, snapshot]);
}
