import type { Areas } from '../../../data/contract/index.ts';

/** An Alliance of the other geography, and the shares of people that the two have in common, 0 to 1. */
export type Shared = { area: string; name: string; ofThis: number; ofOther: number };

/** Under this share a patch is shared along a border only. */
const LEAST = 0.01;

/**
 * The Alliances of the other geography that an Alliance shares people with, most of them first: today's for one of
 * Annex i, those of Annex i for one of today. People are those of the ICBs of 2022, by where they live.
 */
export function sharedPatches(id: string, { alliances, alliancesToday, icbs }: Areas): Shared[] {
  const founded = icbs.map(({ from }) => from).sort()[0];
  const together = icbs
    .filter(({ from }) => from === founded)
    .flatMap((icb) =>
      icb.alliances.map(({ area, share }) => ({
        old: area,
        now: icb.allianceToday,
        people: share * icb.population,
      })),
    );
  const sum = (some: typeof together) => some.reduce((total, { people }) => total + people, 0);
  const isToday = alliancesToday.some(({ area }) => area === id);
  const [here, there] = isToday ? (['now', 'old'] as const) : (['old', 'now'] as const);
  const own = together.filter((each) => each[here] === id);
  const others = isToday ? alliances : alliancesToday;
  return others
    .map(({ area, name }) => {
      const both = sum(own.filter((each) => each[there] === area));
      const other = sum(together.filter((each) => each[there] === area));
      return { area, name, ofThis: both / sum(own), ofOther: both / other };
    })
    .filter(({ ofThis, ofOther }) => Math.max(ofThis, ofOther) >= LEAST)
    .sort((one, other) => other.ofThis - one.ofThis);
}
