import type { Profile, ProfileRow } from '../../../data/contract/index.ts';

/** One measure over all areas: each area's row, or nothing where its profile has none. */
export type MatrixRow = {
  metric: string;
  label: string;
  /** The period that most of the figures are of. */
  period: string;
  cells: ReadonlyMap<string, ProfileRow>;
};

/** The measures of several profiles, in the order of the first, each with the areas' rows; those without a figure left out. */
export function matrixRows(profiles: readonly Profile[]): MatrixRow[] {
  const metrics = new Map(profiles.flatMap(({ rows }) => rows.map(({ metric, label }) => [metric, label])));
  return [...metrics].flatMap(([metric, label]) => {
    const cells = new Map(
      profiles.flatMap(({ area, rows }) => {
        const row = rows.find((each) => each.metric === metric);
        return row ? [[area.area, row] as const] : [];
      }),
    );
    const periods = [...cells.values()].flatMap(({ period, value }) =>
      value === null || !period ? [] : period,
    );
    const [period] = periods.toSorted(
      (one, other) => count(periods, other) - count(periods, one) || other.localeCompare(one),
    );
    return period === undefined ? [] : [{ metric, label, period, cells }];
  });
}

const count = (periods: readonly string[], period: string) =>
  periods.filter((each) => each === period).length;
