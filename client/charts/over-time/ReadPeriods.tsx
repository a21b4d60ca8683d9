import type { ReactNode } from 'react';
import { PALETTE } from '../../../data/palette.ts';
import type { TrendPlane } from './plane.ts';
import { Readout } from './Readout.tsx';
import type { Reading } from './readings.ts';
import { usePeriods } from './usePeriods.ts';

type Props = {
  plane: TrendPlane;
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
export function ReadPeriods({ plane, width, name, read, children }: Props) {
  const { periods, x, height } = plane;
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
            <Cursor plane={plane} at={at} dots={read(at).dots} />
          </svg>
        )}
      </div>
      {/* Keys are answered by the slider's own value: it is not said twice. */}
      <div aria-live={byKey ? 'off' : 'polite'}>
        {at !== null && <Readout reading={read(at)} at={x(at)} top={plane.frame.top} width={width} />}
      </div>
    </div>
  );
}

function Cursor({ plane, at, dots }: { plane: TrendPlane; at: number } & Pick<Reading, 'dots'>) {
  const { frame, x, y } = plane;
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
