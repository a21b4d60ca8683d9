import { Worker } from 'node:worker_threads';
import { ProblemError } from '../../http/problem.ts';
import type { Tasks } from './tasks.ts';

export type Job = { name: keyof Tasks; input: Tasks[keyof Tasks] };
export type Done = { bytes: Uint8Array } | { error: string };

type Waiting = Job & { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void };

/** Jobs for one worker thread, one after another. Where the thread ends, only the job it was doing fails. */
export class Queue {
  readonly #file: URL;
  readonly #longest: number;
  readonly #waiting: Waiting[] = [];
  #worker: Worker | null = null;

  /** At most `longest` jobs wait, the current one included. */
  constructor(file: URL, longest: number) {
    this.#file = file;
    this.#longest = longest;
  }

  /** The bytes of a job. Throws what the job throws, and a 503 where too many wait. */
  add(job: Job): Promise<Uint8Array> {
    if (this.#waiting.length >= this.#longest)
      throw new ProblemError('busy', 'Too many files are being made; ask again in a moment.');
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...job, resolve, reject });
      if (this.#waiting.length === 1) this.#next();
    });
  }

  /** Ends the thread; a later job starts another. */
  async end() {
    await this.#worker?.terminate();
  }

  #next() {
    const [first] = this.#waiting;
    if (!first) return this.#worker?.unref();
    const worker = this.#started();
    worker.ref();
    try {
      worker.postMessage({ name: first.name, input: first.input });
    } catch (error) {
      this.#finish({ error: String(error) });
    }
  }

  #finish(done: Done) {
    const job = this.#waiting.shift();
    if ('bytes' in done) job?.resolve(done.bytes);
    else job?.reject(new Error(done.error));
    this.#next();
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#file);
    const ended = (error: string) => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#finish({ error });
    };
    worker.on('message', (done: Done) => this.#finish(done));
    worker.on('error', (error) => ended(String(error.stack ?? error)));
    worker.on('exit', () => ended('The worker ended before its job was done'));
    this.#worker = worker;
    return worker;
  }
}

/** Lets a few pieces of work run at once while others wait, first come, first served. */
export class Turns {
  readonly #most: number;
  readonly #longest: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** `most` run at once, and at most `longest` wait. */
  constructor(most: number, longest: number) {
    this.#most = most;
    this.#longest = longest;
  }

  /** The result of the work, once it has had its turn. Throws what the work throws, and a 503 where too many wait. */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running < this.#most) this.#running++;
    else if (this.#waiting.length >= this.#longest)
      throw new ProblemError('busy', 'Too many files are being made; ask again in a moment.');
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }
}
