import type { Dataset } from '../dataset/dataset.ts';
import type { Answer } from '../http/answer.ts';
import { defaultsOf } from '../http/validation.ts';
import { ask, jsonOf } from './ask.ts';
import { QUESTIONS } from './index.ts';
import type { Question } from './question.ts';

/** The answer at an address of the API, as a page that asks for it gets it. Throws the question's own problem. */
export async function answerAt(dataset: Dataset, url: string): Promise<Answer> {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const question = QUESTIONS.find(({ path }) => path === pathname);
  if (!question) throw new Error(`No question at ${pathname}`);
  return ask(dataset, question, { ...defaultsOf(question.query), ...Object.fromEntries(searchParams) });
}

/** The reply to a question; what is left out is at its default. */
export const replyTo = async <Reply>(
  dataset: Dataset,
  question: Question,
  asked: Readonly<Record<string, string>>,
): Promise<Reply> =>
  JSON.parse(jsonOf(await ask(dataset, question, { ...defaultsOf(question.query), ...asked })));

/** The reply at an address of the API. */
export const replyAt = async <Reply>(dataset: Dataset, url: string): Promise<Reply> =>
  JSON.parse(jsonOf(await answerAt(dataset, url)));

const replies = new WeakMap<Dataset, Map<string, Promise<unknown>>>();

/** The reply at an address that nearly every page and file needs, read once for a dataset; not to be changed. */
export function keptReply<Reply>(dataset: Dataset, url: string): Promise<Reply> {
  const kept = replies.get(dataset) ?? new Map<string, Promise<unknown>>();
  replies.set(dataset, kept);
  const known = kept.get(url);
  if (known) return known as Promise<Reply>;
  const read = replyAt<Reply>(dataset, url);
  kept.set(url, read);
  read.catch(() => kept.delete(url));
  return read;
}
