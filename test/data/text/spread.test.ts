import { describe, expect, test } from 'vitest';
import {
  betweenBasis,
  betweenWords,
  beyondChance,
  endsHeading,
  evidenceOf,
  evidenceWords,
  exactLimitsWords,
  fifthsWords,
  funnelTitle,
  longestSpreadChange,
  middleWords,
  noSpreadChange,
  pWords,
  spreadChange,
  spreadChangeByChance,
  spreadFinding,
  spreadNumbers,
  widenedLimitsWords,
  zoneWords,
} from '../../../data/text/spread.ts';
import { funnel, outside, point, spread, spreadArea, variation } from './spread-fixture.ts';

describe('the finding', () => {
  test('says where the middle lies, what is beyond chance, and what remains outside widened limits', () =>
    expect(spreadFinding(spread())).toEqual([
      'In 2016/17, the middle eight in ten of 206 CCGs lay between 74.3% and 87.0%; England was at 81.7%.',
      '64 of 206 CCGs lie further from England than chance allows (outside the 99.8% limits); chance alone would put fewer than one there.',
      '90% of the variation between them is beyond chance.',
      'With the limits widened for the scatter found among all of them, 3 CCGs still lie outside.',
    ]));

  test('says so where score limits are rough, and leaves out a widening that changes nothing', () => {
    const said = spreadFinding(spread({ funnel: funnel({ rough: 206, tau2: 0 }) })).join(' ');
    expect(said).toContain('The limits are rough: in most, fewer than ten are expected');
    expect(said).not.toContain('widened');
  });
});

describe('the evidence of variation', () => {
  test.each([
    [0.9, 1e-9, 'strong'],
    [0.5, 0.0009, 'strong'],
    [0.5, 0.001, 'moderate'],
    [0.49, 1e-9, 'moderate'],
    [0.25, 0.049, 'moderate'],
    [0.249, 1e-9, 'weak'],
    [0.9, 0.05, 'none'],
    [0, 1, 'none'],
  ] as const)('with %s beyond chance and p %s it is %s', (i2, pValue, word) =>
    expect(evidenceOf({ i2, pValue })).toBe(word),
  );

  test('is named in one line, with the reason where there is none to name', () => {
    expect(evidenceWords(spread())).toBe('Evidence of variation: strong');
    const untold = variation({ i2: null, pValue: null, reason: 'there are no figures' });
    expect(evidenceWords(spread({ variation: untold }))).toBe(
      'Evidence of variation: cannot be told, as there are no figures',
    );
  });
});

describe('the middle', () => {
  test.each([
    [
      variation({ areas: 0, p10: null, p90: null, min: null, max: null }),
      'For 2016/17, no CCG has a figure.',
    ],
    [
      variation({ areas: 7, min: 0.6, max: 0.9 }),
      'In 2016/17, 7 CCGs lay between 60.0% and 90.0%; England was at 81.7%.',
    ],
    [variation({ areas: 1, min: 0.6, max: 0.6 }), 'In 2016/17, 1 CCG stood at 60.0%; England was at 81.7%.'],
    [
      variation({ p10: 1, p90: 1 }),
      'In 2016/17, the middle eight in ten of 206 CCGs stood at 100.0%; England was at 81.7%.',
    ],
  ])('%#', (found, words) => expect(middleWords(spread({ variation: found }))).toBe(words));

  test('names what figures are compared with, or nothing where it has no figure', () => {
    expect(middleWords(spread({ against: 'the best tenth of CCGs' }))).toContain(
      '; the best tenth of CCGs was at 81.7%.',
    );
    expect(middleWords(spread({ benchmark: null }))).toMatch(/87\.0%\.$/);
  });
});

