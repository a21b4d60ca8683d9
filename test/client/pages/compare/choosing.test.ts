import { describe, expect, test } from 'vitest';
import { allPlaces, nameBeside, resolve } from '../../../../client/charts/compare/places.ts';
import { similarBatches, withMore } from '../../../../client/pages/compare/Chooser.tsx';
import { matrixRows } from '../../../../client/pages/compare/Matrix.tsx';
import { withFigures, withSuccessors } from '../../../../client/pages/compare/opening.ts';
import { bestMatch } from '../../../../client/ui/AddArea.tsx';
import type { CompareView } from '../../../../client/url.ts';
import type { Catalogue } from '../../../../data/contract/index.ts';
import { briefName } from '../../../../data/text/words.ts';
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

  test('successors take the place of merged CCGs, once, and it is told which', () => {
    const at = (period: string) => withSuccessors(chosen('02N', '02W', '02T'), areas(), places, period);
    const after = at('fy2020-21');
    expect(after.shown.map(({ area }) => area)).toEqual(['36J', '02T']);
    expect(after.replaced.map(({ ended, by }) => [ended.area, by.map(({ area }) => area)])).toEqual([
      ['02N', ['36J']],
      ['02W', ['36J']],
    ]);
    expect(at('fy2016-17')).toEqual({ shown: chosen('02N', '02W', '02T'), replaced: [] });
  });
});

describe('what it opens with', () => {
  const entry = (id: string, level: string, periods: string[]) => ({
    id,
    periods: [{ level, grain: 'year', periods }],
  });
  const catalogue = {
    metrics: [
      entry('62-day-wait', 'ccg', ['fy2016-17', 'fy2017-18']),
      entry('62-day-combined', 'icb', ['fy2024-25', 'fy2025-26']),
    ],
  } as unknown as Catalogue;
  const view = { metric: '62-day-wait', period: 'fy2017-18' } as CompareView;
  const icbs = [{ area: 'QWO', name: 'NHS West Yorkshire ICB', level: 'icb' as const }];

  test('ICBs open on the standard and the year that they have figures of', () =>
    expect(withFigures(view, '', icbs, catalogue, [])).toMatchObject({
      metric: '62-day-combined',
      period: 'fy2025-26',
    }));

  test('areas of several levels open on the standard that all have figures of, not on one that some have', () => {
    const both = {
      metrics: [
        entry('62-day-wait', 'alliance', ['fy2019-20', 'fy2020-21']),
        {
          id: '62-day-combined',
          periods: ['alliance', 'alliance-today'].map((level) => ({
            level,
            grain: 'year',
            periods: ['fy2024-25', 'fy2025-26'],
          })),
        },
      ],
    } as unknown as Catalogue;
    const old = { area: 'west-yorkshire', name: 'West Yorkshire', level: 'alliance' as const };
    const today = { ...old, area: 'today-west-yorkshire', level: 'alliance-today' as const };
    expect(withFigures(view, '', [old, today], both, [])).toMatchObject({
      metric: '62-day-combined',
      period: 'fy2025-26',
    });
    expect(withFigures({ ...view, period: 'fy2020-21' }, '', [old], both, [])).toMatchObject({
      metric: '62-day-wait',
    });
  });

  test('one of today’s Alliances is told from the one of 2016 that has its name', () => {
    const name = 'Thames Valley Cancer Alliance';
    const [old, today] = ['alliance', 'alliance-today'].map((level) => nameBeside({ name, level }));
    expect([old, today].map((each) => briefName(each ?? ''))).toEqual([
      'Thames Valley',
      'Thames Valley (today)',
    ]);
  });

  test('an own area opens in its own months, whatever others of its level have', () => {
    const years = ['fy2018-19', 'fy2019-20', 'fy2020-21'];
    const waits = {
      metrics: [
        {
          id: '62-day-wait',
          periods: ['ccg', 'own'].map((level) => ({ level, grain: 'year', periods: years })),
        },
      ],
    } as unknown as Catalogue;
    const ended = { area: 'dales', name: 'Dales', from: null, until: '2020-03' };
    const own = { ...ended, level: 'ccg' as const, members: ['02N'], population: 1 };
    const areasChosen = [{ area: 'dales', name: 'Dales', level: 'own' as const }, ...chosen('02N')];
    expect(withFigures(view, '', areasChosen, waits, [own])).toMatchObject({ period: 'fy2019-20' });
    // Another that is not chosen counts for nothing.
    expect(withFigures(view, '', chosen('02N'), waits, [own])).toMatchObject({ period: 'fy2020-21' });
  });

  test('what the address names is kept, figures or none', () => {
    const named = 'metric=62-day-wait&period=fy2017-18';
    expect(withFigures(view, named, icbs, catalogue, [])).toMatchObject(view);
    expect(withFigures(view, '', chosen('02N'), catalogue, [])).toMatchObject(view);
  });
});

describe('every metric for every area', () => {
  test('each area’s row by metric, under the period of most; metrics without a figure left out', () => {
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
