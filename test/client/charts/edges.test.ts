import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { AllianceStrips } from '../../../client/charts/alliances/AllianceStrips.tsx';
import { barsOf } from '../../../client/charts/bars/bars.ts';
import { PaintedBars } from '../../../client/charts/bars/PaintedBars.tsx';
import { fifthBars } from '../../../client/charts/deprivation/bars.tsx';
import { areFifthsMade } from '../../../client/charts/deprivation/index.tsx';
import { FunnelChart } from '../../../client/charts/funnel/FunnelChart.tsx';
import { PaintedPlot } from '../../../client/charts/over-time/PaintedPlot.tsx';
import { plotOf } from '../../../client/charts/over-time/plot.ts';
import { RankedIntervals } from '../../../client/charts/ranked/RankedIntervals.tsx';
import { Spine } from '../../../client/charts/spine/Spine.tsx';
import { canShowOverTime, spreadDescription } from '../../../client/charts/spread/bands.tsx';
import type { Spread } from '../../../data/contract/spread.ts';
import { METRICS, type Metric } from '../../../data/metrics/index.ts';
import { alliance, fiveAreas, quarterly, spread, spreadArea, spreadPoint } from './fixtures.ts';

const nothing = () => undefined;

/** Every chart of a spread, with one Alliance picked and an area chosen, as markup. */
function drawn(data: Spread, metric: Metric, width: number): string {
  const spec = {
    metric,
    width,
    height: 420,
    title: 'A title that says what is found, in so many words that it takes a second line on a phone',
    picked: new Set(['00V', '01G']),
    selected: '00V',
    against: 'England',
    adjusted: width < 500,
  };
  const choosing = { onSelect: nothing };
  const trends = [quarterly('00V', { 'fy2017-18': 0.8 }), quarterly('01G', {})];
  return [
    createElement(FunnelChart, { spread: data, spec, ...choosing }),
    ...(canShowOverTime(data)
      ? [
          createElement(PaintedPlot, {
            plot: plotOf(spreadDescription(data, trends, metric, spec.title), width),
          }),
        ]
      : []),
    createElement(AllianceStrips, { spread: data, spec, onSelect: nothing, onPick: nothing }),
    createElement(RankedIntervals, { spread: data, spec, ...choosing }),
    ...(areFifthsMade(data)
      ? [createElement(PaintedBars, { plot: barsOf(fifthBars(data, metric, spec.title), width) })]
      : []),
  ]
    .map((chart) => renderToStaticMarkup(chart))
    .join('');
}

const wait = METRICS['62-day-wait'];
const gap = {
  status: 'not-published',
  value: null,
  numerator: null,
  denominator: null,
  lower: null,
  upper: null,
} as const;
const gapped = { ...gap, zone: null, adjustedZone: null };
const bare = { funnel: null, funnelReason: 'Too few areas.', benchmark: null, target: null };

