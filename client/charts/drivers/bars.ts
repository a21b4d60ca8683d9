import type { DriverRow } from '../../../data/contract/drivers.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { COMPARED } from '../../../data/palette.ts';
import { formatCount } from '../../../data/text/format.ts';
import { briefName } from '../../../data/text/words.ts';
import type { BarRow, BarsDescription } from '../bars/bars.ts';
import { figureRead } from '../bars/words.ts';
import { roundTicks } from '../kit/scales.ts';

const STEP = 30;

/** How many bars a drawing of a height has room for. */
export const barsWithin = (height: number) => Math.floor((height - 60) / STEP);

type Drawn = {
  rows: readonly DriverRow[];
  metric: Metric;
  /** The target in words: `85%`. */
  aim: string;
  title: string;
  selected: string;
};

/**
 * People by whom each CCG is short of a target, as bars to the right, or has them to spare, as bars to the left; with those
 * in no row they sum to what the Alliance as a whole lacks. A CCG without counts has a row without a bar that says so.
 */
export function driverBars({ rows, metric, aim, title, selected }: Drawn): BarsDescription {
  const counts = rows.flatMap(({ people }) => people ?? []);
  const [low, high] = [Math.min(0, ...counts), Math.max(0, ...counts)];
  const ends = [low, Math.max(high, low + 1)] as const;
  const sides = [
    ...(low < 0
      ? [
          {
            text: high > 0 ? '◄ to spare' : `◄ to spare over ${aim}`,
            colour: COMPARED.better,
            side: 'left' as const,
          },
        ]
      : []),
    ...(high > 0 || low === 0
      ? [{ text: `short of ${aim} ►`, colour: COMPARED.worse, side: 'right' as const }]
      : []),
  ];
  return {
    title,
    rows: rows.map((row) => rowOf(row, metric, aim, selected)),
    axis: () => ({ ends, ticks: roundTicks(...ends, 5, 1) }),
    tick: (count) => formatCount(Math.abs(count)),
    axisName: '',
    lines: [],
    sides,
    key: [],
    room: (width) => {
      // On a phone all but the two longest names are whole.
      const names = Math.min(width < 520 ? 163 : 230, 0.5 * width);
      return {
        over: false,
        left: names + (low < 0 ? 44 : 10),
        right: 52,
        names: names - 8,
        counts: 0,
        figures: { x: width, anchor: 'end' },
        step: () => STEP,
      };
    },
  };
}

function rowOf(row: DriverRow, metric: Metric, aim: string, selected: string): BarRow {
  const { area, name, people } = row;
  const colour = people !== null && people > 0 ? COMPARED.worse : COMPARED.better;
  return {
    id: area,
    title: briefName(name),
    under: '',
    strong: area === selected,
    sum: false,
    value: people,
    lower: null,
    upper: null,
    beside: null,
    figure: people === null ? 'no figure' : people < 0 ? `−${formatCount(-people)}` : formatCount(people),
    after: '',
    counts: '',
    mark: 'bar',
    look: { fill: colour, stroke: colour },
    line: colour,
    label: [`${name}: ${gapWords(people, aim)}`, ...figureRead(metric, row).map(([, value]) => value)].join(
      ', ',
    ),
    read: [['Gap', gapWords(people, aim)], ...figureRead(metric, row)],
  };
}

/** A gap in words: `12 people short of 85%`. */
function gapWords(people: number | null, aim: string): string {
  if (people === null) return 'cannot be told';
  if (people === 0) return `exactly at ${aim}`;
  const count = `${formatCount(Math.abs(people))} ${Math.abs(people) === 1 ? 'person' : 'people'}`;
  return people > 0 ? `${count} short of ${aim}` : `${count} to spare over ${aim}`;
}
