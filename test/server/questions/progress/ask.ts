import { expect } from 'vitest';
import { Progress, type ProgressRow } from '../../../../data/contract/index.ts';
import type { Dataset } from '../../../../server/dataset/dataset.ts';
import { reply as replyTo } from '../../../../server/questions/reply.ts';
import { expectShape } from '../../inject.ts';

type Answered = Progress & { of(id: string): ProgressRow };
export type Asking = (area: string, period?: string) => Promise<Answered>;

/** Every number of a value, with its place. */
function numbers(value: unknown, place = ''): [string, number][] {
  if (typeof value === 'number') return [[place, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => numbers(inner, `${place}/${key}`));
}

/** Asks for the progress of an area: of the contract's shape, and no number in it NaN or infinite. */
export const progressOf =
  (dataset: Dataset): Asking =>
  async (area, period) => {
    const reply = await replyTo(dataset, 'progress', { area, ...(period === undefined ? {} : { period }) });
    expectShape(Progress, reply);
    expect(numbers(reply).filter(([, number]) => !Number.isFinite(number))).toEqual([]);
    const byId = new Map(reply.rows.map((row) => [row.id, row]));
    return { ...reply, of: (id) => byId.get(id) as ProgressRow };
  };
