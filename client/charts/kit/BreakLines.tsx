import { PALETTE } from '../../../data/palette.ts';
import type { Frame } from './plane.ts';

type Props = { marks: readonly { text: string; at: number }[]; frame: Frame };

/** The upright dotted lines at which series over time break; their words stand above, in BreakLabels. */
export const BreakLines = ({ marks, frame }: Props) =>
  marks.map(({ text, at }) => (
    <path
      key={text}
      d={`M${at} ${frame.top - 8}V${frame.bottom}`}
      stroke={PALETTE.ink}
      strokeDasharray="2 3"
      strokeWidth={0.9}
    />
  ));
