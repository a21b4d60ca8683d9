import { expect, test } from 'vitest';
import { besides } from '../../../../client/ui/tip/PointerTip.tsx';

const WINDOW = { width: 1280, height: 900 };
const BOX = { width: 300, height: 160 };

test('what is read out stands to the right and below, else to the left and above, and never out of the window', () => {
  expect(besides({ x: 100, y: 100 }, BOX, WINDOW)).toEqual({ left: 116, top: 116 });
  expect(besides({ x: 1200, y: 850 }, BOX, WINDOW)).toEqual({ left: 884, top: 674 });
  // A box that fits on neither side keeps to the edge.
  expect(besides({ x: 200, y: 300 }, BOX, { width: 390, height: 844 })).toEqual({ left: 8, top: 316 });
});
