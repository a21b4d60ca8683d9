import type { FastifyInstance } from 'fastify';
import type { Drawing } from '../../data/contract/drawing.ts';
import { isMetricId } from '../../data/metrics/index.ts';
import { nearest } from '../../data/text/nearest.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Serving } from '../dataset/serving.ts';
import { replyAt, reply as replyTo } from '../questions/reply.ts';
import type { Answer } from './answer.ts';
import { answersOf } from './answerCache.ts';
import { type Client, sheetLinks } from './client.ts';
import { nullIfRefused, ProblemError, suggestion } from './problem.ts';
import { send } from './send.ts';

type PagesOptions = {
  serving: Serving;
  client: Client;
  drawing: Drawing | null;
  /** The addresses of the API, to suggest one for an address that does not exist. */
  routes: readonly string[];
};

/** The addresses of the pages; any other is a 404, shown by the page itself. */
const PAGE =
  /^\/(?:(alliances|ccgs|icbs|metrics)\/([^/]+)|alliances|metrics|progress|compare|data|methods|accessibility)?$/;

/** The levels of the areas that have a page of their own, by the first part of its address. */
const LEVELS_OF: Readonly<Record<string, readonly string[]>> = {
  alliances: ['alliance', 'alliance-today'],
  ccgs: ['ccg'],
  icbs: ['icb'],
};

/** Whether a dataset has what an address is the page of: the area, at one time or another, or the metric. */
function isKnown({ geography }: Dataset, pathname: string): boolean {
  const [, kind, id] = PAGE.exec(pathname) ?? [];
  if (kind === undefined || id === undefined) return true;
  if (kind === 'metrics') return isMetricId(id);
  const levels = LEVELS_OF[kind] ?? [];
  return (geography.versionsOf.get(id) ?? []).some(({ level }) => levels.includes(level));
}

type Replies = readonly (readonly [url: string, reply: unknown])[];

/** The replies a page asks for first, without those that are refused: the page will be told so itself. */
async function firstReplies(dataset: Dataset, urls: readonly string[]): Promise<Replies> {
  const replies: [string, object][] = [];
  for (const url of urls) {
    const reply = await replyAt(dataset, url).catch(nullIfRefused);
    if (reply) replies.push([url, reply]);
  }
  return replies;
}

/** The page with its first replies inside, each under the address that would ask for it. */
export function withFirstAnswers(html: string, replies: Replies): string {
  const json = JSON.stringify(Object.fromEntries(replies)).replaceAll('<', '\\u003c');
  const block = `<script type="application/json" id="first-answers">${json}</script>`;
  const end = html.lastIndexOf('</body>');
  return end < 0 ? html + block : html.slice(0, end) + block + html.slice(end);
}

const PLACE = /<div id="app">.*?<\/div>/s;

/** The page of an address with its first replies; where the server draws it, with its first view too. */
async function pageOf(
  dataset: Dataset,
  { client, drawing }: PagesOptions,
  { pathname, search }: { pathname: string; search: string },
): Promise<Answer> {
  const { options } = client;
  const links = sheetLinks(client, pathname);
  // After the sheet of all pages, and before what may come later: a browser has only so many connections.
  const html = client.html.replace(/<link rel="stylesheet"[^>]*>|(?=<\/head>)/, (before) => before + links);
  const catalogue = await replyTo(dataset, 'catalogue', {});
  const address = drawing?.canonical(pathname, search, catalogue) ?? '';
  const urls = drawing?.firstAnswers(pathname, search, catalogue) ?? [];
  return answersOf(dataset).get(`page ${urls.join(' ')} ${address} ${links}`, options, async () => {
    const replies = await firstReplies(dataset, urls);
    if (!drawing || address === '') return withFirstAnswers(html, replies);
    const view = drawing.render(address, Object.fromEntries(replies));
    return withFirstAnswers(
      html.replace(PLACE, () => `<div id="app" data-drawn>${view}</div>`),
      replies,
    );
  });
}

function unknownRoute(pathname: string, routes: readonly string[]): ProblemError {
  const found = nearest(
    pathname,
    routes.map((id) => ({ id })),
  );
  const message = `There is nothing at ${pathname.slice(0, 100)}.${suggestion(found)}`;
  return new ProblemError('unknown_route', message, found);
}

/** Adds the pages and the files of the client: one HTML page for all, which shows what its address says. */
export function registerPages(app: FastifyInstance, pages: PagesOptions) {
  const { serving, client, routes } = pages;
  // The first visitor need not wait for what every visitor asks first.
  app.addHook('onReady', async () => {
    const dataset = serving.current;
    await dataset
      ?.use(() => pageOf(dataset, pages, { pathname: '/', search: '' }))
      .catch((error) => app.log.error(error));
  });
  app.get('/*', async (request, reply) => {
    const [pathname = '/', search = ''] = request.url.split('?');
    if (/^\/+api(\/|$)/.test(pathname)) throw unknownRoute(pathname, routes);
    const file = client.files.get(pathname);
    if (file) return send(request, reply, file);
    if (/\.\w+$/.test(pathname)) throw new ProblemError('unknown_route', `There is no file ${pathname}.`);
    if (!PAGE.test(pathname)) return send(request, reply, client.bare, 404);
    const dataset = serving.current;
    if (!dataset) return send(request, reply, client.bare);
    const page = await dataset.use(() => pageOf(dataset, pages, { pathname, search }));
    if (!isKnown(dataset, pathname)) return send(request, reply, page, 404);
    answersOf(dataset).remember(request.url, page);
    send(request, reply, page);
  });
}
