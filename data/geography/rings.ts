/** The corners of each ring of a path, as x and y by turns. */
export function ringsOf(path: string): number[][] {
  const rings: number[][] = [];
  for (const ring of path.split('M')) {
    const steps = ring.match(/-?\d+/g);
    if (!steps) continue;
    let [x, y] = [Number(steps[0]), Number(steps[1])];
    const corners = [x, y];
    for (let i = 2; i < steps.length; i += 2) {
      x += Number(steps[i]);
      y += Number(steps[i + 1]);
      corners.push(x, y);
    }
    rings.push(corners);
  }
  return rings;
}
