import { cpus, loadavg, totalmem } from 'node:os';

/** One measured figure beside its budget: `met` is null where there is none. */
export type Row = { what: string; measured: string; budget: string; met: boolean | null };

/** The middle of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The median of a list with its least and greatest, to `digits` decimals: `0.82 (0.79 to 0.84)`. */
export function spread(values: readonly number[], digits = 2): string {
  const shown = (value: number) => value.toFixed(digits);
  return `${shown(median(values))} (${shown(Math.min(...values))} to ${shown(Math.max(...values))})`;
}

/** Each value of a list over the one of the same round in another. */
export const ratios = (values: readonly number[], baseline: readonly number[]) =>
  values.map((value, round) => value / (baseline[round] ?? Number.NaN));

/** Prints the table, and how many budgets are met. */
export function print(rows: readonly Row[]) {
  const widths = [
    Math.max(...rows.map((row) => row.what.length)),
    Math.max(...rows.map((row) => row.measured.length)),
    Math.max(...rows.map((row) => row.budget.length)),
  ] as const;
  for (const { what, measured, budget, met } of rows) {
    const verdict = met === null ? '' : met ? 'met' : 'NOT MET';
    console.log(
      `${what.padEnd(widths[0])}  ${measured.padEnd(widths[1])}  ${budget.padEnd(widths[2])}  ${verdict}`.trimEnd(),
    );
  }
  const judged = rows.filter(({ met }) => met !== null);
  console.log(`\n${judged.filter(({ met }) => met).length} of ${judged.length} budgets met`);
}

/** The machine that measures, and how busy it was in the minute before: figures are to be read with it. */
export function machineWords(): string {
  const cores = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return `Measured with Node ${process.versions.node} on ${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${memory} GB; load before: ${(loadavg()[0] ?? 0).toFixed(1)}`;
}
