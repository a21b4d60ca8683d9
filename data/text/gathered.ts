/** Something said, and the measures it is said of; none where it is said of the Alliance itself. */
export type Gathered = { said: string; of: string[] };

/** What is said, each sentence once, with all the measures it is said of; what is empty is left out. */
export function gathered(all: readonly { said: string; of: string }[]): Gathered[] {
  const found = new Map<string, Set<string>>();
  for (const { said, of } of all) {
    if (said === '') continue;
    const known = found.get(said) ?? new Set<string>();
    found.set(said, of === '' ? known : known.add(of));
  }
  return [...found].map(([said, of]) => ({ said, of: [...of] }));
}
