import type { Dataset } from '../../dataset/dataset.ts';

/** The map of a dataset in a table of them, made where there is none. */
function mapOf<Value>(maps: WeakMap<Dataset, Map<string, Value>>, dataset: Dataset): Map<string, Value> {
  const map = maps.get(dataset) ?? new Map<string, Value>();
  maps.set(dataset, map);
  return map;
}

/**
 * What is computed of a dataset, by key, so many kept, the longest unasked given up first; failures are not kept. Work under
 * way is shared by those who ask the dataset in the same line alone: no reader waits for what a file has asked.
 */
export class Kept<Value> {
  readonly #most: number;
  readonly #kept = new WeakMap<Dataset, Map<string, Value>>();
  readonly #underWay = new WeakMap<Dataset, Map<string, Promise<Value>>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether it is kept, or under way in the line in which the dataset is asked. */
  has(dataset: Dataset, key: string): boolean {
    return mapOf(this.#kept, dataset.itself).has(key) || mapOf(this.#underWay, dataset).has(key);
  }

  /** The value of a key: kept, under way, or computed now. Throws what the computing throws. */
  get(dataset: Dataset, key: string, compute: () => Promise<Value>): Promise<Value> {
    const [kept, underWay] = [mapOf(this.#kept, dataset.itself), mapOf(this.#underWay, dataset)];
    const found = kept.get(key);
    if (found !== undefined) {
      kept.delete(key);
      kept.set(key, found);
      return Promise.resolve(found);
    }
    const before = underWay.get(key);
    if (before) return before;
    const value = compute()
      .then((computed) => {
        kept.set(key, computed);
        for (const oldest of kept.keys()) if (kept.size > this.#most) kept.delete(oldest);
        return computed;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, value);
    return value;
  }
}
