import type { FastifyInstance } from 'fastify';
import { originOf } from '../../files/send.ts';
import { JSON_OPTIONS } from '../../questions/ask.ts';
import { nothing } from '../../questions/question.ts';
import { Answer, REVALIDATE } from '../answer.ts';
import { send } from '../api.ts';
import { PAGE_HEADERS } from '../headers.ts';
import { checked } from '../validation.ts';
import { openApi } from './openapi.ts';
import { docsPage } from './page.ts';
import { DOCS_CSS } from './style.ts';

/** Pages kept: a server has one address or two, and whoever invents more shall not fill it. */
const MOST_ORIGINS = 4;

/** Adds the descriptions of the API: they are the same for every dataset. `perSecond` is told, not enforced, here. */
export function registerDescriptions(
  app: FastifyInstance,
  { perSecond, publicUrl }: { perSecond: number; publicUrl?: string },
) {
  const page = { cacheControl: REVALIDATE, headers: PAGE_HEADERS };
  const schema = { querystring: checked(nothing) };
  const fixed: [path: string, answer: Answer][] = [
    ['/api/openapi.json', new Answer(JSON.stringify(openApi()), JSON_OPTIONS)],
    ['/api/docs.css', new Answer(DOCS_CSS, { ...page, type: 'text/css; charset=utf-8' })],
  ];
  for (const [path, answer] of fixed)
    app.get(path, { schema }, (request, reply) => send(request, reply, answer));

  const pages = new Map<string, Answer>();
  app.get('/api/docs', { schema }, (request, reply) => {
    const origin = originOf(request, publicUrl);
    let answer = pages.get(origin);
    if (!answer) {
      answer = new Answer(docsPage({ origin, perSecond }), { ...page, type: 'text/html; charset=utf-8' });
      if (pages.size >= MOST_ORIGINS) pages.clear();
      pages.set(origin, answer);
    }
    send(request, reply, answer);
  });
}
