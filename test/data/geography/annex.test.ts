import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../scripts/ingest/csv.ts';
import { SHARED, shared } from '../../shared.ts';

const table = (name: string) =>
  readCsv(path.resolve(import.meta.dirname, `../../../data/geography/${name}.csv`));

/** The lines of Annex i, from its heading to its last footnote. */
function annex(): string[] {
  const folder = path.join(SHARED, 'seed');
  const file = readdirSync(folder).find((name) => name.endsWith('.txt'));
  const text = readFileSync(path.join(folder, file ?? 'missing.txt'), 'utf8');
  const from = text.lastIndexOf('Annex i – ');
  return text.slice(from, text.indexOf('**Not fully co-terminous', from)).split('\n');
}

/** Each CCG name of a run of lines, joined where it wraps; organisations of leads are left out. */
function ccgNames(lines: string[]): string[] {
  return lines.flatMap((line, index) => {
    const name = /(?:^|\d |Manchester )(N?HS [A-Z].*?)(?= Dr |$)/.exec(line.trim())?.[1];
    if (!name || /Trust$|Foundation$|CCG$/.test(name)) return [];
    return [/ and(?: Western)?$/.test(name) ? `${name} ${lines[index + 1]?.trim()}` : name];
  });
}

/** Whether words stand in a text, whole or in two pieces in their order, as at a page break. */
function printed(words: string, text: string): boolean {
  const parts = words.split(' ');
  return parts.some((_, cut) => {
    const head = parts.slice(0, cut).join(' ');
    const at = text.indexOf(head);
    return at >= 0 && text.indexOf(parts.slice(cut).join(' '), at + head.length) >= 0;
  });
}

describe.skipIf(!shared)('tables against Annex i', () => {
  const alliances = table('alliances');
  const lines = shared ? annex() : [];
  const marker = /([\d.]+ million) +(\d+) /;
  const starts = lines.flatMap((line, index) => (marker.test(line) ? [index] : []));
  const flat = (from: number, to: number | undefined) =>
    lines.slice(from, to).join(' ').replaceAll(/\s+/g, ' ');
  const before = (index: number) =>
    flat(index === 0 ? 0 : (starts[index - 1] ?? 0), (starts[index] ?? 0) + 1);
  const around = (index: number) => flat(index === 0 ? 0 : (starts[index - 1] ?? 0), starts[index + 1]);
  const after = (index: number) => flat(starts[index] ?? 0, starts[index + 1]);

  it('has its 19 footprints in order, with population and number of CCGs', () => {
    const found = starts.map((start) => marker.exec(lines[start] ?? '')?.slice(1, 3));
    expect(found).toEqual(alliances.map((row) => [row.population_printed, row.ccgs_printed]));
    expect(alliances.filter((row, index) => !printed(row.name_printed ?? '?', around(index)))).toEqual([]);
    for (const row of alliances) {
      expect(Number(row.population)).toBe(Math.round(Number.parseFloat(row.population_printed ?? '') * 1e6));
    }
  });

  it('lists the same CCGs, as printed and in its order, 210 in all', () => {
    const name = new Map(table('ccgs').map((row) => [row.id, row.name_printed]));
    const memberships = table('memberships');
    alliances.forEach((row, index) => {
      const ours = memberships.filter((one) => one.alliance === row.id).map((one) => name.get(one.ccg));
      expect(ccgNames(lines.slice(starts[index], starts[index + 1])), row.id).toEqual(ours);
    });
    expect(ccgNames(lines)).toHaveLength(210);
  });

  it('names the same leads, and none where none is printed', () => {
    alliances.forEach((row, index) => {
      const lead = row.lead_printed ?? '';
      if (lead) expect(printed(lead, after(index)), `${row.id}: ${lead}`).toBe(true);
      const printsOne = /CEO|Chief (?:Executive|Officer)|Director|Clinical lead/.test(after(index));
      expect(printsOne, row.id).toBe(lead !== '');
    });
  });

  it('spans the same STPs with the same coverage', () => {
    const stps = table('stps');
    alliances.forEach((row, index) => {
      const ours = stps.filter((stp) => stp.alliance === row.id);
      const [, count, stars] = [...before(index).matchAll(/Spans (\d+) STPs?(\**):/g)].at(-1) ?? [];
      expect(Number(count), row.id).toBe(ours.length);
      expect(stars === '**', row.id).toBe(ours.some((stp) => stp.coverage === 'part'));
      for (const stp of ours) {
        const words = stp.coverage_printed
          ? `${stp.name_printed} (${stp.coverage_printed})`
          : stp.name_printed;
        expect(printed(words ?? '?', around(index)), words).toBe(true);
      }
    });
  });

  it('groups the Alliances into the same four regions', () => {
    const firsts = alliances.filter((row, index) => row.region !== alliances[index - 1]?.region);
    const region = new Map(table('regions').map((row) => [row.id, row.name]));
    expect(firsts.map((row) => region.get(row.region))).toEqual([
      'North',
      'Midlands and East',
      'London',
      'South',
    ]);
    const text = flat(0, undefined);
    for (const row of firsts) expect(text).toContain(`${region.get(row.region)} ${row.name_printed} Spans`);
  });
});
