import { expect, test } from 'vitest';
import { findAreas, findPlaces } from '../../../client/ui/foundAreas.ts';
import type { Areas } from '../../../data/contract/index.ts';

const areas = {
  alliances: [],
  alliancesToday: [],
  laterCcgs: [
    { area: '36J', name: 'NHS Bradford District and Craven CCG', from: '2020-04', until: '2022-03' },
  ],
  ccgs: [{ area: '02N', name: 'NHS Airedale, Wharfedale and Craven CCG', successors: [{ from: '2020-04' }] }],
  icbs: [{ area: 'QWO', name: 'NHS West Yorkshire ICB', from: '2022-04', until: null }],
  ownAreas: [
    { area: 'dales', name: 'Dales and Bradford STP', level: 'ccg', members: ['02N', '02R'], until: null },
    {
      area: 'many',
      name: 'Many',
      level: 'ccg',
      members: Array.from({ length: 25 }, (_, i) => `A${i}`),
      until: '2020-03',
    },
  ],
} as unknown as Areas;

const places = {
  councils: [{ name: 'Craven', ccgs: [['02N', 1]], icbs: [['QWO', 0.6]] }],
  trusts: [{ code: 'RAE', name: 'Bradford Teaching Hospitals NHS Foundation Trust', icb: 'QWO' }],
} as const;

test('an area is found by its name of any year, with the years', () => {
  expect(findAreas(areas, 'airedale')[0]?.kind).toBe('02N, CCG until March 2020');
  expect(findAreas(areas, 'bradford dis')[0]?.kind).toBe('36J, CCG April 2020 to March 2022');
});

test('an own area is found by name or id, and leads to it beside its members and England', () => {
  const dales = {
    name: 'Dales and Bradford STP',
    kind: 'own area of 2 CCGs',
    path: '/compare?areas=dales,england,02N,02R',
  };
  expect(findAreas(areas, 'bradford stp')).toEqual([dales]);
  expect(findAreas(areas, 'dales')[0]).toEqual(dales);
  expect(findAreas(areas, 'many')[0]?.kind).toBe('own area of 25 CCGs, until March 2020');
  // No more than are compared: the area and England among them.
  const path = findAreas(areas, 'many')[0]?.path ?? '';
  expect(path).toMatch(/areas=many,england,A0,/);
  expect(path.split(',')).toHaveLength(20);
});

test('a council leads to the areas its people live in, with their share', () =>
  expect(findPlaces(areas, places, 'craven')).toEqual([
    { name: 'NHS West Yorkshire ICB', kind: '60% of Craven council’s people', path: '/icbs/QWO' },
    {
      name: 'NHS Airedale, Wharfedale and Craven CCG',
      kind: 'all of Craven council’s people',
      path: '/ccgs/02N',
    },
  ]));

test('a hospital trust leads to its ICB, and is marked as one', () => {
  expect(findPlaces(areas, places, 'bradford teaching')).toEqual([
    {
      name: 'NHS West Yorkshire ICB',
      kind: 'the ICB of Bradford Teaching Hospitals NHS Foundation Trust',
      path: '/icbs/QWO',
      trust: true,
    },
  ]);
  expect(findPlaces(areas, places, 'br')).toEqual([]);
});

test('what the reader looks at goes along to the page of what is found', () => {
  const context = { metric: '31-day-wait', period: 'fy2016-17' } as const;
  expect(findAreas(areas, 'airedale', context)[0]?.path).toBe(
    '/ccgs/02N?period=fy2016-17&measure=31-day-wait',
  );
  expect(findPlaces(areas, places, 'bradford teaching', context)[0]?.path).toBe(
    '/icbs/QWO?period=fy2016-17&measure=31-day-wait',
  );
});
