import type { SimilarTen } from '../../../../data/contract/index.ts';
import { sum } from '../../../stats/arithmetic.ts';
import { figureOf, gap, isIllustrative } from '../figures.ts';
import { absent, type Found, nameOf, ofArea, type Place } from './place.ts';
import { sumOf, unsummable } from './sum.ts';

/** Similar CCGs that must have a figure for their common one. */
const ENOUGH_SIMILAR = 5;

/** A CCG's similar ones in words. */
export const SIMILAR = 'its ten most similar CCGs';

/** The Alliance in which a CCG is counted; none where it lies in two. */
export function ownAlliance(place: Place, area: string): Found {
  const alliances = place.geography.parentsOf(area, place.asked.period.start);
  const [only, ...others] = alliances;
  if (only === undefined) return absent('This CCG is counted in no Alliance');
  if (others.length === 0) return ofArea(place, only);
  const names = alliances.map((each) => nameOf(place, each)).join(' and ');
  return absent(`This CCG lies in ${alliances.length} Alliances, ${names}: choose one to compare it with`);
}

/** The rows of a CCG's ten most similar; null for a CCG that is none of December 2016. */
function similarRows({ geography, asked, rowOf }: Place, area: string) {
  const similar = geography.similarAt(area, asked.period.start);
  return similar && { of: similar.all.length, rows: similar.now.flatMap((each) => rowOf.get(each) ?? []) };
}

/** The ten CCGs most similar to one of December 2016, together. */
export function ownSimilar(place: Place, area: string): Found {
  const why = unsummable(place.metric);
  if (why !== null) return absent(why);
  const similar = similarRows(place, area);
  if (similar === null) return absent('Similar CCGs are known only for the CCGs of December 2016');
  const { of, rows } = similar;
  return sumOf({ area: 'similar', name: SIMILAR }, rows, { of, atLeast: ENOUGH_SIMILAR });
}

/**
 * The ten most similar CCGs to show beside one, and how many of them have a figure: their counts summed or, of a figure
 * without counts, its mean weighted by population; null where fewer than five have one.
 */
export function similarTen(place: Place, area: string): SimilarTen | null {
  const figures = (similarRows(place, area)?.rows ?? []).flatMap((row) =>
    row.value === null || isIllustrative(row) ? [] : [{ area: row.area, value: row.value }],
  );
  if (figures.length < ENOUGH_SIMILAR) return null;
  const areas = figures.length;
  if (unsummable(place.metric) === null) {
    const { row } = ownSimilar(place, area);
    return row && { areas, ...row };
  }
  const weight = (of: string) => place.geography.populationOf.get(of) ?? 0;
  const people = sum(figures.map((each) => weight(each.area)));
  return {
    areas,
    area: 'similar',
    name: SIMILAR,
    ...figureOf(gap('similar', '')),
    status: 'derived',
    value: sum(figures.map((each) => weight(each.area) * each.value)) / people,
    note: `Mean of ${areas} CCGs weighted by population: our approximation, not an official statistic`,
  };
}
