import { describe, expect, test } from 'vitest';
import { factAt, listOfSentences, say, valueAt } from '../../../data/text/facts.ts';
import { listOfNames } from '../../../data/text/words.ts';

const REPLY = {
  benchmark: { value: 0.8 },
  rows: [
    { id: 'a', kind: 'x', share: 0.5, parents: ['p', 'q'] },
    { id: 'b', kind: null, share: 0.25, parents: ['q'] },
    { id: 'c', kind: 'x', share: null, parents: [] },
  ],
};

describe('the way through a reply', () => {
  test.each([
    [['benchmark', 'value'], 0.8],
    [['rows', 1, 'share'], 0.25],
    [['rows', 'length'], 3],
    [['rows', 'kind=x', 'length'], 2],
    [['rows', 'kind=null', 'length'], 1],
    [['rows', 'kind=x', 'parents=q', 'length'], 1],
    [['rows', 'parents=q', 'length'], 2],
    [['rows', ':2', 'share', 'sum'], 0.75],
    [['rows', 'share', 'length'], 2],
    [
      ['rows', 'share'],
      [0.5, 0.25],
    ],
    [['rows', 7, 'share'], undefined],
    [['none', 'value'], undefined],
    [['benchmark', 'value', 'more'], undefined],
    [[], REPLY],
  ])('%j', (path, found) => expect(valueAt(REPLY, path)).toEqual(found));

  test('a fact is the number found there, as it is shown', () => {
    const told = { url: '/api/x?y=z', reply: REPLY };
    expect(factAt(told, ['rows', 0, 'share'], (share) => `${100 * share}%`)).toEqual({
      shown: '50%',
      value: 0.5,
      url: '/api/x?y=z',
      path: ['rows', 0, 'share'],
    });
    expect(() => factAt(told, ['rows', 2, 'share'], String)).toThrow(
      '/api/x?y=z has no number at rows/2/share',
    );
    expect(() => factAt(told, ['rows', 0, 'id'], String)).toThrow('has no number');
  });
});

test('a sentence keeps the facts of its parts in their order', () => {
  const told = { url: '/api/x', reply: REPLY };
  const half = factAt(told, ['rows', 0, 'share'], String);
  const all = factAt(told, ['benchmark', 'value'], String);
  const inner = say`${half} of`;
  expect(say`Now ${inner} ${all}, ${'here'}.`).toEqual({ text: 'Now 0.5 of 0.8, here.', facts: [half, all] });
});

test('names in a row', () => {
  expect(listOfNames([])).toBe('');
  expect(listOfNames(['A'])).toBe('A');
  expect(listOfNames(['A', 'B'])).toBe('A and B');
  expect(listOfNames(['A', 'B', 'C'])).toBe('A, B and C');
  expect(listOfNames(['A', 'B and C'])).toBe('A, and B and C');
  expect(listOfNames(['A', 'B, C and D', 'E'])).toBe('A; B, C and D; and E');
});

test('parts in a row', () => {
  const texts = (...parts: string[]) => listOfSentences(parts.map((part) => say`${part}`)).text;
  expect([texts(), texts('a'), texts('a', 'b'), texts('a', 'b', 'c')]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});
