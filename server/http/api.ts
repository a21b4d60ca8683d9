import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Serving } from '../dataset/serving.ts';
import { ask, datasetOf } from '../questions/ask.ts';
import { QUESTIONS } from '../questions/index.ts';
import { nothing } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import { API_HEADERS } from './headers.ts';
import { health } from './health.ts';
import { deliver } from './send.ts';
import { checked } from './validation.ts';

const LONGEST_KEPT = 300;

/** Sends an answer past Fastify's serialiser: it is bytes already. */
export function send(request: FastifyRequest, reply: FastifyReply, answer: Answer, status = 200) {
  reply.hijack();
  deliver(request.raw, reply.raw, answer, status);
}

/** Adds every question and the health of the server. */
export function registerApi(app: FastifyInstance, serving: Serving) {
  const strict = { querystring: checked(nothing) };
  app.get('/api/health', { schema: strict }, (_request, reply) => {
    const state = health(serving);
    reply
      .code(state.status === 'ok' ? 200 : 503)
      .headers({ ...API_HEADERS, 'cache-control': 'no-store' })
      .send(state);
  });
  for (const question of QUESTIONS) {
    const schema = { params: checked(question.parameters), querystring: checked(question.query) };
    app.get(question.path, { schema }, async (request, reply) => {
      const dataset = datasetOf(serving);
      const asked = { ...(request.params as object), ...(request.query as object) };
      const answer = await ask(dataset, question, asked);
      if (request.url.length <= LONGEST_KEPT) dataset.answers.remember(request.url, answer);
      send(request, reply, answer);
    });
  }
}
