import { pixel } from './plane.ts';

type Props = { value: number; lower: number | null; upper: number | null; y: number; colour: string };

/** A figure on a level axis, all in pixels: a thick upright tick, and its interval as a bar with ends where it has one. */
export const IntervalMark = ({ value, lower, upper, y, colour }: Props) => (
  <g stroke={colour}>
    {lower !== null && upper !== null && (
      <path
        d={`M${lower} ${y}H${upper}M${lower} ${pixel(y - 4)}v8M${upper} ${pixel(y - 4)}v8`}
        strokeWidth={2}
        fill="none"
      />
    )}
    <path d={`M${value} ${pixel(y - 9)}v18`} strokeWidth={4} />
  </g>
);
