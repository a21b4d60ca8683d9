import type { Codes } from './reading.ts';

/** How many ways of writing are told. */
const TOLD = 3;

/**
 * Reads the codes of one file as they are known, where it writes them in other letters or with spaces in them; `tally` is
 * how many are read so, in words.
 */
export function codesOf(known: ReadonlySet<string>): Pick<Codes, 'coded'> & {
  tally: () => Record<string, number>;
} {
  const otherwise = new Map<string, string>();
  return {
    coded(text, also = []) {
      const code = text.trim();
      const isKnown = (each: string) => known.has(each) || also.includes(each);
      if (isKnown(code)) return code;
      const bare = code.replaceAll(/[\s\u200b\ufeff]/g, '');
      const found = [bare, bare.toUpperCase(), bare.toLowerCase()].find(isKnown);
      if (found === undefined) return code;
      otherwise.set(code, found);
      return found;
    },
    tally() {
      const told = [...otherwise].slice(0, TOLD).map(([text, code]) => `"${text}" is ${code}`);
      const more = otherwise.size > TOLD ? ', …' : '';
      const what = otherwise.size === 1 ? 'code' : 'codes';
      return otherwise.size === 0
        ? {}
        : { [`${what} in other letters or with spaces (${told.join(', ')}${more})`]: otherwise.size };
    },
  };
}
