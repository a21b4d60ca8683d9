import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dataset } from '../../../../server/dataset/dataset.ts';
import { deckOf } from '../../../../server/files/pack/file.ts';
import { writeDeck } from '../../../../server/files/pack/pptx/write.ts';
import { ooxmlFaults } from '../../../ooxml.ts';
import { long, sample } from '../../../sample.ts';
import { builtDataset } from '../../app.ts';
import { ALLIANCES, kindOfArea } from '../../areas.ts';
import { makerOf } from '../../drawing.ts';
import { behind, chartsOf, drawnIn, givenTo } from './deck-charts.ts';
import { faults, opened } from './package.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'packs-'));
let dataset: Dataset;
beforeAll(async () => {
  dataset = await builtDataset();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function written(area: string, period = 'fy2016-17') {
  const { deck } = await deckOf(makerOf(dataset), { alliance: area, period });
  const bytes = await writeDeck(deck);
  return { deck, bytes, pack: opened(bytes) };
}

// One of each kind; all 21 under `npm run test:long`. The parts of a pack are written alike for the areas of a kind.
test.each(sample([...ALLIANCES, 'england', '02N'], kindOfArea))(
  'the pack of %s holds together, and its charts the model’s numbers',
  async (area) => {
    const { deck, pack } = await written(area);
    expect(faults(pack)).toEqual([]);
    const charts = chartsOf(deck, pack);
    expect(charts.length).toBeGreaterThan(3);
    for (const chart of charts) {
      expect(drawnIn(chart.part, chart.block), chart.block.name).toEqual(givenTo(chart.block));
      const { held, given } = await behind(chart);
      expect(held, chart.block.name).toEqual(given);
    }
  },
);

describe('the Open XML SDK finds no fault', () => {
  // The largest, the smallest, a Vanguard, a period with nothing for half of the metrics, England, a CCG. The SDK takes
  // more than a second for each file: but for LONG it reads the largest alone, beside the deck of pptx.test.ts, which has
  // a block of every kind.
  const PACKS = [
    ['west-midlands', 'fy2016-17'],
    ['peninsula', 'fy2016-17'],
    ['greater-manchester', 'fy2020-21'],
    ['peninsula', 'fy2014-15'],
    ['england', 'fy2016-17'],
    ['02N', 'fy2016-17'],
  ] as const;
  test.each(sample(PACKS, () => 'a pack'))(
    'with the pack of %s as at %s, nor with the workbooks inside',
    async (area, period) => {
      const { bytes, pack } = await written(area, period);
      const books = pack.names.filter((name) => name.endsWith('.xlsx'));
      const files: [name: string, content: Uint8Array][] = [
        [`${area}-${period}.pptx`, bytes],
        ...books
          .slice(0, long ? 2 : 0)
          .map((name): [string, Uint8Array] => [path.basename(name), pack.files[name] ?? bytes]),
      ];
      for (const [name, content] of files) {
        const file = path.join(folder, name);
        writeFileSync(file, content);
        expect((await ooxmlFaults(file)).slice(0, 3), name).toEqual([]);
      }
    },
    60_000,
  );
});
