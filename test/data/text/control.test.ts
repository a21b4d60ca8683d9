import { describe, expect, test } from 'vitest';
import type { Control, ControlPoint, RecentTrend, Signal } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import {
  assuranceWords,
  countWords,
  pointWords,
  pPrimeDisagrees,
  rebased,
  recentTrendWords,
  rulesWords,
  segmentWords,
  smallCounts,
  variationWords,
} from '../../../data/text/control.ts';
import { asSentence } from '../../../data/text/words.ts';

const wait = metricOf('62-day-wait');

const point = (over: Partial<ControlPoint> = {}): ControlPoint => ({
  period: '2021-11',
  mean: 0.8,
  lower: 0.7,
  upper: 0.9,
  signal: null,
  side: null,
  type: 'common-cause',
  ...over,
});

const control = (over: Partial<Control> = {}): Control => ({
  reason: null,
  points: [],
  segments: [],
  period: '2021-11',
  variation: 'common-cause',
  signal: null,
  assurance: 'inconsistent',
  target: 0.85,
  pPrime: null,
  runLength: 7,
  cautions: [],
  ...over,
});

describe('the variation reading', () => {
  test('common cause, and why there is none', () => {
    expect(variationWords(wait, control())).toBe(
      'Common cause: November 2021 is within the range that common cause variation gives, and part of no run.',
    );
    const none = { variation: null, assurance: null };
    expect(variationWords(wait, control({ ...none, reason: 'Too few.' }))).toBe('Too few.');
    const segment = { from: '2020-04', until: '2021-11', points: 20, mean: null, lower: null, upper: null };
    expect(variationWords(wait, control({ ...none, segments: [{ ...segment, reason: 'All equal.' }] }))).toBe(
      'From April 2020 there are no limits to read the latest figures by. All equal.',
    );
  });

  test.each([
    ['outside', 'Concern: November 2021 is below the lower limit.'],
    ['trend', 'Concern: November 2021 ends a run of at least 7 months, each lower than the one before.'],
    [
      'two-of-three',
      'Concern: November 2021 is one of three months in a row below the mean, at least two of them close to the lower limit.',
    ],
    ['shift', 'Concern: November 2021 ends a run of at least 7 months below the mean.'],
  ] as [Signal, string][])('%s', (signal, words) =>
    expect(variationWords(wait, control({ variation: 'concern', signal }))).toBe(words),
  );

  test('which side is which follows what is better; quarters are named as such', () => {
    const said = (variation: Control['variation'], polarity: 'higher' | 'lower' | 'none') =>
      variationWords({ ...wait, polarity }, control({ variation, signal: 'shift', period: 'fy2021-22-q2' }));
    expect(said('improvement', 'higher')).toBe(
      'Improvement: 2021/22 Q2 ends a run of at least 7 quarters above the mean.',
    );
    expect(said('improvement', 'lower')).toContain('below the mean');
    expect(said('concern', 'lower')).toContain('above the mean');
    expect(said('neutral-low', 'none')).toMatch(/^Low: .* below the mean/);
  });
});

test('the assurance reading: reached, short of, by chance, or nothing where there is no standard', () => {
  const said = (over: Partial<Control>) => assuranceWords(wait, control(over));
  expect(said({ assurance: 'consistent-fail' })).toBe(
    'The standard is 85%: every month can be expected to fall short of it unless something changes.',
  );
  expect(said({ assurance: 'consistent-pass', period: 'fy2021-22-q2' })).toBe(
    'The standard is 85%: every quarter can be expected to reach it unless something changes.',
  );
  expect(said({})).toBe(
    'The standard is 85%: some months can be expected to reach it and others to fall short of it by chance.',
  );
  expect(said({ target: null })).toBe('');
  expect(said({ assurance: null })).toBe('');
});

test('a point of a table: its kind and its rule', () => {
  expect(pointWords(point(), 7)).toBe('Common cause');
  expect(pointWords(point({ mean: null }), 7)).toBe('No limits');
  expect(pointWords(point({ type: 'concern', signal: 'outside', side: 'below' }), 7)).toBe(
    'Concern: below the lower limit',
  );
  expect(pointWords(point({ type: 'improvement', signal: 'trend', side: 'above' }), 7)).toBe(
    'Improvement: one of 7 or more rising in a row',
  );
});

