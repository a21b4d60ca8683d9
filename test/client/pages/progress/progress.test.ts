import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { brokenPath } from '../../../../client/charts/over-time/marks.tsx';
import { PaintedPlot } from '../../../../client/charts/over-time/PaintedPlot.tsx';
import { type Plot, type PlotLine, plotOf } from '../../../../client/charts/over-time/plot.ts';
import { placeWords } from '../../../../client/charts/over-time/words.ts';
import { PROGRESS_HEAD, progressCells } from '../../../../client/charts/progress/columns.ts';
import { between, canDraw, joined, pathDescription } from '../../../../client/charts/progress/path.tsx';
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
    ownAreas: [],
    latestMonth: '2026-04',
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
const plot = (each = drawn, asAt = '2014') =>
  plotOf(pathDescription(each, index, { asAt, least: 140, compact: true }), 280);
const dotsOf = ({ places, x, y }: Plot, { figures }: PlotLine) =>
  figures.map((figure, index) =>
    figure?.value == null ? null : { x: x(places[index]?.at ?? 0), y: y.at(figure.value) },
  );
const chart = (each = drawn, asAt = '2014') =>
  renderToStaticMarkup(createElement(PaintedPlot, { plot: plot(each, asAt) }));
const pathOf = (id: string) => new RegExp(`<path d="([^"]*)"[^>]*data-line="${id}"`).exec(chart())?.[1] ?? '';
const band = (id: string) => new RegExp(`<path data-line="${id}" d="([^"]*)"`).exec(chart())?.[1] ?? '';

describe('the path', () => {
  test('has a dot and a bar for each figure, the target at its end, named, and years at their middles', () => {
    // The fourth is the target.
    expect(chart().match(/<circle/g)).toHaveLength(4);
    expect(band('intervals').match(/V/g)).toHaveLength(3);
    expect(chart()).toContain('>75% by 2020</tspan>');
    expect(plot().names).toEqual([
      { at: 3, text: '2015' },
      { at: 8, text: '2020' },
    ]);
  });

  test('is told in words to those who do not see it', () =>
    expect(chart()).toContain(
      'aria-label="One-year survival. 3 figures, from 68.9% in 2012 to 70.4% in 2014. The straight path leads to 75% in 2020. At the pace seen, in 2020.',
    ));

  test('is read at every place: the figure with its interval, then the straight path, the pace and the target', () => {
    expect(placeWords(plot(), 0)).toBe('2012; One-year survival: 68.9%, 95% interval 68.8% to 69.0%');
    // From 70.4 at 2014.5 to 75 at 2021, at 2020.6: 70.4 + 4.6 × 6.1 / 6.5.
    expect(placeWords(plot(), 4)).toBe(
      '2020; At the pace seen: 75.0%, 95% interval 74.8% to 75.2%; Straight path: 74.7%',
    );
    expect(placeWords(plot(), 5)).toMatch(/^2020; .*Target: 75%/);
  });

  test('an upright line says how far along it is read, and what the way and the pace come to there', () => {
    const today = plot(drawn, 'fy2016-17');
    // The end of March 2017 is 2017.25, 4.75 years after the first figure.
    expect(today.marks).toMatchObject([{ text: 'As at 2016/17', place: 4.75, at: today.x(4.75) }]);
    // From 70.4 at 2014.5: 4.6 × 2.75 / 6.5 more on the straight path, 4.6 (4.4 to 4.8) × 2.75 / 6.1 at the pace seen.
    expect(placeWords(today, 3)).toBe(
      'As at April 2016 to March 2017; At the pace seen: 72.5%, 95% interval 72.4% to 72.6%; Straight path: 72.3%; Last figure: 70.4% in 2014',
    );
    const rule = `M${today.x(4.75)} ${today.frame.top - 8}V${today.frame.bottom}`;
    expect(chart(drawn, 'fy2016-17')).toContain(`<path d="${rule}"`);
    expect(chart(drawn, 'fy2016-17')).toContain(
      'The upright line stands at the end of April 2016 to March 2017.',
    );
  });

  test('it stands beyond the target once the date has passed', () => {
    const today = plot(drawn, '2026-04');
    const [mark, aim] = [today.marks[0]?.place ?? 0, today.places[4]?.at ?? 0];
    expect(mark).toBeCloseTo(2026 + 4 / 12 - 2012.5, 9);
    expect(mark).toBeGreaterThan(aim);
    expect(placeWords(today, 5)).toBe('As at April 2026; no figures; Last figure: 70.4% in 2014');
  });

  test('it is left out where nothing leads on from a figure of the period it is read at', () => {
    const level = [point(null, 2012.5, 75), point(null, 2014.5, 75)];
    const standard = { ...drawn, path: { ...path, target: level, projection: [] } };
    expect(plot(standard, '2014').marks).toEqual([]);
    expect(plot(standard, '2015').marks).toHaveLength(1);
    expect(plot({ ...drawn, path: { ...path, target: [], projection: [] } }, '2015').marks).toEqual([]);
  });

  test('a target whose date lies among the figures is drawn at its date, and the figures pass over it', () => {
    const points = [...path.points, point('2020', 2020.5, 72), point('2021', 2021.5, 72.4)];
    const later = plot(
      {
        ...drawn,
        path: { points, target: path.target, projection: [] },
        pace: pace({ from: '2013', to: '2021', reason: null }),
      },
      '2021',
    );
    expect(later.places.map(({ at }) => at + 2012.5)).toEqual([2012.5, 2013.5, 2014.5, 2020.5, 2021, 2021.5]);
    expect(placeWords(later, 4)).toBe('2020; Straight path: 75.0%; Target: 75%');
    const figures = later.lines.find(({ id }) => id === 'figures');
    if (!figures) throw new Error('No figures are drawn');
    // 2012 comes before the stretch that the pace is read from; the rest is one piece, without a corner at the date.
    expect(brokenPath(dotsOf(later, figures), figures).match(/[ML]/g)?.join('')).toBe('MLLL');
  });

  test('a line of straight pieces is nothing before its start and after its end', () => {
    expect(between(path.target, 2014)).toBeNull();
    expect(between(path.target, 2021.1)).toBeNull();
    expect(between([], 2015)).toBeNull();
    expect(between(path.target, 2017.75)?.value).toBeCloseTo(72.7, 9);
  });

  test('joins only the figures that the pace is read from', () => {
    expect(joined(drawn).map(({ period }) => period)).toEqual(['2013', '2014']);
    expect(joined({ ...drawn, pace: null })).toEqual([]);
  });

  test('stays within its frame, and its band is closed', () => {
    const { frame } = plot();
    const corners = [...(pathOf('path') + pathOf('figures')).matchAll(/([\d.]+) ([\d.]+)/g)];
    expect(corners.length).toBeGreaterThanOrEqual(4);
    for (const [, x, y] of corners) {
      expect(Number(x)).toBeGreaterThanOrEqual(frame.left);
      expect(Number(x)).toBeLessThanOrEqual(frame.right);
      expect(Number(y)).toBeGreaterThanOrEqual(frame.top);
      expect(Number(y)).toBeLessThanOrEqual(frame.bottom);
    }
    expect(band('projection-band')).toMatch(/^M.*z$/);
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
