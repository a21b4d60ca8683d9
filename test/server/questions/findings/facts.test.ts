import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue, Finding } from '../../../../data/contract/index.ts';
import { METRIC_IDS, metric } from '../../../../data/metrics/index.ts';
import { valueAt } from '../../../../data/text/facts.ts';
import { periodBrief } from '../../../../data/text/words.ts';
import { long, sample } from '../../../sample.ts';
import { built } from '../../app.ts';
import { kindOfArea } from '../../areas.ts';
import { asking } from './ask.ts';

const REGIONS = ['region-north', 'region-midlands-and-east', 'region-london', 'region-south'];
const CCGS = '00W 01M 01N 14L 01H 02N 99C 93C 15N 01K 00C 00D 02Q 04Y 07L 08H 10R 11N 13T 15E 15M 09D'.split(
  ' ',
);
const PERIODS = ['fy2016-17', 'fy2017-18', 'fy2018-19', 'fy2019-20', 'fy2020-21', 'fy2017-18-q2', '2018-05'];

/** What a finding may hold in digits that is no fact: how its metrics and limits are called. */
const NAMES = [
  '62-day',
  '31-day',
  'within 62 days',
  'within 31 days',
  'beyond 62 days',
  'beyond 31 days',
  'stage 1 or 2',
  '17 sites',
  '95% interval',
];
const LIMITS = ['95% range', '99.8% limits'];

/**
 * The areas whose findings of a period are read back: one of each kind for a year, a quarter and a month, and England and
 * one of each kind of Alliance for every other year, each time of others. What a finding says depends on the level of its
 * area, on what became of a CCG, on the length of the period and on the breaks of a year; `npm run test:long` reads all.
 */
function areasOf(period: string, all: readonly string[]): string[] {
  const turn = (5 * PERIODS.indexOf(period)) % all.length;
  const turned = [...all.slice(turn), ...all.slice(0, turn)];
  const later = /^fy....-..$/.test(period) && period !== PERIODS[0];
  const few = (area: string) => /^(england|alliance|vanguard)/.test(kindOfArea(area));
  return sample(later && !long ? turned.filter(few) : turned, kindOfArea);
}

let asked: Awaited<ReturnType<typeof asking>>;
let dates: string[] = [];

/** Whether a number as shown is the value it stands for, in its unit or in per cent, up to its own last decimal. */
function isRounded(shown: string, value: number): boolean {
  const digits = /[\d,.]*\d/.exec(shown)?.[0] ?? '';
  const decimals = digits.split('.')[1]?.length ?? 0;
  const number = Number(digits.replaceAll(',', ''));
  return [1, 100].some((times) => Math.abs(number - times * Math.abs(value)) <= 0.5000001 * 10 ** -decimals);
}

/** The numbers that stand as words. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ['one', 1],
  ['both', 2],
]);

/** A text without the given pieces, each taken out where it stands first. */
const without = (text: string, pieces: readonly string[]) =>
  pieces.reduce((rest, piece) => {
    const place = rest.search(new RegExp(`(?<![\\d.,])${piece.replace(/[.*+?^$()|[\]\\]/g, '\\$&')}(?!\\d)`));
    return place < 0 ? rest : rest.slice(0, place) + rest.slice(place + piece.length);
  }, text);

async function check({ id, text, facts }: Finding, where: string) {
  for (const { shown, value, url, path: way } of facts) {
    expect(valueAt(await asked.get(url), way), `${where} ${id} ${url} ${way.join('/')}`).toBe(value);
    expect(text, where).toContain(shown);
    const word = WORDS.get(shown);
    if (word) expect(value, where).toBe(word);
    else expect(isRounded(shown, value), `${where}: ${shown} for ${value}`).toBe(true);
  }
  const named = dates.reduce((rest, date) => rest.replaceAll(date, ''), without(text, [...NAMES, ...LIMITS]));
  const rest = without(
    named,
    facts.map(({ shown }) => shown),
  );
  expect(rest, `${where} ${id}: ${text}`).not.toMatch(/\d/);
  expect(text, where).not.toMatch(/NaN|undefined|null|Infinity|patients|\s\s|\.\.| [,.;]/);
  expect(text, where).toMatch(/^[A-Z0-9].*\.$/);
}

describe.skipIf(!built)('the facts of the findings', () => {
  beforeAll(async () => {
    asked = await asking();
    const catalogue = await asked.get<Catalogue>('/api/catalogue');
    const periods = catalogue.metrics.flatMap((each) => each.periods.flatMap((one) => one.periods));
    const targets = METRIC_IDS.flatMap((id) => metric(id).targets.flatMap(({ by }) => by ?? []));
    // The longest first, so that a year is not taken out of a month.
    dates = [...new Set([...periods.map(periodBrief), ...targets])].sort((a, b) => b.length - a.length);
  });

  test.each(PERIODS)(
    '%s: every number is read back from where it is said to be',
    { timeout: 120_000 },
    async (period) => {
      asked.forget();
      const alliances = await asked.alliances();
      expect(alliances).toHaveLength(19);
      const areas = areasOf(period, ['england', ...REGIONS, ...alliances, ...CCGS]);
      let facts = 0;
      for (const area of areas) {
        const reply = await asked.findings(`area=${area}&period=${period}`);
        const ids = reply.findings.map(({ id }) => id);
        expect(ids.length, area).toBeLessThanOrEqual(6);
        expect(new Set(ids).size, area).toBe(ids.length);
        expect([ids[0], ids.at(-1)], area).toEqual(['standing', 'not-collected']);
        expect(reply.findings.map((each) => each.metric)).not.toContain('patient-experience');
        for (const finding of reply.findings) await check(finding, `${area} ${period}`);
        facts += reply.findings.flatMap((each) => each.facts).length;
      }
      // An area that had no figures by then has two findings alone.
      expect(facts).toBeGreaterThan(long ? 46 * 10 : areas.length * 6);
    },
  );
});
