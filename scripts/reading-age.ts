import type { Page } from 'playwright-core';
import { syllable } from 'syllable';
import { READING_AGES } from '../data/text/accessibility.ts';
import { launch } from './bench/chromium.ts';

/** How old a reader is in the first school year of the formula. */
const FIRST_YEAR = 5;
/** A shorter one is a label or the name of something, no sentence. */
const FEWEST_WORDS = 5;

const SENTENCE_END = /(?<=[.!?])\s+/;
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,%-]*/gu) ?? [];

/**
 * The age, in years, that it takes to read sentences: the Flesch-Kincaid grade and five (Kincaid, Fishburne, Rogers and
 * Chissom 1975). A number counts as a word of one syllable. Throws where no text is a sentence.
 */
export function readingAge(texts: readonly string[]): number {
  const sentences = texts
    .flatMap((text) => text.split(SENTENCE_END))
    .map(wordsOf)
    .filter((words) => words.length >= FEWEST_WORDS);
  const words = sentences.flat();
  if (words.length === 0) throw new RangeError(`None of ${texts.length} texts is a sentence of five words`);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + FIRST_YEAR;
}

/** The sentences on a page, without formulas, labels and what is folded away in tables of figures. */
export const textsOf = (page: Page): Promise<string[]> =>
  page.locator('main :is(h1, h2, h3, p, li, dd, td)').evaluateAll((all) =>
    all
      .filter((each) => each.querySelector('p, li, dd, td') === null && each.closest('.formula') === null)
      .map((each) => each.textContent ?? '')
      .filter((text) => /[.!?]$/.test(text.trim())),
  );

/** Prints the reading age of each page of a server whose address is given: `npx tsx scripts/reading-age.ts http://localhost:3000`. */
async function main(server: string) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    for (const { name, address } of READING_AGES) {
      await page.goto(new URL(address, server).href, { waitUntil: 'networkidle' });
      const texts = await textsOf(page);
      console.log(`${readingAge(texts).toFixed(1).padStart(5)}  ${name}, ${address}`);
      const hardest = texts
        .flatMap((text) => text.split(SENTENCE_END))
        .filter((text) => wordsOf(text).length >= FEWEST_WORDS)
        .sort((a, b) => readingAge([b]) - readingAge([a]));
      for (const text of hardest.slice(0, 3)) console.log(`       ${readingAge([text]).toFixed(0)}: ${text}`);
    }
  } finally {
    await browser.close();
  }
}

if (process.argv[1] === import.meta.filename) await main(process.argv[2] ?? 'http://localhost:3000');
