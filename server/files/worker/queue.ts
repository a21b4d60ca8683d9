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

  /**
   * The bytes of a job. Throws what the job throws, and a 503 where too many wait. A job that nobody waits for any more is
   * not begun; one that is being done, which takes less than starting another thread would, is let end.
   */
  add(job: Job, signal?: AbortSignal): Promise<Uint8Array> {
    signal?.throwIfAborted();
    if (this.#waiting.length >= this.#longest)
      throw new ProblemError('busy', 'Too many files are being made; ask again in a moment.');
    return new Promise((resolve, reject) => {
      const waiting = { ...job, resolve, reject };
      this.#waiting.push(waiting);
      signal?.addEventListener('abort', () => this.#leave(waiting, signal), { once: true });
      if (this.#waiting.length === 1) this.#next();
    });
  }

  /** Ends the thread; a later job starts another. */
  async end() {
    await this.#worker?.terminate();
  }

  #leave(waiting: Waiting, signal: AbortSignal) {
    const place = this.#waiting.indexOf(waiting);
    if (place > 0) this.#waiting.splice(place, 1);
    waiting.reject(signal.reason);
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
