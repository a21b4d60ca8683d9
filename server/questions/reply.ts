import type { TObject } from 'typebox';
import type { Dataset } from '../dataset/dataset.ts';
import { QUESTION_OF, QUESTIONS } from './index.ts';
import type { QueryOf, Question, QuestionName, ReplyOf } from './question.ts';
import { UnderWay } from './shared/underWay.ts';

type Query = Record<string, string>;

/**
 * The replies of one dataset: each computed once, shared by identical requests in flight in one line, and kept up to a
 * total length of their JSON; the least recently used is dropped first. Failures are not kept.
 */
export class ReplyCache {
  readonly #limit: number;
  readonly #kept = new Map<string, { reply: object; length: number }>();
  readonly #computing = new UnderWay<object>();
  #length = 0;

  constructor(limit = 32 * 1024 * 1024) {
    this.#limit = limit;
  }

  /** The total length of the JSON of the replies kept. */
  get length() {
    return this.#length;
  }

  /**
   * The reply of a key: kept, being computed in the line in which it is asked, or computed now.
   */
  async get(key: string, compute: () => Promise<object>, line: object = this): Promise<object> {
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept.reply;
    }
    return this.#computing.get(line, key, async () => this.#keep(key, await compute()));
  }

  #keep(key: string, reply: object): object {
    const other = this.#kept.get(key);
    if (other) return other.reply;
    const { length } = JSON.stringify(reply);
    this.#kept.set(key, { reply, length });
    this.#length += length;
    for (const [oldest, dropped] of this.#kept) {
      if (this.#length <= this.#limit) break;
      this.#kept.delete(oldest);
      this.#length -= dropped.length;
    }
    return reply;
  }
}

const caches = new WeakMap<Dataset, ReplyCache>();

function cacheOf(dataset: Dataset): ReplyCache {
  const cache = caches.get(dataset.itself) ?? new ReplyCache();
  caches.set(dataset.itself, cache);
  return cache;
}

/** What a schema states for the parameters that are left out. */
function defaultsOf({ properties }: TObject): Query {
  const stated = Object.entries(properties as Record<string, { default?: string }>);
  return Object.fromEntries(
    stated.flatMap(([name, { default: value }]) => (value === undefined ? [] : [[name, value]])),
  );
}

/**
 * A query with its defaults filled in, in one order for all who ask the same: what differs from its default by name, as
 * in the API's addresses, then the defaults. A reply repeats it, so its bytes do not depend on who asked first.
 */
function complete({ query: schema }: Question, query: object): Query {
  const defaults = defaultsOf(schema);
  const given = Object.entries(query as Record<string, string | undefined>).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== defaults[entry[0]],
  );
  const chosen = Object.fromEntries(given.sort(([one], [other]) => (one < other ? -1 : 1)));
  return { ...chosen, ...Object.fromEntries(Object.entries(defaults).filter(([name]) => !(name in chosen))) };
}

const keyed = ({ path }: Question, complete: Query) => `${path}?${new URLSearchParams(complete)}`;

/** One key for all the ways to ask the same of a question. */
export const keyOf = (question: Question, query: object): string =>
  keyed(question, complete(question, query));

/**
 * The reply to one of our own questions, by its name or as it is, from those kept where it was asked before; what the
 * query leaves out is at its default. All who ask the same share one object: it must not be changed. Throws the
 * question's own problem.
 */
export function reply<Name extends QuestionName>(
  dataset: Dataset,
  name: Name,
  query: QueryOf<Name>,
): Promise<ReplyOf<Name>>;
export function reply(dataset: Dataset, question: Question, query: object): Promise<object>;
export function reply(dataset: Dataset, asked: QuestionName | Question, query: object): Promise<object> {
  const question: Question = typeof asked === 'string' ? QUESTION_OF[asked] : asked;
  const full = complete(question, query);
  const compute = () => dataset.use(() => question.answer(dataset, full as never, reply));
  return cacheOf(dataset).get(keyed(question, full), compute, dataset);
}

/** The reply at an address of the API that has no parameters in its path, for pages and charts, which name addresses. */
export function replyAt(dataset: Dataset, url: string): Promise<object> {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const question = QUESTIONS.find(({ path }) => path === pathname);
  if (!question) throw new Error(`No question at ${pathname}`);
  return reply(dataset, question, Object.fromEntries(searchParams));
}
