import { ProblemError } from '../../http/problem.ts';

/** Lets a few pieces of work go on at once and the others wait, first come first served. */
export class Turns {
  readonly #most: number;
  readonly #longest: number;
  readonly #waiting: (() => void)[] = [];
  #under = 0;

  /** `most` at once; no more than `longest` wait before others are asked to come again. */
  constructor(most: number, longest: number) {
    this.#most = most;
    this.#longest = longest;
  }

  /** What the work gives, once it has had its turn. Throws a 503 where too many wait. */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#under < this.#most) this.#under++;
    else if (this.#waiting.length >= this.#longest)
      throw new ProblemError('busy', 'Too many files are being made; ask again in a moment.');
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#under--;
    }
  }
}
