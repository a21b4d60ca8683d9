import { expect, test } from 'vitest';
import {
  changeGlyph,
  changesBetween,
  changesFinding,
  changeWords,
  inOrder,
} from '../../../client/ui/changes.ts';
import { metric } from '../../../data/metrics/index.ts';
import { area, snapshot } from '../fixtures.ts';

const at = (period: string, ...areas: ReturnType<typeof area>[]) =>
  snapshot({ query: { metric: '62-day-wait', period, level: 'ccg' }, areas });
const figure = (id: string, value: number | null, half = 0.02) =>
  area({
    area: id,
    name: `NHS ${id} CCG`,
    shapes: [id],
    value,
    lower: value === null ? null : value - half,
    upper: value === null ? null : value + half,
  });

const then = at(
  'fy2016-17',
  figure('A', 0.8),
  figure('B', 0.7),
  figure('C', 0.8),
  figure('D', 0.8),
  figure('E', null),
  area({ area: 'F', shapes: ['F'] }),
);
const now = at(
  'fy2017-18',
  figure('E', 0.8),
  figure('A', 0.9),
  figure('B', 0.85),
  figure('C', 0.7),
  figure('D', 0.801),
  area({ area: 'F', name: 'NHS F CCG', shapes: ['F', 'G'] }),
);
const wait = metric('62-day-wait');

test('what improved most stands first, what cannot be compared last', () => {
  const changes = changesBetween(then, now);
  expect(changes.map(({ area }) => area.area)).toEqual(['B', 'A', 'D', 'C', 'E', 'F']);
  expect(changes.map(({ change }) => change === null)).toEqual([false, false, false, false, true, true]);
});

test('a change is called one where it is more than chance, by the interval of the difference', () => {
  const [b, , d, c, e, f] = changesBetween(then, now);
  const said = [b, d, c, e, f].map((each) => each && `${changeGlyph(each)} ${changeWords(wait, each)}`);
  expect(said).toEqual([
    '▲ Rose by 15.0 points',
    '● Rose by 0.1 points, no more than by chance',
    '▼ Fell by 10.0 points',
    '○ No figure in one of the periods',
    '○ Another area in the other period',
  ]);
});

test('two periods are put in the order of time, and said in a sentence', () => {
  expect(inOrder(now, then)).toEqual([then, now]);
  expect(inOrder(then, now)).toEqual([then, now]);
  expect(changesFinding(wait, then, now, changesBetween(then, now))).toEqual([
    'Of 4 CCGs with a figure in both, 2 rose and 1 fell between 2016/17 and 2017/18 by more than chance; 1 did not change beyond chance.',
    'NHS B CCG improved most.',
  ]);
});

test('across a break it is said that the two are not comparable', () => {
  const later = at('fy2020-21', figure('A', 0.7));
  expect(changesFinding(wait, then, later, changesBetween(then, later)).at(-1)).toMatch(
    /^The two are not wholly comparable\. From April 2020/,
  );
});
