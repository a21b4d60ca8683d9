import { describe, expect, test } from 'vitest';
import { metric } from '../../../data/metrics/index.ts';
import {
  areaLabel,
  countsPhrase,
  intervalPhrase,
  noFigureWords,
  shortfall,
  statusWords,
  verdictPhrase,
} from '../../../data/text/figure.ts';
import { areasNoun } from '../../../data/text/words.ts';
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
      'Target 85%: not met; it would have been at 85% with 5 fewer people waiting beyond 62 days',
    );
    expect(shortfall(wait, 0.85, area({ numerator: 85 }))).toBe(0);
  });

  test('the interval', () =>
    expect(intervalPhrase(wait, area())).toBe('Between 71.0% and 87.0% (95% interval)'));
});

test('a status in words', () => {
  expect(statusWords('provisional', 'proportion')).toBe('Provisional');
  expect(statusWords('derived', 'proportion')).toBe('Summed from published counts');
  expect(statusWords('derived', 'score')).toBe('Our approximation, not an official statistic');
});

test('of a published percentage only the respondents are told', () =>
  expect(countsPhrase(metric('care-plan'), { numerator: null, denominator: 1234 })).toBe(
    '1,234 respondents',
  ));

test('areas of each level have a name', () => {
  expect([areasNoun('icb', 1), areasNoun('icb', 42)]).toEqual(['ICB', 'ICBs']);
  expect(areasNoun('alliance-today', 1)).toBe('Alliance of today');
  expect(areasNoun('alliance-today', 21)).toBe('Alliances of today');
});

test('an area without a figure is said once, with the reason', () => {
  expect(noFigureWords({ notes: ['No figure was published for this area and period.'] })).toBe(
    'No figure was published for this area and period.',
  );
  expect(noFigureWords({ notes: ['The first figures by CCG are of April 2021.'] })).toBe(
    'No figure. The first figures by CCG are of April 2021.',
  );
  expect(noFigureWords({ notes: [] })).toBe('No figure is published for this area.');
});
