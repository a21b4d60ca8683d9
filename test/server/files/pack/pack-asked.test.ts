import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { SLIDES } from '../../../../data/contract/pack.ts';
import { Dataset } from '../../../../server/dataset/dataset.ts';
import type { Slide } from '../../../../server/files/pack/deck.ts';
import { deckOf } from '../../../../server/files/pack/file.ts';
import { appOf, builtApp, builtDataset } from '../../app.ts';
import { DRAWING, makerOf } from '../../drawing.ts';
import { ask } from '../../inject.ts';
import { OBSERVATIONS, temporaryFolder, writeTiny } from '../../tiny.ts';
import { TABLES } from '../../tinyTables.ts';
import { faultsOf } from './placed.ts';

let app: FastifyInstance;
let dataset: Dataset;
beforeAll(async () => {
  app = await builtApp();
  dataset = await builtDataset();
});

const deck = async (alliance: string, period?: string, slides?: string) =>
  (await deckOf(makerOf(dataset), { alliance, period, slides })).deck;
const spoken = (slide: Slide | undefined) =>
  (slide?.blocks ?? [])
    .flatMap((block) => (block.kind === 'text' ? block.paragraphs : []))
    .map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join(' ');

describe('an Alliance of one ICB', () => {
  test('has no slides that compare it with itself: its profile stands for the scorecard', async () => {
    // Greater Manchester: 12 CCGs in 2016/17, one ICB in April 2026.
    const { slides } = await deck('greater-manchester', '2026-04', 'findings,map,scorecard,drivers,cautions');
    expect(slides.map(({ id }) => id.replace(/-\d+$/, ''))).toEqual([
      'findings',
      'scorecard',
      ...slides
        .slice(2)
        .map(() => 'cautions')
        .slice(0, -1),
      'sources',
    ]);
    const card = slides.find(({ id }) => id === 'scorecard');
    expect(card?.subtitle).toMatch(/^Every metric · NHS Greater Manchester ICB/);
    const table = card?.blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' && table.rows.map(([name, figure]) => [name?.text, figure?.text])).toEqual(
      expect.arrayContaining([
        ['62-day wait, all routes', '76.8%'],
        ['28-day faster diagnosis', '76.98%'],
      ]),
    );
    expect(spoken(card)).toContain('A second decimal stands where');
    expect(spoken(slides[0])).not.toMatch(/1 ICB|one ICB/);
    // No slide of cautions is left with one or two.
    const cautions = slides.filter(({ id }) => id.startsWith('cautions'));
    const counts = cautions.map(({ blocks }) =>
      blocks[0]?.kind === 'text' ? blocks[0].paragraphs.length : 0,
    );
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(3);
  });

  test('asked for these alone, says why there are none', async () => {
    await expect(deck('greater-manchester', '2026-04', 'map,drivers')).rejects.toThrow(
      'Greater Manchester has one ICB, which these slides would compare with itself: map, drivers. Ask for others.',
    );
    const { slides } = await deck('greater-manchester', 'fy2016-17', 'map,drivers');
    expect(slides.map(({ id }) => id)).toEqual(['map', 'drivers', 'drivers-2']);
  });
});

test('the target of a trend is one line, the standard in force, as on the page', async () => {
  const { slides } = await deck('greater-manchester', '2026-04', 'trend-62-day');
  const chart = slides[0]?.blocks.find((block) => block.kind === 'chart');
  const lines = chart?.kind === 'chart' ? chart.series.filter(({ name }) => name.startsWith('Target')) : [];
  expect(lines.map(({ name }) => name)).toEqual(['Target 85%']);
  expect(new Set(lines[0]?.values)).toEqual(new Set([0.85]));
});

test('what a path slide says of change is the control chart’s answer, and a pace names its stretch', async () => {
  const { slides } = await deck('peninsula', '2026-04', 'progress');
  const said = slides.map(spoken).join(' ');
  expect(said).toContain('Changing? Usual range: it lies on both sides of 80%');
  // 62 days: in its usual range month by month, although twelve quarters rise by 2.9 points a year.
  expect(said).toContain(
    'Over 12 quarters, 2023/24 Q1 to 2025/26 Q4: +2.9 points a year (between +0.6 and +5.2',
  );
  expect(said).toContain('Changing? Falling: getting worse over five years, 2018 to 2022.');
  expect(said).toContain('Over 10 years, 2013 to 2022: −0.3 points a year');
});

