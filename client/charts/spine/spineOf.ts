import type { ProfileRow } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { formatValue } from '../../../data/text/format.ts';
import { isIllustrative } from '../../../data/text/profile.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';

/** What the spine of a row is drawn from, with its words; null where it has none. */
export function spineOf(row: ProfileRow, metric: Metric, level: string) {
  const { spine, value, lower, upper, benchmark } = row;
  if (!spine || value === null || isIllustrative(row)) return null;
  const [own, min, p25, p75, max] = [value, spine.min, spine.p25, spine.p75, spine.max].map((each) =>
    formatValue(metric, each),
  );
  return {
    value,
    lower,
    upper,
    benchmark,
    spine,
    higherIsBetter: metric.polarity === 'none' ? null : metric.polarity === 'higher',
    metric,
    label: `${own}, among ${spine.areas} ${areasNoun(level, spine.areas)} from ${min} to ${max}, half of them between ${p25} and ${p75}`,
  };
}
