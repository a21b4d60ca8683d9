import type { ReactElement } from 'react';
import type { ChartContext, ChartQuery, ChartRequests } from '../../../data/contract/drawing.ts';
import type { MetricId } from '../../../data/metrics/index.ts';
import type { Cell } from '../../../data/text/csv.ts';

/** The width that every chart is drawn at outside its page, in pixels. */
export const DRAWN_WIDTH = 952;

/** The reply at an address that was asked for; null for a wanted one that was refused. */
export type ReplyAt = <Reply>(url: string) => Reply;

/** The entry of a chart: what it asks for, and all that a file or slide of it holds. */
export type Chart = {
  /** Throws a RangeError whose message names the parameter that is wrong. */
  asks(query: ChartQuery, context: ChartContext): ChartRequests;
  /** Throws a RangeError that says why there is nothing to draw. */
  draw(query: ChartQuery, context: ChartContext, replyAt: ReplyAt): ChartParts;
};

/** A chart out of its page: its picture and all that must stand beside it. */
export type ChartParts = {
  /** What it found, as a sentence without its full stop. */
  title: string;
  /** Metric, area, period, unit and number of people. */
  subtitle: string;
  /** One `<svg>` with width, height and viewBox, DRAWN_WIDTH wide or less, with its legend and no title of its own. */
  picture: ReactElement;
  /** What it shows, for those who cannot see it: a sentence or two. */
  alt: string;
  /** Benchmark and target in words, gaps, breaks, whatever changes how it is read; each a sentence. */
  notes: readonly string[];
  /** Whose sources and cautions are named under it. */
  metrics: readonly MetricId[];
  /** Whether it shows boundaries. */
  boundaries: boolean;
  /** The address of the page it is taken from, in the same view. */
  page: string;
  /** What its file is called, without the data version. */
  name: readonly string[];
  /** Exactly what is drawn, unrounded. */
  table: { head: readonly string[]; rows: readonly (readonly Cell[])[] };
};

/** What is asked of a chart, as the query string of a page. */
export const searchOf = (query: ChartQuery): string =>
  new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();

/** For a picture in which nothing can be chosen or pointed at. */
export const nothing = () => {};

/** Hides a part of a drawing from screen readers, where it repeats what they read elsewhere. */
export const UNSPOKEN = { 'aria-hidden': true } as const;
