import type { ChartBlock, Deck, PointsBlock, Slide, TableBlock } from '../../../../server/files/pack/deck.ts';
import { AWKWARD, LONG, MAP } from './sample-map.ts';

const MONTHS = Array.from({ length: 90 }, (_, month) =>
  new Date(Date.UTC(2011, month, 1)).toLocaleDateString('en-GB', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }),
);

/** Shares that no rounding leaves alone, with suppressed months at the start, inside and at the end. */
const shares = (shift: number, gaps: readonly number[]) =>
  MONTHS.map((_, month) =>
    gaps.includes(month) ? null : 0.8 + Math.sin(month / 7 + shift) / 13 + shift / 100,
  );

export const CHART: ChartBlock = {
  kind: 'chart',
  name: 'Trend of the 62-day wait',
  alt: `The 62-day wait by month in ${AWKWARD} and England`,
  box: { x: 0.5, y: 1.6, w: 12.3, h: 5 },
  type: 'line',
  labels: MONTHS,
  series: [
    { name: AWKWARD, colour: '#12436d', values: shares(0, [0, 1, 40, 41, 89]), width: 3 },
    { name: 'England', colour: '#4c6272', values: shares(2, []), width: 2, dash: 'dash' },
    { name: 'Target', colour: '#b3500f', values: MONTHS.map(() => 0.85), width: 1.5, dash: 'sysDot' },
  ],
  valueTitle: 'Treated within 62 days',
  labelTitle: 'Month of treatment',
  format: '0%',
  least: 0.6,
  most: 1,
};

/** Two lines, one of them left out of the legend, and marks of which two are strong, one with a name beside it. */
export const POINTS: PointsBlock = {
  kind: 'points',
  name: 'Funnel',
  alt: `A funnel of 209 CCGs, ${AWKWARD}`,
  box: { x: 0.5, y: 1.6, w: 8.1, h: 5 },
  plot: { x: 0.81, y: 0.1, w: 7.29, h: 3 },
  series: [
    {
      name: 'Limits',
      points: [1, 2, 3].map((each) => ({ name: 'Upper limit', x: 100 * each, y: 0.9 - each / 50 })),
      line: { colour: '#768692', width: 1.25, dash: 'dash' },
    },
    {
      name: 'Limits',
      points: [1, 2, 3].map((each) => ({ name: 'Lower limit', x: 100 * each, y: 0.7 + each / 50 })),
      line: { colour: '#768692', width: 1.25 },
      unlisted: true,
    },
    {
      name: `Inside the limits, ${AWKWARD}: 3`,
      points: [
        { name: AWKWARD, x: 150, y: 0.812345678901, strong: { colour: '#a0306f', side: 'r' } },
        { name: 'Place 2', x: 250, y: 0.8, strong: { colour: '#a0306f' } },
        { name: 'Place 3', x: 299, y: 0 },
      ],
      mark: { shape: 'triangle', size: 8, fill: '#7fb2de', line: '#005eb8', lineWidth: 1 },
    },
  ],
  nameTitle: 'CCG',
  across: { title: 'Number of people', format: '#,##0', least: 0, most: 400 },
  upright: { title: '62-day wait (%)', format: '0%', least: 0, most: 1 },
  size: 10,
};

export const TABLE: TableBlock = {
  kind: 'table',
  name: 'Scorecard',
  alt: `Every metric of ${LONG} beside England`,
  box: { x: 0.5, y: 1.6, w: 12.3, h: 4 },
  head: [
    { text: 'Metric' },
    { text: 'Value', right: true },
    { text: 'England', right: true },
    { text: 'Reading' },
  ],
  rows: Array.from({ length: 12 }, (_, row) => [
    { text: row === 0 ? LONG : `Metric ${row} ${AWKWARD}`, bold: row === 0 },
    { text: `${70 + row}.1%`, right: true },
    { text: row === 3 ? '' : '82.0%', right: true },
    {
      text: row % 2 ? '▼ Worse than England (82.0%)' : '▲ Better',
      colour: row % 2 ? '#b3500f' : '#005eb8',
      fill: row === 2 ? '#f0f4f5' : undefined,
    },
  ]),
  widths: [6.3, 1.5, 1.5, 3],
  size: 12,
};

