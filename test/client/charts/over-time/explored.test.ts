import { describe, expect, test } from 'vitest';
import { allianceLinesDescription } from '../../../../client/charts/alliance-lines/lines.ts';
import { compareDescription, compareSeries } from '../../../../client/charts/compare-lines/lines.ts';
import { nextPlace } from '../../../../client/charts/kit/places.ts';
import { drawnOut } from '../../../../client/charts/over-time/drawn.tsx';
import { trendFigure } from '../../../../client/charts/over-time/index.tsx';
import { exploredQuery, nearestLine, nearestPlace } from '../../../../client/charts/over-time/OverTime.tsx';
import { narrowed, pickedOut, plotOf } from '../../../../client/charts/over-time/plot.ts';
import { placeWords, readAt } from '../../../../client/charts/over-time/words.ts';
import { METRICS } from '../../../../data/metrics/index.ts';
import { quarterly, trendPoint, trendPoints, wholeTrend } from '../fixtures.ts';

const wait = METRICS['62-day-wait'];
const bury = wholeTrend(
  '62-day-wait',
  { '2019-12': 0.9, '2020-01': null, '2020-02': 0 },
  {
    benchmark: { area: 'england', name: 'England', points: trendPoints({ '2019-12': 0.8, '2020-01': 0.81 }) },
    breaks: [{ from: '2020-02', reason: 'Changed.' }],
  },
);
const { description } = trendFigure(bury, { control: false, areas: undefined });
/** Two areas compared. */
const compared = () =>
  compareDescription(
    compareSeries(
      ['02N', '02R'].map((area, index) =>
        quarterly(area, { 'fy2019-20-q3': 0.9 + index / 100, 'fy2019-20-q4': 0.95 }),
      ),
      wait,
    ),
    wait,
    { title: '', narrow: false },
  );

describe('a period is read', () => {
  test('keys move by place and stop at the ends', () => {
    expect(nextPlace(3, 'ArrowLeft', 5)).toBe(2);
    expect(nextPlace(3, 'ArrowRight', 5)).toBe(4);
    expect(nextPlace(4, 'ArrowRight', 5)).toBe(4);
    expect(nextPlace(0, 'ArrowLeft', 5)).toBe(0);
    expect(nextPlace(3, 'Home', 5)).toBe(0);
    expect(nextPlace(0, 'End', 5)).toBe(4);
    expect(nextPlace(3, 'Enter', 5)).toBeNull();
    expect([nextPlace(3, 'ArrowDown', 5), nextPlace(3, 'ArrowDown', 5, true)]).toEqual([2, 4]);
  });

  test('a pointer is at the nearest place, also beyond the ends', () => {
    const plot = {
      places: [0, 1, 2, 3].map((at) => ({ id: `${at}`, at, words: '' })),
      x: (at: number) => 50 + 10 * at,
    };
    expect([nearestPlace(plot, 64), nearestPlace(plot, 0), nearestPlace(plot, 500)]).toEqual([1, 0, 3]);
  });

  test('with every figure it has; a gap, nothing and zero are three things', () => {
    const plot = plotOf(description, 640);
    const read = (at: number) => readAt(plot, at).map(({ line, value }) => `${line.name}: ${value}`);
    expect(read(1)).toEqual(['Bury: no figure', 'England: 81.0%', 'Target: 85%']);
    expect(read(2)).toEqual(['Bury: 0.0%', 'Target: 85%']);
    expect(placeWords(plot, 1)).toBe(
      'January 2020; Bury: no figure; England: 81.0% (81 of 100 people treated), 95% interval 76.0% to 86.0%; Target: 85%',
    );
  });

  test('with why there is none, and whether it is provisional', () => {
    const points = [
      { ...trendPoint('2020-01', null), notes: ['Not published.'] },
      { ...trendPoint('2020-02', 0.8), status: 'provisional' as const },
    ];
    const trend = { ...bury, points, benchmark: null };
    const plot = plotOf(trendFigure(trend, { control: false, areas: undefined }).description, 640);
    expect(placeWords(plot, 0)).toBe('January 2020; Bury: no figure; Target: 85%; Not published.');
    expect(placeWords(plot, 1)).toMatch(/Target: 85%; Provisional$/);
  });

  test('with its counts and its interval', () => {
    const [first, ...rest] = bury.points;
    const counted = first && { ...first, numerator: 90, denominator: 100, lower: 0.83, upper: 0.94 };
    const trend = { ...bury, points: counted ? [counted, ...rest] : rest };
    const plot = plotOf(trendFigure(trend, { control: false, areas: undefined }).description, 640);
    expect(placeWords(plot, 0)).toContain(
      'Bury: 90.0% (90 of 100 people treated), 95% interval 83.0% to 94.0%; England',
    );
  });
});