describe('the funnel', () => {
  test.each([
    [funnel({ before: outside({ outside998: 1 }) }), '1 of 206 CCGs lies outside the 99.8% limits; chance'],
    [
      funnel({ before: outside({ outside95: 12 }) }),
      'No CCG lies outside the 99.8% limits; 12 lie outside the 95% limits, where chance alone would put about 10.',
    ],
    [
      funnel({ before: outside({}) }),
      'No CCG lies outside the limits; chance alone would put about 10 outside the 95% limits.',
    ],
  ])('%#', (drawn, words) => expect(funnelTitle(spread({ funnel: drawn }))).toContain(words));

  test('where there is none, nothing is said of one', () => {
    const without = spread({ funnel: null, funnelReason: 'No counts.' });
    expect([
      funnelTitle(without),
      widenedLimitsWords(without),
      exactLimitsWords(without),
      zoneWords(null),
    ]).toEqual(['', '', '', '']);
    expect(spreadNumbers(without).map(({ id }) => id)).not.toContain('phi');
  });

  test('nothing and one outside widened limits', () => {
    const left = (outside998: number) =>
      widenedLimitsWords(spread({ funnel: funnel({ after: outside({ outside998 }) }) }));
    expect(left(0)).toMatch(/, no CCG lies outside\.$/);
    expect(left(1)).toMatch(/, 1 CCG still lies outside\.$/);
  });

  test('exact limits are told where score limits are rough', () => {
    const exact = outside({ outside998: 1, outside95: 4 });
    expect(exactLimitsWords(spread({ funnel: funnel({ rough: 3, exact }) }))).toBe(
      'In 3 of the 206 CCGs fewer than ten are expected on the rarer side, where the score limits are rough and exact chance has to agree. By exact binomial limits alone 1 lies outside the 99.8% limits, and 4 outside the 95% limits.',
    );
    expect(exactLimitsWords(spread({ funnel: funnel({ rough: 206 }) }))).toContain('In every CCG fewer');
    expect(exactLimitsWords(spread({ funnel: funnel({ rough: 3, method: 'exact' }) }))).toBe('');
  });
});

describe('variation beyond chance', () => {
  test.each([
    [
      { i2: 0.12, pValue: 0.21 },
      'Taken together, the variation between them is no more than chance could give (p = 0.21).',
    ],
    [{ i2: 0.999, pValue: 0 }, 'Over 99% of the variation between them is beyond chance.'],
    [{ i2: null, pValue: null }, ''],
  ])('%o', (over, words) => expect(beyondChance(spread({ variation: variation(over) }))).toBe(words));

  test.each([
    [0, 'p < 0.001'],
    [0.0123, 'p = 0.012'],
    [0.96, 'p = 0.96'],
  ])('p of %d', (p, words) => expect(pWords(p)).toBe(words));
});

describe('the ends of the values', () => {
  const at = (name: string, value: number | null) => spreadArea({ area: name, name, value });
  const of = (values: [string, number | null][], min: number, max: number) =>
    endsHeading(
      spread({ areas: values.map(([name, value]) => at(name, value)), variation: variation({ min, max }) }),
    );

  test('are named, or counted where several share one', () =>
    expect(
      of(
        [
          ['NHS Bury CCG', 0.7],
          ['NHS Bolton CCG', 1],
          ['NHS Wigan CCG', 1],
          ['NHS Gap CCG', null],
        ],
        0.7,
        1,
      ),
    ).toBe('Values run from 70.0% (NHS Bury CCG) to 100.0% (2 CCGs)'));

  test('may be one', () => expect(of([['NHS Bury CCG', 1]], 1, 1)).toBe('All stand at 100.0%'));
});

