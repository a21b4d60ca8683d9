import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Deck } from '../../../../server/files/pack/deck.ts';
import { labelSkip } from '../../../../server/files/pack/pptx/category-chart.ts';
import { writeDeck } from '../../../../server/files/pack/pptx/write.ts';
import { behind, chartsOf, drawnIn, givenTo, ofCategories } from './deck-charts.ts';
import { type Element, found, opened } from './package.ts';
import { CHART, DECK, POINTS } from './sample-deck.ts';

const pack = opened(await writeDeck(DECK));

const charts = chartsOf(DECK, pack);

test('the deck has its five charts', () => {
  const names = ['Trend of the 62-day wait', 'Bars', 'Two series', 'Funnel', 'Funnel 2'];
  expect(charts.map(({ block }) => block.name)).toEqual(names);
});

test.each(charts)(
  '$block.name draws the numbers that were given, and nothing where there is a gap',
  ({ block, part }) => {
    expect(found(part, 'c:dispBlanksAs')[0]?.attributes.val).toBe('gap');
    expect(drawnIn(part, block)).toEqual(givenTo(block));
  },
);

test.each(charts)('$block.name has the same numbers in its workbook', async (chart) => {
  const { name, held, given } = await behind(chart);
  expect(name).toBe('Sheet1');
  expect(held).toEqual(given);
});

test('a gap is an empty cell, not an empty value', () => {
  for (const { book } of charts)
    for (const cell of found(opened(book).part('xl/worksheets/sheet1.xml'), 'v'))
      expect(cell.text).not.toBe('');
});

test.each(['line', 'bar'] as const)(
  'a true zero of a %s chart stays 0 in the chart and in the workbook behind it; a gap beside it stays blank',
  async (type) => {
    const chart = {
      ...CHART,
      type,
      labels: ['Q1', 'Q2', 'Q3', 'Q4'],
      series: [{ name: 'In time', colour: '#12436d', values: [0, null, 0.5, 0] }],
    };
    const deck: Deck = {
      ...DECK,
      slides: DECK.slides.slice(0, 1).map((slide) => ({ ...slide, layout: 'content', blocks: [chart] })),
    };
    const [made] = ofCategories(chartsOf(deck, opened(await writeDeck(deck))));
    if (!made) throw new Error('The deck has no chart');
    expect(drawnIn(made.part, chart)[0]).toMatchObject({ values: [0, null, 0.5, 0] });
    expect((await behind(made)).held?.slice(1)).toEqual([
      ['Q1', 0],
      ['Q2', null],
      ['Q3', 0.5],
      ['Q4', 0],
    ]);
    // In the file itself too: a reader may make a zero of an empty cell, or nothing of a zero.
    const cells = found(opened(made.book).part('xl/worksheets/sheet1.xml'), 'c');
    const at = (ref: string) => cells.find(({ attributes }) => attributes.r === ref);
    expect(at('B2') && found(at('B2') as never, 'v')[0]?.text).toBe('0');
    expect(at('B3') ? found(at('B3') as never, 'v') : []).toEqual([]);
  },
);

test('each line has its own colour, width and dash, its axis its limits and format', () => {
  const part = charts[0]?.part ?? pack.part('');
  const lines = found(part, 'c:ser').map((one) => found(one, 'a:ln')[0]);
  expect(lines.map((one) => one && found(one, 'a:prstDash')[0]?.attributes.val)).toEqual([
    'solid',
    'dash',
    'sysDot',
  ]);
  // 12,700 units to a point: 3, 2 and 1.5 points.
  expect(lines.map((one) => one?.attributes.w)).toEqual(['38100', '25400', '19050']);
  expect(lines.map((one) => one && found(one, 'a:srgbClr')[0]?.attributes.val)).toEqual([
    '12436D',
    '4C6272',
    'B3500F',
  ]);
  const [axis] = found(part, 'c:valAx');
  expect(
    axis && ['c:min', 'c:max', 'c:numFmt'].map((name) => found(axis, name)[0]?.attributes),
  ).toMatchObject([{ val: '0.6' }, { val: '1' }, { formatCode: '0%' }]);
});

test('labels that would not fit on one line are left out by whole parts of a year', () => {
  // 90 months of some 50 points each over 11.3 inches: each seventh would do, so one a year is written.
  expect(labelSkip(CHART)).toBe(12);
  expect(labelSkip({ ...CHART, labels: CHART.labels.slice(0, 6) })).toBe(1);
});

/** The parts of a file but for those that hold the date it was made. */
const undated = (bytes: Uint8Array | undefined): [string, string][] =>
  Object.entries(unzipSync(bytes ?? new Uint8Array()))
    .filter(([name]) => !name.startsWith('docProps/'))
    .map(([name, part]): [string, string] => [name, Buffer.from(part).toString('base64')])
    .sort(([one], [other]) => one.localeCompare(other));

