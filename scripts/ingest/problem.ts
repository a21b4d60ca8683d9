/** Why a file was refused: where it is (sheet and row as the file numbers them) and what was expected. */
export type Problem = { file: string; sheet?: string; row?: number; message: string };

/** How many problems of one file are kept; the others are counted. */
const KEPT = 200;
const PRINTED = 20;

/** Thrown when a file cannot be taken; carries the first problems found in it, and how many there are more. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];
  readonly more: number;

  constructor(problems: readonly Problem[], more = 0) {
    super(problems.slice(0, PRINTED).map(problemLine).join('\n'));
    this.problems = problems;
    this.more = more;
  }
}

/** The problems of one file while it is read, so that a reader hears of the first of them at once, and of their number. */
export class Problems {
  readonly file: string;
  readonly #kept: Problem[] = [];
  #count = 0;
  readonly #told = new Set<string>();

  constructor(file: string) {
    this.file = file;
  }

  /** How many there are, the kept ones among them. */
  get count(): number {
    return this.#count;
  }

  add(message: string, at: { sheet?: string; row?: number } = {}): void {
    this.#count += 1;
    if (this.#kept.length < KEPT) this.#kept.push({ file: this.file, ...at, message });
  }

  /** Adds a problem that many rows have alike: the first of a kind is kept, the others are counted. */
  addOnce(kind: string, message: string, at: { sheet?: string; row?: number } = {}): void {
    if (this.#told.has(kind)) this.#count += 1;
    else this.add(message, at);
    this.#told.add(kind);
  }

  /** Throws a Refusal when any problem was added. */
  settle(): void {
    if (this.#count > 0) throw new Refusal(this.#kept, this.#count - this.#kept.length);
  }
}

/** One line for one problem: file, sheet, row, what was expected. */
export function problemLine({ file, sheet, row, message }: Problem): string {
  const place = [file, sheet && `sheet ${sheet}`, row && `row ${row}`].filter(Boolean).join(', ');
  return `${place}: ${message}`;
}

/** A Refusal with a single problem. */
export function refusal(file: string, message: string): Refusal {
  return new Refusal([{ file, message }]);
}
