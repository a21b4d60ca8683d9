import type { Dataset } from '../dataset/dataset.ts';
import { Answer, type AnswerOptions } from './answer.ts';
import { InFlight } from './inFlight.ts';

const MAX_ADDRESSES = 5000;

/**
 * The answers of one dataset as bytes: each computed once, shared by identical requests in flight, kept up to a number
 * of bytes. Failures are not kept. Found by a key, one for all the ways to ask the same, and by the address as it was
 * asked, which is quicker.
 */
export class AnswerCache {
  readonly #limit: number;
  readonly #byKey = new Map<string, Answer>();
  readonly #byAddress = new Map<string, Answer>();
  readonly #computing = new InFlight<Answer>();
  #bytes = 0;

  constructor(limit = 64 * 1024 * 1024) {
    this.#limit = limit;
  }

  get bytes() {
    return this.#bytes;
  }

  get size() {
    return this.#byKey.size;
  }

  /** The answer that was given to exactly this address, if it is still kept. */
  at(address: string): Answer | undefined {
    const answer = this.#byAddress.get(address);
    if (answer === undefined) return undefined;
    if (answer.dropped) {
      this.#byAddress.delete(address);
      return undefined;
    }
    answer.used = true;
    return answer;
  }

  /** Remembers that an address asks for an answer; the oldest addresses are forgotten first. */
  remember(address: string, answer: Answer) {
    if (this.#byAddress.size >= MAX_ADDRESSES) {
      for (const oldest of this.#byAddress.keys()) {
        this.#byAddress.delete(oldest);
        break;
      }
    }
    this.#byAddress.set(address, answer);
  }

  /** The answer of a key: kept, being computed, or computed now. */
  get(key: string, options: AnswerOptions, compute: () => Promise<string>): Promise<Answer> | Answer {
    return this.made(key, async () => new Answer(await compute(), options));
  }

  /**
   * The answer of a key: kept, being made, or made now. Who may leave before it is there says so by a signal; once all have
   * left, the signal that the making was given is aborted.
   */
  made(
    key: string,
    make: (signal: AbortSignal) => Promise<Answer>,
    leaving?: AbortSignal,
  ): Promise<Answer> | Answer {
    const kept = this.#byKey.get(key);
    if (kept) {
      kept.used = true;
      return kept;
    }
    return this.#computing.get(key, async (signal) => this.#keep(key, await make(signal)), leaving);
  }

  #keep(key: string, answer: Answer): Answer {
    this.#byKey.set(key, answer);
    this.#bytes = 0;
    for (const each of this.#byKey.values()) this.#bytes += each.bytes;
    if (this.#bytes > this.#limit) this.#sweep();
    return answer;
  }

  /** Drops the oldest answers that were not asked for since the last sweep, until a tenth of the room is free. */
  #sweep() {
    for (const [key, answer] of this.#byKey) {
      if (this.#bytes <= 0.9 * this.#limit) return;
      this.#byKey.delete(key);
      if (answer.used) {
        answer.used = false;
        this.#byKey.set(key, answer);
      } else {
        answer.dropped = true;
        this.#bytes -= answer.bytes;
      }
    }
  }
}

const caches = new WeakMap<Dataset, AnswerCache>();

/** The answers given from a dataset. */
export function answersOf(dataset: Dataset): AnswerCache {
  const cache = caches.get(dataset.itself) ?? new AnswerCache();
  caches.set(dataset.itself, cache);
  return cache;
}
