import { describe, expect, test } from 'vitest';
import { metric } from '../../../data/metrics/index.ts';
import { areaLabel, intervalPhrase, shortfall, verdictPhrase } from '../../../data/text/figure.ts';
import { area, snapshot } from '../../client/fixtures.ts';

const wait = metric('62-day-wait');

describe('words of one area', () => {
  test('the name of a shape on the map', () =>
    expect(areaLabel(wait, area())).toBe(
      'NHS Bury CCG: 80.0% (80 of 100 people treated), similar to England, target not sure',
    ));

  test('a gap says why', () =>
    expect(areaLabel(wait, area({ value: null, notes: ['Merged in March 2017.'] }))).toBe(
      'NHS Bury CCG: no figure. Merged in March 2017.',
    ));

  test('a missed target says how many more people it would have taken', () => {
    expect(verdictPhrase(wait, snapshot().target, area({ verdict: 'not-met' }))).toBe(
      'Target 85%: not met; 5 more people would have had to be treated in time',
    );
    expect(shortfall(wait, 0.85, area({ numerator: 85 }))).toBe(0);
  });

  test('the interval', () =>
    expect(intervalPhrase(wait, area())).toBe('Between 71.0% and 87.0% (95% interval)'));
});
