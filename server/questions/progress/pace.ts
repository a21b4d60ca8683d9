import type { PaceReply } from '../../../data/contract/index.ts';
import { metric as metricOf, type Target } from '../../../data/metrics/index.ts';
import { type Pace, pace, seenPace } from '../../stats/pace.ts';
import type { Own } from '../shared/own.ts';
import { endOf, type Stretch } from './stretch.ts';
import { isPassed } from './target.ts';
import { HORIZON, paceWords, tooFew, whyNoAim } from './words.ts';

/** What the figures alone say of a target: as `pace`, and null where there are none since the last break. */
function read(own: Own, { length, last }: Stretch, target: Target): Pace | null {
  if (target.value === null || last.length === 0) return null;
  const by = target.by === null || isPassed(target, own.at) ? null : endOf(`${target.by}-12`);
  const { polarity } = metricOf(own.id);
  return pace(last, {
    target: target.value,
    by,
    ...(polarity === 'none' ? {} : { better: polarity }),
    fewest: length.fewest,
    horizon: HORIZON,
  });
}

/**
 * How fast a series changes a year, in the metric's unit, what reaches its target in time and when it is reached at this
 * pace; the reason in words where that cannot be said.
 */
export function paceOf(own: Own, stretch: Stretch, target: Target | null): PaceReply {
  const { length, figures, last, broken } = stretch;
  const latest = last.at(-1) ?? figures.at(-1);
  const known = {
    from: (last[0] ?? latest)?.row.period ?? '',
    to: latest?.row.period ?? '',
    points: last.length,
  };
  const aimless = whyNoAim(target, own.level);
  if (target === null || aimless !== null)
    return { ...known, ...seenPace(last, length.fewest), needed: null, when: null, reason: aimless };
  const found = read(own, stretch, target);
  if (found === null || found.reason === 'too few points')
    return {
      ...known,
      ...seenPace(last, length.fewest),
      needed: found?.needed ?? null,
      when: null,
      reason: tooFew(last.length, length, broken),
    };
  const { reason } = found;
  const words = reason === null ? null : paceWords(reason, known.to, length, last.length);
  return { ...known, ...found, reason: words };
}
