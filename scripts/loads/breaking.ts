import type { Succession } from '../../data/geography/own.ts';
import { parsePeriod } from '../../data/periods.ts';
import type { Broken } from '../check/index.ts';
import type { Taken } from '../ingest/index.ts';
import type { Problem } from '../ingest/problem.ts';

type Row = { metric: string; area: string; period: string; sheet: string; row: number | null };

/**
 * Why files cannot be taken with whose figures the dataset breaks rules: for each file and rule the first figure of a
 * metric and period that a broken rule is of, one of the area where there is one. None where no file has such figures.
 */
export function breaking(broken: readonly Broken[], read: readonly Taken[]): Problem[] {
  return broken.flatMap(({ rows, says }) => {
    const keys = rows.filter(({ metric, period }) => metric !== undefined && period !== undefined);
    const periods = new Set(keys.map(({ metric, period }) => `${metric} ${period}`));
    const areas = new Set(keys.map(({ metric, area, period }) => `${metric} ${period} ${area}`));
    return read.flatMap(({ manifest, reading }): Problem[] => {
      const early = tooEarly(reading.successions ?? [], rows);
      if (early) return [{ file: manifest.file, ...early }];
      const own: Row[] = [...reading.waits, ...reading.figures];
      const found =
        own.find(({ metric, period, area }) => areas.has(`${metric} ${period} ${area}`)) ??
        own.find(({ metric, period }) => periods.has(`${metric} ${period}`));
      if (found === undefined) return [];
      const { metric, area, period, sheet, row } = found;
      return [
        {
          file: manifest.file,
          ...(sheet ? { sheet } : {}),
          ...(row === null ? {} : { row }),
          message: `${metric} of ${area} in ${period}: with the file's figures the dataset breaks a rule (${rows.length} times); expected: ${says}`,
        },
      ];
    });
  });
}

/** Which of some successions ends an ICB before the last figures that are held of it, and cannot be counted elsewhere. */
function tooEarly(
  successions: readonly (Succession & { row: number })[],
  rows: readonly Record<string, unknown>[],
): Pick<Problem, 'row' | 'message'> | null {
  for (const { area, from, row } of successions) {
    const ends = rows
      .filter((each) => each.area === area)
      .flatMap(({ period }) => parsePeriod(String(period)) ?? [])
      .filter(({ start }) => start >= from)
      .map(({ end }) => end);
    if (ends.length === 0) continue;
    const last = ends.sort().at(-1);
    return {
      row,
      message: `${area} ends before ${from}, and there are figures of it up to ${last}, which cannot be divided; expected a month after them`,
    };
  }
  return null;
}
