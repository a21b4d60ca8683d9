import { expect, test } from 'vitest';
import { byLetters } from '../../../data/text/order.ts';

test('names, codes and dates are ordered by their letters', () => {
  expect(['Leeds', 'Bury', 'Leeds West', 'Bath'].sort(byLetters)).toEqual([
    'Bath',
    'Bury',
    'Leeds',
    'Leeds West',
  ]);
  expect(['2021-11', '2016-04', '2021-02'].sort(byLetters)).toEqual(['2016-04', '2021-02', '2021-11']);
  expect(byLetters('01E', '01E')).toBe(0);
});
