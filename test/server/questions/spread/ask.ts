import { expect } from 'vitest';
import { Spread } from '../../../../data/contract/index.ts';
import type { Dataset } from '../../../../server/dataset/dataset.ts';
import type { QueryOf } from '../../../../server/questions/question.ts';
import { reply as replyTo } from '../../../../server/questions/reply.ts';
import { expectShape } from '../../inject.ts';

export const asked = (query: string) =>
  Object.fromEntries(new URLSearchParams(query)) as QueryOf<'snapshot'> & QueryOf<'spread'>;

/** Every number of a value, with its place. */
function numbers(value: unknown, place = ''): [string, number][] {
  if (typeof value === 'number') return [[place, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => numbers(inner, `${place}/${key}`));
}

/** The answer as it is before it is written: of the contract's shape, and no number in it NaN or infinite. */
export async function spreadOf(dataset: Dataset, query: string): Promise<Spread> {
  const reply = await replyTo(dataset, 'spread', asked(query));
  expectShape(Spread, reply);
  expect(numbers(reply).filter(([, number]) => !Number.isFinite(number))).toEqual([]);
  return reply;
}
