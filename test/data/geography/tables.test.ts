import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../scripts/ingest/csv.ts';

const table = (name: string) =>
  readCsv(path.resolve(import.meta.dirname, `../../../data/geography/${name}.csv`));
const regions = table('regions');
const alliances = table('alliances');
const stps = table('stps');
const ccgs = table('ccgs');
const memberships = table('memberships');
const similar = table('similar');
const ids = new Set(ccgs.map((row) => row.id));
const membersOf = (alliance: string | undefined) =>
  memberships.filter((row) => row.alliance === alliance).map((row) => row.ccg);
const distinct = (values: (string | undefined)[]) => new Set(values).size;

describe('the geography of December 2016', () => {
  it('has 4 regions, 16 Alliances and 3 Vanguards, 44 STPs, 209 CCGs, 210 memberships, 2,090 similar', () => {
    expect(regions.map((row) => row.id)).toEqual([
      'region-north',
      'region-midlands-and-east',
      'region-london',
      'region-south',
    ]);
    expect(alliances.filter((row) => row.kind === 'alliance')).toHaveLength(16);
    expect(alliances.filter((row) => row.kind === 'vanguard').map((row) => row.id)).toEqual([
      'greater-manchester',
      'north-west-and-south-west-london',
      'north-central-and-north-east-london',
    ]);
    expect(distinct(stps.map((row) => row.name))).toBe(44);
    expect(distinct(stps.map((row) => row.ons_code))).toBe(44);
    expect([ccgs.length, ids.size, memberships.length, similar.length]).toEqual([209, 209, 210, 2090]);
  });

  it('has sound codes, slugs and references', () => {
    const regionIds = new Set(regions.map((row) => row.id));
    for (const row of alliances) {
      expect(row.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(row.id).toBe(row.name?.toLowerCase().replaceAll(',', '').replaceAll(' ', '-'));
      expect(regionIds).toContain(row.region);
      expect(Boolean(row.lead_name)).toBe(
        Boolean(row.lead_role && row.lead_organisation && row.lead_printed),
      );
    }
    for (const row of ccgs) {
      expect(row.id).toMatch(/^\d\d[A-Z]$/);
      expect(row.ons_code).toMatch(/^E38000\d{3}$/);
      expect(row.name).toMatch(/^NHS .*[^ ] CCG$/);
    }
    expect(distinct(ccgs.map((row) => row.ons_code))).toBe(209);
    expect(distinct(memberships.map((row) => `${row.alliance} ${row.ccg}`))).toBe(210);
    expect(new Set(memberships.map((row) => row.ccg))).toEqual(ids);
    expect(new Set(memberships.map((row) => row.alliance))).toEqual(new Set(alliances.map((row) => row.id)));
  });

  it('puts NHS Cumbria, and no other, in two Alliances, and each Alliance of it says so', () => {
    const twice = [...ids].filter((id) => memberships.filter((row) => row.ccg === id).length > 1);
    expect(twice).toEqual(['01H']);
    const both = alliances.filter((row) => membersOf(row.id).includes('01H'));
    expect(both.map((row) => row.id)).toEqual(['north-east-and-cumbria', 'lancashire-and-south-cumbria']);
    for (const row of both) expect(row.note).toContain('NHS Cumbria');
  });

  it('gives each Alliance the printed number of CCGs and about the printed population', () => {
    const population = new Map(ccgs.map((row) => [row.id, Number(row.population)]));
    for (const row of alliances) {
      const members = membersOf(row.id);
      expect(members, row.id).toHaveLength(Number(row.ccgs_printed));
      const sum = members.reduce((total, ccg) => total + (population.get(ccg) ?? Number.NaN), 0);
      const tolerance = members.includes('01H') ? 0.25 : 0.06;
      expect(Math.abs(sum / Number(row.population) - 1), row.id).toBeLessThan(tolerance);
    }
  });

  it('covers an STP whole when every CCG of it is a member, else in part', () => {
    for (const stp of stps) {
      const inside = ccgs.filter((row) => row.stp === stp.name).map((row) => row.id);
      const members = membersOf(stp.alliance);
      const covered = inside.filter((id) => members.includes(id ?? ''));
      expect(covered.length, `${stp.alliance}: ${stp.name}`).toBeGreaterThan(0);
      expect(stp.coverage).toBe(covered.length === inside.length ? 'whole' : 'part');
      expect(Boolean(stp.coverage_printed)).toBe(stp.coverage === 'part');
    }
    expect(new Set(ccgs.map((row) => row.stp))).toEqual(new Set(stps.map((row) => row.name)));
  });

  it('keeps both the official name and the one Annex i prints', () => {
    const printed = Object.fromEntries(ccgs.map((row) => [row.name, row.name_printed]));
    expect(printed).toMatchObject({
      'NHS West Cheshire CCG': 'HS West Cheshire',
      'NHS South East Staffordshire and Seisdon Peninsula CCG':
        'NHS South East Staffordshire and Selsdon Peninsular',
      'NHS East and North Hertfordshire CCG': 'NHS East And North Herefordshire',
      'NHS Hartlepool and Stockton-on-Tees CCG': 'NHS Hartlepool and Stockton and Tees',
    });
  });

  it('gives each CCG ten others, positions 1 to 10', () => {
    for (const id of ids) {
      const ten = similar.filter((row) => row.ccg === id);
      expect(ten.map((row) => Number(row.position))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(distinct(ten.map((row) => row.similar))).toBe(10);
      for (const row of ten) expect(ids.has(row.similar ?? '') && row.similar !== id).toBe(true);
    }
  });

  it('ranks deprivation without repeats, and every label point lies in England', () => {
    expect(distinct(ccgs.map((row) => row.imd_rank))).toBe(209);
    for (const row of ccgs) {
      expect(Number(row.longitude)).toSatisfy((degrees: number) => degrees > -6.5 && degrees < 1.8);
      expect(Number(row.latitude)).toSatisfy((degrees: number) => degrees > 49.8 && degrees < 55.9);
    }
  });
});
