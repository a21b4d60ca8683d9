import { BANDS, PALETTE } from '../../../data/palette.ts';
import { roughLines } from '../../../data/text/measure.ts';
import type { Reference } from '../../../data/text/references.ts';
import { titleHeight } from '../kit/ChartFrame.tsx';
import { type LegendEntry, legendHeight } from '../kit/Legend.tsx';
import { type Frame, pixel, type Scale, scaleOf } from '../kit/scales.ts';

// What a chart of rows shows, as data: made once of the figures, then laid out for a width. The page paints it with
// recharts, files and the first view with our own marks; neither decides anything itself.

/** A row: what it is of, its figure, and how that is drawn and read. */
export type BarRow = {
  id: string;
  /** As it stands beside its mark, and what stands under it; empty: nothing. */
  title: string;
  under: string;
  strong: boolean;
  /** Whether it is set off as the sum of the others. */
  sum: boolean;
  value: number | null;
  lower: number | null;
  upper: number | null;
  /** A figure that it alone is held against; null for none. */
  beside: number | null;
  /** The figure in words, also where there is none; what stands after it, and under it; empty: nothing. */
  figure: string;
  after: string;
  counts: string;
  /** A bar reaches from zero to the figure, the others stand at it. */
  mark: 'bar' | 'tick' | 'dot' | 'diamond';
  look: { fill: string; stroke: string };
  /** The colour of its interval. */
  line: string;
  /** The row in a sentence, read out once. */
  label: string;
  /** What is read when it is pointed at, by name. */
  read: readonly (readonly [name: string, value: string])[];
};

/** How much room the words of a chart take beside its marks. */
type Room = {
  /** Whether words stand over the marks. */
  over: boolean;
  /** Pixels to the left and to the right of the marks. */
  left: number;
  right: number;
  /** Pixels that a name and the counts may take. */
  names: number;
  counts: number;
  /** Where figures stand, and whether they end there; what stands after them begins after a gap. */
  figures: { x: number; anchor: 'start' | 'end' };
  /** How high a row is whose words take so many lines. */
  step: (lines: number) => number;
};

/** What a chart of rows shows. */
export type BarsDescription = {
  /** What is written over it; empty: nothing. */
  title: string;
  rows: readonly BarRow[];
  /** Ends and ticks of the level axis for values. */
  axis: (
    values: readonly (number | null)[],
    over: boolean,
  ) => { ends: readonly [number, number]; ticks: readonly number[] };
  tick: (value: number, ticks: readonly number[]) => string;
  /** What stands under the axis; empty: nothing. */
  axisName: string;
  /** What all figures are held against. */
  lines: readonly Reference[];
  /** What it means to lie on either side of zero, and in which colour; empty: there is no other side. */
  sides: readonly { text: string; colour: string; side: 'left' | 'right' }[];
  key: readonly LegendEntry[];
  room: (width: number) => Room;
};

/** Words of a row where they stand. */
type RowText = {
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'end';
  size: number;
  bold: boolean;
  colour: string;
};

/** A description laid out: where all of it stands, in pixels. */
export type BarsPlot = BarsDescription & {
  width: number;
  height: number;
  frame: Frame;
  x: Scale;
  /** How high a row is, and how far under its middle its mark stands. */
  step: number;
  drop: number;
  words: readonly (readonly RowText[])[];
};

const SIZE = 14;
const SMALL = 13;
const SMALLEST = 12;
const LINE = 16;
/** Room before a name, for the outline of its row. */
const BEFORE = 6;

