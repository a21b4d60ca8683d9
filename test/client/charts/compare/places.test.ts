import { describe, expect, test } from 'vitest';
import { benchmarkOf } from '../../../../client/charts/compare/compared.ts';
import { allPlaces, groupOf, groupWords, resolve } from '../../../../client/charts/compare/places.ts';
import { COMPARE } from '../../../../client/url.ts';
import { catalogue } from '../../fixtures.ts';
import { areas } from '../fixtures.ts';

const places = allPlaces(areas());
const chosen = (...names: string[]) => resolve(names, places).chosen;

describe('which areas an address names', () => {
  test('in any case, each once, with what is no area named', () => {
    const found = resolve(['02n', 'England', '02N', 'ZZZ', 'west-yorkshire'], places);
    expect(found.chosen.map((each) => each.area)).toEqual(['02N', 'england', 'west-yorkshire']);
    expect(found.unknown).toEqual(['ZZZ']);
  });

  test('at most twenty; those beyond are named', () => {
    const many = Array.from({ length: 22 }, (_, index) => ({
      area: `A${index}`,
      name: `${index}`,
      level: 'ccg' as const,
    }));
    const found = resolve(
      many.map((each) => each.area),
      many,
    );
    expect(found.chosen).toHaveLength(20);
    expect(found.beyond.map((each) => each.area)).toEqual(['A20', 'A21']);
  });
});

test('own areas are among the places, of a level of their own', () => {
  const own = {
    area: 'dales',
    name: 'Dales and Bradford',
    level: 'ccg' as const,
    members: ['02N', '02R'],
    from: null,
    until: '2020-03',
    population: 497_038,
  };
  const all = allPlaces({ ...areas(), ownAreas: [own] });
  const mixed = resolve(['Dales', '02N', '02W'], all).chosen;
  expect(mixed[0]).toEqual({ area: 'dales', name: 'Dales and Bradford', level: 'own' });
  // A total of it and of its own members would count people twice.
  expect(groupOf(mixed).members).toEqual(['02N', '02W']);
});

describe('the group and its total', () => {
  test('is of the CCGs, or of the Alliances where there is no CCG', () => {
    const mixed = chosen('02N', '02W', 'west-yorkshire', 'england');
    expect(groupOf(mixed)).toEqual({ members: ['02N', '02W'], level: 'ccg', reason: '' });
    expect(groupWords(groupOf(mixed), mixed)).toBe(
      'The total sums the counts of the 2 chosen CCGs; it is not the mean of their figures. Not in it, as the same people would be counted twice: West Yorkshire, England.',
    );
    expect(groupOf(chosen('west-yorkshire', 'peninsula', 'england'))).toMatchObject({
      level: 'alliance',
      reason: '',
    });
  });

  test('there is none over several levels, and the reason is said', () => {
    const { members, reason } = groupOf(chosen('02N', 'west-yorkshire'));
    expect(members).toEqual([]);
    expect(reason).toMatch(/of several levels, and a total over them would count the same people twice\.$/);
  });

  test('as the benchmark it is named by its members; without it, England', () => {
    const view = (benchmark: string) => COMPARE.parse(`benchmark=${benchmark}`, { catalogue: catalogue() });
    expect(benchmarkOf(view('group'), groupOf(chosen('02N', '02W')), areas())).toBe('02N,02W');
    expect(benchmarkOf(view('group'), groupOf(chosen('02N', 'england')), areas())).toBe('england');
    expect(benchmarkOf(view('peninsula'), groupOf([]), areas())).toBe('peninsula');
    expect(benchmarkOf(view('atlantis'), groupOf([]), areas())).toBe('england');
  });
});
