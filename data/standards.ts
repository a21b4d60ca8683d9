import type { TargetReply } from './contract/index.ts';
import type { Metric, Target } from './metrics/index.ts';
import { endOf } from './periods.ts';

/** A standard that took another's place: its value and that before it, and the month from which it holds. */
export type StandardStep = { before: number; now: number; from: string };

type Standard = Target & { value: number };

/** The steps of a metric's standard after one month and up to another, oldest first. */
export function standardSteps(
  { targets }: Pick<Metric, 'targets'>,
  after: string,
  until: string,
): StandardStep[] {
  const standards = targets
    .filter((target): target is Standard => target.basis === 'standard' && target.value !== null)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return standards.flatMap(({ value: now, from }, index) => {
    const before = standards[index - 1]?.value;
    return before === undefined || before === now || from <= after || from > until
      ? []
      : [{ before, now, from }];
  });
}

const yearBefore = (month: string) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;

/** The last step of a metric's standard in the twelve months up to one; null where there is none. */
export const standardBefore = (metric: Pick<Metric, 'targets'>, month: string): StandardStep | null =>
  standardSteps(metric, yearBefore(month), month).at(-1) ?? null;

/** Whether a target that holds from one month until another (null: no end) holds at the end of a period. */
export const holdsIn = (period: string, { from, until }: { from: string; until: string | null }) =>
  from <= endOf(period) && (until === null || endOf(period) <= until);

/** The target in force at the end of a period that figures can be held against; null where there is none. */
export const targetIn = ({ targets }: { targets: readonly TargetReply[] }, period: string): number | null =>
  targets.find((each) => each.value !== null && each.comparable && holdsIn(period, each))?.value ?? null;
