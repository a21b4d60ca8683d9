import { PALETTE } from '../../../data/palette.ts';
import { textWidth } from './chartText.ts';
import { spread, wrap } from './labels.ts';
import { UNSPOKEN } from './unspoken.ts';

export type EndLabel = { text: string; colour: string; bold: boolean; at: number };
type Props = { labels: readonly EndLabel[]; x: number; low: number; high: number; room: number };

const SIZE = 14;
const LINE = 16;

/** How wide the widest of these names is, and how high they are together when none touches another. */
export function endLabelsSize(labels: readonly Pick<EndLabel, 'text' | 'bold'>[], room: number) {
  const lines = labels.map(({ text }) => wrap(text, room));
  const widths = labels.flatMap(({ bold }, index) =>
    (lines[index] ?? []).map((line) => (bold ? 1.06 : 1) * textWidth(line, SIZE)),
  );
  return {
    width: Math.max(0, ...widths),
    height: lines.reduce((sum, each) => sum + each.length * LINE + 2, 0),
  };
}

/** The names of lines at their ends, in their colours, moved apart where they would touch. */
export function EndLabels({ labels, x, low, high, room }: Props) {
  const blocks = labels.map((label) => ({ ...label, lines: wrap(label.text, room) }));
  const wanted = blocks.map(({ at, lines }) => ({ at, size: lines.length * LINE + 2 }));
  const middles = spread(wanted, low - 8, high + 8);
  return (
    <g fontSize={SIZE} {...UNSPOKEN}>
      {blocks.map(({ text, colour, bold, lines }, index) => (
        <text
          key={text}
          y={(middles[index] ?? 0) + 5 - ((lines.length - 1) * LINE) / 2}
          fill={colour}
          fontWeight={bold ? 700 : 400}
        >
          {lines.map((line, row) => (
            <tspan key={line} x={x} dy={row === 0 ? 0 : LINE}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
}

type BreakProps = { marks: readonly { text: string; at: number }[]; low: number; high: number; y: number };

const breakSize = (text: string) => 7 * text.length;

/** How wide the words over breaks are side by side. */
export const breakLabelsWidth = (texts: readonly string[]) =>
  texts.reduce((sum, text) => sum + breakSize(text), 0);

/** The words over the vertical marks of breaks, moved apart where they would touch. */
export function BreakLabels({ marks, low, high, y }: BreakProps) {
  const wanted = marks.map(({ at, text }) => ({ at, size: breakSize(text) }));
  const middles = spread(wanted, low, high);
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
