import { expect, test } from 'vitest';
import { swappedSentences } from '../../../data/text/address.ts';

const view = { metric: '62-day-wait', period: 'fy2020-21', level: 'ccg' } as const;

test.each([
  ['', []],
  ['metric=62-day-wait&period=fy2020-21&level=ccg', []],
  ['metric=nonsense', ['No metric is called “nonsense”: 62-day wait is shown.']],
  [
    'metric=stage-complete',
    [expect.stringMatching(/has no figures for these areas: 62-day wait is shown\.$/)],
  ],
  ['period=2013', ['62-day wait has no figures by CCG for 2013: 2020/21 is shown.']],
  ['period=soon', ['“soon” is no period: 2020/21 is shown.']],
  ['level=icb', ['62-day wait has no figures by ICB: CCGs are shown.']],
  ['level=9', ['62-day wait has no figures by “9”: CCGs are shown.']],
  ['measure=nonsense', ['No metric is called “nonsense”: 62-day wait is shown.']],
])('what %s asks for and is not shown is said', (search, sentences) =>
  expect(swappedSentences(new URLSearchParams(search), view)).toEqual(sentences),
);

test('of a page read as at a period, what lies after all figures is said to, with the latest', () => {
  const asAt = (period: string) =>
    swappedSentences(new URLSearchParams({ period }), { ...view, period: '2026-04', asAt: true });
  expect(asAt('2099-01')).toEqual([
    'There are no figures as late as January 2099: April 2026, the latest, is shown.',
  ]);
  expect(asAt('banana')).toEqual(['“banana” is no period: April 2026 is shown.']);
  expect(asAt('2026-04')).toEqual([]);
});

test('an area that the page has not is said where the page tells which it has', () => {
  const asked = new URLSearchParams('area=99Z');
  expect(swappedSentences(asked, { ...view, area: '' })).toEqual([
    'No CCG shown here is called “99Z”: none is picked out.',
  ]);
  expect(swappedSentences(asked, { ...view, area: '99Z' })).toEqual([]);
  expect(swappedSentences(asked, view)).toEqual([]);
});
