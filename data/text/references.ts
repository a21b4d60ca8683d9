import type { TargetReply } from '../contract/common.ts';
import type { Spread } from '../contract/index.ts';
import { type Metric, metric as metricOf } from '../metrics/index.ts';
import { formatRound, formatValue } from './format.ts';
import { briefName } from './words.ts';

/** A target that figures can be held against in a picture: a standard with a value, of the same denominator. */
export function standardOf(
  target: TargetReply | null,
): { value: number; from: string; until: string | null } | null {
  if (target?.value == null || target.basis !== 'standard' || !target.comparable) return null;
  return { value: target.value, from: target.from, until: target.until };
}

/** A line that figures are held against: the benchmark or the target, and its words. */
export type Reference = { kind: 'england' | 'target'; value: number; text: string };

/** The lines that figures are held against: what they are compared with, and the standard. */
export function referencesOf(
  metric: Metric,
  { benchmark, target }: Pick<Spread, 'benchmark' | 'target'>,
): Reference[] {
  const lines: Reference[] = [];
  const standard = standardOf(target);
  if (benchmark?.value != null)
    lines.push({
      kind: 'england',
      value: benchmark.value,
      text: `${briefName(benchmark.name)} ${formatValue(metric, benchmark.value)}`,
    });
  if (standard)
    lines.push({
      kind: 'target',
      value: standard.value,
      text: `Target ${formatRound(metric, standard.value)}`,
    });
  return lines;
}

/** The lines of a funnel: its centre, by the name of what it is, and the target; without a funnel, what figures are compared with. */
export function funnelReferences({ funnel, benchmark, against, target, query }: Spread): Reference[] {
  const metric = metricOf(query.metric);
  if (!funnel) return referencesOf(metric, { benchmark, target });
  const name = briefName(benchmark?.name ?? against);
  return [
    { kind: 'england', value: funnel.centre, text: `${name} ${formatValue(metric, funnel.centre)}` },
    ...referencesOf(metric, { benchmark: null, target }),
  ];
}
