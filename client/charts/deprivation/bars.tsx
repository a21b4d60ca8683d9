import type { Fifth, Spread } from '../../../data/contract/spread.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { countsOf } from '../../../data/text/figure.ts';
import { formatInterval, formatTick, formatValue } from '../../../data/text/format.ts';
import { referencesOf } from '../../../data/text/references.ts';
import { areasNoun, capitalised } from '../../../data/text/words.ts';
import type { BarRow, BarsDescription } from '../bars/bars.ts';
import { figureRead } from '../bars/words.ts';
import { IntervalMark } from '../kit/marks.tsx';
import { valueAxis } from '../kit/scales.ts';
import { areasOf, axisName, figureOf } from '../kit/words.ts';

const NAMES: Record<number, string> = {
  1: 'Most deprived fifth',
  2: 'Second fifth',
  3: 'Middle fifth',
  4: 'Fourth fifth',
  5: 'Least deprived fifth',
};
const LEGEND = [
  {
    text: 'The areas of a fifth together, with their 95% interval',
    swatch: <IntervalMark value={0} lower={-12} upper={12} y={0} colour={PALETTE.area} />,
  },
];
const BESIDE = 292;
const LINE = 17;

/** The five fifths of areas by deprivation, most deprived first, each with its value, interval and counts. */
export function fifthBars(spread: Spread, metric: Metric, title: string): BarsDescription {
  const { level } = spread.query;
  return {
    title,
    rows: spread.fifths
      .toSorted((one, other) => one.fifth - other.fifth)
      .map((fifth) => rowOf(fifth, metric, level)),
    axis: (values, over) => valueAxis(metric, values, over ? 4 : 6),
    tick: (value, ticks) => formatTick(metric, value, ticks),
    axisName: axisName(metric),
    lines: referencesOf(metric, spread),
    sides: [],
    key: LEGEND,
    room: (width) => {
      const over = width < 720;
      return {
        over,
        left: over ? 20 : 180,
        right: over ? 22 : 310,
        names: over ? width - 90 : 172,
        counts: Math.min(BESIDE - 4, width - 76),
        figures: over ? { x: width - 2, anchor: 'end' } : { x: width - BESIDE, anchor: 'start' },
        step: (lines) => LINE * (lines - 2) + (over ? 64 : 48),
      };
    },
  };
}

function rowOf(fifth: Fifth, metric: Metric, level: string): BarRow {
  const { value, lower, upper, areas } = fifth;
  const title = NAMES[fifth.fifth] ?? `Fifth ${fifth.fifth}`;
  const interval =
    lower === null || upper === null ? '' : `, 95% interval ${formatInterval(metric, lower, upper)}`;
  return {
    id: `fifth-${fifth.fifth}`,
    title,
    under: areasOf(level, areas),
    strong: true,
    sum: false,
    value,
    lower,
    upper,
    beside: null,
    figure: value === null ? 'no figure' : formatValue(metric, value),
    after: '',
    counts: countsOf(metric, fifth),
    mark: 'tick',
    look: { fill: PALETTE.area, stroke: PALETTE.area },
    line: PALETTE.area,
    label: `${title}, ${areasOf(level, areas)}: ${figureOf(metric, fifth)}${interval}`,
    read: [...figureRead(metric, fifth), [capitalised(areasNoun(level, 2)), String(areas)]],
  };
}
