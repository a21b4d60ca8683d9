import { expect, test } from 'vitest';
import { isOnTheWay } from '../../../../client/ui/tip/reaching.ts';

/** Words to the right of where the pointer rested and below it. */
const BOX = { left: 116, top: 116, right: 416, bottom: 276 };
const RESTED = { x: 100, y: 100 };

test('the way to the words widens towards them, and ends on them', () => {
  expect(isOnTheWay(RESTED, BOX, { x: 108, y: 108 })).toBe(true);
  expect(isOnTheWay(RESTED, BOX, { x: 114, y: 104 })).toBe(true);
  expect(isOnTheWay(RESTED, BOX, { x: 400, y: 260 })).toBe(true);
  // To a side, back, or beyond.
  expect(isOnTheWay(RESTED, BOX, { x: 118, y: 100 })).toBe(false);
  expect(isOnTheWay(RESTED, BOX, { x: 95, y: 95 })).toBe(false);
  expect(isOnTheWay(RESTED, BOX, { x: 420, y: 200 })).toBe(false);
});

test('words straight beside or above are reached straight', () => {
  const above = { left: 20, top: 10, right: 200, bottom: 84 };
  expect(isOnTheWay(RESTED, above, { x: 100, y: 90 })).toBe(true);
  expect(isOnTheWay(RESTED, above, { x: 112, y: 95 })).toBe(false);
  // Where the pointer is on them already there is no way left.
  expect(isOnTheWay({ x: 100, y: 50 }, above, { x: 300, y: 50 })).toBe(false);
});
