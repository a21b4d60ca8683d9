/** An area that a user makes of CCGs of December 2016 or of ICBs, such as an STP; `members` are their NHS codes. */
export type OwnArea = { area: string; name: string; level: 'ccg' | 'icb'; members: readonly string[] };

/**
 * An ICB that ends, and the one that its people are counted in from a month on (`from`, `YYYY-MM`), as a user declares it;
 * several with one `to` are a merger. `alliance` is today's Alliance of `to`, where it is not to follow from the people.
 * Several with one `area` divide it: `subIcbs` are those of its sub-ICBs whose people `to` has.
 */
export type Succession = {
  area: string;
  to: string;
  name: string;
  from: string;
  alliance: string | null;
  subIcbs?: readonly string[];
};

/** The successions that stand when some are declared after others: what is said of one `to` last, with all that leads to it. */
export function standing(earlier: readonly Succession[], later: readonly Succession[]): Succession[] {
  const again = new Set(later.map(({ to }) => to));
  return [...earlier.filter(({ to }) => !again.has(to)), ...later];
}
