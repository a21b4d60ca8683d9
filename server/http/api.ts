import type { FastifyInstance } from 'fastify';
import type { Health } from '../../data/contract/index.ts';
import { type Serving, servedBy } from '../dataset/serving.ts';
import { nothing, type Question } from '../questions/question.ts';
import { keyOf, reply as replyTo } from '../questions/reply.ts';
import { REVALIDATE } from './answer.ts';
import { answersOf } from './answerCache.ts';
import { API_HEADERS } from './headers.ts';
import { send } from './send.ts';
import { isFromHere } from './uploads.ts';
import { requestSchema } from './validation.ts';

export const JSON_OPTIONS = {
  type: 'application/json; charset=utf-8',
  cacheControl: REVALIDATE,
  headers: API_HEADERS,
};

/** Longer addresses are answered without being remembered. */
const LONGEST_REMEMBERED = 300;

/** How the server is: `unavailable`, with the reason and what to do, while it has no dataset to serve. */
const healthOf = ({ current, reason, failure }: Serving): Health => ({
  status: current ? 'ok' : 'unavailable',
  dataVersion: current?.version ?? null,
  builtAt: current?.builtAt ?? null,
  observations: current?.observations ?? 0,
  ...(reason === null ? {} : { reason }),
  ...(failure === null ? {} : { failedBuild: failure }),
});

/** Adds the health of the server and every question. */
export function registerApi(
  app: FastifyInstance,
  { serving, questions, uploads }: { serving: Serving; questions: readonly Question[]; uploads: boolean },
) {
  app.get('/api/health', { schema: { querystring: requestSchema(nothing) } }, (request, reply) => {
    const health = { ...healthOf(serving), ...(uploads && isFromHere(request) ? { uploads } : {}) };
    reply
      .code(health.status === 'ok' ? 200 : 503)
      .headers({ ...API_HEADERS, 'cache-control': 'no-store' })
      .send(health);
  });
  for (const question of questions) {
    const schema = { params: requestSchema(question.parameters), querystring: requestSchema(question.query) };
    app.get(question.path, { schema }, async (request, reply) => {
      const dataset = servedBy(serving);
      const answers = answersOf(dataset);
      const query = { ...(request.params as object), ...(request.query as object) };
      const answer = await answers.get(keyOf(question, query), JSON_OPTIONS, async () =>
        JSON.stringify(await replyTo(dataset, question, query)),
      );
      if (request.url.length <= LONGEST_REMEMBERED) answers.remember(request.url, answer);
      send(request, reply, answer);
    });
  }
}
