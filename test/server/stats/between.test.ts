import { expect, test } from 'vitest';
import { betweenShare } from '../../../server/stats/between.ts';

const unit = (numerator: number, denominator: number) => ({ numerator, denominator });

// Values .9 .7 | .5 .3, ten people each: overall .6, groups .8 and .4. Between 20 (.04) + 20 (.04) = 1.6; in all
// 10 (.09 + .01 + .01 + .09) = 2.
test('by hand', () => {
  const groups = [
    [unit(9, 10), unit(7, 10)],
    [unit(5, 10), unit(3, 10)],
  ];
  expect(betweenShare(groups)).toBeCloseTo(0.8, 12);
});

test('all of it where the units of a group are alike, none where the groups are', () => {
  expect(betweenShare([[unit(9, 10), unit(90, 100)], [unit(4, 8)]])).toBeCloseTo(1, 12);
  expect(
    betweenShare([
      [unit(9, 10), unit(5, 10)],
      [unit(5, 10), unit(9, 10)],
    ]),
  ).toBeCloseTo(0, 12);
});

test('a unit split into equal halves changes nothing', () => {
  const whole = [[unit(90, 100), unit(50, 80)], [unit(40, 60)]];
  const split = [[unit(45, 50), unit(45, 50), unit(50, 80)], [unit(40, 60)]];
  expect(betweenShare(split)).toBeCloseTo(betweenShare(whole) ?? -1, 12);
});

test('nothing to share', () => {
  expect(betweenShare([])).toBeNull();
  expect(betweenShare([[unit(1, 2), unit(2, 3)], []])).toBeNull();
  expect(betweenShare([[unit(1, 3), unit(2, 6)], [unit(100, 300)]])).toBeNull();
});
