import { ProblemError } from '../../http/problem.ts';

type Limits = {
  /** So many pieces of work run at once. */
  most: number;
  /** So many of them may be one client's. */
  share: number;
  /** So many wait. */
  longest: number;
  /** So many of those who wait may be one client's. */
  line: number;
  /** Milliseconds that one waits at most. */
  patience: number;
};

/** For whom work is done: the client's address, and what tells that it waits no more. */
export type Taker = { client: string; signal?: AbortSignal };

type Waiting = { client: string; begin: () => void };

const busy = () => new ProblemError('busy', 'Too many files are being made; ask again in a moment.');

/**
 * Lets a few pieces of work run at once while others wait, with a share for each client: the next turn is of the client
 * with the least running, first come, first served among its equals.
 */
export class Turns {
  readonly #limits: Limits;
  readonly #running = new Map<string, number>();
  readonly #waiting: Waiting[] = [];

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /**
   * Waits for a turn; what is returned ends it, and may be called more than once. Throws a 503 where too many wait or
   * the wait is too long, a 429 where too many of the client's own wait, and the signal's reason once nobody waits.
   */
  async begin({ client, signal }: Taker): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#mayRun(client)) this.#add(client);
    else await this.#wait(client, signal);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.#end(client);
    };
  }

  /** The result of the work, once it has had its turn. Throws what the work throws, and what `begin` does. */
  async take<Result>(taker: Taker, work: () => Promise<Result>): Promise<Result> {
    const end = await this.begin(taker);
    try {
      return await work();
    } finally {
      end();
    }
  }

  #wait(client: string, signal: AbortSignal | undefined): Promise<void> {
    const { longest, line, patience } = this.#limits;
    if (this.#waiting.filter((each) => each.client === client).length >= line)
      throw new ProblemError(
        'too_many_requests',
        `${line} files are already being made for you; ask again when some are done.`,
      );
    if (this.#waiting.length >= longest) throw busy();
    return new Promise((resolve, reject) => {
      const settle = (done: () => void) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', left);
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        done();
      };
      const waiting = { client, begin: () => settle(resolve) };
      const left = () => settle(() => reject(signal?.reason));
      const timer = setTimeout(() => settle(() => reject(busy())), patience);
      signal?.addEventListener('abort', left, { once: true });
      this.#waiting.push(waiting);
    });
  }

  #of(client: string): number {
    return this.#running.get(client) ?? 0;
  }

  #mayRun(client: string): boolean {
    const total = [...this.#running.values()].reduce((sum, count) => sum + count, 0);
    return total < this.#limits.most && this.#of(client) < this.#limits.share;
  }

  #add(client: string) {
    this.#running.set(client, this.#of(client) + 1);
  }

  #end(client: string) {
    const left = this.#of(client) - 1;
    if (left > 0) this.#running.set(client, left);
    else this.#running.delete(client);
    const [next] = this.#waiting
      .filter((each) => this.#mayRun(each.client))
      .sort((a, b) => this.#of(a.client) - this.#of(b.client));
    if (!next) return;
    this.#add(next.client);
    next.begin();
  }
}
