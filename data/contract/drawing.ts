import type { OwnMetric } from '../metrics/own.ts';
import type { Areas } from './areas.ts';
import type { Catalogue } from './catalogue.ts';

/** What is asked of a chart, as charts.ts lists it: defaults filled in, what has none may be missing. */
export type ChartQuery = Readonly<Record<string, string | undefined>>;

/** What every chart may need to know. `origin`: where readers find the server, for links. */
export type ChartContext = {
  catalogue: Catalogue;
  areas: Areas;
  dataVersion: string;
  origin: string;
  /** The room of a drawing that is to be smaller than usual, in its pixels: for trends, maps of an Alliance and drivers. */
  size?: { width: number; height: number };
};

/** The addresses of the API whose replies a chart is drawn from; it can do without the `wanted` ones. */
export type ChartRequests = { needed: readonly string[]; wanted?: readonly string[] };

/** A chart taken out of its page. */
export type DrawnChart = {
  /** What it shows, as a sentence without its full stop. */
  title: string;
  /** Metric, area, period, unit and number of people. */
  subtitle: string;
  /** What has to be known to read it. */
  notes: readonly string[];
  /** The picture in words. */
  alt: string;
  /** What a file of it is called, without its ending. */
  name: string;
  /** The whole figure as SVG: title, subtitle, picture, legend, notes, source, licence, data version, link. */
  svg: string;
  /** The picture alone as SVG, for a slide that has the rest in its own text. */
  bare: string;
  /** Exactly what is drawn. */
  csv: string;
};

/** The client as the server runs it: it draws the first view of pages, and charts as files. */
export type Drawing = {
  /** Makes these the metrics that a user has declared, for all that is drawn from then on. */
  declareOwn(own: readonly OwnMetric[]): void;
  /** One address for all that ask for the same view of a page; null for a page that is drawn in the browser alone. */
  canonical(pathname: string, search: string, catalogue: Catalogue): string | null;
  /** The addresses of the API that the page at an address asks first. */
  firstAnswers(pathname: string, search: string, catalogue: Catalogue): readonly string[];
  /** The first view of a page as HTML, from replies by their addresses. */
  render(address: string, replies: Readonly<Record<string, unknown>>): string;
  /** What a chart is drawn from. Throws a RangeError that names what is wrong with the query. */
  chartAsks(chart: string, query: ChartQuery, context: ChartContext): ChartRequests;
  /** A chart; `replies` by the addresses that `chartAsks` named, null for a wanted one that was refused. */
  chart(
    chart: string,
    query: ChartQuery,
    context: ChartContext,
    replies: Readonly<Record<string, unknown>>,
  ): DrawnChart;
};
