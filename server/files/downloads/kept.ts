import type { Dataset } from '../../dataset/dataset.ts';
import { InFlight } from '../../http/inFlight.ts';
import type { Maker } from '../file.ts';

type Closable = { close(): Promise<void> };

type Shelf = { making: InFlight<Closable>; kept: Map<string, Closable> };

const shelves = new WeakMap<Dataset, Shelf>();

function shelfOf(dataset: Dataset): Shelf {
  const shelf = shelves.get(dataset.itself) ?? { making: new InFlight<Closable>(), kept: new Map() };
  shelves.set(dataset.itself, shelf);
  return shelf;
}

/**
 * A file on the disk, made in its turn among all heavy work. With a key it is made once for all who ask for it, and kept
 * until its dataset is closed; without, `done` closes it.
 */
export async function stored<File extends Closable>(
  { dataset, signal, inTurn }: Maker,
  key: string | null,
  make: (signal: AbortSignal) => Promise<File>,
): Promise<{ file: File; done(): void }> {
  if (key === null) {
    const file = await inTurn(() => make(signal), signal);
    return { file, done: () => void file.close() };
  }
  const { making, kept } = shelfOf(dataset);
  const begin = async (leaving: AbortSignal) => {
    const file = await inTurn(() => make(leaving), leaving);
    kept.set(key, file);
    dataset.whenClosed(() => void file.close());
    return file;
  };
  const file = kept.get(key) ?? (await making.get(key, begin, signal));
  return { file: file as File, done() {} };
}
