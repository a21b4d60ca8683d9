import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import type { Metric } from '../../../data/metrics/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { formatValue } from '../../../data/text/format.ts';
import type { TrendLayout } from './TimeFrame.tsx';

/** What is read of one period of a chart: its name, a line of words for each figure, and the figures to mark. */
export type Reading = {
  period: string;
  lines: string[];
  dots: { value: number; colour: string }[];
};

/** A figure as it is read, or that there is none. */
export const readingValue = (metric: Metric, value: number | null): string =>
  value === null ? 'no figure' : formatValue(metric, value);

type Props = {
  layout: TrendLayout;
  width: number;
  /** What is read. */
  name: string;
  read: (at: number) => Reading;
  children: ReactNode;
};

/**
 * A drawing over time whose periods can be read: one tab stop over it that keys, pointer and touch move along the
 * periods, and the words of the one it stands at beside it.
 */
export function ReadPeriods({ layout, width, name, read, children }: Props) {
  const { periods, x, height } = layout;
  const { at, stop, byKey, handlers } = usePeriods(periods.length, x, width);
  const { period, lines } = read(at ?? stop);
  return (
    <div className="read-periods">
      {children}
      <div
        role="slider"
        tabIndex={0}
        aria-label={`${name} by period`}
        aria-valuemin={1}
        aria-valuemax={periods.length}
        aria-valuenow={(at ?? stop) + 1}
        aria-valuetext={[period, ...lines].join('; ')}
        {...handlers}
      >
        {at !== null && (
          <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            <Cursor layout={layout} at={at} dots={read(at).dots} />
          </svg>
        )}
      </div>
      {/* With keys, the slider's own value is read out: it must not be read twice. */}
      <div aria-live={byKey ? 'off' : 'polite'}>
        {at !== null && <Readout reading={read(at)} at={x(at)} top={layout.frame.top} width={width} />}
      </div>
    </div>
  );
}

function Cursor({ layout, at, dots }: { layout: TrendLayout; at: number } & Pick<Reading, 'dots'>) {
  const { frame, x, y } = layout;
  return (
    <g>
      <path d={`M${x(at)} ${frame.top}V${frame.bottom}`} stroke={PALETTE.secondary} />
      {[...dots].reverse().map(({ value, colour }) => (
        <circle
          key={colour + value}
          cx={x(at)}
          cy={y.at(value)}
          r={4.5}
          fill={colour}
          stroke={PALETTE.paper}
          strokeWidth={1.5}
        />
      ))}
    </g>
  );
}

const GAP = 12;

type ReadoutProps = { reading: Reading; at: number; top: number; width: number };

/** The words of one period beside its place: on the side with more room, and no wider than that. */
function Readout({ reading: { period, lines }, at, top, width }: ReadoutProps) {
  const right = at < width / 2;
  const place = right
    ? { left: at + GAP, maxWidth: width - at - GAP }
    : { right: width - at + GAP, maxWidth: at - GAP };
  return (
    <div className="readout" style={{ top, ...place }}>
      <b>{period}</b>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** The place among `count` periods that a key leads to from a place, never past the ends; null where it leads nowhere. */
export function nextPeriod(at: number, key: string, count: number): number | null {
  const to = STEPS[key]?.(at, count - 1);
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}

/** The place of the period nearest to a pixel, of `count` drawn from left to right at `x`. */
export function nearestPeriod(count: number, x: (index: number) => number, pixel: number): number {
  let nearest = 0;
  for (let index = 1; index < count; index++)
    if (Math.abs(x(index) - pixel) < Math.abs(x(nearest) - pixel)) nearest = index;
  return nearest;
}

/**
 * The period that is read, by pointer, touch or keys: arrows, Home, End, and Escape to leave; `at` is null while none is,
 * `stop` is where the keys stand.
 */
function usePeriods(count: number, x: (index: number) => number, width: number) {
  const [read, setRead] = useState<{ at: number; byKey: boolean } | null>(null);
  const [kept, setKept] = useState(count - 1);
  const stop = Math.min(kept, count - 1);
  const at = read && read.at < count ? read.at : null;

  const go = (to: number, byKey: boolean) => {
    if (read?.at !== to || read.byKey !== byKey) setRead({ at: to, byKey });
    setKept(to);
  };
  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = width / Math.max(1, box.width);
    go(nearestPeriod(count, x, (event.clientX - box.left) * scale), false);
  };
  const leave = () => setRead(null);
  const handlers = {
    onPointerDown: point,
    onPointerMove: point,
    // A finger that is lifted leaves too: what it showed stays until something else is touched.
    onPointerLeave: (event: PointerEvent) => event.pointerType === 'mouse' && leave(),
    onPointerCancel: leave,
    onFocus: () => at === null && go(stop, true),
    onBlur: leave,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') return leave();
      const to = nextPeriod(stop, event.key, count);
      if (to === null) return;
      event.preventDefault();
      go(to, true);
    },
  };
  return { at, stop, byKey: read?.byKey ?? false, handlers };
}
