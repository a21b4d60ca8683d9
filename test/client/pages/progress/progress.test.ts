import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { PROGRESS_HEAD, progressCells } from '../../../../client/charts/progress/columns.ts';
import {
  bandOf,
  canDraw,
  joined,
  ProgressPath,
  progressLayout,
} from '../../../../client/charts/progress/ProgressPath.tsx';
import { areaGroups } from '../../../../client/pages/progress/Progress.tsx';
import type { Areas } from '../../../../data/contract/index.ts';
import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { pace, point, progress, row, survival, unfilled } from './fixtures.ts';

describe('the areas to choose from', () => {
  const alliance = { area: 'west-yorkshire', name: 'West Yorkshire', ccgs: ['02N', '02W'] };
  const areas = {
    regions: [{ area: 'region-north', name: 'North', alliances: ['west-yorkshire'] }],
    alliances: [alliance, { area: 'peninsula', name: 'Peninsula', ccgs: [] }],
    alliancesToday: [{ area: 'today-peninsula', name: 'Peninsula Cancer Alliance', icbs: ['QJK'] }],
    icbs: [{ area: 'QJK', name: 'NHS Devon ICB', allianceToday: 'today-peninsula' }],
    ccgs: [
      { area: '02W', name: 'NHS Bradford City CCG', alliances: ['west-yorkshire'] },
      { area: '02N', name: 'NHS Airedale CCG', alliances: ['west-yorkshire'] },
    ],
    laterCcgs: [{ area: '36J', name: 'NHS Bradford District and Craven CCG', alliance: 'west-yorkshire' }],
  } as unknown as Areas;
  const names = (chosen: string) => areaGroups(areas, chosen).map(({ name }) => name);

  test('hold the CCGs of the chosen Alliance, by name, and those beside a chosen CCG', () => {
    const all = ['Regions', 'Alliances: Annex i, 2016', 'Alliances: today'];
    expect(names('england')).toEqual(all);
    expect(names('west-yorkshire')).toEqual([...all, 'CCGs of West Yorkshire']);
    expect(names('QJK')).toEqual([...all, 'ICBs of Peninsula Cancer Alliance']);
    expect(
      areaGroups(areas, '02W')
        .at(-1)
        ?.areas.map(({ area }) => area),
    ).toEqual(['02N', '02W']);
  });

  test('a CCG made by a later merger stands alone beside them', () =>
    expect(areaGroups(areas, '36J').map(({ name, areas: [first] }) => [name, first?.area])).toContainEqual([
      'CCG',
      '36J',
    ]));
});

// England’s one-year survival, 2012 to 2014, and the straight way from there to 75% by the end of 2020.
const path = {
  points: [
    point('2012', 2012.5, 68.9, 0.1),
    point('2013', 2013.5, 69.6, 0.1),
    point('2014', 2014.5, 70.4, 0.1),
  ],
  target: [point('2014', 2014.5, 70.4), point(null, 2021, 75)],
  projection: [
    { ...point('2014', 2014.5, 70.4), lower: 70.4, upper: 70.4 },
    { ...point(null, 2020.6, 75), lower: 74.8, upper: 75.2 },
  ],
};
const when = { time: 2020.56, earliest: 2020.3, latest: 2020.9 };
const drawn = survival({ path, pace: pace({ from: '2013', to: '2014', when, reason: null }) });
const index = metricOf('one-year-survival');
const chart = (each = drawn) =>
  renderToStaticMarkup(
    createElement(ProgressPath, { row: each, spec: { metric: index, width: 280, height: 140, title: '' } }),
  );

describe('the path', () => {
  test('has a point and a bar for each figure, the target named at its end, and years at their middles', () => {
    expect(chart().match(/<circle/g)).toHaveLength(3);
    expect(chart()).toMatch(/>75%<\/tspan>.*>by 2020<\/tspan>/);
    const frame = { left: 44, right: 230, top: 10, bottom: 118 };
    expect(progressLayout(path, index, frame).x.ticks).toEqual([2015.5, 2020.5]);
    expect(chart()).toContain('>2015<');
  });

  test('is told in words to those who do not see it', () =>
    expect(chart()).toContain(
      'aria-label="One-year survival. 3 figures, from 68.9% in 2012 to 70.4% in 2014. The straight path leads to 75% in 2020. At the pace seen, in 2020."',
    ));

  test('joins only the figures that the pace is read from', () => {
    expect(joined(drawn).map(({ period }) => period)).toEqual(['2013', '2014']);
    expect(joined({ ...drawn, pace: null })).toEqual([]);
  });

  test('stays within its frame, and its band is closed', () => {
    const frame = { left: 44, right: 230, top: 10, bottom: 118 };
    const plane = progressLayout(path, index, frame);
    for (const { time, value } of [...path.points, ...path.target]) {
      expect(plane.x.at(time)).toBeGreaterThanOrEqual(frame.left);
      expect(plane.x.at(time)).toBeLessThanOrEqual(frame.right);
      expect(plane.y.at(value)).toBeGreaterThanOrEqual(frame.top);
      expect(plane.y.at(value)).toBeLessThanOrEqual(frame.bottom);
    }
    expect(bandOf(path.projection, plane)).toMatch(/^M.*z$/);
    expect(bandOf(path.target, plane)).toBe('');
  });

  test('is not drawn of a single figure without a target', () => {
    expect(canDraw({ points: path.points.slice(0, 1), target: [], projection: [] })).toBe(false);
    expect(canDraw({ points: [], target: path.target, projection: [] })).toBe(false);
    expect(canDraw(path)).toBe(true);
  });
});

describe('the file', () => {
  const cells = progressCells(progress([row(), unfilled()])).map((each) =>
    Object.fromEntries(each.map((cell, at) => [PROGRESS_HEAD[at], cell])),
  );

  test('has every ambition at full precision, with its gap, verdict and source', () =>
    expect(cells[0]).toMatchObject({
      area: 'west-yorkshire',
      value: 5226 / 6216,
      target: 0.85,
      verdict: 'not-met',
      gap_people: 58,
      publisher: 'NHS England',
    }));

  test('keeps those without a figure', () =>
    expect(cells[1]).toMatchObject({
      metric: null,
      value: null,
      reason: 'Nothing is bundled.',
      publisher: null,
    }));
});