describe('between Alliances and by deprivation', () => {
  const between = {
    omegaSquared: 0.249,
    chance: 0.012,
    pValue: 0.0005,
    share: 0.316,
    units: 206,
    groups: 19,
  };

  test('ω² is said with what chance gives, and in which Alliance an area of two is counted', () => {
    expect(betweenWords(spread({ between }))).toBe(
      '25% of the variation between CCGs lies between Alliances, the rest within them.',
    );
    expect(betweenBasis(spread({ between, betweenReason: 'Cumbria is counted here once.' }))).toBe(
      'ω² is 25%, each of the CCGs weighted by its people; 206 CCGs dealt out at random to the 19 Alliances would give 1% on average (p < 0.001). Cumbria is counted here once.',
    );
  });

  test('no share is stated where chance gives as much in one deal of twenty', () => {
    const alike = { ...between, omegaSquared: -0.013, chance: -0.011, pValue: 0.46 };
    expect(betweenWords(spread({ between: alike }))).toBe(
      'No more of the variation between CCGs lies between Alliances than chance would put there.',
    );
    expect(betweenBasis(spread({ between: alike }))).toMatch(
      /ω² is 0%.*would give 0% on average \(p = 0\.46\)/,
    );
  });

  test('a reason stands where there is no share', () => {
    const none = spread({ between: null, betweenReason: 'No counts.' });
    expect([betweenWords(none), betweenBasis(none)]).toEqual(['No counts.', '']);
  });

  test('the most and the least deprived fifth, and whether their intervals overlap', () => {
    expect(fifthsWords(spread())).toBe(
      'The CCGs of the most deprived fifth stand at 81.9%, those of the least deprived fifth at 82.1%; their 95% intervals overlap.',
    );
    expect(fifthsWords(spread({ fifths: [], fifthsReason: 'Not known.' }))).toBe('Not known.');
  });
});

test('the numbers are unrounded, and each says what it means', () => {
  const numbers = spreadNumbers(spread());
  expect(numbers.find(({ id }) => id === 'p10_to_p90')).toMatchObject({
    value: 0.8696394106293839 - 0.7432291666666666,
    shown: '12.6 points',
  });
  expect(numbers.find(({ id }) => id === 'outside_998_before')).toMatchObject({
    value: 64,
    shown: '64 of 206',
    meaning: '34 below, 30 above; by chance 0.4 of the CCGs.',
  });
  expect(numbers.filter(({ meaning }) => meaning === '')).toEqual([]);
});

describe('change', () => {
  // The 62-day wait by CCG: 12.6 points in 2016/17, 15.7 in 2019/20, of fewer, larger CCGs.
  const years = [
    point('fy2016-17', 0.743, 0.87, { areas: 206 }),
    point('fy2019-20', 0.695, 0.852, { areas: 191 }),
    point('fy2020-21', 0.64, 0.837, { areas: 135 }),
  ];
  const breaks = [{ from: '2020-04', reason: 'COVID-19.' }];
  const of = (period: string) =>
    spread({ query: { metric: '62-day-wait', period, level: 'ccg' }, overTime: years, breaks });

  test('is told since the first comparable period, with the number of areas where that changed', () => {
    expect(spreadChange(of('fy2019-20'))).toBe(
      'The gap between the 10th and the 90th percentile was 12.7 points in 2016/17, 15.7 points in 2019/20 (206 CCGs, then 191).',
    );
    expect(spreadChangeByChance(of('fy2019-20'))).toBe(
      'Chance alone, for CCGs of their sizes, would have given 4.0 points in 2016/17 and 4.0 points in 2019/20.',
    );
  });

  test('is never told across a break', () => {
    expect(spreadChange(of('fy2020-21'))).toBe('');
    expect(noSpreadChange(of('fy2020-21'))).toBe(
      '2020/21 is the first of the periods comparable with it, so no change up to it is stated.',
    );
    expect(longestSpreadChange(of('fy2020-21'))).toMatch(
      /^The gap between the 10th and the 90th percentile was 12\.7 points in 2016\/17, 15\.7 points in 2019\/20/,
    );
  });

  test('one period says so, and which file would fill the gap', () => {
    const survival = spread({
      query: { metric: 'one-year-survival', period: '2011', level: 'ccg' },
      overTime: [point('2011', 65.1, 70.2)],
      breaks: [],
    });
    expect(spreadChange(survival)).toBe('');
    expect(longestSpreadChange(survival)).toBe('');
    expect(noSpreadChange(survival)).toMatch(
      /^Only one period, 2011, is published by CCG, .* cannot be said yet\. The later yearly releases/,
    );
  });
});
