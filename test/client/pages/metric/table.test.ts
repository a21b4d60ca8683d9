import { describe, expect, test } from 'vitest';
import { type Column, csvOf, sorted, tableOf } from '../../../../client/charts/kit/columns.ts';
import { pickedAreas } from '../../../../client/charts/kit/metricPage.ts';
import { commonNotes, isOfFew, sentences } from '../../../../client/charts/kit/words.ts';
import { comparisonCounts, rankCaution } from '../../../../client/charts/ranked/index.tsx';
import { spread, spreadArea } from '../../../data/text/spread-fixture.ts';
import { area, snapshot } from '../../fixtures.ts';

type Row = { name: string; value: number | null };
const columns: Column<Row>[] = [
  { id: 'name', head: 'Name', value: ({ name }) => name },
  {
    id: 'value',
    head: 'Value',
    number: true,
    value: ({ value }) => value,
    shown: ({ value }) => value?.toFixed(1),
    parts: [
      { id: 'value', value: ({ value }) => value },
      { id: 'twice', value: ({ value }) => (value === null ? null : 2 * value) },
    ],
  },
];
const rows: Row[] = [
  { name: 'b', value: 0.25 },
  { name: 'a', value: null },
  { name: 'c', value: 0.125 },
];
const names = (by: string, down: boolean) => sorted(rows, columns, { by, down }).map(({ name }) => name);

describe('a table', () => {
  test('is sorted by a column, gaps last either way', () => {
    expect(names('value', false)).toEqual(['c', 'b', 'a']);
    expect(names('value', true)).toEqual(['b', 'c', 'a']);
    expect(names('name', true)).toEqual(['c', 'b', 'a']);
    expect(names('luck', true)).toEqual(['b', 'a', 'c']);
  });

  test('is downloaded with unrounded numbers, every part of a column, and what it is of in every row', () =>
    expect(csvOf(tableOf(columns, rows.slice(0, 2)), { period: 'fy2016-17' })).toBe(
      '\uFEFFname,value,twice,period\r\nb,0.25,0.5,fy2016-17\r\na,,,fy2016-17\r\n',
    ));
});

describe('words above the ranked table', () => {
  const of = (...kinds: ('better' | 'similar' | 'worse')[]) =>
    kinds.map((comparison) => area({ comparison }));

  test('count the areas on either side, and say how sure that is', () =>
    expect(
      comparisonCounts(
        snapshot({
          areas: of('better', 'similar', 'similar', 'worse'),
          query: { metric: '62-day-wait', period: 'fy2016-17', level: 'ccg', confidence: '99.8' },
        }),
      ),
    ).toBe(
      '1 CCG is better than England, 2 are similar to England and 1 is worse than England, judged by 99.8% intervals.',
    ));

  test('speak of many in the plural where each has a benchmark of its own', () =>
    expect(comparisonCounts(snapshot({ areas: of('similar', 'similar'), against: 'its Alliance' }))).toBe(
      '2 CCGs are similar to their Alliance, judged by 95% intervals.',
    ));

  test('give the reason where none is compared', () => {
    const uncompared = area({ comparison: 'not-compared', comparisonReason: 'No interval is published' });
    expect(comparisonCounts(snapshot({ areas: [uncompared] }))).toBe('No interval is published.');
  });

  test('say how many places chance leaves open', () => {
    const ranked = (lower: number, upper: number) => area({ rank: { value: lower, lower, upper, of: 9 } });
    expect(rankCaution(snapshot({ areas: [ranked(1, 2), ranked(1, 7), ranked(3, 9)] }))).toContain(
      'for half of the CCGs, chance leaves open 7 places or more',
    );
    expect(rankCaution(snapshot({ areas: [area({ rank: null })] }))).toBe('');
  });
});

describe('notes', () => {
  const noted = (...notes: string[]) => area({ notes });
  test('that all carry are said once', () =>
    expect(
      commonNotes([noted('Year inferred', 'Few'), noted('Year inferred'), area({ value: null })]),
    ).toEqual(['Year inferred']));
  test('of one area stay with it', () => expect(commonNotes([noted('Few')])).toEqual([]));
  test('become sentences', () => expect(sentences(['Few', 'Merged in 2017.'])).toBe('Few. Merged in 2017.'));
  test('under twenty people are few', () =>
    expect([19, 20, null].map((denominator) => isOfFew({ value: 0.5, denominator }))).toEqual([
      true,
      false,
      false,
    ]));
});

test('an Alliance picks out its CCGs, or itself', () => {
  const areas = [
    spreadArea(),
    spreadArea({ area: '05L', parents: ['west-midlands'] }),
    spreadArea({ area: 'greater-manchester', parents: ['north'] }),
  ];
  expect([...pickedAreas(spread({ areas }), 'greater-manchester')]).toEqual(['00V', 'greater-manchester']);
  expect(pickedAreas(spread({ areas }), '').size).toBe(0);
});
