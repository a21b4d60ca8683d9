import type { Deck } from '../pack/deck.ts';
import { writeDeck } from '../pack/pptx/index.ts';
import type { Book } from '../shared/xlsx/book.ts';
import { writeBook } from '../shared/xlsx/index.ts';
import { type Painting, paint } from './paint.ts';

/** Work that would keep the server from answering for tens of milliseconds, by name: what it takes and the bytes it gives. */
export type Tasks = { deck: Deck; book: Book; paint: Painting };

export const TASKS: { [Name in keyof Tasks]: (input: Tasks[Name]) => Promise<Uint8Array> } = {
  deck: writeDeck,
  book: writeBook,
  paint,
};