describe('lines', () => {
  test('are hidden, but for the subject, with the band that belongs to them', () => {
    const left = pickedOut(description, { hide: ['england', 'target', bury.area.area, 'nowhere'], pick: '' });
    expect(left.lines.map(({ id }) => id)).toEqual([bury.area.area]);
    expect(left.bands).toHaveLength(description.bands.length);
  });

  test('the one picked out stands last and in its own colour; the subject is not set back', () => {
    const { lines } = pickedOut(description, { hide: [], pick: 'england' });
    expect(lines.at(-1)).toMatchObject({ id: 'england', look: { stroke: '#4c6272', strokeWidth: 3.5 } });
    expect(lines.find(({ role }) => role === 'subject')?.look.stroke).toBe('#12436d');
  });

  test('one that is no line changes nothing', () =>
    expect(pickedOut(description, { hide: [], pick: 'nowhere' }).lines).toEqual(description.lines));

  test('hidden all, they leave the axis where it was, and its file all lines; the file of none is refused', () => {
    const hide = ['02N', '02R'];
    const [shown, hidden] = [[], hide].map((ids) => plotOf(compared(), 640, { hide: ids, pick: '' }));
    expect(hidden?.lines.map(({ id }) => id)).toEqual([]);
    expect(hidden?.y.ticks).toEqual(shown?.y.ticks);
    expect(exploredQuery(compared(), { range: '', hide, pick: '' }).hide).toBe('');
    expect(exploredQuery(compared(), { range: '', hide: ['02N'], pick: '' }).hide).toBe('02N');
    expect(() => drawnOut(compared(), { hide: hide.join(',') })).toThrow(
      'hide: the line of every area is hidden; leave out one of 02N, 02R.',
    );
  });

  test('a file is asked for the lines that there are, and the range as mended', () =>
    expect(
      exploredQuery(description, {
        range: '2020-02..2020-01',
        hide: ['england', 'nowhere'],
        pick: 'nowhere',
      }),
    ).toEqual({ range: '2020-01..2020-02', hide: 'england', pick: '' }));
});

describe('a range', () => {
  test('keeps its periods, with the breaks and marks among them', () => {
    const part = narrowed(description, [1, 2]);
    expect(part.places.map(({ id, at }) => [id, at])).toEqual([
      ['2020-01', 0],
      ['2020-02', 1],
    ]);
    expect(part.lines.find(({ role }) => role === 'subject')?.breaks).toEqual([1]);
    expect(part.rules.map(({ at }) => at)).toEqual([0.5]);
    expect(narrowed(description, [0, 1]).rules).toEqual([]);
  });

  test('of one period is drawn in the middle', () => {
    const plot = plotOf(narrowed(description, [0, 0]), 640);
    expect(plot.x(0)).toBeCloseTo((plot.frame.left + plot.frame.right) / 2, 2);
  });
});

const AT_REST = [
  'fy2019-20-q3',
  'fy2019-20-q4',
  'fy2020-21-q1',
  'fy2020-21-q2',
  'fy2020-21-q3',
  'fy2020-21-q4',
];
const values = (...of: (number | null)[]) =>
  Object.fromEntries(of.map((value, index) => [AT_REST[index] ?? '', value]));

