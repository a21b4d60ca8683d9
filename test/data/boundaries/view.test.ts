import { describe, expect, test } from 'vitest';
import {
  bounded,
  deepest,
  readView,
  transformOf,
  viewAsked,
  viewText,
  wholeView,
  windowShown,
} from '../../../data/boundaries/view.ts';

const BOX = [4000, 4579] as const;

describe('a view of a map', () => {
  test('is written as its middle and its times, the whole as nothing, and read again', () => {
    expect(viewText({ x: 2410.4, y: 2649.6, k: 6.504 })).toBe('2410,2650,6.5');
    expect(viewText(wholeView(BOX))).toBe('');
    expect(readView('2410,2650,6.5')).toEqual({ x: 2410, y: 2650, k: 6.5 });
  });

  test.each(['', 'london', '1,2', '1,2,3,4', '1,,3', '1,2,Infinity'])('“%s” is none', (text) =>
    expect(readView(text)).toBeNull(),
  );

  test('stays within the layout, and is no deeper than its outlines bear', () => {
    expect(bounded({ x: -50, y: 9999, k: 2 }, BOX)).toEqual({ x: 1000, y: 4579 - 4579 / 4, k: 2 });
    expect(bounded({ x: 10, y: 10, k: 0.2 }, BOX)).toEqual(wholeView(BOX));
    expect(bounded({ x: 2000, y: 2000, k: 99 }, BOX).k).toBe(16);
    expect(deepest([900, 700]), 'the map of an Alliance, in the same steps').toBeCloseTo(3.6);
  });

  test('that an address asks for is mended where it must be', () => {
    expect(viewAsked('', BOX)).toEqual({ view: wholeView(BOX), mended: false });
    expect(viewAsked('2410,2650,6.5', BOX).mended).toBe(false);
    expect(viewAsked('99999,-5,3', BOX)).toEqual({
      view: { x: 4000 - 4000 / 6, y: 4579 / 6, k: 3 },
      mended: true,
    });
    // Where nothing lies in what is nearest, that would be an empty map.
    expect(viewAsked('99999,-5,3', BOX, [[10, 4000]])).toEqual({ view: wholeView(BOX), mended: true });
    expect(viewAsked('99999,-5,3', BOX, [[3900, 100]]).view.k).toBe(3);
    expect(viewAsked('nowhere', BOX)).toEqual({ view: wholeView(BOX), mended: true });
  });

  test('at any edge survives its own address unmended', () => {
    for (let k = 1.02; k < 16; k += 0.0137)
      for (const [x, y] of [
        [0, 0],
        [4000, 4579],
      ] as const) {
        const edge = bounded({ x, y, k }, BOX);
        expect(viewAsked(viewText(edge), BOX).mended, viewText(edge)).toBe(false);
      }
  });

  test('is drawn with its middle in the middle of the box', () => {
    const [tx = 0, ty = 0, k = 0] =
      transformOf({ x: 3000, y: 1000, k: 4 }, BOX)
        .match(/-?[\d.]+/g)
        ?.map(Number) ?? [];
    expect([tx + k * 3000, ty + k * 1000]).toEqual([2000, 2289.5]);
    expect(windowShown({ x: 3000, y: 1000, k: 4 }, BOX)).toEqual({
      left: 2500,
      right: 3500,
      top: 1000 - 4579 / 8,
      bottom: 1000 + 4579 / 8,
    });
  });
});
