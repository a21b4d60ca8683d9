/** True in `npm run test:long`, which runs every loop whole. */
export const long = process.env.LONG === '1';

/**
 * What a loop runs on: the whole list under `npm run test:long`, else the first of each kind. `kindOf` says what makes two
 * members alike for the test; it gives several kinds where a member stands for more than one.
 */
export function sample<T>(list: readonly T[], kindOf: (member: T) => string | readonly string[]): T[] {
  if (long) return [...list];
  const seen = new Set<string>();
  return list.filter((member) => {
    const kinds = [kindOf(member)].flat().filter((kind) => !seen.has(kind));
    for (const kind of kinds) seen.add(kind);
    return kinds.length > 0;
  });
}
