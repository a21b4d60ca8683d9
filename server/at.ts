import type { Answer } from './answer.ts';
import { ask, jsonOf } from './ask.ts';
import type { Dataset } from './dataset.ts';
import type { Question } from './question.ts';
import { QUESTIONS } from './questions.ts';
import { defaultsOf } from './strict.ts';

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
