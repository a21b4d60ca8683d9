import type { Metric } from '../../../data/metrics/types.ts';
import { PALETTE } from '../../../data/palette.ts';
import { formatRound } from '../../../data/text/format.ts';
import { textWidth } from './chartText.ts';
import { axisName, type Reference } from './chartWords.ts';
import { spread } from './labels.ts';
import type { Frame, Scale } from './plane.ts';
import { UNSPOKEN } from './unspoken.ts';

const SMALL = 13;

type ValueProps = { scale: Scale; frame: Frame; metric: Metric };

/** Values up the left side: light gridlines, their labels, and the axis's name over them. */
export function UprightValues({
  scale,
  frame,
  metric,
  name = axisName(metric),
}: ValueProps & { name?: string }) {
  return (
    <g fontSize={SMALL} fill={PALETTE.secondary} {...UNSPOKEN}>
      <text x={0} y={frame.top - 12}>
        {name}
      </text>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${frame.left} ${scale.at(tick)}H${frame.right}`} stroke={PALETTE.grid} />
          <text x={frame.left - 6} y={scale.at(tick) + 4.5} textAnchor="end">
            {formatRound(metric, tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Values along the bottom: light upright gridlines, their labels, and the axis's name under them. */
export function LevelValues({ scale, frame, metric }: ValueProps) {
  return (
    <g fontSize={SMALL} fill={PALETTE.secondary} {...UNSPOKEN}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${scale.at(tick)} ${frame.top}V${frame.bottom}`} stroke={PALETTE.grid} />
          <text x={scale.at(tick)} y={frame.bottom + 17} textAnchor="middle">
            {formatRound(metric, tick)}
          </text>
        </g>
      ))}
      <text x={frame.left} y={frame.bottom + 36}>
        {axisName(metric)}
      </text>
    </g>
  );
}

type BaseProps = {
  frame: Frame;
  name: string;
  ticks: readonly { at: number; text: string; bold?: boolean }[];
};

/** The bottom line of a chart with short marks, their labels, and its name. */
export function BaseLine({ frame, name, ticks }: BaseProps) {
  return (
    <g fontSize={SMALL} fill={PALETTE.secondary} {...UNSPOKEN}>
      <path d={`M${frame.left} ${frame.bottom}H${frame.right}`} stroke={PALETTE.secondary} />
      {ticks.map(({ at, text, bold }) => (
        <g key={text} fontWeight={bold ? 700 : 400}>
          <path d={`M${at} ${frame.bottom}v5`} stroke={PALETTE.secondary} />
          <text x={at} y={frame.bottom + 19} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      <text x={frame.left} y={frame.bottom + 38}>
        {name}
      </text>
    </g>
  );
}

/** How the lines that figures are held against are drawn: what is compared with long dashes, a target dots. */
export const REFERENCE = {
  england: { stroke: PALETTE.england, strokeWidth: 2, strokeDasharray: '7 4' },
  target: { stroke: PALETTE.target, strokeWidth: 2, strokeDasharray: '2 4' },
} as const;

type ReferenceProps = { lines: readonly Reference[]; scale: Scale; frame: Frame };

/** Upright lines across rows, named over their tops, the names moved apart where they would touch. */
export function UprightReferences({ lines, scale, frame }: ReferenceProps) {
  const wanted = lines.map(({ value, text }) => ({ at: scale.at(value), size: textWidth(text, SMALL) + 12 }));
  const middles = spread(wanted, 0, frame.right + 8);
  return (
    <g fontSize={SMALL} fontWeight={700} textAnchor="middle" {...UNSPOKEN}>
      {lines.map(({ kind, value, text }, index) => (
        <g key={text}>
          <path d={`M${scale.at(value)} ${frame.top - 6}V${frame.bottom}`} {...REFERENCE[kind]} />
          <text x={middles[index]} y={frame.top - 11} fill={REFERENCE[kind].stroke}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
