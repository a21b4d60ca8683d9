import { describe, expect, test } from 'vitest';
import { benchmarkOf } from '../../../../client/charts/compare/compared.ts';
import { groupOf, groupWords } from '../../../../client/charts/compare/group.ts';
import { allPlaces, resolve } from '../../../../client/charts/compare/places.ts';
import { bestMatch } from '../../../../client/pages/compare/AddArea.tsx';
import { similarBatches, withMore, withSuccessors } from '../../../../client/pages/compare/more.ts';
import { parseCompare } from '../../../../client/pages/compare/view.ts';
import { catalogue } from '../../fixtures.ts';
import { areas } from './fixtures.ts';

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

  test('are found by code, name or a part of it, of every level', () => {
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
    const asked = (benchmark: string) => parseCompare(`benchmark=${benchmark}`, catalogue());
    expect(benchmarkOf(asked('group'), groupOf(chosen('02N', '02W')), areas())).toBe('02N,02W');
    expect(benchmarkOf(asked('group'), groupOf(chosen('02N', 'england')), areas())).toBe('england');
    expect(benchmarkOf(asked('peninsula'), groupOf([]), areas())).toBe('peninsula');
    expect(benchmarkOf(asked('atlantis'), groupOf([]), areas())).toBe('england');
  });
});
