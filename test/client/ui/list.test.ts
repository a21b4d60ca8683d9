import { describe, expect, test } from 'vitest';
import { findAreas } from '../../../client/ui/foundAreas.ts';
import { byGrain, closest } from '../../../client/ui/PeriodPicker.tsx';
import { ranked, scaleEnds, scaleOf } from '../../../client/ui/ranked.ts';
import type { Areas } from '../../../data/contract/index.ts';
import { metric } from '../../../data/metrics/index.ts';
import { area, snapshot } from '../fixtures.ts';

const rank = (value: number) => ({ value, lower: value, upper: value, of: 3 });
const areas = [
  area({ area: '00C', name: 'NHS Darlington CCG', rank: rank(2), parents: ['north-east-and-cumbria'] }),
  area({ area: '00W', name: 'NHS Central Manchester CCG', value: null, rank: null }),
  area({ area: '00V', name: 'NHS Bury CCG', rank: rank(3) }),
  area({ area: '02N', name: 'NHS Airedale CCG', rank: rank(1) }),
];
const all = { sort: 'rank', down: false, within: '', find: '' } as const;
const order = (view: Partial<Parameters<typeof ranked>[1]>) =>
  ranked(snapshot({ areas }), { ...all, ...view }).map((each) => each.area);

describe('the ranked list', () => {
  test('by rank, gaps at the end either way', () => {
    expect(order({})).toEqual(['02N', '00C', '00V', '00W']);
    expect(order({ down: true })).toEqual(['00V', '00C', '02N', '00W']);
  });

  test('a figure without a rank stands behind those that have one, either way', () => {
    const incomplete = area({ area: '02W', name: 'NHS Bradford City CCG', value: 1, rank: null });
    const listed = (down: boolean) =>
      ranked(snapshot({ areas: [incomplete, ...areas] }), { ...all, down }).map((each) => each.area);
    expect(listed(false)).toEqual(['02N', '00C', '00V', '02W', '00W']);
    expect(listed(true)).toEqual(['00V', '00C', '02N', '02W', '00W']);
  });

  test('by value where figures have no rank', () => {
    const unranked = [0.6, 0.9, 0.7].map((value, i) =>
      area({ area: `0${i}A`, name: `NHS ${i} CCG`, value, rank: null }),
    );
    const listed = ranked(snapshot({ areas: unranked }), all).map((each) => each.area);
    expect(listed).toEqual(['01A', '02A', '00A']);
  });

  test('by name', () => expect(order({ sort: 'name' })).toEqual(['02N', '00V', '00C', '00W']));

  test('filtered by Alliance, name or code', () => {
    expect(order({ within: 'north-east-and-cumbria' })).toEqual(['00C']);
    expect(order({ find: 'bury' })).toEqual(['00V']);
    expect(order({ find: '00v' })).toEqual(['00V']);
  });

  test('its axis has round ends around every interval and the target', () => {
    const scale = scaleOf(metric('62-day-wait'), areas, [0.85]);
    expect(scaleEnds(metric('62-day-wait'), scale)).toEqual(['70%', '88%']);
    expect(scale.place(0.79)).toBeCloseTo(50);
  });
});

describe('controls', () => {
  test('periods by grain', () =>
    expect(byGrain(['fy2016-17', '2016-04', '2016-05'])).toEqual([
      { grain: 'year', periods: ['fy2016-17'] },
      { grain: 'month', periods: ['2016-04', '2016-05'] },
    ]));

  test('a change of grain keeps the end', () => {
    expect(closest(['2016-04', '2017-03', '2017-04'], 'fy2016-17')).toBe('2017-03');
    expect(closest(['fy2016-17'], '2016-04')).toBe('fy2016-17');
  });

  test('areas are found by code, by beginning and by word', () => {
    const known = {
      alliances: [{ area: 'greater-manchester', name: 'Greater Manchester', kind: 'vanguard' }],
      alliancesToday: [{ area: 'today-wessex', name: 'Wessex Cancer Alliance' }],
      ownAreas: [],
      latestMonth: '2026-04',
      ccgs: areas.map((each) => ({
        ...each,
        successors: [
          { area: 'QOP', from: '2022-04' },
          { area: '14L', from: '2017-03' },
        ],
      })),
      laterCcgs: [{ area: '16C', name: 'NHS Tees Valley CCG', from: '2020-04', until: '2022-03' }],
      icbs: [
        { area: 'D7T5G', name: 'NHS Essex ICB', from: '2026-04', until: null },
        { area: 'QH8', name: 'NHS Mid and South Essex ICB', from: '2022-04', until: '2026-03' },
      ],
    } as unknown as Areas;
    const found = (text: string) => findAreas(known, text).map(({ path }) => path);
    expect(found('00v')).toEqual(['/ccgs/00V']);
    expect(found('manch')).toEqual(['/alliances/greater-manchester', '/ccgs/00W']);
    expect(found('NHS Bury')).toEqual(['/ccgs/00V']);
    expect(found('essex').slice(0, 2)).toEqual(['/icbs/D7T5G', '/icbs/QH8']);
    expect(found('wessex')).toEqual(['/alliances/today-wessex']);
    expect(found('zzz')).toEqual([]);
    const kind = (text: string) => findAreas(known, text)[0]?.kind;
    expect(kind('00v')).toBe('00V, CCG until February 2017');
    expect(kind('16c')).toBe('16C, CCG April 2020 to March 2022');
    expect(kind('qh8')).toBe('QH8, ICB April 2022 to March 2026');
    expect(kind('d7t5g')).toBe('D7T5G, ICB from April 2026');
    expect(kind('wessex')).toBe('Alliance of today');
  });
});
