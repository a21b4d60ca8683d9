/** A label that would like its middle to be at a height, and how high it is; in pixels, downwards. */
export type Wanted = { at: number; size: number };

/** Where the middles of labels stand in a column: moved as little as keeps them apart and inside, in their order. */
export function spread(wanted: readonly Wanted[], low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((one, other) => at(wanted, one) - at(wanted, other));
  const placed = wanted.map((label) => label.at);
  let least = low;
  for (const index of order) {
    const half = size(wanted, index) / 2;
    placed[index] = Math.max(least + half, placed[index] ?? 0);
    least = (placed[index] ?? 0) + half;
  }
  let most = high;
  for (const index of order.reverse()) {
    const half = size(wanted, index) / 2;
    placed[index] = Math.min(most - half, placed[index] ?? 0);
    most = (placed[index] ?? 0) - half;
  }
  return placed;
}

const at = (wanted: readonly Wanted[], index: number) => wanted[index]?.at ?? 0;
const size = (wanted: readonly Wanted[], index: number) => wanted[index]?.size ?? 0;

/** A name in lines of about `width` characters, broken between words. */
export function wrap(name: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
