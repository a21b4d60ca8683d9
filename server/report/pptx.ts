import type { Deck } from './deck.ts';

/** A presentation as PowerPoint's file. */
export async function writeDeck(_deck: Deck): Promise<Uint8Array> {
  throw new Error('Not written yet');
}
