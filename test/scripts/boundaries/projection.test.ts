import { expect, test } from 'vitest';
import { radians, toNationalGrid, transverseMercator } from '../../../scripts/boundaries/projection.ts';

const dms = (degrees: number, minutes: number, seconds: number) => degrees + minutes / 60 + seconds / 3600;

test("the guide's worked example of the projection, annex C.1", () => {
  const [easting, northing] = transverseMercator(radians(dms(1, 43, 4.5177)), radians(dms(52, 39, 27.2531)));
  expect(easting).toBeCloseTo(651409.903, 2);
  expect(northing).toBeCloseTo(313177.27, 2);
});

test('Caister water tower in ETRS89 lands within 5 m of its OSTN15 grid reference', () => {
  const [easting, northing] = toNationalGrid([dms(1, 42, 57.8663), dms(52, 39, 28.8282)]);
  expect(Math.hypot(easting - 651409.804, northing - 313177.45)).toBeLessThan(5);
});
