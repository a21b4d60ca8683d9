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

/** From the first month of the ICBs to the last of the figures. */
const later = Array.from({ length: 49 }, (_, index) =>
  new Date(Date.UTC(2022, 3 + index, 1)).toISOString().slice(0, 7),
);
/** The CCGs whose people went to two places, with the first and last month in which they did. */
const SHARED_BETWEEN = [
  '01E 2018-04 2021-11',
  '01H 2017-04 2026-04',
  '01K 2018-04 2021-11',
  '06Y 2017-04 2020-03',
  '09G 2020-04 2026-03',
  '11C 2026-04 2026-04',
  '99M 2026-04 2026-04',
];

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
  it('give every CCG of 2016 shares that sum to 1 in every month, and name the few in two places', () => {
    expect([...months, ...later].at(-1)).toBe('2026-04');
    const shared = new Map<string, string[]>();
    for (const month of [...months, ...later]) {
      for (const { id = '' } of ccgs) {
        const now = successors(id, month);
        expect(
          now.reduce((sum, one) => sum + one.share, 0),
          `${id} in ${month}`,
        ).toBeCloseTo(1, 5);
        if (now.length > 1) shared.set(id, [...(shared.get(id) ?? []), month]);
      }
    }
    // By small areas, as in ../shared/data/lookups/derived_ccg16_successor_shares_lsoa_pop2019.csv.
    const spans = [...shared].map(([id, list]) => `${id} ${list[0]} ${list.at(-1)}`);
    expect(spans.sort()).toEqual(SHARED_BETWEEN);
  });

  it('reach exactly the codes of CCGs, then of ICBs, that are valid in each month', () => {
    for (const month of [...months, ...later]) {
      const reached = new Set(ccgs.flatMap(({ id }) => successors(id, month).map((one) => one.successor)));
      const open = commissioners
        .filter((row) => /^(ccg|icb)$/.test(row.kind ?? '') && valid(row, month))
        .map((row) => row.id);
      expect([...reached].sort(), month).toEqual(open.sort());
    }
  });

  it('count 209 CCGs to February 2017, then 207, 195, 191, 135 and 106; 42 ICBs, then 36', () => {
    const count = (month: string) =>
      new Set(ccgs.flatMap(({ id }) => successors(id, month).map((one) => one.successor))).size;
    const vintages = [
      '2017-02',
      '2017-03',
      '2017-04',
      '2018-04',
      '2019-04',
      '2020-04',
      '2021-04',
      '2021-11',
      '2022-04',
      '2026-04',
    ];
    expect(vintages.map(count)).toEqual([209, 207, 207, 195, 191, 135, 106, 106, 42, 36]);
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

  it('have best-fit successors, each with the Alliance of most of its people or, tied, of assignments', () => {
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
      'QJ2 2022-04': 'east-midlands',
      'QNQ 2022-04': 'thames-valley',
      'QOQ 2022-04': 'humber-coast-and-vale',
      'QOX 2022-04': 'somerset-wiltshire-avon-and-gloucestershire',
      'QT1 2022-04': 'east-midlands',
      'S0E4D 2026-04': 'thames-valley',
      'S9B9J 2026-04': 'surrey-and-sussex',
      'Z9B2Z 2026-04': 'north-west-and-south-west-london',
    });
    expect(assignments.map((row) => row.commissioner)).toEqual([...new Set(tied)]);
    const name = new Map(table('alliances').map((row) => [row.id, row.name]));
    // Of CCGs the note names the Alliances; of ICBs it is written when the dataset is built.
    for (const row of best.filter((row) => (row.from ?? '') < '2022-04' && row.ccg !== '01H'))
      expect(row.note).toContain(`whole for ${name.get(home(row.successor))}.`);
  });

  it('take Cumbria apart in April 2017, for good, by the people of its small areas', () => {
    const rows = successions.filter((row) => row.ccg === '01H');
    expect(rows.map((row) => [row.successor, row.from, Number(row.share).toFixed(3)])).toEqual([
      ['01H', '2017-04', '0.631'],
      ['01K', '2017-04', '0.369'],
      ['QHM', '2022-04', '0.631'],
      ['QE1', '2022-04', '0.369'],
    ]);
    for (const row of rows) expect(row.note).toMatch(/LSOA best fit, mid-2019/);
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
      expect(row.kind).toMatch(/^(ccg|icb|hub|discontinued|unknown)$/);
      expect(row.name).not.toBe('');
      expect(/^E38000\d{3}$/.test(row.ons_code ?? '')).toBe(row.kind === 'ccg');
      // ONS has not published the codes of the ICBs merged in April 2026.
      const coded = row.kind === 'icb' && row.from === '2022-04';
      expect(/^E54000\d{3}$/.test(row.ons_code ?? '')).toBe(coded);
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
