import { expect, test } from 'vitest';
import { arialLines, arialWidth, characterLines, roughLines } from '../../../data/text/measure.ts';

test('widths are those of the typeface: Helvetica’s published metrics, in thousandths', () => {
  expect(arialWidth('A', 1000)).toBe(667);
  expect(arialWidth('i', 1000)).toBe(222);
  expect(arialWidth('0123456789', 1000)).toBe(5560);
  expect(arialWidth('A', 1000, true)).toBe(722);
});

test('lines keep to their room, and a word too long for it is broken', () => {
  const lines = arialLines('62-day wait of http://localhost/metrics/62-day-wait?period=fy2016-17', 120, 12);
  expect(lines.join('').replaceAll(' ', '')).toContain('metrics/62-day-wait?period=fy2016-17');
  for (const line of lines) expect(arialWidth(line, 12)).toBeLessThanOrEqual(120);
});

test('a text in whichever typeface takes more lines where it is long', () =>
  expect(roughLines('North West and South West London', 120, 14)).toEqual([
    'North West and',
    'South West',
    'London',
  ]));

test('a long name is broken between words', () =>
  expect(characterLines('South Yorkshire and North Derbyshire', 16)).toEqual([
    'South Yorkshire',
    'and North',
    'Derbyshire',
  ]));
