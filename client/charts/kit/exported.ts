import type { ReactElement } from 'react';
import type { Areas, Catalogue } from '../../../data/contract/index.ts';
import type { MetricId } from '../../../data/metrics/index.ts';
import type { Cell } from '../../../data/text/csv.ts';

/** What a chart is asked, as data/contract/charts.ts lists it: defaults filled in, what has none may be missing. */
export type Asked = Readonly<Record<string, string | undefined>>;

/** What every chart may need to know. `origin`: where readers find the server, for links. */
export type Known = { catalogue: Catalogue; areas: Areas; dataVersion: string; origin: string };

/** The answers a chart is drawn from; `wanted` ones may be refused and are then null. */
export type Asks = { needed: readonly string[]; wanted?: readonly string[] };

/** The reply at an address that was asked for. */
export type Answered = <Reply>(url: string) => Reply;

/** The width that every chart is drawn at, in pixels; no window changes it. */
export const DRAWN_WIDTH = 952;

/** A chart out of its page: its drawing and all that must stand beside it. */
export type Taken = {
  /** What it found, as a sentence without its full stop. */
  title: string;
  /** Metric, area, period, unit and number of people. */
  subtitle: string;
  /** One `<svg>` with width, height and viewBox, DRAWN_WIDTH wide or less, with its legend and no title of its own. */
  picture: ReactElement;
  /** What it shows, for who cannot see it: a sentence or two. */
  alt: string;
  /** Benchmark and target in words, gaps, breaks, whatever changes how it is read; each a sentence. */
  notes: readonly string[];
  /** Whose sources and cautions are named under it. */
  metrics: readonly MetricId[];
  illustrative: boolean;
  /** Whether some of it is illustrative, marked where it stands, and the rest is not. */
  mixed?: boolean;
  /** Whether it shows boundaries. */
  boundaries: boolean;
  /** The address of the page it is taken from, in the same view. */
  page: string;
  /** What its file is called, without the data version. */
  name: readonly string[];
  /** Exactly what is drawn, unrounded. */
  table: { head: readonly string[]; rows: readonly (readonly Cell[])[] };
};

/** How one chart is taken out of its page. */
export type Exported = {
  /** Throws a RangeError whose message names the parameter that is wrong. */
  asks(asked: Asked, known: Known): Asks;
  take(asked: Asked, known: Known, answered: Answered): Taken;
};
