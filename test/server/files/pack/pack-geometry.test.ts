import { beforeAll, expect, test } from 'vitest';
import type { Dataset } from '../../../../server/dataset/dataset.ts';
import type { Slide } from '../../../../server/files/pack/deck.ts';
import { deckOf } from '../../../../server/files/pack/file.ts';
import { long, sample } from '../../../sample.ts';
import { builtDataset } from '../../app.ts';
import { ALLIANCES, kindOfArea } from '../../areas.ts';
import { makerOf } from '../../drawing.ts';
import { faultsOf } from './placed.ts';

let dataset: Dataset;
beforeAll(async () => {
  dataset = await builtDataset();
});

const made = async (alliance: string, period?: string) =>
  (await deckOf(makerOf(dataset), { alliance, period })).deck.slides;
const ids = (slides: readonly Slide[]) => slides.map(({ id }) => id);

/** The longest name, the most CCGs, the fewest, and London's. */
const LARGE = [
  'south-yorkshire-bassetlaw-north-derbyshire-and-hardwick',
  'west-midlands',
  'peninsula',
  'north-central-and-north-east-london',
];

test('nothing leaves its room or lies over another on any slide of any Alliance', async () => {
  expect(ALLIANCES.length).toBe(19);
  for (const alliance of sample(ALLIANCES, kindOfArea)) {
    const slides = await made(alliance);
    expect(slides.flatMap(faultsOf).map((fault) => `${alliance}: ${fault}`)).toEqual([]);
    expect(new Set(ids(slides)).size).toBe(slides.length);
  }
}, 120_000);

test('nor where all CCGs of 2016 stand', async () => {
  for (const alliance of LARGE) {
    const slides = await made(alliance, 'fy2016-17');
    expect(slides.flatMap(faultsOf).map((fault) => `${alliance}: ${fault}`)).toEqual([]);
  }
}, 120_000);

test('nor for England, for CCGs that last, merged, were made later or lie in two Alliances', async () => {
  for (const area of sample(['england', '99E', '02N', '01H', '36J', '15E', '08C'], kindOfArea)) {
    const slides = await made(area);
    expect(slides.flatMap(faultsOf).map((fault) => `${area}: ${fault}`)).toEqual([]);
  }
}, 120_000);

test('nor for a period before the waits, of a month or a quarter, or of a calendar year', async () => {
  const periods = ['fy2014-15', '2012', '2016-05', 'fy2021-22-q2', '2012-2014', 'fy2009-10'];
  const areas = ['england', 'peninsula', 'west-midlands', '02N'];
  // Each period once, for one area after the other; each for all of them under `npm run test:long`.
  const packs = periods.flatMap((period, at) =>
    areas.filter((_, i) => long || i === at % areas.length).map((area) => ({ area, period })),
  );
  for (const { area, period } of packs) {
    const slides = await made(area, period);
    expect(slides.flatMap(faultsOf).map((fault) => `${area} ${period}: ${fault}`)).toEqual([]);
  }
}, 120_000);
