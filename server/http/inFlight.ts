/** Work on its way, how many wait for it, and what stops it. */
type Work<Result> = { result: Promise<Result>; waiting: number; stop: AbortController };

/** Work by a key, done once for all who ask for it meanwhile. */
export class InFlight<Result> {
  readonly #work = new Map<string, Work<Result>>();

  /**
   * The result of the work of a key: on its way, or begun now. Who may leave before it is there says so by a signal; once
   * all have left, the signal that the work was given is aborted.
   */
  get(key: string, begin: (signal: AbortSignal) => Promise<Result>, leaving?: AbortSignal): Promise<Result> {
    leaving?.throwIfAborted();
    const work = this.#work.get(key) ?? this.#begin(key, begin);
    work.waiting++;
    leaving?.addEventListener('abort', () => this.#leave(key, work), { once: true });
    return work.result;
  }

  #begin(key: string, begin: (signal: AbortSignal) => Promise<Result>): Work<Result> {
    const stop = new AbortController();
    const result = begin(stop.signal).finally(() => this.#forget(key, work));
    const work = { result, waiting: 0, stop };
    this.#work.set(key, work);
    return work;
  }

  #leave(key: string, work: Work<Result>) {
    if (--work.waiting > 0) return;
    // Who asks from now on gets a new one.
    this.#forget(key, work);
    work.stop.abort();
  }

  #forget(key: string, work: Work<Result>) {
    if (this.#work.get(key) === work) this.#work.delete(key);
  }
}
