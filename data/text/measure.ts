/** How wide letters of Arial are, in thousandths of their size, from space to tilde; Arimo and Liberation Sans are as wide. */
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
/** What is wider than any other letter. */
const UNKNOWN = 1000;
const FIRST = 32;

const widths = (text: string) => text.split(' ').map(Number);
const FACES = { regular: widths(REGULAR), bold: widths(BOLD) };

/** How wide a text is in Arial, in the unit of its size. */
export function arialWidth(text: string, size: number, bold = false): number {
  const face = bold ? FACES.bold : FACES.regular;
  let sum = 0;
  for (const letter of text) sum += face[letter.charCodeAt(0) - FIRST] ?? OTHER[letter] ?? UNKNOWN;
  return (sum * size) / 1000;
}

/** A text in lines no wider than `room`, broken between words; a word that is wider by itself is broken inside. */
export function arialLines(text: string, room: number, size: number, bold = false): string[] {
  const fits = (line: string) => arialWidth(line, size, bold) <= room;
  const lines: string[] = [];
  for (const whole of text.split(' ').filter(Boolean)) {
    const line = lines.at(-1);
    if (line !== undefined && fits(`${line} ${whole}`)) {
      lines[lines.length - 1] = `${line} ${whole}`;
      continue;
    }
    let word = whole;
    while (!fits(word) && word.length > 1) {
      let end = word.length - 1;
      while (end > 1 && !fits(word.slice(0, end))) end--;
      lines.push(word.slice(0, end));
      word = word.slice(end);
    }
    lines.push(word);
  }
  return lines;
}