const slide = (id: string, title: string, blocks: Slide['blocks'], body: Partial<Slide> = {}): Slide => ({
  id,
  layout: 'content',
  title,
  subtitle: `62-day wait · ${AWKWARD} · 2016/17 · 1,560 people`,
  blocks,
  footer: `Source: NHS England & others. Open Government Licence v3.0. Data version 3f2a. ${AWKWARD}`,
  notes: [`What it means: ${AWKWARD}.`, 'How it is made.'],
  ...body,
});

const mark = { kind: 'mark', lineWidth: 1 } as const;

/** A deck of twelve slides with every kind of block. */
export const DECK: Deck = {
  title: `Cancer outcomes in ${LONG} & its CCGs`,
  subject: `Board pack <2016/17>`,
  dataVersion: '3f2a',
  slides: [
    slide('cover', `Cancer outcomes in ${LONG}`, [], { layout: 'cover', subtitle: '' }),
    slide('findings', `In ${AWKWARD}, 79.1% started treatment within 62 days`, [
      {
        kind: 'text',
        name: 'Findings',
        box: { x: 0.5, y: 1.6, w: 8, h: 4.5 },
        size: 18,
        body: true,
        paragraphs: [
          {
            runs: [
              { text: 'First: ', bold: true },
              { text: `${AWKWARD} is ` },
              { text: 'worse', colour: '#b3500f' },
            ],
          },
          { runs: [{ text: 'Second finding' }, { text: ', at length', bold: true }], bullet: true },
          { runs: [{ text: 'Third finding' }], bullet: true },
        ],
      },
      {
        kind: 'text',
        name: 'Aside',
        box: { x: 9, y: 1.6, w: 3.8, h: 2 },
        size: 12,
        paragraphs: [{ runs: [{ text: 'An aside' }] }],
      },
    ]),
    slide(
      'trend',
      `The 62-day wait of ${LONG} has been under its target of 85% in each of the last twelve quarters, and is further from it than a year before`,
      [CHART],
    ),
    slide('bars', 'Bars', [
      {
        ...CHART,
        name: 'Bars',
        type: 'bar',
        labels: ['Place & 1', 'Place 2'],
        box: { x: 0.5, y: 1.6, w: 6, h: 5 },
        series: [{ name: '2016/17', colour: '#12436d', values: [0.812345678901, null] }],
      },
      {
        ...CHART,
        name: 'Two series',
        type: 'bar',
        labels: ['Q1', 'Q2'],
        box: { x: 6.8, y: 1.6, w: 6, h: 5 },
        valueTitle: '',
        series: [
          { name: 'One', colour: '#12436d', values: [-0.1, 0.2] },
          { name: 'Two', colour: '#b3500f', values: [null, 0.3] },
        ],
        least: undefined,
        most: undefined,
      },
    ]),
    slide('map', 'The map', [
      MAP,
      {
        ...mark,
        name: 'Rule',
        box: { x: 8, y: 2, w: 3, h: 0 },
        line: '#005eb8',
      },
      {
        ...mark,
        name: 'Swatch',
        box: { x: 8, y: 2.3, w: 0.3, h: 0.2 },
        fill: '#7fb2de',
        line: '#212b32',
      },
      { ...mark, name: 'Step', box: { x: 8, y: 2.8, w: 0.3, h: 0.3 }, fill: '#212b32' },
      { ...mark, name: 'Dot', box: { x: 8, y: 3.3, w: 0.3, h: 0.3 }, line: '#212b32' },
    ]),
    ...[1, 2, 3, 4, 5].map((one) =>
      slide(`table-${one}`, `Scorecard ${one}`, [{ ...TABLE, name: `Scorecard ${one}` }]),
    ),
    slide('points', 'Funnel 1', [POINTS]),
    slide('funnel', 'Funnel 2', [{ ...POINTS, name: 'Funnel 2' }]),
  ],
};
