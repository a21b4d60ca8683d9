import type { Metric } from '../../../data/metrics/index.ts';
import { CHOSEN, PALETTE } from '../../../data/palette.ts';
import { formatTick } from '../../../data/text/format.ts';
import { characterLines, roughWidth } from '../../../data/text/measure.ts';
import type { Reference } from '../../../data/text/references.ts';
import { UNSPOKEN } from './chart.ts';
import { spreadApart } from './labels.ts';
import type { Frame, Scale } from './scales.ts';
import { axisName } from './words.ts';

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
            {formatTick(metric, tick, scale.ticks)}
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
            {formatTick(metric, tick, scale.ticks)}
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

const DASHES = [undefined, '9 3', '2 3', '12 3 2 3', '5 5', '14 4'] as const;

/** The colour and dash of an area’s line by its place; no two of the first 36 are alike. England is grey with long dashes. */
export function lineStyle(index: number, area: string): { stroke: string; strokeDasharray?: string } {
  if (area === 'england') return { stroke: PALETTE.england, strokeDasharray: '7 4' };
  return {
    stroke: CHOSEN[index % CHOSEN.length] ?? CHOSEN[0],
    strokeDasharray: DASHES[(index + Math.floor(index / CHOSEN.length)) % DASHES.length],
  };
}

type ReferenceProps = { lines: readonly Reference[]; scale: Scale; frame: Frame };

/** Upright lines across rows, named over their tops. */
export const UprightReferences = (props: ReferenceProps) => (
  <>
    <ReferenceLines {...props} />
    <ReferenceNames {...props} />
  </>
);

/** Upright lines across rows. */
export const ReferenceLines = ({ lines, scale, frame }: ReferenceProps) => (
  <g {...UNSPOKEN}>
    {lines.map(({ kind, value, text }) => (
      <path key={text} d={`M${scale.at(value)} ${frame.top - 6}V${frame.bottom}`} {...REFERENCE[kind]} />
    ))}
  </g>
);

/** The names over the tops of upright lines, moved apart where they would touch. */
export function ReferenceNames({ lines, scale, frame }: ReferenceProps) {
  const wanted = lines.map(({ value, text }) => ({
    at: scale.at(value),
    size: roughWidth(text, SMALL) + 12,
  }));
  const middles = spreadApart(wanted, 0, frame.right + 8);
  return (
    <g fontSize={SMALL} fontWeight={700} textAnchor="middle" {...UNSPOKEN}>
      {lines.map(({ kind, text }, index) => (
        <text key={text} x={middles[index]} y={frame.top - 11} fill={REFERENCE[kind].stroke}>
          {text}
        </text>
      ))}
    </g>
  );
}

/** A place along the bottom at which something is marked, and its words. */
type AxisMark = { text: string; at: number };

export type EndLabel = { text: string; colour: string; bold: boolean; at: number };
type EndProps = { labels: readonly EndLabel[]; x: number; low: number; high: number; room: number };

/** The size of the names of lines, and how far apart two lines of them stand. */
export const END_SIZE = 14;
export const END_LINE = 16;

/** How wide the widest of these names is, and how high they are together when none touches another. */
export function endLabelsSize(labels: readonly Pick<EndLabel, 'text' | 'bold'>[], room: number) {
  const lines = labels.map(({ text }) => characterLines(text, room));
  const widths = labels.flatMap(({ bold }, index) =>
    (lines[index] ?? []).map((line) => (bold ? 1.06 : 1) * roughWidth(line, END_SIZE)),
  );
  return {
    width: Math.max(0, ...widths),
    height: lines.reduce((sum, each) => sum + each.length * END_LINE + 2, 0),
  };
}

/** The names of lines at their ends, in their colours, moved apart where they would touch. */
export function EndLabels({ labels, x, low, high, room }: EndProps) {
  const blocks = labels.map((label) => ({ ...label, lines: characterLines(label.text, room) }));
  const wanted = blocks.map(({ at, lines }) => ({ at, size: lines.length * END_LINE + 2 }));
  const middles = spreadApart(wanted, low - 8, high + 8);
  return (
    <g fontSize={END_SIZE} {...UNSPOKEN}>
      {blocks.map(({ text, colour, bold, lines }, index) => (
        <text
          key={text}
          y={(middles[index] ?? 0) + 5 - ((lines.length - 1) * END_LINE) / 2}
          fill={colour}
          fontWeight={bold ? 700 : 400}
        >
          {lines.map((line, row) => (
            <tspan key={line} x={x} dy={row === 0 ? 0 : END_LINE}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
}

type BreakProps = { marks: readonly AxisMark[]; low: number; high: number; y: number };

const breakSize = (text: string) => 7 * text.length;

/** How wide the words over breaks are side by side. */
export const breakLabelsWidth = (texts: readonly string[]) =>
  texts.reduce((sum, text) => sum + breakSize(text), 0);

/** The words over the vertical marks of breaks, moved apart where they would touch. */
export function BreakLabels({ marks, low, high, y }: BreakProps) {
  const wanted = marks.map(({ at, text }) => ({ at, size: breakSize(text) }));
  const middles = spreadApart(wanted, low, high);
  return (
    <g fontSize={13} fill={PALETTE.ink} textAnchor="middle" {...UNSPOKEN}>
      {marks.map(({ text }, index) => (
        <text key={text} x={middles[index]} y={y}>
          {text}
        </text>
      ))}
    </g>
  );
}
