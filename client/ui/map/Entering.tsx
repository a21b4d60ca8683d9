import './style.css';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import {
  bounded,
  deepest,
  type MapView,
  viewText,
  wholeView,
  windowShown,
} from '../../../data/boundaries/view.ts';
import { areasNoun, briefName } from '../../../data/text/words.ts';
import { usePointedArea } from '../../charts/kit/pointedArea.ts';
import { viewOf } from '../../charts/map/fit.ts';
import { labelsIn } from '../../charts/map/labels.ts';
import { enter } from '../../charts/map/zoom.ts';
import { afterPaint } from '../ready.ts';
import { StepButton } from '../StepButton.tsx';
import { AreaWords } from '../tip/AreaWords.tsx';
import { PointerTip } from '../tip/PointerTip.tsx';
import type { Goal } from './goals.ts';
import type { FrameProps, Labels } from './MapFrame.tsx';

type Props = FrameProps & {
  frame: RefObject<HTMLDivElement | null>;
  /** Takes the handler of the frame's keys. */
  keys: RefObject<((event: KeyboardEvent) => void) | undefined>;
  onLabels: (labels: Labels) => void;
};

const STEP = 1.6;
/** How much of the window a key moves the map by. */
const MOVE = 0.2;
const ARROWS: Record<string, readonly [x: number, y: number]> = {
  ArrowUp: [0, -MOVE],
  ArrowDown: [0, MOVE],
  ArrowLeft: [-MOVE, 0],
  ArrowRight: [MOVE, 0],
};

