import type { GroupFigure, Groups, KindOfGroup } from '../contract/index.ts';
import { type Metric, metric as metricOf } from '../metrics/index.ts';
import { formatValue, gapWords } from './format.ts';
import { hasHave, listOf, periodBrief, uncapitalised } from './words.ts';

type Known = GroupFigure & { value: number; benchmark: NonNullable<GroupFigure['benchmark']> };

const isKnown = (group: GroupFigure): group is Known => group.difference !== null;

/** A difference with its direction: `13.9 points lower`, `0.24 higher`; `the same` where it rounds to nothing. */
export function differenceWords(metric: Metric, difference: number): string {
  const words = gapWords(metric, Math.abs(difference));
  if (Number.parseFloat(words) === 0) return 'the same';
  return `${words} ${difference > 0 ? 'higher' : 'lower'}`;
}

/**
 * What the groups of a kind show, as a heading: the one furthest from England's of those judged to differ, else of all;
 * without England how far they lie apart.
 */
export function groupsHeading(
  { query, area, kinds, against }: Groups,
  kind: KindOfGroup | undefined,
): string {
  const metric = metricOf(query.metric);
  if (!kind || kinds.length === 0) return `No figures by group of patients for ${area.name}`;
  const known = kind.groups.filter(isKnown);
  const differing = known.filter(({ comparison }) => comparison !== 'similar');
  const judged = known.some(({ comparison }) => comparison !== 'not-compared');
  if (judged && differing.length === 0)
    return `By ${uncapitalised(kind.label)}, no group differs from ${against} by more than chance`;
  const [most] = judged ? differing.filter(({ comparison }) => comparison !== 'not-compared') : known;
  if (!most) return apartHeading(metric, kind);
  return `Furthest by ${uncapitalised(kind.label)}: ${most.label} at ${formatValue(metric, most.value)}, ${differenceWords(metric, most.difference ?? 0)} than ${against}`;
}

function apartHeading(metric: Metric, { label, groups }: KindOfGroup): string {
  const known = groups
    .flatMap(({ value, label: name }) => (value === null ? [] : [{ value, name }]))
    .toSorted((one, other) => one.value - other.value);
  const [low, high] = [known[0], known.at(-1)];
  if (!low || !high) return `No figures by ${uncapitalised(label)}`;
  return `By ${uncapitalised(label)}, from ${formatValue(metric, low.value)} (${low.name}) to ${formatValue(metric, high.value)} (${high.name})`;
}

/** How many groups of a kind differ, which have no figure, and the period where it is not the one asked for. */
export function groupsNotes(groups: Groups, kind: KindOfGroup, asked: string): string[] {
  const { period, against, area } = groups;
  const compared = kind.groups.filter(({ comparison }) => comparison !== 'not-compared');
  const differ = compared.filter(({ comparison }) => comparison !== 'similar');
  const missing = kind.groups.filter(({ value }) => value === null);
  const [uncompared] = kind.groups.filter(
    ({ value, comparison }) => value !== null && comparison === 'not-compared',
  );
  return [
    period !== null && period !== asked
      ? `Figures by group are of ${periodBrief(period)}, the latest published${asked === '' ? '' : ` by ${periodBrief(asked)}`}.`
      : '',
    compared.length > 0
      ? `${differ.length} of ${compared.length} groups ${differ.length === 1 ? 'differs' : 'differ'} from ${against}: their 95% intervals leave it out.`
      : '',
    compared.length === 0 && uncompared?.comparisonReason
      ? `Not judged: ${uncompared.comparisonReason}.`
      : '',
    missing.length > 0
      ? `${listOf(missing.map(({ label }) => label))} ${hasHave(missing.length)} no figure for ${area.name}.`
      : '',
    area.level === 'england' && compared.length > 0
      ? 'Groups differ by nature too: one cancer is harder to find or to treat than another.'
      : '',
    ...groups.notes,
  ].filter(Boolean);
}

/** Kinds of groups for which nothing is published: paragraph 10 of the guidance asks for them. */
export const notPublishedWords = ({ notPublished }: Pick<Groups, 'notPublished'>): string =>
  `Not published by ${listOf(notPublished).replace(/ and ([^ ]+(?: [^ ]+)?)$/, ' or $1')}, so that nothing can be said of these.`;
