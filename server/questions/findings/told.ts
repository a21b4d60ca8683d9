import type { Told } from '../../../data/text/findings-say.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Question } from '../question.ts';

/** What an address of the API answers, asked of the question itself. Throws what the question throws. */
export async function told<Reply>(dataset: Dataset, question: Question, url: string): Promise<Told<Reply>> {
  const asked = Object.fromEntries(new URLSearchParams(url.slice(url.indexOf('?') + 1)));
  return { url, reply: (await question.answer(dataset, asked)) as Reply };
}

/** The same, or null where there is nothing to answer: no such period, no figures. */
export async function toldIfAny<Reply>(
  dataset: Dataset,
  question: Question,
  url: string,
): Promise<Told<Reply> | null> {
  try {
    return await told<Reply>(dataset, question, url);
  } catch (error) {
    if (error instanceof ProblemError && ['no_data', 'unknown_period'].includes(error.code)) return null;
    throw error;
  }
}
