import { REFERENCE } from '../kit/Axes.tsx';
import { wrapTo } from '../kit/chartText.ts';
import type { Reference } from '../kit/chartWords.ts';
import { spread } from '../kit/labels.ts';
import type { Frame, Scale } from '../kit/plane.ts';
import { UNSPOKEN } from '../kit/unspoken.ts';

const SIZE = 13;
const LINE = 15;

type Props = { lines: readonly Reference[]; scale: Scale; frame: Frame; width: number };

/** Level lines that figures are held against, named at their right ends, the names moved apart where they would touch. */
export function LevelReferences({ lines, scale, frame, width }: Props) {
  const blocks = lines.map((line) => ({ ...line, words: wrapTo(line.text, width - frame.right - 10, SIZE) }));
  const middles = spread(
    blocks.map(({ value, words }) => ({ at: scale.at(value), size: LINE * words.length + 3 })),
    frame.top - 10,
    frame.bottom + 10,
  );
  return (
    <g fontSize={SIZE} fontWeight={700} {...UNSPOKEN}>
      {blocks.map(({ kind, value, text, words }, index) => (
        <g key={text}>
          <path d={`M${frame.left} ${scale.at(value)}H${frame.right}`} {...REFERENCE[kind]} />
          <text
            y={(middles[index] ?? 0) + 4.5 - ((words.length - 1) * LINE) / 2}
            fill={REFERENCE[kind].stroke}
          >
            {words.map((word, row) => (
              <tspan key={word} x={frame.right + 8} dy={row === 0 ? 0 : LINE}>
                {word}
              </tspan>
            ))}
          </text>
        </g>
      ))}
    </g>
  );
}
