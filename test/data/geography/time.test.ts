import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../scripts/ingest/csv.ts';

const table = (name: string) =>
  readCsv(path.resolve(import.meta.dirname, `../../../data/geography/${name}.csv`));
const ccgs = table('ccgs');
const memberships = table('memberships');
const commissioners = table('commissioners');
const successions = table('successions');
const population = new Map(ccgs.map((row) => [row.id, Number(row.population)]));
const alliancesOf = (ccg: string | undefined) =>
  memberships.filter((row) => row.ccg === ccg).map((row) => row.alliance);
const months = Array.from({ length: 71 }, (_, index) =>
  new Date(Date.UTC(2016, index, 1)).toISOString().slice(0, 7),
);

/** The successors of a 2016 CCG in a month: those of its latest date of change, else itself, whole. */
function successors(ccg: string | undefined, month: string): { successor: string; share: number }[] {
  const rows = successions.filter((row) => row.ccg === ccg && (row.from ?? '') <= month);
  const latest = rows
    .map((row) => row.from ?? '')
    .sort()
    .at(-1);
  if (latest === undefined) return [{ successor: ccg ?? '', share: 1 }];
  return rows
    .filter((row) => row.from === latest)
    .map((row) => ({ successor: row.successor ?? '', share: Number(row.share) }));
}

const valid = (row: Record<string, string>, month: string) =>
  (row.from ?? '') <= month && (!row.until || month <= row.until);

describe('successions', () => {
  it('give every CCG of 2016 shares that sum to 1 in every month to November 2021, Cumbria alone in two', () => {
    expect(months.at(-1)).toBe('2021-11');
    for (const month of months) {
      for (const { id } of ccgs) {
        const now = successors(id, month);
        expect(now.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(1, 9);
        expect(now.length, `${id} in ${month}`).toBe(id === '01H' && month >= '2017-04' ? 2 : 1);
      }
    }
  });

  it('reach exactly the CCG codes that are valid in each month', () => {
    for (const month of months) {
      const reached = new Set(ccgs.flatMap(({ id }) => successors(id, month).map((one) => one.successor)));
      const open = commissioners
        .filter((row) => row.kind === 'ccg' && valid(row, month))
        .map((row) => row.id);
      expect([...reached].sort(), month).toEqual(open.sort());
    }
  });

  it('count 209 CCGs to February 2017, then 207, 195, 191, 135 and 106', () => {
    const count = (month: string) =>
      new Set(ccgs.flatMap(({ id }) => successors(id, month).map((one) => one.successor))).size;
    const vintages = ['2017-02', '2017-03', '2017-04', '2018-04', '2019-04', '2020-04', '2021-04', '2021-11'];
    expect(vintages.map(count)).toEqual([209, 207, 207, 195, 191, 135, 106, 106]);
  });

  it('are best-fit unless exactly one Alliance holds every member of the successor', () => {
    const members = new Map<string, Set<string>>();
    for (const row of successions) {
      const set = members.get(row.successor ?? '') ?? new Set();
      members.set(row.successor ?? '', set.add(row.ccg ?? ''));
    }
    for (const row of successions) {
      const all = [...(members.get(row.successor ?? '') ?? [])];
      const holding = alliancesOf(all[0]).filter((one) => all.every((ccg) => alliancesOf(ccg).includes(one)));
      expect(row.fit, `${row.ccg} to ${row.successor}`).toBe(holding.length === 1 ? 'exact' : 'best-fit');
    }
  });

  it('have five best-fit successors, each with the Alliance of most of its people or, tied, of assignments', () => {
    const best = successions.filter((row) => row.fit === 'best-fit');
    const assignments = table('assignments');
    const tied: (string | undefined)[] = [];
    const home = (code: string | undefined) => {
      const shares = new Map<string, number>();
      for (const row of successions.filter((one) => one.successor === code)) {
        for (const alliance of alliancesOf(row.ccg)) {
          const part = (population.get(row.ccg ?? '') ?? Number.NaN) * Number(row.share);
          shares.set(alliance ?? '', (shares.get(alliance ?? '') ?? 0) + part);
        }
      }
      const ranked = [...shares].sort((a, b) => b[1] - a[1]);
      if (ranked[0]?.[1] === ranked[1]?.[1]) tied.push(code);
      return assignments.find((row) => row.commissioner === code)?.alliance ?? ranked[0]?.[0];
    };
    const homes = Object.fromEntries(
      best.map((row) => [`${row.successor} ${row.from}`, home(row.successor)]),
    );
    expect(homes).toEqual({
      '01H 2017-04': 'north-east-and-cumbria',
      '15M 2019-04': 'east-midlands',
      '42D 2020-04': 'west-yorkshire',
      '92G 2020-04': 'somerset-wiltshire-avon-and-gloucestershire',
      'D4U1Y 2021-04': 'thames-valley',
    });
    expect(assignments.map((row) => row.commissioner)).toEqual([...new Set(tied)]);
    const name = new Map(table('alliances').map((row) => [row.id, row.name]));
    for (const row of best) expect(row.note).toContain(`whole for ${name.get(home(row.successor))}.`);
  });

  it('take Cumbria apart in April 2017 by an estimate that says so', () => {
    const rows = successions.filter((row) => row.ccg === '01H');
    expect(rows.map((row) => [row.successor, row.from, row.share])).toEqual([
      ['01H', '2017-04', '0.634'],
      ['01K', '2017-04', '0.366'],
    ]);
    for (const row of rows) expect(row.note).toMatch(/our estimate.*0\.721/);
    expect(Number(rows[1]?.share)).toBeCloseTo((11032 - 5204) / 15933, 3);
  });

  it('start in April, but for Manchester, a month early', () => {
    for (const row of successions) {
      expect(row.from).toMatch(row.successor === '14L' ? /^2017-03$/ : /^20\d\d-04$/);
    }
  });
});

describe('commissioners', () => {
  it('have a name and a known kind, no overlapping dates, and an ONS code when they are CCGs', () => {
    for (const row of commissioners) {
      expect(row.kind).toMatch(/^(ccg|hub|discontinued|unknown)$/);
      expect(row.name).not.toBe('');
      expect(/^E38000\d{3}$/.test(row.ons_code ?? '')).toBe(row.kind === 'ccg');
      const others = commissioners.filter((one) => one !== row && one.id === row.id);
      for (const month of months)
        expect(others.some((one) => valid(one, month) && valid(row, month))).toBe(false);
    }
  });

  it('hold each of the 209 under its own name, and 01H and 01K under two', () => {
    for (const row of ccgs) {
      const ours = commissioners.find((one) => one.id === row.id);
      expect([ours?.name, ours?.ons_code]).toEqual([row.name, row.ons_code]);
    }
    const twice = commissioners.filter((row) => row.from === '2017-04' && population.has(row.id ?? ''));
    expect(twice.map((row) => row.name)).toEqual(['NHS North Cumbria CCG', 'NHS Morecambe Bay CCG']);
  });
});
