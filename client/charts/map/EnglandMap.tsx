import { type KeyboardEvent, type SyntheticEvent, useRef, useState } from 'react';
import { MapInset } from './MapInset.tsx';
import { Lines, type MapShape, type MapSpec, Marks, Names, Patterns, Shapes } from './MapShapes.tsx';
import { type Direction, nearest } from './neighbours.ts';

type Props = {
  shapes: readonly MapShape[];
  spec: MapSpec;
  selected: string;
  pointed: string;
  onPoint: (id: string) => void;
  onChoose: (id: string) => void;
};

/** A map of shapes in their colours: one tab stop, arrow keys to the nearest shape, Enter to choose, Escape to leave. */
export function EnglandMap({ shapes, spec, selected, pointed, onPoint, onChoose }: Props) {
  const [active, setActive] = useState('');
  const svg = useRef<SVGSVGElement>(null);
  const known = (id: string) => shapes.some((shape) => shape.id === id);
  const stop = [active, selected].find(known) ?? shapes[0]?.id ?? '';
  const shapeOf = (id: string) => shapes.find((shape) => shape.id === id);
  const marked = {
    selected: shapeOf(selected),
    pointed: pointed === selected ? undefined : shapeOf(pointed),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      onPoint('');
      return onChoose('');
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return onChoose(stop === selected ? '' : stop);
    }
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const places = Object.fromEntries(shapes.map(({ id, place }) => [id, place]));
    const next = nearest(places, stop, event.key as Direction);
    if (next)
      svg.current?.querySelector<SVGPathElement>(`[data-area="${next}"]`)?.focus({ preventScroll: true });
  };
  const onFocus = (event: SyntheticEvent) => {
    setActive(areaOf(event));
    onPoint(areaOf(event));
  };
  const onClick = (event: SyntheticEvent) => {
    const id = areaOf(event);
    if (id !== '') onChoose(id === selected ? '' : id);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that groups its shapes cannot be a fieldset
    <svg
      ref={svg}
      className="england-map"
      data-testid="map"
      viewBox={`0 0 ${spec.box[0]} ${spec.box[1]}`}
      role="group"
      aria-label={spec.title}
      onPointerOver={(event) => event.pointerType === 'mouse' && onPoint(areaOf(event))}
      onPointerLeave={() => onPoint('')}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={() => onPoint('')}
    >
      <Patterns unit={spec.unit} />
      <Shapes shapes={shapes} spec={spec} stop={stop} selected={selected} />
      <Lines shapes={shapes} spec={spec} unit={spec.unit} />
      <Marks {...marked} unit={spec.unit} illustrative={spec.illustrative} />
      <Names names={spec.names} unit={spec.unit} />
      {spec.inset && <MapInset shapes={shapes} spec={spec} inset={spec.inset} marked={marked} />}
    </svg>
  );
}

const areaOf = (event: SyntheticEvent) => (event.target as SVGElement).dataset?.area ?? '';