test('the same deck made again is the same but for its date: nothing counts for as long as the process runs', async () => {
  const [one, other] = [await writeDeck(DECK), await writeDeck(DECK)].map((bytes) => new Map(undated(bytes)));
  expect([...(one?.keys() ?? [])]).toContain('ppt/charts/chart1.xml');
  expect([...(other?.keys() ?? [])]).toEqual([...(one?.keys() ?? [])]);
  for (const [name, part] of one ?? []) {
    const again = other?.get(name) ?? '';
    const parts = (base64: string) =>
      name.endsWith('.xlsx') ? undated(Buffer.from(base64, 'base64')) : base64;
    expect(parts(again), name).toEqual(parts(part));
  }
});

test('the values of bars are printed at their ends', () => {
  const bars = ofCategories(charts).filter(({ block }) => block.type === 'bar');
  expect(bars.length).toBeGreaterThan(0);
  for (const { part, block } of bars) {
    const shown = found(part, 'c:dLbls').map((labels) => found(labels, 'c:showVal')[0]?.attributes.val);
    expect(shown.filter((each) => each === '1').length).toBe(block.series.length);
  }
});

describe('a chart of points', () => {
  const chart = charts.find(({ block }) => block.name === POINTS.name);
  if (!chart) throw new Error('The deck has no chart of points');
  const all = found(chart.part, 'c:ser');
  const value = (element: Element | undefined, name: string) =>
    element && found(element, name)[0]?.attributes.val;

  test('reads each series from its own rows of the sheet behind, its name from the head of its column', () => {
    expect(all.map((one) => found(one, 'c:f').map(({ text }) => text))).toEqual([
      ['Sheet1!$C$1', 'Sheet1!$B$2:$B$4', 'Sheet1!$C$2:$C$4'],
      ['Sheet1!$D$1', 'Sheet1!$B$5:$B$7', 'Sheet1!$D$5:$D$7'],
      ['Sheet1!$E$1', 'Sheet1!$B$8:$B$10', 'Sheet1!$E$8:$E$10'],
    ]);
  });

  test('has a first series as long as the longest, its last cells empty: LibreOffice loses series before a longer one', async () => {
    const [short, ...others] = POINTS.series.map(({ points, ...one }, index) => ({
      ...one,
      points: index === 0 ? points.slice(0, 2) : points,
    }));
    if (!short) throw new Error('The chart has no series');
    const block = { ...POINTS, series: [short, ...others] };
    const deck: Deck = {
      ...DECK,
      slides: DECK.slides.slice(-1).map((slide) => ({ ...slide, blocks: [block] })),
    };
    const [made] = chartsOf(deck, opened(await writeDeck(deck)));
    const [first, second] = found(made?.part as Element, 'c:ser');
    expect(
      found(first as Element, 'c:f')
        .map(({ text }) => text)
        .slice(1),
    ).toEqual(['Sheet1!$B$2:$B$4', 'Sheet1!$C$2:$C$4']);
    expect(found(first as Element, 'c:yVal').flatMap((one) => found(one, 'c:pt'))).toHaveLength(2);
    expect(found(second as Element, 'c:f')[1]?.text).toBe('Sheet1!$B$4:$B$6');
  });

  test('joins its lines and not its marks', () => {
    const joined = all.map(
      (one) => found(found(one, 'c:spPr')[0] as Element, 'a:prstDash')[0]?.attributes.val,
    );
    expect(joined).toEqual(['dash', 'solid', undefined]);
    expect(all.map((one) => value(one, 'c:symbol'))).toEqual(['none', 'none', 'triangle']);
    expect(found(chart.part, 'c:legendEntry').map((one) => value(one, 'c:idx'))).toEqual(['1']);
  });

  test('makes strong points larger, with an edge in their colour, and names those that have a side', () => {
    const strong = found(all[2] as Element, 'c:dPt');
    expect(strong.map((one) => [value(one, 'c:idx'), value(one, 'c:size')])).toEqual([
      ['0', '12'],
      ['1', '12'],
    ]);
    for (const one of strong)
      expect(found(one, 'a:srgbClr').map(({ attributes }) => attributes.val)).toEqual(['7FB2DE', 'A0306F']);
    const names = found(all[2] as Element, 'c:dLbl').map((one) => [one.text, value(one, 'c:dLblPos')]);
    expect(names).toEqual([[POINTS.series[2]?.points[0]?.name, 'r']]);
  });

  test('has its plot where it was wanted, and both axes their ends', () => {
    const [layout] = found(chart.part, 'c:manualLayout');
    const share = (name: string) => Number(value(layout, name));
    expect(['c:x', 'c:y', 'c:w', 'c:h'].map(share).map((one) => one.toFixed(3))).toEqual([
      '0.100',
      '0.020',
      '0.900',
      '0.600',
    ]);
    expect(found(chart.part, 'c:valAx').map((axis) => [value(axis, 'c:min'), value(axis, 'c:max')])).toEqual([
      ['0', '400'],
      ['0', '1'],
    ]);
  });
});
