import type { FastifyInstance } from 'fastify';
import { nothing, type Question } from '../../questions/question.ts';
import { Answer, REVALIDATE } from '../answer.ts';
import { JSON_OPTIONS } from '../api.ts';
import { PAGE_HEADERS } from '../headers.ts';
import { originOf, send } from '../send.ts';
import { requestSchema } from '../validation.ts';
import { type DescribedFile, endpointsOf } from './endpoints.ts';
import { openApi } from './openapi.ts';
import { docsPage } from './page.ts';
import { DOCS_CSS } from './style.ts';

/** Pages kept: a server has one address or two, and invented ones must not fill the memory. */
const MAX_ORIGINS = 4;

type DocsOptions = {
  questions: readonly Question[];
  files: readonly DescribedFile[];
  /** The rate limit that the page states. */
  perSecond: number;
  publicUrl?: string;
};

/** Adds the descriptions of the API, which are the same for every dataset. */
export function registerDocs(app: FastifyInstance, { questions, files, perSecond, publicUrl }: DocsOptions) {
  const endpoints = endpointsOf(questions, files);
  const page = { cacheControl: REVALIDATE, headers: PAGE_HEADERS };
  const schema = { querystring: requestSchema(nothing) };
  const fixed: [path: string, answer: Answer][] = [
    ['/api/openapi.json', new Answer(JSON.stringify(openApi(endpoints)), JSON_OPTIONS)],
    ['/api/docs.css', new Answer(DOCS_CSS, { ...page, type: 'text/css; charset=utf-8' })],
  ];
  for (const [path, answer] of fixed)
    app.get(path, { schema }, (request, reply) => send(request, reply, answer));

  const pages = new Map<string, Answer>();
  app.get('/api/docs', { schema }, (request, reply) => {
    const origin = originOf(request, publicUrl);
    let answer = pages.get(origin);
    if (!answer) {
      answer = new Answer(docsPage(endpoints, { origin, perSecond }), {
        ...page,
        type: 'text/html; charset=utf-8',
      });
      if (pages.size >= MAX_ORIGINS) pages.clear();
      pages.set(origin, answer);
    }
    send(request, reply, answer);
  });
}