/** A chart of rows at a width. */
export function barsOf(description: BarsDescription, width: number): BarsPlot {
  const { title, rows, lines, axisName, key } = description;
  const room = description.room(width);
  const blocks = rows.map((row) => blocksOf(row, room));
  const most = Math.max(
    1,
    ...blocks.flatMap(({ names, figures, small }) => [names.length - Number(small), figures.length]),
  );
  const step = room.step(most);
  const top = titleHeight(title, width) + 34;
  const frame = { left: room.left, right: width - room.right, top, bottom: top + step * rows.length };
  const { ends, ticks } = description.axis(
    [
      ...rows.flatMap(({ value, lower, upper, beside }) => [value, lower, upper, beside]),
      ...lines.map(({ value }) => value),
    ],
    room.over,
  );
  const x = scaleOf('linear', ends, [frame.left, frame.right], ticks);
  return {
    ...description,
    width,
    height: frame.bottom + (axisName ? 46 : 26) + legendHeight(key, width),
    frame,
    x,
    step,
    drop: room.over ? pixel(step / 2 - 15) : 0,
    words: blocks.map((block, index) => rowWords(block, { top: top + index * step, step, room, x })),
  };
}

type Block = {
  row: BarRow;
  names: readonly string[];
  figures: readonly string[];
  /** Whether its name is written small. */
  small: boolean;
};

/** The words of a row in lines that fit: its name, small where it takes too many, and what stands under it; its figure and counts. */
function blocksOf(row: BarRow, { names, counts, step }: Room): Block {
  const most = step(2) > step(1) ? 2 : 1;
  const whole = roughLines(row.title, names, SIZE);
  const small = whole.length > most;
  return {
    row,
    names: [
      ...(small ? firstLines(roughLines(row.title, names, SMALLEST), most + 1) : whole),
      ...(row.under ? [row.under] : []),
    ],
    figures: [row.figure, ...roughLines(row.counts, counts, SMALL)],
    small,
  };
}

/** So many lines of a name; where more are cut off, the last says so. */
const firstLines = (lines: readonly string[], most: number): readonly string[] =>
  lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]} …`] : lines;

type Placing = { top: number; step: number; room: Room; x: Scale };

function rowWords({ row, names, figures, small }: Block, { top, step, room, x }: Placing): RowText[] {
  const line = small ? SMALL : LINE;
  const yOf = (index: number, count: number, each = LINE) =>
    pixel(
      room.over
        ? top + (each < LINE ? 15 : 18) + index * each
        : top + step / 2 + 5 + (index - (count - 1) / 2) * each,
    );
  const { x: at, anchor } = figurePlace(row, room, x);
  const known = row.value !== null;
  return [
    ...names.map((text, index): RowText => {
      const under = row.under !== '' && index === names.length - 1;
      const look = under
        ? { size: SMALL, bold: false, colour: PALETTE.secondary }
        : { size: small ? SMALLEST : SIZE, bold: row.strong, colour: PALETTE.ink };
      return { text, x: BEFORE, y: yOf(index, names.length, line), anchor: 'start', ...look };
    }),
    ...figures.map((text, index): RowText => {
      const look =
        index > 0
          ? { size: SMALL, bold: false, colour: PALETTE.secondary }
          : { size: SIZE, bold: known, colour: PALETTE.ink };
      return { text, x: at, y: yOf(index, figures.length), anchor, ...look };
    }),
    ...(row.after && known
      ? [
          {
            text: row.after,
            x: at + 5,
            y: yOf(0, figures.length),
            anchor: 'start' as const,
            size: SIZE,
            bold: false,
            colour: PALETTE.ink,
          },
        ]
      : []),
  ];
}

/** Where a figure stands: at the end of its bar, or in the column of figures. */
function figurePlace({ mark, value }: BarRow, { figures }: Room, x: Scale): Room['figures'] {
  if (mark !== 'bar') return figures;
  const at = x.at(value ?? 0);
  return value !== null && value < 0
    ? { x: pixel(at - 6), anchor: 'end' }
    : { x: pixel(at + 6), anchor: 'start' };
}

/** The middle of a row’s mark. */
export const middleOf = ({ frame, step, drop }: BarsPlot, index: number): number =>
  pixel(frame.top + (index + 0.5) * step + drop);

/** What lies behind the words of a row. */
export const groundOf = ({ sum }: BarRow): string => (sum ? BANDS.tenths : PALETTE.paper);

/** The number of the row at a height, the first or last beyond the ends. */
export const rowAt = ({ frame, step, rows }: BarsPlot, y: number): number =>
  Math.min(rows.length - 1, Math.max(0, Math.floor((y - frame.top) / step)));
