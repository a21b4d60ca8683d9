import { Line } from 'recharts';
import { PALETTE } from './palette.ts';
import { PLAIN } from './trendLabels.ts';

const STROKE = { stroke: PALETTE.secondary, type: 'linear', dot: false, tooltipType: 'none' } as const;

/** The mean and the limits of each stretch: the mean thin, the limits long-dashed. */
export const ControlLines = ({ stretches }: { stretches: readonly number[] }) => (
  <>
    {stretches.map((index) => (
      <Line key={`mean${index}`} dataKey={`mean${index}`} {...STROKE} {...PLAIN} strokeWidth={1} />
    ))}
    {stretches.flatMap((index) =>
      [`lower${index}`, `upper${index}`].map((key) => (
        <Line key={key} dataKey={key} {...STROKE} {...PLAIN} strokeWidth={1.5} strokeDasharray="10 5" />
      )),
    )}
  </>
);
