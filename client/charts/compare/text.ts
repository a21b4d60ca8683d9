import type { ComparedArea } from '../../../data/text/compare.ts';

const WORDS: Record<ComparedArea['comparison'], string> = {
  better: '▲ better',
  similar: '● similar',
  worse: '▼ worse',
  higher: '▲ higher',
  lower: '▼ lower',
  'not-compared': '○ not compared',
};

/** A comparison as a glyph and a word: `▲ better`. */
export const comparedText = (comparison: ComparedArea['comparison']): string => WORDS[comparison];
