import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Layout, Paths, TodayLayout, TodayPaths } from '../../../data/boundaries/paths.ts';
import { classesOf } from '../../../data/classes.ts';
import type { Snapshot } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { areasQuery } from '../../api.ts';
import { EnglandMap } from '../../charts/map/EnglandMap.tsx';
import { atTarget, MapLegend, middleNote } from '../../charts/map/MapLegend.tsx';
import { borders, isLarge, mapShapes, mapSpec, piecesOf } from '../../charts/map/shapes.ts';
import { usePainted } from '../../ui/ready.ts';
import { Refused, Waiting } from '../../ui/states.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import type { Go } from '../../ui/useAddress.ts';
import type { EnglandView } from '../../url.ts';

type Props = {
  snapshot: Snapshot;
  paths: UseQueryResult<Paths | TodayPaths>;
  view: EnglandView;
  pointed: string;
  children: ReactNode;
  go: Go<EnglandView>;
  onPoint: (id: string) => void;
};

/** The map, its legend and the caption under them. */
export function MapColumn({ snapshot, paths, view, pointed, children, go, onPoint }: Props) {
  const metric = metricOf(snapshot.query.metric);
  const areas = areasNoun(snapshot.query.level, 2);
  const title = `${metric.label} by ${areasNoun(snapshot.query.level, 1)}, ${periodBrief(snapshot.query.period)}`;
  const values = snapshot.areas.flatMap(({ value }) => value ?? []);
  return (
    <div className="map-column">
      <Picture
        snapshot={snapshot}
        paths={paths}
        layout={view.layout}
        title={title}
        selected={view.area}
        pointed={pointed}
        onPoint={onPoint}
        onChoose={(area) => go({ area })}
      />
      <MapLegend
        classes={classesOf(metric, values)}
        spec={{
          title,
          gaps: snapshot.areas.length - values.length,
          note: middleNote(metric, snapshot),
          target: atTarget(metric, snapshot.target),
          areas,
        }}
      />
      {children}
      <UseChart
        chart="map"
        query={{
          metric: snapshot.query.metric,
          period: snapshot.query.period,
          level: snapshot.query.level,
          layout: view.layout === 'map' ? '' : view.layout,
          area: view.area,
        }}
        of={title}
      />
    </div>
  );
}

type PictureProps = {
  snapshot: Snapshot;
  paths: UseQueryResult<Paths | TodayPaths>;
  layout: EnglandView['layout'];
  title: string;
  selected: string;
  pointed: string;
  onPoint: (id: string) => void;
  onChoose: (id: string) => void;
};

function Picture({ snapshot, paths, layout, title, ...marked }: PictureProps) {
  const { data, error, refetch } = paths;
  const drawn = layout === 'hex' && data?.hex ? data.hex : data?.map;
  const borders = useBorders(snapshot, drawn);
  const painted = usePainted();
  const named = painted && layout === 'hex' && isLarge(snapshot.query.level);
  const { data: areas } = useQuery({ ...areasQuery(), enabled: named });
  const drawing = useMemo(() => {
    if (!data || !drawn) return null;
    const shapes = mapShapes(snapshot, drawn);
    const alliances = named && areas ? [...areas.alliances, ...areas.alliancesToday] : [];
    const short = (id: string) => alliances.find(({ area }) => area === id)?.shortName;
    return { shapes, spec: mapSpec(snapshot, data, drawn, shapes, short) };
  }, [snapshot, data, drawn, named, areas]);
  const spec = useMemo(() => drawing && { ...drawing.spec, title, borders }, [drawing, title, borders]);
  if (error) return <Refused failure={error} again={refetch} />;
  if (!drawing || !spec)
    return (
      <div className="map-waiting">
        <Waiting what="the map" />
      </div>
    );
  return <EnglandMap shapes={drawing.shapes} spec={spec} {...marked} />;
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
    const timer = setTimeout(() => {
      const groups = key
        .split(',')
        .map((shapes) => shapes.split(' ').flatMap((piece) => piecesOf(layout)[piece] ?? []));
      const kept = found.get(layout) ?? new Map<string, string>();
      found.set(layout, kept.set(key, borders(groups)));
      redraw((times) => times + 1);
    });
    return () => clearTimeout(timer);
  }, [layout, key, ready]);
  return ready ?? '';
}

function readyBorders(level: string, areas: number, key: string, layout: Layout | TodayLayout) {
  if (isLarge(level)) return '';
  if (layout.mesh && areas === Object.keys(piecesOf(layout)).length)
    return 'ccg' in layout ? layout.mesh.ccg : layout.mesh.icb;
  return found.get(layout)?.get(key);
}
