import type { FastifyInstance } from 'fastify';
import type { Catalogue } from '../../data/contract/index.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Serving } from '../dataset/serving.ts';
import { FILES } from '../files/index.ts';
import { jsonOf } from '../questions/ask.ts';
import { QUESTIONS } from '../questions/index.ts';
import { answerAt, keptReply } from '../questions/reply.ts';
import type { Answer } from './answer.ts';
import { send } from './api.ts';
import { type Drawing, firstUrls, isPage, type Pages, withDrawing, withFirstAnswers } from './client.ts';
import { nearest } from './problem.ts';
import { nothingIfRefused, ProblemError } from './problem.ts';

/** The answer a page asks first; null where it is refused, as the page will be told. */
const firstAnswer = (dataset: Dataset, url: string): Promise<Answer | null> =>
  answerAt(dataset, url).catch(nothingIfRefused);

function drawn(
  html: string,
  drawing: Drawing,
  address: string,
  answers: [url: string, json: string][],
): string {
  const parsed = Object.fromEntries(answers.map(([url, json]) => [url, JSON.parse(json) as unknown]));
  return withDrawing(html, drawing.render(address, parsed));
}

/** The page of an address, its first answers inside; where the client draws it here, with its first view drawn. */
async function pageOf(
  dataset: Dataset,
  { html, options }: Pages,
  drawing: Drawing | null,
  { pathname, search }: { pathname: string; search: string },
): Promise<Answer> {
  const catalogue = await keptReply<Catalogue>(dataset, '/api/catalogue');
  const address = drawing?.canonical(pathname, search, catalogue) ?? '';
  const urls = firstUrls(pathname, new URLSearchParams(search), catalogue);
  return dataset.answers.get(`page ${urls.join(' ')} ${address}`, options, async () => {
    const answers: [string, string][] = [];
    for (const url of urls) {
      const answer = await firstAnswer(dataset, url);
      if (answer) answers.push([url, jsonOf(answer)]);
    }
    return withFirstAnswers(drawing && address ? drawn(html, drawing, address, answers) : html, answers);
  });
}

function unknownRoute(pathname: string): ProblemError {
  const paths = [
    '/api/health',
    '/api/docs',
    '/api/openapi.json',
    ...QUESTIONS.map(({ path }) => path),
    ...FILES.map(({ path }) => path),
  ];
  const found = nearest(
    pathname,
    paths.map((id) => ({ id })),
  );
  const hint = found.length > 0 ? ` The nearest: ${found.join(', ')}.` : '';
  return new ProblemError('unknown_route', `There is nothing at ${pathname.slice(0, 100)}.${hint}`, found);
}

/** Adds the pages and the files of the client: one HTML page for all, which shows what its address says. */
export function registerSite(app: FastifyInstance, serving: Serving, pages: Pages, drawing: Drawing | null) {
  // The first visitor need not wait for what every visitor asks first.
  app.addHook('onReady', async () => {
    const dataset = serving.current;
    await dataset
      ?.use(() => pageOf(dataset, pages, drawing, { pathname: '/', search: '' }))
      .catch((error) => app.log.error(error));
  });
  app.get('/*', async (request, reply) => {
    const [pathname = '/', search = ''] = request.url.split('?');
    if (/^\/api(\/|$)/.test(pathname)) throw unknownRoute(pathname);
    const file = pages.files.get(pathname);
    if (file) return send(request, reply, file);
    if (/\.\w+$/.test(pathname)) throw new ProblemError('unknown_route', `There is no file ${pathname}.`);
    if (!isPage(pathname)) return send(request, reply, pages.bare, 404);
    const dataset = serving.current;
    if (!dataset) return send(request, reply, pages.bare);
    const page = await dataset.use(() => pageOf(dataset, pages, drawing, { pathname, search }));
    dataset.answers.remember(request.url, page);
    send(request, reply, page);
  });
}
