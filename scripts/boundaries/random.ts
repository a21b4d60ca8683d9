/** Uniform numbers in (0, 1), the same for the same seed: xorshift, Marsaglia (2003), Journal of Statistical Software 8(14). */
export function random(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
