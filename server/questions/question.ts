import { type Static, type TObject, type TSchema, Type } from 'typebox';
import type { Dataset } from '../dataset/dataset.ts';

/** One question the API answers: what may be asked, what is answered, and how. */
export type Question = {
  /** With parameters as `:name`. */
  path: string;
  summary: string;
  parameters: TObject;
  query: TObject;
  reply: TSchema;
  examples: readonly string[];
  answer(dataset: Dataset, asked: Record<string, string>): Promise<object>;
};

/** A question, its `answer` typed by the schemas of its parameters and query. */
export function question<Parameters extends TObject, Query extends TObject, Reply extends TSchema>(
  stated: Omit<Question, 'parameters' | 'query' | 'reply' | 'answer'> & {
    parameters: Parameters;
    query: Query;
    reply: Reply;
    answer(dataset: Dataset, asked: Static<Parameters> & Static<Query>): Promise<Static<Reply>>;
  },
): Question {
  return stated as unknown as Question;
}

/** For a question that takes none. */
export const nothing = Type.Object({}, { additionalProperties: false });
