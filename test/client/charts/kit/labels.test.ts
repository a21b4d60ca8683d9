import { describe, expect, test } from 'vitest';
import { placeFlags, placeNames, spreadApart } from '../../../../client/charts/kit/labels.ts';
import { roughWidth } from '../../../../data/text/measure.ts';

describe('names beside points', () => {
  const inside = { left: 0, right: 300, top: 0, bottom: 200 };
  const at = (id: string, x: number, y: number) => ({ id, text: `Name ${id}`, x, y, away: 8 });
  const where = (name: { id: string; x: number }, x: number) => [name.id, name.x > x ? 'right' : 'left'];

  test('stand to the right, or to the left at the edge', () => {
    const [one, other] = placeNames([at('a', 50, 50), at('b', 290, 50)], inside, 13);
    expect([one && where(one, 50), other && where(other, 290)]).toEqual([
      ['a', 'right'],
      ['b', 'left'],
    ]);
  });

  test('are left out rather than overlap', () => {
    const crowd = Array.from({ length: 30 }, (_, index) => at(String(index), 150, 80 + index));
    const placed = placeNames(crowd, inside, 13);
    expect(placed.length).toBeGreaterThan(0);
    expect(placed.length).toBeLessThan(crowd.length);
    for (const one of placed)
      for (const other of placed) {
        const apart =
          Math.abs(one.y - other.y) >= 13 || Math.abs(one.x - other.x) >= roughWidth(one.text, 13) - 4;
        expect(one === other || apart).toBe(true);
      }
  });

  test('stand over or under a bar, clear of the bars beside it', () => {
    const bars = [40, 44, 48].map((left) => ({ left, right: left + 2, top: 60, bottom: 120 }));
    const [name] = placeFlags([{ id: 'a', text: 'Bury', x: 41, top: 90, bottom: 110 }], inside, 13, bars);
    expect(name && (name.y < 60 || name.y - 13 > 120)).toBe(true);
  });
});

describe('labels at the ends of lines', () => {
  const sized = (...at: number[]) => at.map((each) => ({ at: each, size: 16 }));

  test('stay where there is room', () => expect(spreadApart(sized(20, 60), 0, 100)).toEqual([20, 60]));

  test('move apart in their order, and stay inside', () => {
    const placed = spreadApart(sized(50, 50, 99), 0, 100);
    expect(placed).toEqual([50, 66, 92]);
    expect(spreadApart(sized(95, 95), 0, 100)).toEqual([76, 92]);
  });
});