const CASES: Record<string, [Partial<Spread>, Metric?]> = {
  'as usual': [{}],
  'no areas': [{ ...bare, areas: [], overTime: [], alliances: [], fifths: [] }],
  'no figures': [
    {
      ...bare,
      areas: fiveAreas().map((area) => ({ ...area, ...gapped })),
      overTime: [spreadPoint('fy2016-17', null)],
    },
  ],
  'one area': [{ ...bare, areas: [spreadArea({ zone: null, adjustedZone: null })] }],
  'all equal': [
    {
      areas: fiveAreas().map((area) => ({
        ...area,
        value: 0.8,
        numerator: 80,
        denominator: 100,
        lower: 0.8,
        upper: 0.8,
      })),
    },
  ],
  'everyone in time': [
    {
      areas: fiveAreas().map((area) => ({
        ...area,
        value: 1,
        numerator: 1,
        denominator: 1,
        lower: 0.2,
        upper: 1,
      })),
    },
  ],
  'no one in time': [{ areas: [spreadArea({ value: 0, numerator: 0, lower: 0, upper: 0 })] }],
  gaps: [
    {
      areas: [...fiveAreas(), spreadArea({ area: 'X', ...gapped })],
      overTime: [
        spreadPoint('fy2016-17', 0.8),
        spreadPoint('fy2017-18', null),
        spreadPoint('fy2018-19', 0.7),
      ],
      alliances: [
        alliance(),
        alliance({
          area: 'peninsula',
          name: 'Peninsula',
          ...gap,
          areas: 0,
          min: null,
          median: null,
          max: null,
        }),
      ],
      fifths: [{ fifth: 1, areas: 0, ...gap }],
    },
  ],
  'no funnel, benchmark or target': [
    { ...bare, areas: fiveAreas().map((area) => ({ ...area, zone: null, adjustedZone: null })) },
  ],
  'a rate without counts': [
    {
      ...bare,
      areas: fiveAreas().map((area, index) => ({ ...area, ...gapped, value: 120 + index })),
      alliances: [alliance({ value: 122, numerator: null, denominator: null, lower: null, upper: null })],
      overTime: [],
    },
    METRICS['under-75-mortality'],
  ],
  'a mean score without counts': [
    {
      ...bare,
      areas: fiveAreas().map((area, index) => ({
        ...area,
        ...gapped,
        value: 8.5 + index / 10,
      })),
      alliances: [alliance({ value: 8.7, lower: null, upper: null, numerator: null, denominator: null })],
      overTime: [],
      fifths: [],
    },
    METRICS['patient-experience'],
  ],
};

describe.each(Object.entries(CASES))('charts with %s', (_, [over, metric = wait]) => {
  test.each([320, 1100])('hold only numbers and words at %i pixels', (width) => {
    const markup = drawn(spread(over), metric, width);
    expect(markup).not.toMatch(/NaN|undefined|Infinity|\bnull\b|\sstyle=|="-0?"/);
    for (const [svg] of markup.matchAll(/<svg.*?<\/svg>/gs)) expect(svg).toMatch(/<text/);
    for (const [, size] of markup.matchAll(/\s(?:width|height|r)="(-[^"]*)"/g))
      expect(size).toBe('not below 0');
  });

  test('have at most ten gridlines each way', () => {
    for (const [svg] of drawn(spread(over), metric, 1100).matchAll(/<svg.*?<\/svg>/gs))
      expect(svg.split('stroke="#d8dde0"').length - 1).toBeLessThanOrEqual(10);
  });
});

describe('a spine', () => {
  const range = { min: 0.6, p10: 0.7, p25: 0.75, median: 0.8, p75: 0.84, p90: 0.88, max: 0.95 };
  const props = {
    value: 0.9,
    lower: 0.85,
    upper: 0.93,
    benchmark: 0.817,
    spine: range,
    metric: wait,
    width: 160,
    label: 'Bury',
  };
  const mark = (over: Partial<typeof props> & { higherIsBetter: boolean | null }) =>
    Number(
      /<circle cx="([^"]+)"/.exec(renderToStaticMarkup(createElement(Spine, { ...props, ...over })))?.[1],
    );

  test('has the better to the right, and the higher where neither is better', () => {
    expect(mark({ higherIsBetter: true })).toBeCloseTo(8 + (144 * 0.3) / 0.35, 1);
    expect(mark({ higherIsBetter: null })).toBe(mark({ higherIsBetter: true }));
    expect(mark({ higherIsBetter: false })).toBeCloseTo(160 - mark({ higherIsBetter: true }), 1);
  });

  test('draws areas that are all equal, and an area without a figure', () => {
    const level = Object.fromEntries(Object.keys(range).map((key) => [key, 0.8])) as typeof range;
    const all = { ...props, spine: level, higherIsBetter: true, benchmark: null };
    const markup = [
      createElement(Spine, { ...all, value: 0.8, lower: 0.8, upper: 0.8 }),
      createElement(Spine, { ...all, value: null, lower: null, upper: null }),
    ].map((chart) => renderToStaticMarkup(chart));
    expect(markup.join('')).not.toMatch(/NaN|undefined|Infinity|null/);
    expect(markup.map((one) => one.includes('<circle'))).toEqual([true, false]);
  });
});
