/** The number of single-letter insertions, deletions and replacements that turn one text into another (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

/** How unlike two texts are: next to nothing where one is part of the other, else their distance as a share of the length. */
function unlikeness(wanted: string, text: string): number {
  if (text.includes(wanted)) return 0.1 * (1 - wanted.length / text.length);
  if (wanted.length > 3 && wanted.includes(text)) return 0.3;
  return distance(wanted, text) / Math.max(wanted.length, text.length, 1);
}

/** The ids nearest to a text, by id or by name, nearest first; none that is nothing like it. */
export function nearest(
  text: string,
  candidates: readonly { id: string; name?: string }[],
  howMany = 3,
): string[] {
  const wanted = plain(text.slice(0, 80));
  if (wanted === '') return [];
  const scored = candidates.map(({ id, name }) => ({
    id,
    unlikeness: Math.min(
      unlikeness(wanted, plain(id)),
      name === undefined ? 1 : unlikeness(wanted, plain(name)),
    ),
  }));
  scored.sort((a, b) => a.unlikeness - b.unlikeness);
  const alike = scored.filter((each) => each.unlikeness <= 0.67);
  return [...new Set(alike.map(({ id }) => id))].slice(0, howMany);
}