/** What lets a map be entered: gestures, keys and buttons, the names that appear as there is room, and what is read out. */
export function Entering(props: Props) {
  const { snapshot, shapes, spec, view, goals, alliances, together } = props;
  const { frame, keys, onLabels } = props;
  const pointed = usePointedArea();
  const { box } = spec;
  const [width, height] = box;
  const controls = useRef<ReturnType<typeof enter>>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const tools = useRef<HTMLFieldSetElement>(null);
  const [moving, setMoving] = useState(false);
  const [held, setHeld] = useState(false);

  useEffect(() => {
    const svg = frame.current?.querySelector<SVGSVGElement>('svg.england-map');
    const group = svg?.querySelector<SVGGElement>('.enlarged');
    if (!svg || !group) return;
    const follow = (moved: MapView) => entered.show(moved, true);
    let forget = () => {};
    const entered = enter(svg, group, [width, height], {
      onMove: (moved) => {
        forget();
        setMoving(true);
        for (const other of together ?? []) if (other !== follow) other(moved);
      },
      onSettled: (settled) => {
        setMoving(false);
        // The map first: what the page draws for a new address comes after it.
        forget = afterPaint(() => {
          if (viewText(settled) !== viewText(latest.current.view)) latest.current.onView(settled);
        });
      },
      onScrolled: () => setHeld(true),
    });
    controls.current = entered;
    together?.add(follow);
    entered.show(latest.current.view, true);
    // What is reached by key is brought into sight.
    const reveal = (event: FocusEvent) => {
      const id = (event.target as SVGElement).dataset?.area;
      const place = latest.current.shapes.find((shape) => shape.id === id)?.place;
      const now = entered.view();
      const { left, right, top, bottom } = windowShown(now, [width, height]);
      if (place && (place[0] < left || place[0] > right || place[1] < top || place[1] > bottom))
        entered.show({ ...now, x: place[0], y: place[1] });
    };
    svg.addEventListener('focusin', reveal);
    return () => {
      forget();
      entered.leave();
      together?.delete(follow);
      svg.removeEventListener('focusin', reveal);
    };
  }, [frame, width, height, together]);

  // As the address says: after a reload, a step back, or a change of what is drawn.
  useEffect(() => {
    const now = controls.current?.view();
    if (now && viewText(now) !== viewText(view)) controls.current?.show(view, true);
  }, [view]);

  useEffect(() => {
    if (!held) return;
    const timer = setTimeout(() => setHeld(false), 2000);
    return () => clearTimeout(timer);
  }, [held]);

  const known = useMemo(
    () => new Map(snapshot.areas.map(({ area, name }) => [area, briefName(name)])),
    [snapshot],
  );
  useEffect(() => {
    if (view.k <= 1) return;
    const timer = setTimeout(() => {
      const namesUnit = spec.box[0] / (frame.current?.clientWidth || 620);
      const names = labelsIn(shapes, (id) => known.get(id) ?? '', view, {
        box: spec.box,
        unit: namesUnit,
        under: overMap(tools.current),
      });
      onLabels({ names, namesUnit });
    }, 60);
    return () => clearTimeout(timer);
  }, [shapes, known, view, spec, frame, onLabels]);

  const show = (to: MapView) => controls.current?.show(to);
  const zoomBy = (times: number) => {
    const now = controls.current?.view() ?? view;
    show({ ...now, k: now.k * times });
  };
  const moveBy = ([x, y]: readonly [number, number]) => {
    const now = controls.current?.view() ?? view;
    show({ ...now, x: now.x + (x * box[0]) / now.k, y: now.y + (y * box[1]) / now.k });
  };
  keys.current = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return;
    const arrow = ARROWS[event.key];
    const onShape = event.target instanceof SVGElement;
    if (event.key === '+' || event.key === '=') zoomBy(STEP);
    else if (event.key === '-' || event.key === '_') zoomBy(1 / STEP);
    else if (event.key === '0') show(wholeView(box));
    else if (arrow && (event.shiftKey || !onShape)) moveBy(arrow);
    else return;
    event.preventDefault();
  };

  const inSight = shapes.filter(({ place: [x, y] }) => {
    const { left, right, top, bottom } = windowShown(view, box);
    return x >= left && x <= right && y >= top && y <= bottom;
  }).length;
  const area = moving ? undefined : snapshot.areas.find((each) => each.area === pointed);
  return (
    <>
      <fieldset className="map-tools" aria-label="Zoom the map" ref={tools}>
        <StepButton label="Zoom in" isOff={view.k >= deepest(box)} onStep={() => zoomBy(STEP)}>
          +
        </StepButton>
        <StepButton label="Zoom out" isOff={view.k <= 1} onStep={() => zoomBy(1 / STEP)}>
          −
        </StepButton>
        <StepButton isOff={view.k <= 1} onStep={() => show(wholeView(box))}>
          Whole
        </StepButton>
        <select
          aria-label="Zoom to"
          value=""
          onChange={({ target }) => {
            const goal = [...goals, ...alliances].find(({ id }) => id === target.value);
            if (goal) show(bounded(viewOf(goal.paths, box), box));
          }}
        >
          <option value="">Zoom to …</option>
          {goals.map(option)}
          {alliances.length > 0 && <optgroup label="Alliances">{alliances.map(option)}</optgroup>}
        </select>
        {held && <p>Hold Ctrl or ⌘ and turn the wheel to zoom.</p>}
      </fieldset>
      <p className="hidden" role="status">
        {view.k > 1 &&
          `Enlarged ${Math.round(view.k * 10) / 10} times: ${inSight} ${areasNoun(snapshot.query.level, inSight)} in sight.`}
      </p>
      <PointerTip frame={frame}>
        {area ? <AreaWords snapshot={snapshot} area={area} also={props.also?.(area.area)} /> : null}
      </PointerTip>
    </>
  );
}

/** How much of a map’s upper left corner its buttons lie over; nothing where they stand under it. */
const overMap = (tools: HTMLElement | null) =>
  tools && getComputedStyle(tools).position === 'absolute'
    ? { width: tools.offsetWidth, height: tools.offsetHeight }
    : undefined;

const option = ({ id, name }: Goal) => (
  <option key={id} value={id}>
    {name}
  </option>
);
