import { expect, test } from 'vitest';
import { readCsv } from '../../../scripts/ingest/csv.ts';
import { illustrativeRatings } from '../../../scripts/ingest/illustrative.ts';

const CCGS = readCsv('data/geography/ccgs.csv').map(({ id = '', population }) => ({
  id,
  population: Number(population),
}));
const ratings = illustrativeRatings(CCGS);

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const spread = (values: number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

test('cover the 209 in 2015 and 2016, and no larger area', () => {
  expect(ratings).toHaveLength(418);
  expect(new Set(ratings.map(({ area }) => area))).toEqual(new Set(CCGS.map(({ id }) => id)));
});

test('say that they are illustrative, each of them, and are of patient experience alone', () => {
  for (const { metric, status, note, file } of ratings)
    expect([metric, status, note, file]).toEqual([
      'patient-experience',
      'illustrative',
      'Illustrative, not published',
      'illustrative',
    ]);
});

test('are the committed ones, whatever the order of the CCGs', () => {
  expect(illustrativeRatings([...CCGS].reverse())).toEqual(ratings);
  expect(
    readCsv('data/figures/illustrative.csv').map(({ area, period, value }) => [area, period, Number(value)]),
  ).toEqual(ratings.map(({ area, period, value }) => [area, period, value]));
});

test.each(['2015', '2016'])('are plausible in %s: level, spread, respondents, intervals', (year) => {
  const of = ratings.filter(({ period }) => period === year);
  const values = of.map(({ value }) => value);
  expect(mean(values)).toBeGreaterThan(8.7);
  expect(mean(values)).toBeLessThan(8.8);
  expect(spread(values)).toBeGreaterThan(0.1);
  expect(spread(values)).toBeLessThan(0.18);
  for (const { value, lower, upper, denominator } of of) {
    expect(denominator).toBeGreaterThanOrEqual(60);
    expect(denominator).toBeLessThanOrEqual(1200);
    expect(lower ?? 10).toBeLessThan(value);
    expect(upper ?? 0).toBeGreaterThan(value);
    expect(upper).toBeLessThan(10);
  }
});

test('small CCGs are noisier than large ones', () => {
  const bySize = [...ratings].sort((a, b) => (a.denominator ?? 0) - (b.denominator ?? 0));
  const width = ({ lower, upper }: (typeof ratings)[number]) => (upper ?? 0) - (lower ?? 0);
  const [small, large] = [bySize.slice(0, 100), bySize.slice(-100)];
  expect(mean(small.map(width))).toBeGreaterThan(1.5 * mean(large.map(width)));
  expect(spread(small.map(({ value }) => value))).toBeGreaterThan(spread(large.map(({ value }) => value)));
});
