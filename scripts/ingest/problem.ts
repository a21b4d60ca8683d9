/** Why a file was refused: where it is (sheet and row as the file numbers them) and what was expected. */
export type Problem = { file: string; sheet?: string; row?: number; message: string };

/** Thrown when a file cannot be taken; carries every problem found in it. */
export class Refusal extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map(problemLine).join('\n'));
    this.problems = problems;
  }
}

/** The problems of one file while it is read, so that a reader hears of all of them at once. */
export class Problems {
  readonly file: string;
  readonly found: Problem[] = [];

  constructor(file: string) {
    this.file = file;
  }

  add(message: string, at: { sheet?: string; row?: number } = {}): void {
    this.found.push({ file: this.file, ...at, message });
  }

  /** Throws a Refusal when any problem was added. */
  settle(): void {
    if (this.found.length > 0) throw new Refusal(this.found);
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
