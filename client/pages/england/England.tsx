import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { Link, useSearch } from 'wouter';
import type { Catalogue, Snapshot } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { colouredBy, painting } from '../../../data/painting.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { snapshotFinding } from '../../../data/text/snapshot.ts';
import { areasNoun, periodBrief, periodWords } from '../../../data/text/words.ts';
import { catalogueQuery, levelPathsQuery, snapshotQuery } from '../../api.ts';
import { AreaCaption } from '../../ui/AreaCaption.tsx';
import { PackPanel } from '../../ui/PackPanel.tsx';
import { markPainted, usePainted } from '../../ui/ready.ts';
import { SourceLine } from '../../ui/SourceLine.tsx';
import { Swapped } from '../../ui/Swapped.tsx';
import { Loaded, Refused, Waiting } from '../../ui/states.tsx';
import { useGo } from '../../ui/useAddress.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { useWide } from '../../ui/useWide.ts';
import { ENGLAND, type EnglandView, metricAtUrl, periodsAt } from '../../url.ts';
import { Lead } from './Lead.tsx';
import { ListColumn } from './ListColumn.tsx';
import { MapColumn } from './MapColumn.tsx';
import { MapControls } from './MapControls.tsx';

const TwoPeriods = lazy(() => import('./TwoPeriods.tsx').then(({ TwoPeriods }) => ({ default: TwoPeriods })));

const TrendPanel = lazy(() =>
  import('../../ui/trend/TrendPanel.tsx').then(({ TrendPanel }) => ({ default: TrendPanel })),
);

/** The map of England, and the ranked list beside it. */
export default function England() {
  return (
    <div className="width">
      <Loaded query={catalogueQuery()} what="the metrics">
        {(catalogue) => <Page catalogue={catalogue} />}
      </Loaded>
    </div>
  );
}

function Page({ catalogue }: { catalogue: Catalogue }) {
  const search = useSearch();
  const wanted = useMemo(() => ENGLAND.parse(search, { catalogue }), [search, catalogue]);
  const addressOf = useCallback(
    (view: EnglandView) => `/${ENGLAND.settled(view, { catalogue })}`,
    [catalogue],
  );
  const go = useGo(wanted, addressOf);

  const snapshots = useQuery({ ...snapshotQuery(wanted), placeholderData: keepPreviousData });
  // The shapes that the address asks for are loaded beside its figures; until these are here, the former ones are drawn.
  useQuery(levelPathsQuery(wanted.level));
  const paths = useQuery(levelPathsQuery(snapshots.data?.query.level ?? wanted.level));
  const wide = useWide();
  const isShown = usePainted();
  const snapshot = snapshots.data;
  const view = useMemo(
    () => ({
      ...wanted,
      area: successorIn(snapshot, wanted.area),
      within: parentIn(snapshot, wanted.within),
    }),
    [wanted, snapshot],
  );
  useMarks(snapshot !== undefined && paths.data !== undefined, snapshot);

  const metric = metricOf(snapshot?.query.metric ?? view.metric);
  const by = colouredBy(metric, view.colour);
  const painted = useMemo(
    () => painting(metric, snapshot ?? { areas: [], target: null }, { by, sure: view.sure }),
    [metric, snapshot, by, view.sure],
  );
  useTitle(
    `${metric.label}, ${periodBrief(view.period)}`,
    snapshot && !snapshots.isPlaceholderData ? snapshotFinding(metric, snapshot, by).join(' ') : null,
  );

  const controls = (
    <>
      <Swapped
        search={search}
        view={
          snapshot && !snapshots.isPlaceholderData
            ? { ...wanted, area: view.area }
            : { ...wanted, area: undefined }
        }
      />
      <MapControls
        catalogue={catalogue}
        view={view}
        go={go}
        shown={!snapshots.isFetching && !snapshots.isPlaceholderData}
      />
    </>
  );
  if (snapshots.error || !snapshot)
    return (
      <>
        <div className="finding">
          <h1>{metric.label}</h1>
        </div>
        {controls}
        {snapshots.error ? (
          <Refused failure={snapshots.error} again={snapshots.refetch} />
        ) : (
          <Waiting what={`the figures for ${periodWords(view.period)}`} />
        )}
      </>
    );
  // Its code is loaded after the first view, which has one map.
  const isPair = isShown && view.beside !== '' && besideProblem(catalogue, view) === '';
  // Each taken over by itself: the controls answer before, and a part that is pressed is taken over at once.
  const list = (
    <Suspense key="list">
      <ListColumn snapshot={snapshot} painted={painted} view={view} go={go} />
    </Suspense>
  );
  const map = (
    <Suspense key="map">
      <MapColumn snapshot={snapshot} paths={paths} painted={painted} view={view} go={go}>
        <AreaCaption snapshot={snapshot} chosen={view.area} clear={() => go({ area: '' })} />
      </MapColumn>
    </Suspense>
  );
  return (
    <div aria-busy={snapshots.isPlaceholderData}>
      <div className="finding">
        <Lead catalogue={catalogue} view={view} snapshot={snapshot} />
      </div>
      {controls}
      <BesideNote catalogue={catalogue} view={view} />
      {isPair ? (
        <Suspense fallback={<Waiting what="both periods" />}>
          <TwoPeriods snapshot={snapshot} paths={paths} by={by} view={view} go={go} />
        </Suspense>
      ) : (
        <div className="two-columns" data-colour={by}>
          {wide ? [map, list] : [list, map]}
        </div>
      )}
      <SelectedTrend view={view} snapshot={snapshot} />
      <p className="onward">
        <Link href={metricAtUrl(view.metric, view)}>
          How {metric.label} varies: funnel plot, ranks with their ranges, spread over time
        </Link>
      </p>
      <PackPanel area="england" period="" name="England" colour={view.colour} />
      <SourceLine metric={metric} dataVersion={snapshot.dataVersion} period={view.period} />
    </div>
  );
}

