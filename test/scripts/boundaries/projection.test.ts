import { expect, test } from 'vitest';
import { toNationalGrid } from '../../../scripts/boundaries/projection.ts';

const dms = (degrees: number, minutes: number, seconds: number) => degrees + minutes / 60 + seconds / 3600;
const apart = ([x, y]: [number, number], [toX, toY]: [number, number]) => Math.hypot(x - toX, y - toY);

test('Caister water tower in ETRS89 lands within 5 m of its OSTN15 grid reference', () => {
  const [easting, northing] = toNationalGrid([dms(1, 42, 57.8663), dms(52, 39, 28.8282)]);
  expect(apart([easting, northing], [651409.804, 313177.45])).toBeLessThan(5);
});

// Ordnance Survey's formulae ("A guide to coordinate systems in Great Britain", annexes B and C), worked through once.
test.each([
  ['Penzance', [-5.537, 50.118], [147251.703, 30205.859]],
  ['Berwick', [-2.004, 55.77], [399847.423, 652962.396]],
  ['Caister', [dms(1, 42, 57.8663), dms(52, 39, 28.8282)], [651411.221, 313180.597]],
] as const)(
  "%s is where the guide's formulae put it, to a centimetre",
  (_, [longitude, latitude], worked) => {
    expect(apart(toNationalGrid([longitude, latitude]), [...worked])).toBeLessThan(0.01);
  },
);
