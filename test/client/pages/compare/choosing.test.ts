import { describe, expect, test } from 'vitest';
import { allPlaces, resolve } from '../../../../client/charts/compare/places.ts';
import { similarBatches, withMore, withSuccessors } from '../../../../client/pages/compare/Chooser.tsx';
import { matrixRows } from '../../../../client/pages/compare/Matrix.tsx';
import { bestMatch } from '../../../../client/ui/AddArea.tsx';
import { areas } from '../../charts/fixtures.ts';
import { gap, profile, row } from '../ccg/fixtures.ts';

const places = allPlaces(areas());
const chosen = (...names: string[]) => resolve(names, places).chosen;

describe('an area to add', () => {
  test('is found by code, name or a part of it, of every level', () => {
    const find = (text: string) => bestMatch(areas(), places, text)?.area;
    expect(find('02t')).toBe('02T');
    expect(find('calder')).toBe('02T');
    expect(find('west yorkshire')).toBe('west-yorkshire');
    expect(find('north region')).toBe('region-north');
    expect(find('england')).toBe('england');
    expect(find('atlantis')).toBeUndefined();
    expect(
      bestMatch(
        areas(),
        places.filter((each) => each.area !== '02T'),
        '02T',
      ),
    ).toBeUndefined();
  });
});

describe('adding many', () => {
  test('a CCG’s most similar, each once', () => {
    const [batch] = similarBatches(chosen('02N', '02W', 'england'), areas());
    expect(batch).toMatchObject({ id: '02N', areas: ['02T', '10A'] });
    expect(withMore(['02N', '02T'], { name: 'Ten', areas: ['02T', '10A'] })).toEqual({
      areas: ['02N', '02T', '10A'],
    });
  });

  test('too many are refused whole, in words', () => {
    const of = (count: number) => Array.from({ length: count }, (_, index) => `B${index}`);
    expect(withMore(of(19), { name: 'Two', areas: ['x', 'y'] })).toEqual({
      refusal:
        'None was added: Two would bring 2 more areas, 21 in all, and at most 20 are compared. Take some out first.',
    });
    expect(withMore([], { name: 'West Midlands', areas: of(22) })).toMatchObject({
      refusal: expect.stringContaining('too many'),
    });
  });

  test('successors take the place of merged CCGs, once', () => {
    expect(withSuccessors(chosen('02N', '02W', '02T'), areas(), 'fy2020-21')).toEqual(['36J', '02T']);
    expect(withSuccessors(chosen('02N', '02W'), areas(), 'fy2016-17')).toBeNull();
  });
});

describe('every measure for every area', () => {
  test('each area’s row by measure, under the period of most; measures without a figure left out', () => {
    const of = (code: string, period: string) =>
      profile(
        [
          row({ period }),
          row({ metric: 'patient-experience', period: '2018' }),
          gap({ metric: '31-day-wait', label: '31-day wait' }),
        ],
        { area: { area: code, name: code, level: 'ccg' } },
      );
    const rows = matrixRows([of('a', 'fy2019-20'), of('b', 'fy2019-20'), of('c', 'fy2020-21')]);
    expect(rows.map(({ metric, period }) => [metric, period])).toEqual([
      ['62-day-wait', 'fy2019-20'],
      ['patient-experience', '2018'],
    ]);
    expect(rows[0]?.cells.get('c')?.period).toBe('fy2020-21');
  });
});
