import { type KeyboardEvent, lazy, Suspense, useMemo, useRef, useState } from 'react';
import { type MapView, wholeView } from '../../../data/boundaries/view.ts';
import type { Snapshot } from '../../../data/contract/index.ts';
import { usePrinting } from '../../charts/kit/printing.ts';
import { EnglandMap, type MapName, type MapShape, type MapSpec } from '../../charts/map/EnglandMap.tsx';
import { Boundary } from '../Boundary.tsx';
import { useAfterPaint, usePainted } from '../ready.ts';
import type { Goal } from './goals.ts';

const Entering = lazy(() => import('./Entering.tsx').then(({ Entering }) => ({ default: Entering })));

export type FrameProps = {
  snapshot: Snapshot;
  shapes: readonly MapShape[];
  spec: MapSpec;
  view: MapView;
  onView: (view: MapView) => void;
  /** What stands first to be zoomed to, and the Alliances. */
  goals: readonly Goal[];
  alliances: readonly Goal[];
  /** The maps of the same places that move with it. */
  together?: Together;
  /** What else is said of an area where it is pointed at. */
  also?: (area: string) => string;
  selected: string;
  onChoose: (id: string) => void;
};

/** What shows a view, without telling of it, in each of the maps that move together. */
export type Together = Set<(view: MapView) => void>;

/** Names in the view, and how much of the box a pixel is. */
export type Labels = { names: readonly MapName[]; namesUnit: number | undefined };
const NONE: Labels = { names: [], namesUnit: undefined };

/** A map that can be entered. What zooms, names and reads it out is loaded once the map is on the screen. */
export function MapFrame(props: FrameProps) {
  const { shapes, spec, selected, onChoose } = props;
  const painted = usePainted();
  const isPrinted = usePrinting();
  // New colours first, what is read out of them a frame later.
  const named = useAfterPaint(shapes);
  const frame = useRef<HTMLDivElement>(null);
  const keys = useRef<(event: KeyboardEvent) => void>(undefined);
  const [labels, setLabels] = useState(NONE);
  // On paper a map is whole.
  const view = isPrinted ? wholeView(spec.box) : props.view;
  const isWhole = view.k <= 1;
  const drawn = useMemo(() => (isWhole ? spec : { ...spec, ...labels }), [spec, labels, isWhole]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the shapes and buttons inside
    <div className="map-frame" ref={frame} onKeyDown={(event) => keys.current?.(event)}>
      <EnglandMap
        shapes={shapes}
        named={named}
        spec={drawn}
        view={view}
        selected={selected}
        onChoose={onChoose}
      />
      {painted && (
        <Boundary instead={null}>
          <Suspense fallback={null}>
            <Entering {...props} frame={frame} keys={keys} onLabels={setLabels} />
          </Suspense>
        </Boundary>
      )}
    </div>
  );
}
