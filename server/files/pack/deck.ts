/** Inches from the left and the top of a slide of 13.333 by 7.5. */
export type Box = { x: number; y: number; w: number; h: number };

/** A paragraph, in runs of the same type. */
export type Paragraph = {
  runs: readonly { text: string; bold?: boolean; colour?: string }[];
  bullet?: boolean;
};

/** `size` in points; `body`: the slide's main text, in its placeholder. */
export type TextBlock = {
  kind: 'text';
  name: string;
  box: Box;
  paragraphs: readonly Paragraph[];
  size: number;
  body?: boolean;
};

export type DeckCell = { text: string; bold?: boolean; colour?: string; fill?: string; right?: boolean };

/** A native table; the `widths` of its columns in inches add up to the width of the box. `alt` describes it in a sentence. */
export type TableBlock = {
  kind: 'table';
  name: string;
  alt: string;
  box: Box;
  head: readonly DeckCell[];
  rows: readonly (readonly DeckCell[])[];
  widths: readonly number[];
  size: number;
};

/** How a line of a chart is drawn, as Office's files name it. */
export type Dash = 'solid' | 'dash' | 'sysDot';

/** One line of a chart, or one set of bars; null is a gap, over which no line is drawn. `width` of a line in points. */
export type Series = {
  name: string;
  colour: string;
  values: readonly (number | null)[];
  width?: number;
  dash?: Dash;
  /** A later stretch of a line that a break parts: left out of the legend, which has its first. */
  continues?: boolean;
  /** Whether its points are dots, joined by no line. */
  dots?: boolean;
};

/** A native, editable chart with its numbers inside. `format`: Excel's, such as `0.0%`. */
export type ChartBlock = {
  kind: 'chart';
  name: string;
  alt: string;
  box: Box;
  type: 'line' | 'bar';
  labels: readonly string[];
  series: readonly Series[];
  valueTitle: string;
  labelTitle: string;
  format: string;
  least?: number;
  most?: number;
  /** Bars of all series in one place, where no label has two of them. */
  together?: boolean;
  /** The size of its text in points; 12 by default. */
  size?: number;
};

/**
 * A point of a chart by two numbers; its name stands in the sheet behind the chart. A `strong` one has a larger mark with
 * an edge in that colour, and its name at a side where it has room there.
 */
export type Point = {
  name: string;
  x: number;
  y: number;
  strong?: { colour: string; side?: 'r' | 'l' | 't' | 'b' };
};

/** Points that are joined by a line, or that each have a mark; `width` and `lineWidth` in points, `size` of a mark too. */
export type PointSeries = {
  name: string;
  points: readonly Point[];
  line?: { colour: string; width: number; dash?: Dash };
  mark?: {
    shape: 'circle' | 'triangle' | 'square' | 'diamond';
    size: number;
    fill: string;
    line: string;
    lineWidth: number;
  };
  /** Left out of the legend. */
  unlisted?: boolean;
};

/** An axis of numbers, in Excel's `format`. */
export type NumberAxis = { title: string; format: string; least: number; most: number };

/** A native, editable chart of points by two numbers; `nameTitle` stands over their names in the sheet behind it. */
export type PointsBlock = {
  kind: 'points';
  name: string;
  alt: string;
  box: Box;
  series: readonly PointSeries[];
  nameTitle: string;
  /** Where the points are drawn, in inches of its box; axes stand around, the legend below. */
  plot: Box;
  across: NumberAxis;
  upright: NumberAxis;
  /** The size of its text in points; 12 by default. */
  size?: number;
};

export type AnyChart = ChartBlock | PointsBlock;

/** The rings of an area, their corners in inches; `name` stands in the selection pane, `alt` is read out. */
export type MapShape = {
  name: string;
  alt: string;
  rings: readonly (readonly (readonly [x: number, y: number])[])[];
  fill: string;
  line: string;
  lineWidth: number;
};
export type MapLabel = { text: string; x: number; y: number; w: number; size: number; colour: string };

/** Native shapes, and the labels on them. */
export type MapBlock = {
  kind: 'map';
  name: string;
  alt: string;
  shapes: readonly MapShape[];
  labels: readonly MapLabel[];
};

/** A coloured rectangle that says nothing by itself, such as a swatch of a legend; `lineWidth` in points. */
export type MarkBlock = {
  kind: 'mark';
  name: string;
  box: Box;
  fill?: string;
  line?: string;
  lineWidth?: number;
};

export type Block = TextBlock | TableBlock | AnyChart | MapBlock | MarkBlock;

/** Whether a block is a native chart. */
export const isChart = (block: Block): block is AnyChart => block.kind === 'chart' || block.kind === 'points';

/** A slide: its blocks in the order in which they are read out. */
export type Slide = {
  id: string;
  layout: 'cover' | 'content';
  title: string;
  /** Metric, area, period, unit and number of people; empty on the cover. */
  subtitle: string;
  blocks: readonly Block[];
  /** Source, licence, data version: at the foot of the slide. */
  footer: string;
  /** What the speaker needs: definitions, methods, cautions. */
  notes: readonly string[];
};

/** A presentation, before it is written. */
export type Deck = { title: string; subject: string; dataVersion: string; slides: readonly Slide[] };

/** The room between title and footer. */
export const ROOM: Box = { x: 0.5, y: 1.55, w: 12.333, h: 5.15 };
