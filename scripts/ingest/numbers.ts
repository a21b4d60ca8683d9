/** A count from a cell: a whole number of at least 0, also where it came as text (`1,202`); otherwise null. */
export function count(cell: unknown): number | null {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 && cell < MOST ? cell : null;
  if (typeof cell !== 'string') return null;
  return /^(\d{1,9}|\d{1,3}(,\d{3})+)$/.test(cell.trim()) ? count(Number(cell.replaceAll(',', ''))) : null;
}

/** A count that may end in a half, a patient whom two commissioners share, also where it came as text; otherwise null. */
export function halves(cell: unknown): number | null {
  const value = count(cell) ?? decimal(cell);
  return value !== null && value >= 0 && value < MOST && Number.isInteger(2 * value) ? value : null;
}

/** More people than there are in England: no count is. */
export const MOST = 100_000_000;

/** A number from a cell, also where it came as text; null where it is none, or is empty. */
export function decimal(cell: unknown): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  return typeof cell === 'string' && /^-?\d+(\.\d+)?$/.test(cell.trim()) ? decimal(Number(cell)) : null;
}

/** True when a printed percentage is what the counts give, to the decimals it was printed with. */
export function agrees(
  percentage: number,
  numerator: number,
  denominator: number,
  decimals: number,
): boolean {
  return Math.abs(percentage - (100 * numerator) / denominator) <= 0.5 * 10 ** -decimals + 1e-9;
}

/** A whole number with thousands separated, as printed: `114,601`. */
export const printed = (value: number) => value.toLocaleString('en-GB');
