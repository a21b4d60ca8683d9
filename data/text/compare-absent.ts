import type { Ccg, LaterCcg, Trend } from '../contract/index.ts';
import { parsePeriod } from '../periods.ts';
import { periodName } from './spread-parts.ts';

const listed = (parts: readonly string[]) =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** The areas that have taken a CCG's place by the start of a period; none where it is still there. */
export function successorsBy(ccg: Pick<Ccg, 'successors'> | undefined, period: string): string[] {
  const start = parsePeriod(period)?.start ?? '';
  return (ccg?.successors ?? []).filter(({ from }) => from <= start).map(({ area }) => area);
}

/** Why an area has no row among those of its level in a period: it merged before, or was made later. */
export function absenceWords(
  { ccg, later }: { ccg?: Pick<Ccg, 'successors'>; later?: Pick<LaterCcg, 'from' | 'until'> },
  period: string,
): string {
  const start = parsePeriod(period)?.start ?? '';
  const gone = (ccg?.successors ?? []).filter(({ from }) => from <= start);
  const [first] = gone;
  if (first)
    return `Succeeded by ${listed(gone.map(({ name }) => name))} from ${periodName(first.from)}, before this period.`;
  if (later && later.from > start)
    return `Made by a merger from ${periodName(later.from)}, after this period began.`;
  if (later?.until && later.until < start)
    return `There until ${periodName(later.until)}, before this period.`;
  return 'No figure was published for this area and period.';
}

/** Where lines end because their areas merged, a sentence for each area that followed. */
export function endedSentences(trends: readonly Pick<Trend, 'area' | 'successor'>[]): string[] {
  const followed = new Map<string, { names: string[]; name: string; from: string }>();
  for (const { area, successor } of trends) {
    if (!successor) continue;
    const key = `${successor.area} ${successor.from}`;
    const known = followed.get(key) ?? { names: [], name: successor.name, from: successor.from };
    followed.set(key, { ...known, names: [...known.names, area.name] });
  }
  return [...followed.values()].map(({ names, name, from }) =>
    names.length === 1
      ? `The line of ${names[0]} ends where ${name} followed it, from ${periodName(from)}.`
      : `The lines of ${listed(names)} end where ${name} followed them, from ${periodName(from)}.`,
  );
}
