import type { Benchmark } from '../../../../data/contract/index.ts';
import type { Metric } from '../../../../data/metrics/index.ts';
import type { Dataset } from '../../../dataset/dataset.ts';
import { comparableEngland } from '../figures.ts';
import { knownArea } from '../lookup.ts';
import { bestTenth } from './best.ts';
import { ofGroup } from './group.ts';
import { ownAlliance, ownSimilar, SIMILAR } from './own.ts';
import {
  type Asked,
  asBenchmark,
  type Found,
  nameOf,
  ofArea,
  type Place,
  placeOf,
  plural,
  refused,
} from './place.ts';

/** What figures are compared with. */
export type Against = {
  /** In words, to stand after `better than`: `England`, `its Alliance`, `the chosen group of 3 CCGs`. */
  name: string;
  /** One benchmark for all areas; null where each has its own or where it has no figure. */
  shared: Benchmark | null;
  /** What an area is compared with, or null and why. */
  of(area: string): Found;
};

const OTHER_PUBLICATION =
  'England’s figure for this period is of another publication, with which these cannot be compared';

/** England's figure to hold the rows of a metric and period against. */
export function englandOf(rows: Asked['rows'], metric: Metric): Found {
  const own = rows.filter(({ area }) => area === 'england');
  const sources = new Set(rows.filter(({ area }) => area !== 'england').map(({ source }) => source));
  const row = comparableEngland(own, metric, sources);
  const why = own.length > 0 ? OTHER_PUBLICATION : 'England has no figure for this period';
  return asBenchmark(row, 'England', why);
}

const forAll = (name: string, found: Found): Against => ({ name, shared: found.row, of: () => found });

function forEach(place: Place, name: string, of: (place: Place, area: string) => Found): Against {
  const { against, level } = place.asked;
  if (level !== 'ccg') throw refused(`is '${against}', which is for CCGs only; the level is ${level}`);
  return { name, shared: null, of: (area) => of(place, area) };
}

function areaInWords(place: Place, area: string): string {
  const level = place.geography.areaAt(area, place.asked.period.start)?.level;
  return level === 'region' ? `the ${nameOf(place, area)} region` : nameOf(place, area);
}

/**
 * What a question's figures are compared with. Throws a 404 for an area that is not known; a 400 for a group of mixed
 * levels or with an area given twice, and for a CCG's own benchmark at another level.
 */
export function benchmarkFor({ geography }: Pick<Dataset, 'geography'>, asked: Asked): Against {
  const place = placeOf(geography, asked);
  switch (asked.against) {
    case 'england':
      return forAll('England', englandOf(asked.rows, place.metric));
    case 'best-decile': {
      const name = `the best tenth of ${plural(asked.level)}`;
      return forAll(name, bestTenth(place, name));
    }
    case 'alliance':
      return forEach(place, 'its Alliance', ownAlliance);
    case 'similar':
      return forEach(place, SIMILAR, ownSimilar);
  }
  if (asked.against.includes(',')) {
    const { name, found } = ofGroup(place);
    return forAll(name, found);
  }
  const area = knownArea(geography, asked.against);
  return forAll(areaInWords(place, area), ofArea(place, area));
}