describe('what is asked', () => {
  test('a deck is a file with a name that says what it holds', async () => {
    const { status, headers, raw } = await ask(
      app,
      '/api/pack/peninsula.pptx?slides=cover,ambitions&period=fy2016-17',
    );
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    );
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="peninsula_cancer-outcomes_2016-17_cover-ambitions_[\w.-]+\.pptx"$/,
    );
    expect(raw.subarray(0, 2).toString()).toBe('PK');
  });

  test('what is not known is a 404 or a 400 that names what there is', async () => {
    const failed = async (url: string) => {
      const { status, body } = await ask(app, url);
      return [status, body.code, body.message];
    };
    expect(await failed('/api/pack/peninsular.pptx')).toEqual([
      404,
      'unknown_area',
      expect.stringContaining('peninsula'),
    ]);
    expect(await failed('/api/pack/region-north.pptx')).toEqual([
      404,
      'unknown_area',
      expect.stringContaining('an Alliance'),
    ]);
    expect(await failed('/api/pack/peninsula.pptx?period=2016-13')).toEqual([
      404,
      'unknown_period',
      expect.any(String),
    ]);
    // The bundled waits end in November 2021, the one-year survival series begins in 1999.
    for (const [period, where] of [
      ['fy2030-31', 'after the last'],
      ['1990', 'before the first'],
    ] as const)
      for (const ending of ['pptx', 'xlsx'])
        expect(await failed(`/api/pack/peninsula.${ending}?period=${period}`)).toEqual([
          404,
          'unknown_period',
          expect.stringContaining(where),
        ]);
    expect(await failed('/api/pack/peninsula.pptx?slides=cover,maps')).toEqual([
      400,
      'invalid_value',
      `No slide 'maps'. There are: ${SLIDES.join(', ')}.`,
    ]);
    expect(await failed('/api/pack/peninsula.pptx?slide=map')).toEqual([
      400,
      'unknown_parameter',
      expect.any(String),
    ]);
  });

  test('slides come in the deck’s order, each once; all where none is named', async () => {
    const chosen = await deck('peninsula', undefined, 'drivers,cover,cover');
    expect(chosen.slides.map(({ id }) => id)).toEqual(['cover', 'drivers', 'drivers-2']);
    const all = (await deck('peninsula')).slides.map(({ id }) => id);
    expect(all.filter((id) => SLIDES.some((each) => each === id))).toEqual([...SLIDES]);
  });
});

describe('a period with nothing for half of the metrics', () => {
  test('before the waits: no chart of them, and each slide says so', async () => {
    const { slides } = await deck('peninsula', 'fy2014-15');
    const of = (id: string) => slides.find((slide) => slide.id === id);
    for (const id of ['map', 'trend-62-day', 'trend-31-day', 'drivers', 'variation']) {
      expect(of(id)?.blocks.map(({ kind }) => kind)).toEqual(['text']);
      expect(spoken(of(id))).toMatch(/no figure|no monthly figure|No area|There are no figures/);
    }
    expect(of('ambitions')?.title).toMatch(
      /^Peninsula: of 22 ambitions in Annex A, \d have a published figure; no standard/,
    );
    expect(spoken(of('findings'))).toContain('11 of the 22 ambitions');
  });
});

test('names with signs that mark-up and file names give a meaning to', async () => {
  const strange = `Lower & "Upper" <O'Neill>`;
  const tables = {
    ...TABLES,
    area: TABLES.area.map((row) => (row.id === 'lower' ? { ...row, name: strange } : row)),
    alliance: TABLES.alliance.map((row) => (row.id === 'lower' ? { ...row, name: strange } : row)),
  };
  const file = path.join(temporaryFolder(), 'strange.duckdb');
  await writeTiny(file, 'tiny', OBSERVATIONS, tables);
  const tiny = await Dataset.open(file);
  const { deck: made, name } = await deckOf(makerOf(tiny), { alliance: 'lower' });
  expect(made.slides[0]?.title).toBe(strange);
  expect(name).toMatch(/^lower-upper-o-neill_cancer-outcomes_[a-z]+-20\d\d_tiny\.pptx$/);
  expect(made.slides.flatMap(faultsOf)).toEqual([]);
  tiny.retire();
  const small = await appOf({ database: file, drawing: DRAWING });
  const { status, raw } = await ask(small, '/api/pack/lower.pptx');
  expect([status, raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  await small.close();
});
