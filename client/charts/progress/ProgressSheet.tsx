import type { ReactElement } from 'react';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { targetName } from '../../../data/text/board.ts';
import { arialLines } from '../../../data/text/measure.ts';
import {
  figureBrief,
  gapSentence,
  hasAim,
  type MeasuredRow,
  type Standing,
  standing,
  whenWords,
} from '../../../data/text/progress.ts';
import { DRAWN_WIDTH } from '../kit/chart.ts';
import { WithLegend } from '../kit/Legend.tsx';
import { PaintedPlot } from '../over-time/PaintedPlot.tsx';
import { plotOf } from '../over-time/plot.ts';
import { pathDescription, pathKey } from './path.tsx';

const WORDS = 400;
const LEFT = WORDS + 24;
const PATH = { width: DRAWN_WIDTH - LEFT, height: 150 };
const GAP = 24;
const SIZE = 14;
const LINE = 19;

const TONES = { met: COMPARED.better, 'not-met': COMPARED.worse, open: PALETTE.ink } as const;

/** The marks of verdicts as shapes, on the line of their words: few fonts have them as letters. */
const MARKS: Record<Standing['glyph'], ReactElement> = {
  '✓': <path d="M1 -5l4 4l7 -9" fill="none" strokeWidth={2.2} />,
  '✕': <path d="M1 -10l9 9m0 -9l-9 9" fill="none" strokeWidth={2.2} />,
  '?': (
    <text x={2} stroke="none">
      ?
    </text>
  ),
  '○': <circle cx={6} cy={-5} r={4.5} fill="none" strokeWidth={1.6} />,
};
const MARK = 18;

type Words = { text: string; bold?: boolean; colour?: string; mark?: Standing['glyph'] };

/** The words beside an ambition’s path: what it is, its verdict, figure and target, its gap, and when it is reached. */
function wordsOf(row: MeasuredRow): Words[] {
  const metric = metricOf(row.metric);
  const { glyph, words, tone } = standing(metric, row);
  const target = targetName(metric, row.target);
  const figure = figureBrief(metric, row);
  return [
    { text: row.ambition, bold: true },
    { text: words, bold: true, colour: TONES[tone], mark: glyph },
    { text: [figure, target].filter(Boolean).join('; ') },
    { text: gapSentence(metric, row) },
    { text: row.pace && hasAim(row) ? whenWords(row.pace) : '', colour: PALETTE.secondary },
  ].filter(({ text }) => text !== '');
}

const linesOf = (row: MeasuredRow) =>
  wordsOf(row).flatMap(({ text, mark, ...look }) => {
    const x = mark ? MARK : 0;
    const lines = arialLines(text, WORDS - x, SIZE, look.bold);
    return lines.map((line, index) => ({ line, x, mark: index === 0 ? mark : undefined, ...look }));
  });

/** Ambitions one under another, each in words and with its path, as they are read at a period. */
export function ProgressSheet({ rows, asAt }: { rows: readonly MeasuredRow[]; asAt: string }) {
  let y = 0;
  const placed = rows.map((row) => {
    const lines = linesOf(row);
    const place = { row, lines, y };
    y += Math.max(PATH.height, lines.length * LINE) + GAP;
    return place;
  });
  return (
    <WithLegend height={y - GAP / 2} entries={pathKey(rows.map(({ path }) => path))}>
      {placed.map(({ row, lines, y: top }) => (
        <g key={row.id}>
          {top > 0 && <path d={`M0 ${top - GAP / 2}H${DRAWN_WIDTH}`} stroke={PALETTE.grid} />}
          <g fontSize={SIZE}>
            {lines.map(({ line, x, mark, bold, colour = PALETTE.ink }, index) => (
              <g
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, two of which may be alike
                key={`${index} ${line}`}
                transform={`translate(0 ${top + LINE * index + SIZE})`}
                fontWeight={bold ? 700 : 400}
                fill={colour}
              >
                {mark && <g stroke={colour}>{MARKS[mark]}</g>}
                <text x={x}>{line}</text>
              </g>
            ))}
          </g>
          <svg role="presentation" x={LEFT} y={top} {...PATH}>
            <PaintedPlot
              plot={plotOf(
                pathDescription(row, metricOf(row.metric), { asAt, least: PATH.height, compact: true }),
                PATH.width,
              )}
            />
          </svg>
        </g>
      ))}
    </WithLegend>
  );
}
