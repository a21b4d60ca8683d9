/** The widths of letters of Arial in thousandths of their size, from space to tilde; Arimo and Liberation Sans have the same. */
const REGULAR =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 ' +
  '556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 ' +
  '667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 ' +
  '556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584';
const BOLD =
  '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 ' +
  '556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 ' +
  '667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 ' +
  '611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584';

const OTHER: Readonly<Record<string, number>> = {
  '–': 556,
  '’': 222,
  '‘': 222,
  '“': 333,
  '”': 333,
  '•': 350,
  '·': 333,
};
/** For a letter of unknown width: wider than any other. */
const UNKNOWN = 1000;
const FIRST = 32;

const widths = (text: string) => text.split(' ').map(Number);
/** Marked as pure so that a page that measures no Arial does not carry the tables. */
const FACES = { regular: /* @__PURE__ */ widths(REGULAR), bold: /* @__PURE__ */ widths(BOLD) };

/** How wide a text is in Arial, in thousandths of its size: a whole number, so that parts add up to their whole. */
function thousandths(text: string, bold: boolean): number {
  const face = bold ? FACES.bold : FACES.regular;
  let sum = 0;
  for (const letter of text) sum += face[letter.charCodeAt(0) - FIRST] ?? OTHER[letter] ?? UNKNOWN;
  return sum;
}

/** How wide a text is in Arial, in the unit of its size. */
export const arialWidth = (text: string, size: number, bold = false): number =>
  (thousandths(text, bold) * size) / 1000;

/** A text in Arial in lines no wider than `room`, broken between words; a word that is wider by itself is broken inside. */
export function arialLines(text: string, room: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  const space = thousandths(' ', bold);
  // Of the last line, so that each word is measured once.
  let width = 0;
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const own = thousandths(word, bold);
    if (lines.length > 0 && ((width + space + own) * size) / 1000 <= room) {
      lines[lines.length - 1] += ` ${word}`;
      width += space + own;
    } else {
      lines.push(...broken(word, (part) => arialWidth(part, size, bold) <= room));
      width = thousandths(lines.at(-1) ?? '', bold);
    }
  }
  return lines;
}

/** A word in parts that fit, as long as they can be. */
function broken(whole: string, fits: (part: string) => boolean): string[] {
  const parts: string[] = [];
  let word = whole;
  while (!fits(word) && word.length > 1) {
    let end = word.length - 1;
    while (end > 1 && !fits(word.slice(0, end))) end--;
    parts.push(word.slice(0, end));
    word = word.slice(end);
  }
  return [...parts, word];
}

const WIDE = /[\d%MWmwA-Z]/g;

/**
 * About how wide a text is in whichever sans serif a page has, in the unit of its size: small letters half as wide as
 * high; digits, capitals and per cent wider.
 */
export const roughWidth = (text: string, size: number) =>
  size * (0.5 * text.length + 0.12 * (text.match(WIDE)?.length ?? 0));

/** A text in lines about as wide as `room` at most, broken between words. */
export const roughLines = (text: string, room: number, size: number): string[] =>
  filled(text.split(' ').filter(Boolean), (line) => roughWidth(line, size) <= room);

/** A text in lines of so many characters at most, broken between words. */
export const characterLines = (text: string, most: number): string[] =>
  filled(text.split(' '), (line) => line.length <= most);

/** Words in lines, as many in each as fit. */
function filled(words: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && fits(`${line} ${word}`)) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
