import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import type { Layout, Paths, TodayLayout, TodayPaths } from '../../../data/boundaries/paths.ts';
import { atTarget } from '../../../data/classes.ts';
import type { Areas, Snapshot } from '../../../data/contract/index.ts';
import { type Metric, metric as metricOf } from '../../../data/metrics/index.ts';
import { type ColourBy, colouredBy, type Painting } from '../../../data/painting.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { areasQuery } from '../../api.ts';
import type { MapShape } from '../../charts/map/EnglandMap.tsx';
import { MapLegend, middleNote } from '../../charts/map/MapLegend.tsx';
import { borders, isLarge, mapShapes, mapSpec, piecesOf } from '../../charts/map/shapes.ts';
import { chosenGoal, type Goal, goalOf } from '../../ui/map/goals.ts';
import { MapFrame, type Together } from '../../ui/map/MapFrame.tsx';
import { useView } from '../../ui/map/useView.ts';
import { ReadOut } from '../../ui/ReadOut.tsx';
import { ranked } from '../../ui/ranked.ts';
import { afterPaint, usePainted } from '../../ui/ready.ts';
import { Refused, Waiting } from '../../ui/states.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import type { Go } from '../../ui/useAddress.ts';
import type { EnglandView } from '../../url.ts';

type Props = {
  snapshot: Snapshot;
  paths: UseQueryResult<Paths | TodayPaths>;
  painted: Painting;
  view: EnglandView;
  children: ReactNode;
  go: Go<EnglandView>;
};

/** What is pointed at, the map, its legend and the caption under them. */
export function MapColumn({ snapshot, paths, painted, view, children, go }: Props) {
  const metric = metricOf(snapshot.query.metric);
  const areas = areasNoun(snapshot.query.level, 2);
  const title = `${metric.label} by ${areasNoun(snapshot.query.level, 1)}, ${periodBrief(snapshot.query.period)}`;
  const id = useId();
  const hasIntervals = snapshot.areas.some(({ lower }) => lower !== null);
  return (
    <div className="map-column">
      <h2 className="hidden">Map</h2>
      <ReadOut snapshot={snapshot} chosen={view.area} />
      <MapPicture snapshot={snapshot} paths={paths} painted={painted} view={view} title={title} go={go} />
      <MapLegend
        painted={painted}
        spec={{
          title,
          note: middleNote(metric, snapshot, painted.by),
          target: painted.by !== 'england' && atTarget(metric, snapshot.target?.value),
          areas,
        }}
      />
      <p className="only">
        <input
          id={id}
          type="checkbox"
          checked={view.sure}
          disabled={!hasIntervals}
          onChange={({ target }) => go({ sure: target.checked })}
        />{' '}
        <label htmlFor={id}>Let colours fade where a figure is less sure</label>
        {!hasIntervals && <span className="note">: no 95% intervals are published for these figures</span>}
      </p>
      {children}
      <UseChart chart="map" query={mapFile(metric, snapshot, view, painted.by)} of={title} />
    </div>
  );
}

/** What a map's file is asked, to be the same as on its page. */
export const mapFile = (metric: Metric, { query }: Snapshot, view: EnglandView, by: ColourBy) => ({
  metric: query.metric,
  period: query.period,
  level: query.level,
  layout: view.layout === 'map' ? '' : view.layout,
  colour: by === colouredBy(metric) ? '' : by,
  area: view.area,
  view: view.view,
  sure: view.sure ? '1' : '',
});

type PictureProps = Pick<Props, 'snapshot' | 'paths' | 'painted' | 'view' | 'go'> & {
  title: string;
  together?: Together;
  also?: (area: string) => string;
};

