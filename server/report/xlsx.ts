import type { Book } from './book.ts';

/** A workbook as Excel's file. */
export async function writeBook(_book: Book): Promise<Uint8Array> {
  throw new Error('Not written yet');
}
