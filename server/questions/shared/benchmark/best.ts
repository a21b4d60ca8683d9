import { quantile } from '../../../stats/quantile.ts';
import { isIllustrative } from '../figures.ts';
import { absent, type Found, type Place } from './place.ts';

/** Below this many areas there is no tenth to speak of. */
const ENOUGH = 10;

/**
 * The value that the best tenth of a level's areas reach or pass: the 90th percentile of their values (the 10th where
 * less is better), R's type 7. It has no counts and no interval.
 */
export function bestTenth({ geography, asked, metric, rowOf }: Place, name: string): Found {
  if (metric.polarity === 'none')
    return absent('Neither more nor less of this is better, so that there is no best tenth');
  const rows = geography
    .areasAt(asked.level, asked.period.start)
    .flatMap(({ area }) => rowOf.get(area) ?? [])
    .filter((row) => !isIllustrative(row));
  const values = rows.flatMap(({ value }) => value ?? []);
  if (values.length < ENOUGH)
    return absent(`${values.length} areas have a figure, too few for a best tenth: ${ENOUGH} are needed`);
  const percentile = metric.polarity === 'lower' ? 10 : 90;
  return {
    row: {
      area: 'best-decile',
      name,
      status: 'derived',
      value: quantile(values, percentile / 100),
      numerator: null,
      denominator: null,
      lower: null,
      upper: null,
      note: `The ${percentile}th percentile of the figures of ${values.length} areas, each counted alike`,
    },
    why: '',
  };
}
