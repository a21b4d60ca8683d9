import type { Fact, Snapshot } from '../contract/index.ts';
import { every, factAt, joined, type Said, say, type Told } from './findings-say.ts';
import { metricIn, topicOf } from './findings-topic.ts';
import { formatCount, formatRound, formatValue } from './format.ts';
import { ordinal } from './profile.ts';
import { areasNoun } from './spread-parts.ts';

const were = (count: number) => (count === 1 ? 'was' : 'were');

type Within = { area: string; name: string };

const than = (kind: string, england: Fact) =>
  say`${kind} ${kind === 'similar' ? 'to' : 'than'} England (${england})`;

/** How many areas of a larger one are better and worse than England; null where none can be compared. */
export function comparedWithin(snapshot: Told<Snapshot>, { area, name }: Within): Said | null {
  const { reply } = snapshot;
  const inside = ['areas', `parents=${area}`];
  const kinds = ['better', 'similar', 'worse', 'not-compared']
    .map((kind) => ({
      kind,
      count: factAt(snapshot, [...inside, `comparison=${kind}`, 'length'], formatCount),
    }))
    .filter(({ count }) => count.value > 0);
  const [first, ...others] = kinds;
  if (!first || first.kind === 'not-compared') return null;
  const england = factAt(snapshot, ['benchmark', 'value'], (value) => formatValue(metricIn(reply), value));
  const all = factAt(snapshot, [...inside, 'length'], formatCount);
  const noun = areasNoun(reply.query.level, all.value);
  const beside = than(first.kind, england);
  const start = topicOf(reply);
  if (others.length === 0) return say`${start}, ${every(all, noun)} of ${name} ${were(all.value)} ${beside}.`;
  const rest = others.map(({ kind, count }) => say`${count} ${were(count.value)} ${kind.replace('-', ' ')}`);
  const one = say`${first.count} of the ${all} ${noun} of ${name} ${were(first.count.value)} ${beside}`;
  return say`${start}, ${joined([one, ...rest])}.`;
}

/** Where a CCG stands beside England, and among all CCGs; null where it cannot be compared. */
export function comparedItself(snapshot: Told<Snapshot>, area: string): Said | null {
  const { areas, benchmark, query } = snapshot.reply;
  const place = areas.findIndex((each) => each.area === area);
  const own = areas[place];
  if (!own || !benchmark || own.comparison === 'not-compared') return null;
  const england = factAt(snapshot, ['benchmark', 'value'], (value) =>
    formatValue(metricIn(snapshot.reply), value),
  );
  const start = say`${topicOf(snapshot.reply)}, ${own.name} was ${than(own.comparison, england)}`;
  if (!own.rank) return say`${start}.`;
  const rank = (key: string, show: (value: number) => string) =>
    factAt(snapshot, ['areas', place, 'rank', key], show);
  const [value, of] = [rank('value', ordinal), rank('of', formatCount)];
  const [lower, upper] = [rank('lower', formatCount), rank('upper', formatCount)];
  const range = lower.value === upper.value ? say`` : say` (95% range ${lower} to ${upper})`;
  return say`${start}, and stood ${value} of ${of} ${areasNoun(query.level, of.value)}${range}.`;
}

/** How many Alliances and CCGs met the standard; null where none is in force. */
export function metStandard(alliances: Told<Snapshot> | null, ccgs: Told<Snapshot> | null): Said | null {
  const levels = [alliances, ccgs].flatMap((told) =>
    told && told.reply.summary.met !== null && told.reply.summary.withFigure > 0 ? told : [],
  );
  const [first] = levels;
  if (!first?.reply.target?.value) return null;
  const metric = metricIn(first.reply);
  const parts = levels.map((told) => {
    const met = factAt(told, ['summary', 'met'], formatCount);
    const all = factAt(told, ['summary', 'withFigure'], formatCount);
    return say`${met} of ${all} ${areasNoun(told.reply.query.level, all.value)}`;
  });
  const aim = factAt(first, ['target', 'value'], (value) => formatRound(metric, value));
  return say`${topicOf(first.reply)}, ${joined(parts)} met the standard of ${aim}.`;
}
