import { describe, expect, test } from 'vitest';
import { METRICS } from '../../../data/metrics/index.ts';
import { isApproximation, named, namedAll, reckoned } from '../../../data/text/approximation.ts';

const [wait, survival] = [METRICS['62-day-wait'], METRICS['one-year-survival']];
const [ours, published] = [{ status: 'derived' }, { status: 'published' }] as const;

describe('an approximation of ours', () => {
  test('is a derived figure that is no sum of counts', () => {
    expect(isApproximation(ours, survival)).toBe(true);
    expect(isApproximation(ours, wait)).toBe(false);
    expect(isApproximation(published, survival)).toBe(false);
    expect(isApproximation({}, survival)).toBe(false);
  });

  test('is named in a text about it, and in one about a distance from it', () => {
    expect(named('69.4% in 2011', ours, survival)).toBe('69.4% in 2011, our approximation');
    expect(reckoned('5.6 points short of 75%', ours, survival)).toBe(
      '5.6 points short of 75%, by our approximation',
    );
    expect(named('69.4% in 2011', published, survival)).toBe('69.4% in 2011');
    expect(reckoned('at 85%', ours, wait)).toBe('at 85%');
  });

  test('is named among several, those without a figure apart', () => {
    const rows = [
      { ...ours, value: 68 },
      { ...ours, value: 71 },
      { status: 'not-published', value: null },
    ] as const;
    expect(namedAll('from 68 to 71', rows, survival)).toBe('from 68 to 71, our approximations');
    expect(namedAll('from 68 to 72', [...rows, { ...published, value: 72 }], survival)).toBe(
      'from 68 to 72, some of them our approximations',
    );
    expect(namedAll('none', [], survival)).toBe('none');
  });
});
