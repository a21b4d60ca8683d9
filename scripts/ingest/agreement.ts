import { printed } from './numbers.ts';
import { Problems } from './problem.ts';
import type { Figure, Reading, Wait } from './reading.ts';

type Row = Wait | Figure;

/** National series of two providers' releases differ: of two the later is kept. */
const NATIONAL = /^cwt-national-/;

const keyOf = ({ metric, area, period, grp }: Row) => `${metric} ${area} ${period} ${grp}`;
const isWait = (row: Row): row is Wait => !('value' in row);

/** Whether two files print the same; a table in one drops half patients. */
function alike(one: Row, other: Row): boolean {
  if (isWait(one) !== isWait(other)) return false;
  const apart = (a: number | null, b: number | null) =>
    a === null || b === null ? a !== b : Math.abs(a - b) >= 1;
  if (isWait(one) || isWait(other))
    return !apart(one.numerator, other.numerator) && !apart(one.denominator, other.denominator);
  return (['numerator', 'denominator', 'value', 'lower', 'upper', 'status'] as const).every(
    (field) => one[field] === other[field],
  );
}

const said = (row: Row): string =>
  row.numerator !== null && row.denominator !== null
    ? `${printed(row.numerator)} of ${printed(row.denominator)}`
    : String('value' in row ? row.value : null);

/** The figures of files that are loaded together, so that no two files say different things of one. */
export class Agreement {
  readonly #held = new Map<string, { row: Row; file: string }>();

  /**
   * What is new in a file beside those before it: figures that one of them has just so are left, and told. Throws a Refusal
   * where one of them says otherwise.
   */
  joined(file: string, reading: Reading): Reading {
    const problems = new Problems(file);
    const again = new Set<Row>();
    for (const row of [...reading.waits, ...reading.figures]) {
      const held = this.#held.get(keyOf(row));
      if (held === undefined || NATIONAL.test(row.file) || NATIONAL.test(held.row.file)) continue;
      if (alike(row, held.row)) again.add(row);
      else
        problems.add(
          `${keyOf(row)} is ${said(row)}, and ${said(held.row)} in ${held.file}${held.row.row === null ? '' : `, row ${held.row.row}`}, which is loaded beside it; expected the same, or one of the two files`,
          { sheet: row.sheet || undefined, row: row.row ?? undefined },
        );
    }
    problems.settle();
    for (const row of [...reading.waits, ...reading.figures])
      if (!this.#held.has(keyOf(row))) this.#held.set(keyOf(row), { row, file });
    // Of waits that two files have the fuller is kept as they are stored.
    const repeated = reading.figures.filter((row) => again.has(row)).length;
    if (repeated === 0) return reading;
    return {
      ...reading,
      figures: reading.figures.filter((row) => !again.has(row)),
      left: [
        ...reading.left,
        { count: repeated, what: 'figures', why: 'a file that is loaded beside it has just the same' },
      ],
    };
  }
}
