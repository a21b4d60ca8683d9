import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { AllianceStrips, stripLabel } from '../../../client/charts/alliances/AllianceStrips.tsx';
import { barsOf } from '../../../client/charts/bars/bars.ts';
import { PaintedBars } from '../../../client/charts/bars/PaintedBars.tsx';
import { fifthBars } from '../../../client/charts/deprivation/bars.tsx';
import { rankedAreas } from '../../../client/charts/ranked/RankedIntervals.tsx';
import { METRICS, type Metric } from '../../../data/metrics/index.ts';
import { alliance, fiveAreas, spread } from './fixtures.ts';

const wait: Metric = METRICS['62-day-wait'];
const upsideDown: Metric = { ...wait, polarity: 'lower' };
const spec = { metric: wait, width: 1000, title: 'The 62-day wait', picked: new Set<string>() };

describe('rows', () => {
  const rows = (markup: string) =>
    [...markup.matchAll(/<g role="(?:img|button)"(?: tabindex="-?\d")? aria-label="([^"]+)"/gi)].map(
      ([, label]) => label,
    );
  const gap = {
    value: null,
    numerator: null,
    denominator: null,
    lower: null,
    upper: null,
    min: null,
    median: null,
    max: null,
  };
  const alliances = [
    alliance({ area: 'none', name: 'None', ...gap }),
    alliance({
      area: 'cheshire-and-merseyside',
      name: 'Cheshire and Merseyside',
      value: 0.62,
      numerator: 372,
      denominator: 600,
    }),
    alliance(),
  ];
  const strips = (metric: Metric) =>
    rows(
      renderToStaticMarkup(
        createElement(AllianceStrips, {
          spread: spread({ alliances }),
          spec: { ...spec, metric },
          onSelect: () => undefined,
          onPick: () => undefined,
        }),
      ),
    );

  test('of Alliances begin with the better, and end with gaps', () => {
    const first = (labels: (string | undefined)[]) => labels.map((label) => label?.split(':')[0]);
    expect(first(strips(wait))).toEqual(['Greater Manchester', 'Cheshire and Merseyside', 'None']);
    expect(first(strips(upsideDown))).toEqual(['Cheshire and Merseyside', 'Greater Manchester', 'None']);
  });

  test('are said in words', () => {
    expect(strips(wait)).toEqual([
      'Greater Manchester: 85.3% (1,194 of 1,400 people treated); 4 CCGs, from 76.0% to 96.0%, median 84.5%',
      'Cheshire and Merseyside: 62.0% (372 of 600 people treated); 1 CCG, at 62.0%',
      'None: no figure; no CCG has a figure',
    ]);
    const many = Array.from({ length: 22 }, (_, index) => 0.7 + index / 100);
    expect(stripLabel(wait, alliance({ median: 0.805 }), many, 'ccg')).toMatch(
      /; 22 CCGs, from 70.0% to 91.0%, median 80.5%$/,
    );
  });

  test('of fifths name both ends, with one area or many', () => {
    const labels = rows(
      renderToStaticMarkup(createElement(PaintedBars, { plot: barsOf(fifthBars(spread(), wait, ''), 1000) })),
    );
    expect(labels[0]).toBe(
      'Most deprived fifth, 42 CCGs: 81.0% (810 of 1,000 people treated), 95% interval between 79.0% and 83.0%',
    );
    expect(labels[2]).toMatch(/^Middle fifth, 1 CCG:/);
    expect(labels[4]).toMatch(/^Least deprived fifth/);
  });

  test('ranked intervals begin with the better', () => {
    const order = (metric: Metric) => rankedAreas(fiveAreas(), metric).map(({ area }) => area);
    expect(order(wait)).toEqual(['00V', '00T', '01G', '01W', '99A']);
    expect(order(upsideDown)).toEqual(['99A', '01W', '01G', '00T', '00V']);
  });
});
