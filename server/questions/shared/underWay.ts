/**
 * Work under way by key, done once for all who ask for it meanwhile in the same line, which any object stands for: no reader
 * waits for what a file has asked.
 */
export class UnderWay<Value> {
  readonly #lines = new WeakMap<object, Map<string, Promise<Value>>>();

  /** Whether the work of a key is under way in a line. */
  has(line: object, key: string): boolean {
    return this.#lines.get(line)?.has(key) ?? false;
  }

  /** The result of the work of a key: under way in the line, or begun now. Throws what the work throws. */
  get(line: object, key: string, begin: () => Promise<Value>): Promise<Value> {
    const works = this.#lines.get(line) ?? new Map<string, Promise<Value>>();
    this.#lines.set(line, works);
    const before = works.get(key);
    if (before) return before;
    const work = begin().finally(() => works.delete(key));
    works.set(key, work);
    return work;
  }
}
