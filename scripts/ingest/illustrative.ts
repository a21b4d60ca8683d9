import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ILLUSTRATIVE } from '../../data/text/figure.ts';
import { readCsv, writeCsv } from './csv.ts';
import { FIGURE_COLUMNS, type Figure } from './reading.ts';

const SEED = 20161206;
const YEARS = { '2015': 8.73, '2016': 8.76 };
/** Between CCGs, between one CCG's two years, and between patients: standard deviations on the scale of 0 to 10. */
const BETWEEN = 0.1;
const DRIFT = 0.04;
const PATIENT = 1.6;
const Z95 = 1.959964;
const RESPONDING = 0.0012;

/**
 * Plausible figures of CPES's overall rating of care (mean, 0 to 10) by CCG for 2015 and 2016, respondents in
 * `denominator`, with a 95% interval. No published table by CCG could be bundled; these stand in for it, marked
 * illustrative. The same CCGs always give the same figures, whatever their order.
 */
export function illustrativeRatings(ccgs: { id: string; population: number }[]): Figure[] {
  return [...ccgs]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, population }) => {
      const random = normal(SEED + Number.parseInt(id, 36));
      const own = BETWEEN * random();
      return Object.entries(YEARS).map(([period, level]): Figure => {
        const expected = population * RESPONDING * (1 + 0.08 * random());
        const respondents = Math.round(Math.min(1200, Math.max(60, expected)));
        const error = PATIENT / Math.sqrt(respondents);
        const mean = level + own + DRIFT * random() + error * random();
        return {
          metric: 'patient-experience',
          area: id,
          period,
          grp: 'all',
          numerator: null,
          denominator: respondents,
          value: hundredths(mean),
          lower: hundredths(mean - Z95 * error),
          upper: hundredths(mean + Z95 * error),
          status: 'illustrative',
          file: 'illustrative',
          sheet: '',
          row: null,
          note: ILLUSTRATIVE,
        };
      });
    });
}

/** Writes illustrative.csv into a folder of figures, for the CCGs of a folder of geography. */
export function writeIllustrative(figures: string, geography: string): void {
  const ccgs = readCsv(path.join(geography, 'ccgs.csv')).map(({ id = '', population }) => ({
    id,
    population: Number(population),
  }));
  writeCsv(path.join(figures, 'illustrative.csv'), FIGURE_COLUMNS, illustrativeRatings(ccgs));
}

const hundredths = (value: number) => Math.round(value * 100) / 100;

/** Standard normal numbers by Box and Muller, from the generator mulberry32. */
function normal(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeIllustrative('data/figures', 'data/geography');
  console.log('data/figures/illustrative.csv: patient experience, illustrative');
}
