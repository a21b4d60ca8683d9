import { expect, test } from 'vitest';
import { metric } from '../../../data/metrics/index.ts';
import {
  decimalsNote,
  formatCount,
  formatInterval,
  formatRound,
  formatTick,
  formatValue,
  gapWords,
  ordinal,
} from '../../../data/text/format.ts';

test.each([
  ['62-day-wait', 0.817074892355474, '81.7%'],
  ['cancer-prevalence', 0.02096481791432622, '2.10%'],
  ['one-year-survival', 68.2, '68.2%'],
  ['under-75-mortality', 122.1, '122.1'],
  ['patient-experience', 8.7, '8.70'],
  ['care-plan', 0.35, '35%'],
  ['62-day-wait', 1, '100.0%'],
] as const)('%s: %f reads %s', (id, value, words) => expect(formatValue(metric(id), value)).toBe(words));

test.each([
  [0.84974, '84.97%'],
  [0.84996, '84.996%'],
  [0.85, '85.0%'],
  [0.85001, '85.001%'],
  [0.8504, '85.04%'],
  [0.8506, '85.1%'],
])('a value beside the target of 85%% is never rounded on to it: %f reads %s', (value, words) =>
  expect(formatValue(metric('62-day-wait'), value)).toBe(words),
);

test.each([
  ['62-day-wait', 0.9996, '99.96%'],
  ['62-day-wait', 0.9995, '99.95%'],
  ['62-day-wait', 0.9994, '99.9%'],
  ['62-day-wait', 0.00034, '0.03%'],
  ['62-day-wait', 0.0000004, '0.00004%'],
  ['62-day-wait', 0, '0.0%'],
  ['62-day-wait', 1 - 1e-15, '100.0%'],
  ['care-plan', 0.997, '99.7%'],
  ['care-plan', 0, '0%'],
  ['one-year-survival', 99.97, '99.97%'],
  ['under-75-mortality', 0.01, '0.0'],
] as const)('a share is never rounded on to none or all: %s, %f reads %s', (id, value, words) =>
  expect(formatValue(metric(id), value)).toBe(words),
);

test('targets and class breaks carry no decimals they do not need', () => {
  expect(formatRound(metric('62-day-wait'), 0.85)).toBe('85%');
  expect(formatRound(metric('cancer-prevalence'), 0.0175)).toBe('1.75%');
  expect(formatRound(metric('one-year-survival'), 75)).toBe('75%');
  expect(formatRound(metric('patient-experience'), 8.5)).toBe('8.5');
  expect(formatRound(metric('care-plan'), 0.36)).toBe('36%');
});

test('ticks of one axis have the same decimals', () => {
  const ticks = (id: Parameters<typeof metric>[0], values: number[]) =>
    values.map((value) => formatTick(metric(id), value, values));
  expect(ticks('patient-experience', [8.78, 8.8, 9])).toEqual(['8.78', '8.80', '9.00']);
  expect(ticks('62-day-wait', [0.6, 0.625, 0.65])).toEqual(['60.0%', '62.5%', '65.0%']);
  expect(ticks('62-day-wait', [0.6, 0.7])).toEqual(['60%', '70%']);
  expect(ticks('under-75-mortality', [100, 1200])).toEqual(['100', '1200']);
});

test('a distance between two published percentages is in points', () => {
  expect(gapWords(metric('care-plan'), 0.04)).toBe('4 points');
  expect(gapWords(metric('care-plan'), 0.01)).toBe('1 point');
});

test('intervals and counts', () => {
  expect(formatInterval(metric('62-day-wait'), 0.7694, 0.8112)).toBe('between 76.9% and 81.1%');
  expect(formatCount(141_670)).toBe('141,670');
});

test.each([0, 7, 999, 1000, 99_999, 1_234_567, -12_345, 1234.5, 0.25, 1e15, 12.3456, 999.9996])(
  '%d is grouped as the language’s own formatter does it',
  (count) => expect(formatCount(count)).toBe(new Intl.NumberFormat('en-GB').format(count)),
);

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [22, '22nd'],
  [101, '101st'],
  [111, '111th'],
  [203, '203rd'],
])('%i is %s', (place, words) => expect(ordinal(place)).toBe(words));

test('a second decimal is explained where a figure has one, and only there', () => {
  // 69.95% would be rounded to 70.0%, the goal of 2024/25; 76.8% is near no target.
  const of = metric('62-day-combined');
  expect([formatValue(of, 0.6995), formatValue(of, 0.7676)]).toEqual(['69.95%', '76.8%']);
  expect(
    decimalsNote([
      { metric: of, value: 0.7676 },
      { metric: of, value: null },
    ]),
  ).toBe('');
  expect(
    decimalsNote([
      { metric: of, value: 0.7676 },
      { metric: of, value: 0.6995 },
    ]),
  ).toBe(
    'A second decimal stands where the first alone would round a figure on to 70%, which it does not reach or has passed.',
  );
  // 13.02% of smokers beside the Taskforce's 13%, and 99.96% beside all.
  expect(
    decimalsNote([
      { metric: metric('adult-smoking-qof'), value: 0.1302 },
      { metric: of, value: 0.6995 },
      { metric: of, value: 0.9996 },
    ]),
  ).toMatch(/ on to 13%, 70% or 100%, /);
});
