import type { Book } from '../report/book.ts';
import type { Deck } from '../report/deck.ts';
import { writeDeck } from '../report/pptx.ts';
import { writeBook } from '../report/xlsx.ts';
import { type Painting, paint } from './paint.ts';

/** Work that would keep the server from answering for tens of milliseconds, by name: what it takes and the bytes it gives. */
export type Tasks = { deck: Deck; book: Book; paint: Painting };

export const TASKS: { [Name in keyof Tasks]: (input: Tasks[Name]) => Promise<Uint8Array> } = {
  deck: writeDeck,
  book: writeBook,
  paint,
};
