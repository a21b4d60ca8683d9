import type { Dataset } from '../dataset/dataset.ts';
import type { Serving } from '../dataset/serving.ts';
import { type Answer, REVALIDATE } from '../http/answer.ts';
import { API_HEADERS } from '../http/headers.ts';
import { ProblemError } from '../http/problem.ts';
import type { Question } from './question.ts';

export const JSON_OPTIONS = {
  type: 'application/json; charset=utf-8',
  cacheControl: REVALIDATE,
  headers: API_HEADERS,
};

/** The dataset being served. Throws a 503 saying why there is none. */
export function datasetOf({ current, reason }: Serving): Dataset {
  if (current) return current;
  throw new ProblemError('no_dataset', reason ?? 'No dataset is being served.');
}

/** One address for all the ways to ask the same: every parameter, in alphabetical order. */
const canonical = (path: string, asked: Record<string, string>) =>
  `${path}?${new URLSearchParams(Object.entries(asked).sort())}`;

/** The answer to a question, from those kept where it was asked before. */
export function ask(dataset: Dataset, question: Question, asked: Record<string, string>): Promise<Answer> {
  return dataset.use(async () =>
    dataset.answers.get(canonical(question.path, asked), JSON_OPTIONS, async () =>
      JSON.stringify(await question.answer(dataset, asked)),
    ),
  );
}

/** The JSON of an answer. */
export const jsonOf = (answer: Answer) => answer.identity().toString();
