import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  findingsUrl,
  mapView,
  metricView,
  profileUrl,
  profileView,
  progressUrl,
  snapshotUrl,
  spreadUrl,
} from '../../data/addresses/api.ts';
import type { Areas, Catalogue } from '../../data/contract/index.ts';
import { Answer, FOREVER, REVALIDATE } from './answer.ts';
import { PAGE_HEADERS } from './headers.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The addresses of the pages; any other is a 404, shown by the page itself. */
const PAGES = /^\/(?:(?:alliances|ccgs|metrics)\/[^/]+|alliances|metrics|progress|compare|data)?$/;

export const isPage = (pathname: string) => PAGES.test(pathname);

/** Higher than for an answer: done once, when the server starts. */
const ASSET_QUALITY = 9;

const htmlOptions = { type: 'text/html; charset=utf-8', cacheControl: REVALIDATE, headers: PAGE_HEADERS };

const NOT_BUILT = `<!doctype html><html lang="en"><title>Not built</title>
<p>The pages have not been built. Run <code>npm start</code>, or <code>npm run build</code> and start again.</p></html>`;

/** The client built to be drawn by the server: a page's first view as HTML, and one address for all that ask for it. */
export type Drawing = {
  canonical(pathname: string, search: string, catalogue: Catalogue): string | null;
  render(address: string, answers: Readonly<Record<string, unknown>>): string;
  /** The addresses of the API a chart is drawn from; throws a RangeError that names what is wrong with the question. */
  chartAsks(chart: string, asked: Readonly<Record<string, string>>, known: Known): Asks;
  /** A chart, whole; `replies` by the addresses that `chartAsks` named, null for one that was refused. */
  chart(
    chart: string,
    asked: Readonly<Record<string, string>>,
    known: Known,
    replies: Readonly<Record<string, unknown>>,
  ): DrawnChart;
};

/** Replies a chart needs, and those it can do without. */
type Asks = { needed: readonly string[]; wanted?: readonly string[] };

/** What every chart may need to know: what is measured, the areas, the data's version, where readers find the server. */
export type Known = { catalogue: Catalogue; areas: Areas; dataVersion: string; origin: string };

/** A chart taken out of its page. */
export type DrawnChart = {
  /** The finding; metric, area, period, unit and people; what must be known to read it; the picture in words. */
  title: string;
  subtitle: string;
  notes: readonly string[];
  alt: string;
  /** What a file of it is called, without its ending. */
  name: string;
  /** The whole figure as SVG: title, subtitle, picture, legend, notes, source, licence, data version, link. */
  svg: string;
  /** The picture alone as SVG, for a slide that says the rest. */
  bare: string;
  /** Exactly what is drawn. */
  csv: string;
};

/** The client's drawing of its first view, or null where it has not been built. */
export async function readDrawing(file: string): Promise<Drawing | null> {
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as Drawing) : null;
}

/** The built client, held compressed: its files by address, and its one HTML page. */
export function readPages(folder: string) {
  const files = new Map<string, Answer>();
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  for (const entry of names) {
    const file = path.join(entry.parentPath, entry.name);
    const address = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    const type = TYPES[path.extname(file)];
    if (!entry.isFile() || type === undefined || address === '/index.html') continue;
    const cacheControl = address.startsWith('/assets/') ? FOREVER : REVALIDATE;
    const options = { type, cacheControl, headers: PAGE_HEADERS, quality: ASSET_QUALITY };
    files.set(address, new Answer(readFileSync(file), options));
  }
  const index = path.join(folder, 'index.html');
  const html = existsSync(index) ? readFileSync(index, 'utf8') : NOT_BUILT;
  return { files, html, bare: new Answer(html, htmlOptions), options: htmlOptions };
}

export type Pages = ReturnType<typeof readPages>;

/** The page with its first answers inside, each under the address that would ask for it. */
export function withFirstAnswers(
  html: string,
  answers: readonly (readonly [url: string, json: string])[],
): string {
  const entries = answers.map(([url, json]) => `${JSON.stringify(url)}:${json}`).join(',');
  const block = `<script type="application/json" id="first-answers">{${entries.replaceAll('<', '\\u003c')}}</script>`;
  const at = html.lastIndexOf('</body>');
  return at < 0 ? html + block : html.slice(0, at) + block + html.slice(at);
}

const PLACE = /<div id="app">.*?<\/div>/s;

/** The page with its first view drawn in it. */
export const withDrawing = (html: string, drawn: string): string =>
  html.replace(PLACE, () => `<div id="app" data-drawn>${drawn}</div>`);

/** The last part of an address, as it was meant; as it stands where it is not well formed. */
function lastPart(pathname: string): string {
  const part = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The answers a page asks for first: the catalogue, and what its own kind of page shows. */
export function firstUrls(pathname: string, search: URLSearchParams, catalogue: Catalogue): string[] {
  const first = ['/api/catalogue'];
  if (pathname === '/') {
    const view = mapView(search, catalogue);
    if (view.period !== '') first.push(snapshotUrl(view));
  }
  if (pathname.startsWith('/metrics/')) {
    const view = metricView(lastPart(pathname), search, catalogue);
    if (view) first.push(snapshotUrl(view), spreadUrl(view));
  }
  if (pathname.startsWith('/ccgs/')) first.push(profileUrl(profileView(lastPart(pathname), search)));
  if (pathname.startsWith('/alliances/')) {
    const view = { area: lastPart(pathname), period: search.get('period') ?? '' };
    first.push('/api/areas', findingsUrl(view), progressUrl(view));
  }
  if (pathname === '/progress')
    first.push(progressUrl({ area: search.get('area') || 'england', period: search.get('period') ?? '' }));
  return first;
}
