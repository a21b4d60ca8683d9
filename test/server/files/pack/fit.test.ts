import { expect, test } from 'vitest';
import { arialWidth } from '../../../../data/text/measure.ts';
import { rowHeights, tableBlock, tableHeight, tableSize } from '../../../../server/files/pack/fit.ts';
import { TABLE } from './sample-deck.ts';
import { LONG } from './sample-map.ts';

test('a row is as high as its longest cell wraps', () => {
  const narrow = {
    head: [{ text: 'Area' }],
    rows: [[{ text: LONG }], [{ text: 'Bury' }]],
    widths: [2],
    size: 12,
  };
  const [head = 0, long = 0, short = 0] = rowHeights(narrow);
  // 12 points at 1.2 is a fifth of an inch a line. Four lines have room in 1.84 inches, 132 points: South Yorkshire, |
  // Bassetlaw, North | Derbyshire and | Hardwick.
  expect(arialWidth('South Yorkshire, Bassetlaw,', 12)).toBeGreaterThan(132);
  expect(arialWidth('Bassetlaw, North Derbyshire', 12)).toBeGreaterThan(132);
  expect(arialWidth('Derbyshire and Hardwick', 12)).toBeGreaterThan(132 * 0.98);
  expect(long - short).toBeCloseTo(3 * 0.2, 6);
  expect(head).toBeCloseTo(short, 6);
  expect(tableHeight(narrow)).toBeCloseTo(head + long + short, 6);
});

test('a table gets the largest type that fits, up to a limit', () => {
  expect(tableSize(TABLE, 7, 14)).toBe(14);
  expect(tableSize(TABLE, 7, 12)).toBe(12);
  const height = tableHeight({ ...TABLE, size: 11 });
  expect(tableSize(TABLE, height, 14)).toBe(11);
  const { box, size } = tableBlock({ ...TABLE, box: { ...TABLE.box, h: height } }, TABLE);
  expect([size, box.h]).toEqual([11, height]);
});

test('a table that fits at no size gets the least', () => {
  const rows = Array.from({ length: 60 }, (_, row) => [{ text: `Row ${row}` }]);
  expect(tableSize({ head: [{ text: 'Area' }], rows, widths: [4] }, 3, 14)).toBe(9);
});