/** The map of a snapshot, as a view shows it. */
export function MapPicture({
  snapshot,
  paths,
  painted: colours,
  view,
  title,
  together,
  also,
  go,
}: PictureProps) {
  const { data, error, refetch } = paths;
  const { layout } = view;
  const drawn = layout === 'hex' && data?.hex ? data.hex : data?.map;
  const borders = useBorders(snapshot, drawn);
  const painted = usePainted();
  const { data: known } = useQuery({ ...areasQuery(), enabled: painted });
  const areas = painted ? known : undefined;
  const named = layout === 'hex' && isLarge(snapshot.query.level);
  const drawing = useMemo(() => {
    if (!data || !drawn) return null;
    const shapes = mapShapes(snapshot, drawn, colours);
    const all = named && areas ? [...areas.alliances, ...areas.alliancesToday] : [];
    const short = (id: string) => all.find(({ area }) => area === id)?.shortName;
    return { shapes, spec: mapSpec(snapshot, data, drawn, shapes, short) };
  }, [snapshot, data, drawn, colours, named, areas]);
  const spec = useMemo(() => drawing && { ...drawing.spec, title, borders }, [drawing, title, borders]);
  const places = useMemo(() => drawing?.shapes.map(({ place }) => place), [drawing]);
  const entered = useView(view.view, drawn?.box, places, (text) => go({ view: text }, true));
  const goals = useGoals(snapshot, view, data, drawn, drawing?.shapes);
  const alliances = useMemo(() => alliancesOf(drawn, areas), [drawn, areas]);
  if (error) return <Refused failure={error} again={refetch} />;
  if (!drawing || !spec)
    return (
      <div className="map-waiting">
        <Waiting what="the map" />
      </div>
    );
  return (
    <>
      <MapFrame
        snapshot={snapshot}
        shapes={drawing.shapes}
        spec={spec}
        view={entered.view}
        onView={entered.onView}
        goals={goals}
        alliances={alliances}
        together={together}
        also={also}
        selected={view.area}
        onChoose={(area) => go({ area })}
      />
      <p className="note" role="status">
        {entered.said}
      </p>
    </>
  );
}

/** What a map can be zoomed to besides Alliances: London, the area chosen, and what is left in the list. */
function useGoals(
  snapshot: Snapshot,
  view: EnglandView,
  paths: Paths | TodayPaths | undefined,
  layout: Layout | TodayLayout | undefined,
  shapes: readonly MapShape[] = NONE,
): Goal[] {
  return useMemo(() => {
    const chosen = snapshot.areas.find(({ area }) => area === view.area);
    const isNarrowed = view.within !== '' || view.find.trim() !== '';
    const listed = isNarrowed ? ranked(snapshot, view) : [];
    const count = `${listed.length} ${areasNoun(snapshot.query.level, listed.length)}`;
    return [
      { id: 'london', name: 'London', paths: londonIn(paths, layout) },
      ...chosenGoal(shapes, chosen),
      ...goalOf('listed', `The ${count} in the list`, shapes, listed),
    ].filter((goal) => goal.paths.length > 0);
  }, [snapshot, view, paths, layout, shapes]);
}

const NONE: readonly MapShape[] = [];

/** London as a path: the window of its inset, or its hexagons. */
function londonIn(paths: Paths | TodayPaths | undefined, layout: Layout | TodayLayout | undefined): string[] {
  if (!paths || !layout) return [];
  const { x, y, w, h } = paths.map.london;
  if (layout === paths.map) return [`M${x} ${y}l${w} 0 0 ${h} ${-w} 0z`];
  return layout.region?.['region-london'] ? [layout.region['region-london']] : [];
}

/** The Alliances of a layout by their names. */
function alliancesOf(layout: Layout | TodayLayout | undefined, areas: Areas | undefined): Goal[] {
  if (!layout || !areas) return [];
  const outlines = 'ccg' in layout ? layout.alliance : layout['alliance-today'];
  return ('ccg' in layout ? areas.alliances : areas.alliancesToday).flatMap(({ area, name }) =>
    outlines[area] ? [{ id: area, name, paths: [outlines[area]] }] : [],
  );
}

const found = new WeakMap<Layout | TodayLayout, Map<string, string>>();

/**
 * The white lines between the areas of a snapshot: none inside Alliances, the ready ones for the CCGs of 2016 and the
 * first ICBs, and for later ones, whose shapes are merged, those that are left. These are worked out after the colours are painted.
 */
function useBorders({ query, areas }: Snapshot, layout: Layout | TodayLayout | undefined): string {
  const [, redraw] = useState(0);
  const key = areas.map(({ shapes }) => shapes.join(' ')).join(',');
  const ready = layout && readyBorders(query.level, areas.length, key, layout);
  useEffect(() => {
    if (!layout || ready !== undefined) return;
    return afterPaint(() => {
      const groups = key
        .split(',')
        .map((shapes) => shapes.split(' ').flatMap((piece) => piecesOf(layout)[piece] ?? []));
      const kept = found.get(layout) ?? new Map<string, string>();
      found.set(layout, kept.set(key, borders(groups)));
      redraw((times) => times + 1);
    });
  }, [layout, key, ready]);
  return ready ?? '';
}

function readyBorders(level: string, areas: number, key: string, layout: Layout | TodayLayout) {
  if (isLarge(level)) return '';
  if (layout.mesh && areas === Object.keys(piecesOf(layout)).length)
    return 'ccg' in layout ? layout.mesh.ccg : layout.mesh.icb;
  return found.get(layout)?.get(key);
}
