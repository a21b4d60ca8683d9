import { Worker } from 'node:worker_threads';
import { ProblemError } from '../../http/problem.ts';
import type { Tasks } from './tasks.ts';

export type Job = { name: keyof Tasks; input: Tasks[keyof Tasks] };
export type Done = { bytes: Uint8Array } | { error: string };

type Waiting = Job & { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void };

/** Jobs for one worker thread, one after another. What ends the thread fails the job it did, and no other. */
export class Queue {
  readonly #file: URL;
  readonly #longest: number;
  readonly #waiting: Waiting[] = [];
  #worker: Worker | null = null;

  /** `longest`: as many as wait, the one at work among them, before others are asked to come again. */
  constructor(file: URL, longest: number) {
    this.#file = file;
    this.#longest = longest;
  }

  /** The bytes that a job gives. Throws what the job throws, and a 503 where too many wait. */
  add(job: Job): Promise<Uint8Array> {
    if (this.#waiting.length >= this.#longest)
      throw new ProblemError('busy', 'Too many files are being made; ask again in a moment.');
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...job, resolve, reject });
      if (this.#waiting.length === 1) this.#next();
    });
  }

  /** Ends the thread; a job that comes later starts another. */
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
    const one = this.#waiting.shift();
    if ('bytes' in done) one?.resolve(done.bytes);
    else one?.reject(new Error(done.error));
    this.#next();
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const made = new Worker(this.#file);
    const ended = (error: string) => {
      if (this.#worker !== made) return;
      this.#worker = null;
      this.#finish({ error });
    };
    made.on('message', (done: Done) => this.#finish(done));
    made.on('error', (error) => ended(String(error.stack ?? error)));
    made.on('exit', () => ended('The worker ended before its job was done'));
    this.#worker = made;
    return made;
  }
}
