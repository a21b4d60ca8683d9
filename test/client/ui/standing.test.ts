import { expect, test } from 'vitest';
import { ended, standing } from '../../../client/ui/standing.ts';
import type { Icb } from '../../../data/contract/index.ts';

const icbs = [
  { area: 'QMJ', from: '2022-04', until: '2026-03' },
  { area: 'Z9B2Z', from: '2026-04', until: '2027-03' },
  { area: 'N2B2B', from: '2027-04', until: null },
  { area: 'QOP', from: '2022-04', until: null },
] as Icb[];

test.each([
  ['2026-03', 'QMJ QOP', ''],
  ['2026-04', 'Z9B2Z QOP', 'QMJ'],
  ['2027-04', 'N2B2B QOP', 'QMJ Z9B2Z'],
])('in %s the ICBs that there are, and those that have ended', (latestMonth, now, gone) => {
  const areas = (found: Icb[]) => found.map(({ area }) => area).join(' ');
  expect([areas(standing(icbs, { latestMonth })), areas(ended(icbs, { latestMonth }))]).toEqual([now, gone]);
});
