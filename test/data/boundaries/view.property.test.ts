import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounded, deepest, readView, viewAsked, viewText } from '../../../data/boundaries/view.ts';
import { tried } from '../../fuzz.ts';

const size = fc
  .tuple(fc.integer({ min: 400, max: 6000 }), fc.double({ min: 0.5, max: 1.5, noNaN: true }))
  .map(([width, tall]) => [width, Math.round(width * tall)] as const);
const number = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom('', ' ', 'x', '-', '1e400', '0x10', 'Infinity'),
);
const text = fc.oneof(
  fc.array(number, { maxLength: 5 }).map((each) => each.join(',')),
  fc.string({ unit: 'binary' }),
);

test('any text is a view that lies within the layout', () => {
  fc.assert(
    fc.property(text, size, (asked, [width, height]) => {
      const { view, mended } = viewAsked(asked, [width, height], [[1, 1]]);
      expect(view.k >= 1 && view.k <= deepest([width, height])).toBe(true);
      expect(view.x >= 0 && view.x <= width && view.y >= 0 && view.y <= height).toBe(true);
      if (asked !== '' && readView(asked) === null) expect(mended).toBe(true);
    }),
    tried(500),
  );
});

test('a view within the layout survives the address, to its rounding', () => {
  fc.assert(
    fc.property(
      size,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 1, max: 16, noNaN: true }),
      ([width, height], x, y, k) => {
        const view = bounded({ x: x * width, y: y * height, k }, [width, height]);
        const written = viewText(view);
        const read = readView(written);
        if (written === '') {
          expect(view.k).toBeLessThan(1.006);
          return;
        }
        expect(Math.abs((read?.x ?? Number.NaN) - view.x)).toBeLessThanOrEqual(0.5);
        expect(Math.abs((read?.k ?? Number.NaN) - view.k)).toBeLessThanOrEqual(0.0051);
        expect(viewAsked(written, [width, height]).mended).toBe(false);
      },
    ),
    tried(500),
  );
});
