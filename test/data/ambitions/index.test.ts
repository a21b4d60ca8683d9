import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PATHWAY, type PathwayArea } from '../../../data/ambitions/index.ts';
import { METRICS } from '../../../data/metrics/index.ts';
import { SHARED, shared } from '../../shared.ts';

const ambitions = PATHWAY.flatMap((area) => area.ambitions);

describe('ambitions', () => {
  test('each has a metric or says why none is collected, never both', () => {
    for (const row of ambitions) {
      expect([row.metric === null, row.notCollected === null], row.id).toContain(true);
      expect(row.metric === null, row.id).toBe(row.notCollected !== null);
    }
  });

  test('each metric is declared, and its target too', () => {
    for (const { id, metric, targetIndex } of ambitions) {
      if (metric !== null) expect(METRICS, id).toHaveProperty([metric]);
      if (metric !== null && targetIndex !== null)
        expect(METRICS[metric].targets[targetIndex], id).toBeDefined();
    }
  });

  test('ids are unique, areas are the five', () => {
    expect(new Set(ambitions.map((row) => row.id)).size).toBe(ambitions.length);
    expect(PATHWAY.map((area) => area.name)).toEqual([
      'Prevention',
      'Early diagnosis',
      'Treatment and care',
      'Living with and beyond cancer',
      'Enablers',
    ]);
    for (const area of PATHWAY)
      for (const row of [...area.ambitions, ...area.local]) expect(row.area).toBe(area.id);
  });
});

const HEADER = 'What needs to be achieved\\s+locally\\?[\\s\\S]*?activity\\)';

/** The table of Annex A without its header row, addresses and page number, cut into its five areas. */
function printedAreas(): string[] {
  const folder = path.join(SHARED, 'seed');
  const text = readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
  const table = text.slice(
    text.search(/Annex A – Taskforce ambitions/),
    text.search(/Annex i – Cancer Alliance/),
  );
  const rows = table
    .replace(new RegExp(`^[\\s\\S]*?${HEADER}`), '')
    .replace(/https:\S+/g, '')
    .replace(/^\s*12\s*$/gm, '')
    .replace(/^1 (?=We are)/m, '')
    .replace('Patients1', 'Patients')
    .replace(/-\s*\n\s*(?=\p{L})/gu, '-');
  const starts = PATHWAY.map((area) =>
    rows.search(new RegExp(`^\\s*${area.name} (Outcomes|Processes)`, 'm')),
  );
  return starts.map((start, at) => rows.slice(start, starts[at + 1]));
}

const words = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}%/-]+/gu) ?? []).sort();

const recommendations = (text: string) =>
  [...text.matchAll(/\((\d[\d,\sand-]*)\)/g)].flatMap(([, list = '']) =>
    list.split(/,\s*| and /).flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
    }),
  );

/** Everything we hold of an area, each printed line once: two rows of Enablers have each a heading of their own. */
function rebuilt(area: PathwayArea): string {
  const lines = new Map(area.ambitions.map((row) => [row.printed, row]));
  const rows = [...lines.values()];
  const headings = rows.filter((row, at) => area.id === 'enablers' || row.heading !== rows[at - 1]?.heading);
  return [
    area.name,
    ...headings.map((row) => row.heading),
    ...rows.map((row) => `${row.printed} ${row.inDashboard ? '' : 'not in Dashboard'} ${row.footnote ?? ''}`),
    ...area.local.map((row) => `${row.action} ${row.national ?? ''}`),
  ].join(' ');
}

describe.skipIf(!shared)('Annex A as printed', () => {
  const printed = shared ? printedAreas() : [];

  test.each(PATHWAY.map((area, at) => [area.name, area, at] as const))('%s: every word', (_, area, at) => {
    const text = (printed[at] ?? '').replace(/\(\d[\d,\sand-]*\)/g, '');
    expect(words(rebuilt(area))).toEqual(words(text));
  });

  test.each(PATHWAY.map((area, at) => [area.name, area, at] as const))(
    '%s: recommendations',
    (_, area, at) => {
      expect(area.local.flatMap((row) => row.recommendations)).toEqual(recommendations(printed[at] ?? ''));
    },
  );

  test('every line stands there as we print it', () => {
    const flat = (text: string) => text.replace(/[^\p{L}\p{N}%]+/gu, ' ').toLowerCase();
    const annex = flat(printed.join(' '));
    const apart = ambitions.filter((row) => !annex.includes(flat(row.printed).trim())).map((row) => row.id);
    expect(apart).toEqual(['early-diagnosis-fit-uptake']);
  });
});