test('the count of special causes leaves out gaps and stretches without limits', () => {
  const points = [
    point({ period: '2021-08', mean: null }),
    point({ period: '2021-09', type: 'concern', signal: 'outside', side: 'below' }),
    point({ period: '2021-10' }),
    point({ period: '2021-11', type: 'concern', signal: 'shift', side: 'below' }),
  ];
  const known = new Set(['2021-08', '2021-09', '2021-11']);
  expect(countWords(control({ points }), known)).toBe(
    '2 of 2 months are special cause: 1 outside the limits, 1 in a run on one side of the mean.',
  );
  expect(countWords(control({ points: [point()] }), known)).toBe('None of 1 month is special cause.');
});

test('a stretch: its limits, or why it has none', () => {
  const segment = { from: '2016-01', until: '2020-03', points: 51, mean: 0.973, lower: 0.951, upper: 1 };
  expect(segmentWords(wait, { ...segment, reason: null })).toBe(
    'January 2016 to March 2020: mean 97.3%, limits 95.1% to 100.0%, from 51 figures.',
  );
  const none = { ...segment, mean: null, lower: null, upper: null };
  expect(segmentWords(wait, { ...none, reason: 'Too few.' })).toBe(
    'January 2016 to March 2020: no limits. Too few.',
  );
});

describe('a p′ chart beside it', () => {
  const beside = {
    mean: 0.85,
    lower: 0.712,
    upper: 0.98,
    sigmaZ: 1.1,
    variation: 'common-cause',
    signal: null,
    agrees: false,
  } as const;

  test('says what it says where the two disagree about the last figure', () => {
    expect(pPrimeDisagrees(wait, control({ variation: 'concern', signal: 'outside', pPrime: beside }))).toBe(
      'A p′ chart (Laney 2002), whose limits allow for how many people each month has, disagrees with this one (XmR) about the last figure: November 2021 is common cause by it; its limits are 71.2% to 98.0%. Read the month with care.',
    );
    const special = { ...beside, variation: 'concern', signal: 'outside' } as const;
    expect(pPrimeDisagrees(wait, control({ pPrime: special }))).toContain(
      'by it November 2021 is below the lower limit; its limits',
    );
  });

  test('is not mentioned where it agrees, or is not needed', () => {
    expect(pPrimeDisagrees(wait, control({ pPrime: { ...beside, agrees: true } }))).toBeNull();
    expect(pPrimeDisagrees(wait, control())).toBeNull();
  });
});

test('the recent trend in words', () => {
  const trend: RecentTrend = {
    direction: 'increasing',
    judgement: 'getting-better',
    chiSquared: 12,
    periods: ['2012', '2013', '2014', '2015', '2016'],
    reason: null,
  };
  expect(recentTrendWords(trend)).toBe('Increasing over the last five years (2012 to 2016), getting better.');
  expect(recentTrendWords({ ...trend, judgement: null })).toBe(
    'Increasing over the last five years (2012 to 2016).',
  );
  expect(recentTrendWords({ ...trend, direction: 'no-change', judgement: null, reason: 'One year.' })).toBe(
    'No change beyond chance over the last five years (2012 to 2016). One year.',
  );
  expect(recentTrendWords({ ...trend, direction: 'not-calculated', reason: 'Too few.' })).toBe('Too few.');
});

test('rules, small counts and starts name their numbers', () => {
  expect(rulesWords(7).shift).toBe('A shift: 7 figures in a row above the mean, or below it.');
  expect(rulesWords(6).trend).toMatch(/^A trend: 6 figures/);
  expect(smallCounts(wait, 'quarter', 41)).toBe(
    'Quarterly counts are small here (about 41 people treated a quarter): chance alone moves the percentage by several points.',
  );
  expect(rebased(['April 2017', 'April 2020'])).toContain('from April 2017 and from April 2020');
  expect(asSentence('there are no figures')).toBe('There are no figures.');
});
