/** The number of single-letter insertions, deletions and replacements that turn one text into another. */
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

/** How far a text is from what was asked: nothing for a part of it, else the distance as a share of its length. */
function farness(asked: string, text: string): number {
  if (text.includes(asked)) return 0.1 * (1 - asked.length / text.length);
  if (asked.length > 3 && asked.includes(text)) return 0.3;
  return distance(asked, text) / Math.max(asked.length, text.length, 1);
}

/** The ids nearest to what was asked, by id or by name, nearest first; none that is nothing like it. */
export function nearest(
  asked: string,
  known: readonly { id: string; name?: string }[],
  howMany = 3,
): string[] {
  const wanted = plain(asked.slice(0, 80));
  if (wanted === '') return [];
  const scored = known.map(({ id, name }) => ({
    id,
    farness: Math.min(farness(wanted, plain(id)), name === undefined ? 1 : farness(wanted, plain(name))),
  }));
  scored.sort((a, b) => a.farness - b.farness);
  return [...new Set(scored.filter((each) => each.farness <= 0.67).map(({ id }) => id))].slice(0, howMany);
}
