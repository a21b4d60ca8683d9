import type { Dataset } from '../../dataset/dataset.ts';
import { UnderWay } from './underWay.ts';

/**
 * What is computed of a dataset, by key, so many kept, the longest unasked given up first; failures are not kept. Work under
 * way is shared by those who ask the dataset in the same line alone.
 */
export class Kept<Value> {
  readonly #most: number;
  readonly #kept = new WeakMap<Dataset, Map<string, Value>>();
  readonly #underWay = new UnderWay<Value>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether it is kept, or under way in the line in which the dataset is asked. */
  has(dataset: Dataset, key: string): boolean {
    return this.#of(dataset).has(key) || this.#underWay.has(dataset, key);
  }

  /** The value of a key: kept, under way, or computed now. Throws what the computing throws. */
  get(dataset: Dataset, key: string, compute: () => Promise<Value>): Promise<Value> {
    const kept = this.#of(dataset);
    const found = kept.get(key);
    if (found === undefined)
      return this.#underWay.get(dataset, key, async () => {
        const computed = await compute();
        kept.set(key, computed);
        for (const oldest of kept.keys()) if (kept.size > this.#most) kept.delete(oldest);
        return computed;
      });
    kept.delete(key);
    kept.set(key, found);
    return Promise.resolve(found);
  }

  #of({ itself }: Dataset): Map<string, Value> {
    const kept = this.#kept.get(itself) ?? new Map<string, Value>();
    this.#kept.set(itself, kept);
    return kept;
  }
}