describe('the CCGs of an Alliance', () => {
  const whole = quarterly('west-yorkshire', values(0.7, 0.7, 0.7, 0.71, 0.72, 0.7));
  const parts = [
    quarterly('02N', values(0.9, 0.8, 0.7, 0.9, 0.9, 0.9)),
    quarterly('02W', values(0.5, 0.6, 0.5)),
    quarterly('02T', values(0.5, 0.6, 0.5)),
  ];
  const drawn = (pick = '') => {
    const lines = allianceLinesDescription(whole, parts, wait, { title: '', narrow: false });
    if (!lines) throw new Error('Nothing is drawn');
    return plotOf(lines, 800, { hide: [], pick });
  };

  test('the line nearest to the pointer is the one that is read, none far from all', () => {
    const plot = drawn();
    const near = (place: number, value: number) => nearestLine(plot, place, plot.y.at(value));
    expect([near(0, 0.89), near(1, 0.605), near(0, 0.7)]).toEqual(['02N', '02T', '']);
  });

  test('lines that end early are named where they end, clear of one another; the others at the right', () => {
    const plot = drawn();
    expect(plot.ends.map(({ text }) => text).sort()).toEqual(['02N', 'west-yorkshire']);
    const [one, other] = plot.ended;
    expect([one?.text, other?.text].sort()).toEqual(['02T', '02W']);
    expect(one?.x).toBe(plot.x(2) + 7);
    expect(Math.abs((one?.y ?? 0) - (other?.y ?? 0))).toBeGreaterThanOrEqual(16);
  });

  test('the one picked out is drawn out and named in bold', () => {
    const plot = drawn('02W');
    expect(plot.lines.at(-1)).toMatchObject({ id: '02W', look: { strokeWidth: 3.5 } });
    expect(plot.ended.find(({ id }) => id === '02W')?.bold).toBe(true);
  });

  test('is not drawn of one period', () =>
    expect(
      allianceLinesDescription(quarterly('x', values(0.7)), [], wait, { title: '', narrow: false }),
    ).toBeNull());
});

test('twenty lines of different ends are named without touching', () => {
  const parts = Array.from({ length: 20 }, (_, index) =>
    quarterly(
      `0${String.fromCharCode(65 + index)}1`,
      values(...Array(1 + (index % 6)).fill(0.6 + index / 100)),
    ),
  );
  const whole = quarterly('west-yorkshire', values(0.7, 0.7, 0.7, 0.7, 0.7, 0.7));
  const lines = allianceLinesDescription(whole, parts, wait, { title: '', narrow: false });
  const { ended } = plotOf(lines ?? description, 1100);
  expect(ended.length).toBeGreaterThan(10);
  for (const one of ended)
    for (const other of ended)
      if (one !== other && Math.abs(one.x - other.x) < 20)
        expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(16);
});

test('the axis holds the whole interval of a series', () => {
  const trend = wholeTrend(
    '62-day-over-104',
    { '2025-01': 0.12, '2025-02': 0.09, '2025-03': 0.08 },
    { targets: [] },
  );
  const { y } = plotOf(trendFigure(trend, { control: false, areas: undefined }).description, 640);
  // The fixtures' intervals lie five points to either side: from 3% to 17%.
  expect([y.low <= 0.03, y.high >= 0.17]).toEqual([true, true]);
});

test('the name of a line that ends early lies on no other line', () => {
  const quarters = [
    'fy2018-19-q1',
    'fy2018-19-q2',
    'fy2018-19-q3',
    'fy2018-19-q4',
    'fy2019-20-q1',
    'fy2019-20-q2',
  ];
  const of = (values: readonly (number | null)[]) =>
    Object.fromEntries(quarters.map((quarter, index) => [quarter, values[index] ?? null]));
  const whole = quarterly('peninsula', of([0.8, 0.81, 0.82, 0.81, 0.8, 0.82]));
  const parts = [
    quarterly('Long name that ended early', of([0.8, 0.82, 0.81])),
    quarterly('last', of([0.83, 0.84, 0.84, 0.83, 0.85, 0.84])),
  ];
  const drawn = allianceLinesDescription(whole, parts, wait, { title: '', narrow: false });
  const plot = plotOf(drawn ?? description, 1100);
  const [ended] = plot.ended;
  const right = (ended?.x ?? 0) + 180;
  const crossed = plot.lines.flatMap(({ id, figures }) =>
    figures.flatMap((figure, at) => {
      const x = plot.x(at);
      const inside = figure?.value != null && x >= (ended?.x ?? 0) - 7 && x <= right;
      return inside && Math.abs(plot.y.at(figure.value ?? 0) - ((ended?.y ?? 0) - 4)) < 8 ? [id] : [];
    }),
  );
  expect(plot.ended.map(({ text }) => text)).toEqual(['Long name that ended early']);
  expect(crossed).toEqual([]);
});