/** Why a period cannot be put beside the one shown; empty where it can. */
function besideProblem(catalogue: Catalogue, view: EnglandView): string {
  if (view.beside === view.period)
    return `Both periods are ${periodBrief(view.period)}: choose another to put beside it.`;
  const entry = catalogue.metrics.find(({ id }) => id === view.metric);
  return periodsAt(entry, view.level).includes(view.beside)
    ? ''
    : `There are no figures by ${areasNoun(view.level, 1)} for ${periodBrief(view.beside)}, so one period is shown.`;
}

function BesideNote({ catalogue, view }: { catalogue: Catalogue; view: EnglandView }) {
  const problem = view.beside === '' ? '' : besideProblem(catalogue, view);
  return problem === '' ? null : <p role="status">{problem}</p>;
}

/** The area of a snapshot that an area is, or that took its place by a merger; empty where there is none. */
function successorIn(snapshot: Snapshot | undefined, id: string): string {
  if (snapshot === undefined || id === '') return id;
  const { areas } = snapshot;
  return (
    (areas.find(({ area }) => area === id) ?? areas.find(({ shapes }) => shapes.includes(id)))?.area ?? ''
  );
}

/** A wider area, as long as an area of the snapshot lies in it; a change of measure can change to other areas. */
const parentIn = (snapshot: Snapshot | undefined, id: string): string =>
  snapshot === undefined || snapshot.areas.some(({ parents }) => parents.includes(id)) ? id : '';

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

/** The trend of the chosen area, where its metric is published month by month. */
function SelectedTrend({ view, snapshot }: { view: EnglandView; snapshot: Snapshot }) {
  const isChosen = snapshot.areas.some(({ area }) => area === view.area);
  const grain = parsePeriod(view.period)?.grain;
  const isMonthly = grain === 'month' || grain === 'quarter' || grain === 'year';
  const painted = usePainted();
  if (!isChosen || !isMonthly || !painted) return null;
  return (
    <Suspense fallback={<Waiting what="the trend" />}>
      <TrendPanel
        metric={snapshot.query.metric}
        area={view.area}
        grain={grain === 'year' ? 'quarter' : grain}
      />
    </Suspense>
  );
}
