import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FUNDING, GUIDANCE, TIMESCALES } from '../../../data/ambitions/guidance.ts';
import { SHARED, shared } from '../../shared.ts';

/** The guidance as one line, between two phrases. */
function printed(from: string, to: string): string {
  const folder = path.join(SHARED, 'seed');
  const text = readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')
    .replace(/\s+/g, ' ');
  const start = text.indexOf(from) + from.length;
  return text.slice(start, text.indexOf(to, start)).trim();
}

describe('what the guidance says of money and dates', () => {
  test('adds up: £607 million over the four years', () =>
    expect(FUNDING.rows.reduce((total, { millions }) => total + millions, 0)).toBe(607));

  test('has dates in order but for their day', () => {
    const years = TIMESCALES.rows.map(({ date }) => Number(date.slice(-4)));
    expect([...years].sort()).toEqual(years);
  });
});

describe.skipIf(!shared)('the facts against the text', () => {
  test('paragraph 20 prints the years, then the sums', () => {
    expect(printed('for the next four years:', '21. The large')).toBe(
      [...FUNDING.rows.map(({ year }) => year), ...FUNDING.rows.map(({ millions }) => `£${millions}m`)].join(
        ' ',
      ),
    );
    expect(printed('Funding 20. ', ', sets out the funding')).toBe(FUNDING.source);
  });

  test('the table of timescales prints every item with its date, and nothing else', () =>
    expect(printed('Timescales Item Date', 'mailto:')).toBe(
      TIMESCALES.rows.map(({ item, date }) => `${item} ${date}`).join(' '),
    ));

  test('its title is its own', () =>
    expect(TIMESCALES.rows.some(({ item }) => item === `${GUIDANCE.title} published`)).toBe(true));
});
