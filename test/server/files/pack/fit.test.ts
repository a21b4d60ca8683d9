import { expect, test } from 'vitest';
import { arialWidth } from '../../../../data/text/arial.ts';
import { fitTable, rowHeights, tableHeight } from '../../../../server/files/pack/fit.ts';
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

test('a table gets the largest type that fits', () => {
  const roomy = fitTable(TABLE, 7);
  expect(roomy).toEqual({ size: 14, rows: TABLE.rows.length });
  const close = fitTable(TABLE, tableHeight({ ...TABLE, size: 11 }));
  expect(close).toEqual({ size: 11, rows: TABLE.rows.length });
});

test('a table that fits at no size says how many of its rows do', () => {
  const rows = Array.from({ length: 60 }, (_, row) => [{ text: `Row ${row}` }]);
  const long = { head: [{ text: 'Area' }], rows, widths: [4] };
  const { size, rows: fitting } = fitTable(long, 3);
  expect(size).toBe(9);
  const height = (count: number) => tableHeight({ ...long, rows: rows.slice(0, count), size });
  expect(height(fitting)).toBeLessThanOrEqual(3);
  expect(height(fitting + 1)).toBeGreaterThan(3);
  expect(fitTable(long, 0.1).rows).toBe(0);
});
