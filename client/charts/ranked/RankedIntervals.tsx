import { useMemo } from 'react';
import type { Spread, SpreadArea } from '../../../data/contract/spread.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { formatCount, formatInterval, formatValue } from '../../../data/text/format.ts';
import { roughLines } from '../../../data/text/measure.ts';
import { byLetters } from '../../../data/text/order.ts';
import { type Reference, referencesOf } from '../../../data/text/references.ts';
import { areasNoun, briefName } from '../../../data/text/words.ts';
import { BaseLine, REFERENCE, UprightValues } from '../kit/Axes.tsx';
import { ChartFrame, titleHeight, WordsOnly } from '../kit/ChartFrame.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import { ChartLegend, type LegendEntry, legendHeight } from '../kit/Legend.tsx';
import { placeFlags, spreadApart } from '../kit/labels.ts';
import {
  type DrawnPoint,
  MarkedPoints,
  NAME_SIZE,
  PointNames,
  Points,
  ringBox,
  shapePath,
  tagBox,
} from '../kit/marks.tsx';
import { type Choosing, type PickSpec, usePointing } from '../kit/pointing.ts';
import { type Frame, pixel, roundTicks, type Scale, scaleOf, valueAxis } from '../kit/scales.ts';
import { areasOf, figureOf } from '../kit/words.ts';

type Props = { spread: Spread; spec: PickSpec } & Choosing;

/** Every area with its 95% interval, in the order of its value; arrow keys move from one to the next. */
export function RankedIntervals({ spread, spec, onSelect }: Props) {
  const { metric, width, title, selected } = spec;
  const layout = useMemo(() => rankedLayout(spread, spec), [spread, spec]);
  const { frame, height, x, y, column, lines, points, bars, names, tag } = layout;
  const { svg, stop, pointed, isHere, handlers } = usePointing(points, selected, { onSelect });
  if (points.length === 0)
    return <WordsOnly width={width} title={title} words="There are no figures to show." />;

  const legend = rankedLegend(spread, points);
  const find = (id: string) => points.find((point) => point.id === id);
  return (
    <ChartFrame
      ref={svg}
      {...handlers}
      width={width}
      height={height + legendHeight(legend, width)}
      title={title}
    >
      <UprightValues scale={y} frame={frame} metric={metric} />
      <BaseLine
        frame={frame}
        name={orderName(spread, metric)}
        ticks={placesNamed(points.length).map((place) => ({ at: x.at(place), text: formatCount(place) }))}
      />
      <Bars bars={bars} strong={false} width={Math.min(1.5, Math.max(0.6, column / 2))} />
      <LevelReferences lines={lines} scale={y} frame={frame} width={width} />
      <Bars bars={bars} strong width={Math.min(3, Math.max(1.5, column / 2))} />
      <Leaders names={names} bars={bars} />
      <Points points={points} stop={stop} selected={selected} />
      <PointNames names={names} />
      <ChartLegend entries={legend} width={width} top={height} />
      <MarkedPoints
        selected={find(selected)}
        pointed={find(pointed)}
        named={!isHere}
        frame={frame}
        tag={tag}
      />
    </ChartFrame>
  );
}

type BarsProps = { bars: readonly Bar[]; strong: boolean; width: number };

const Bars = ({ bars, strong, width }: BarsProps) => (
  <path
    {...UNSPOKEN}
    fill="none"
    stroke={strong ? PALETTE.alliance : COMPARED.faint}
    strokeWidth={pixel(width)}
    d={bars
      .filter((bar) => bar.strong === strong && bar.top < bar.bottom)
      .map(({ x, top, bottom }) => `M${x} ${top}V${bottom}`)
      .join('')}
  />
);

type LeadersProps = { names: readonly { id: string; y: number }[]; bars: readonly Bar[] };

/** Thin lines from names to the bars they stand over or under. */
const Leaders = ({ names, bars }: LeadersProps) => (
  <path
    {...UNSPOKEN}
    fill="none"
    stroke={PALETTE.alliance}
    strokeWidth={0.75}
    d={names
      .map(({ id, y }) => {
        const bar = bars.find((each) => each.id === id);
        if (!bar) return '';
        return y < bar.top
          ? `M${bar.x} ${bar.top}V${pixel(y + 3)}`
          : `M${bar.x} ${bar.bottom}V${pixel(y - 11)}`;
      })
      .join('')}
  />
);

const orderName = ({ query }: Spread, { polarity }: Metric): string =>
  `Place among ${areasNoun(query.level, 2)}, 1 the ${polarity === 'lower' ? 'lowest' : 'highest'}`;

const SIZE = 13;
const LINE = 15;

type ReferenceProps = { lines: readonly Reference[]; scale: Scale; frame: Frame; width: number };

/** Level lines that figures are held against, named at their right ends, the names moved apart where they would touch. */
function LevelReferences({ lines, scale, frame, width }: ReferenceProps) {
  const blocks = lines.map((line) => ({
    ...line,
    words: roughLines(line.text, width - frame.right - 10, SIZE),
  }));
  const middles = spreadApart(
    blocks.map(({ value, words }) => ({ at: scale.at(value), size: LINE * words.length + 3 })),
    frame.top - 10,
    frame.bottom + 10,
  );
  return (
    <g fontSize={SIZE} fontWeight={700} {...UNSPOKEN}>
      {blocks.map(({ kind, value, text, words }, index) => (
        <g key={text}>
          <path d={`M${frame.left} ${scale.at(value)}H${frame.right}`} {...REFERENCE[kind]} />
          <text
            y={(middles[index] ?? 0) + 4.5 - ((words.length - 1) * LINE) / 2}
            fill={REFERENCE[kind].stroke}
          >
            {words.map((word, row) => (
              <tspan key={word} x={frame.right + 8} dy={row === 0 ? 0 : LINE}>
                {word}
              </tspan>
            ))}
          </text>
        </g>
      ))}
    </g>
  );
}

/** What the marks of ranked intervals stand for. */
function rankedLegend({ areas, query }: Spread, points: readonly DrawnPoint[]): LegendEntry[] {
  const withIntervals = areas.some(({ lower }) => lower !== null);
  const mark = ({ shape, strong, fill, stroke }: DrawnPoint) => (
    <g>
      {withIntervals && (
        <path d="M0 -9V9" stroke={strong ? PALETTE.alliance : COMPARED.faint} strokeWidth={1.5} />
      )}
      <path d={shapePath(shape, 0, 0, strong ? 4.5 : 3)} fill={fill} stroke={stroke} strokeWidth={1.25} />
    </g>
  );
  const [plain, strong] = [false, true].map((picked) => points.find((point) => point.strong === picked));
  const all = `${areasOf(query.level, points.length)}${withIntervals ? ', each with its 95% interval' : ''}`;
  return [
    ...(plain ? [{ text: all, swatch: mark(plain) }] : []),
    ...(strong ? [{ text: 'Diamonds: the Alliance shown', swatch: mark(strong) }] : []),
  ];
}

type WithValue = SpreadArea & { value: number };
/** The interval of an area at its pixels. */
type Bar = { id: string; text: string; x: number; top: number; bottom: number; strong: boolean };

const FOOT = 46;

/** Areas with a figure: the better first, or the higher where neither is better. */
export function rankedAreas(areas: readonly SpreadArea[], metric: Metric): WithValue[] {
  const turn = metric.polarity === 'lower' ? 1 : -1;
  return areas
    .filter((area): area is WithValue => area.value !== null)
    .sort((one, other) =>
      one.value === other.value ? byLetters(one.name, other.name) : turn * (one.value - other.value),
    );
}

/** All of the picture of ranked intervals that does not change while points are pointed at. */
function rankedLayout(spread: Spread, spec: PickSpec) {
  const { metric, width, title, picked } = spec;
  const areas = rankedAreas(spread.areas, metric);
  const top = titleHeight(title, width) + 28;
  const height = Math.max(spec.height, top + 200 + FOOT);
  const frame: Frame = { left: 50, right: width - (width < 520 ? 82 : 120), top, bottom: height - FOOT };
  const lines = referencesOf(metric, spread);
  const ends = areas.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  const axis = valueAxis(metric, [...ends, ...lines.map(({ value }) => value)], 8);
  const y = scaleOf('linear', axis.ends, [frame.bottom, frame.top], axis.ticks);
  const x = scaleOf('linear', [0.5, Math.max(1, areas.length) + 0.5], [frame.left, frame.right], []);
  const column = (frame.right - frame.left) / Math.max(1, areas.length);
  const size = pixel(Math.min(3.5, Math.max(1.1, column / 2.2)));
  const points = areas.map((area, index) => drawn(area, x.at(index + 1), y.at(area.value), size, spec));
  const bars = areas.map(
    ({ area, name, value, lower, upper }, index): Bar => ({
      id: area,
      text: briefName(name),
      x: x.at(index + 1),
      top: y.at(upper ?? value),
      bottom: y.at(lower ?? value),
      strong: picked.has(area),
    }),
  );
  const selected = points.find(({ id }) => id === spec.selected);
  const tag = selected && clearOf(bars, tagBox(selected, frame), frame);
  const names = placeFlags(
    bars.filter(({ id, strong }) => strong && id !== spec.selected),
    { ...frame, left: frame.left - 8 },
    NAME_SIZE,
    [
      ...bars.map((bar) => ({ left: bar.x - 2, right: bar.x + 2, top: bar.top - 2, bottom: bar.bottom + 2 })),
      ...(selected && tag ? [tag, ringBox(selected)] : []),
    ],
  );
  return { frame, height, x, y, column, lines, points, bars, names, tag };
}

/** A box over the bars it stands at, else under them; where it was when there is no room for either. */
function clearOf(bars: readonly Bar[], box: Frame, frame: Frame): Frame {
  const there = bars.filter(({ x }) => x > box.left - 4 && x < box.right + 4);
  if (there.length === 0) return box;
  const tall = box.bottom - box.top;
  const over = Math.min(...there.map(({ top }) => top)) - tall - 8;
  const under = Math.max(...there.map(({ bottom }) => bottom)) + 8;
  const top = over >= frame.top - 8 ? over : under + tall <= frame.bottom ? under : box.top;
  return { ...box, top: pixel(top), bottom: pixel(top + tall) };
}

function drawn(
  area: WithValue,
  x: number,
  y: number,
  size: number,
  { metric, picked }: PickSpec,
): DrawnPoint {
  const strong = picked.has(area.area);
  const { lower, upper } = area;
  const interval =
    lower === null || upper === null ? '' : `, 95% interval ${formatInterval(metric, lower, upper)}`;
  const colour = strong ? PALETTE.alliance : PALETTE.ink;
  const brief = briefName(area.name);
  return {
    id: area.area,
    x,
    y,
    shape: strong ? 'diamond' : 'circle',
    size: strong ? 4.5 : size,
    fill: colour,
    stroke: strong ? colour : 'none',
    label: `${area.name}: ${figureOf(metric, area)}${interval}`,
    brief,
    name: `${brief} ${formatValue(metric, area.value)}`,
    strong,
    pale: false,
  };
}

/** The places that the axis names: a few all, of many the first, round ones between, and the last. */
function placesNamed(count: number): number[] {
  if (count <= 10) return Array.from({ length: count }, (_, index) => index + 1);
  const inner = roundTicks(1, count, 5, 1).filter(
    (place) => place > 1 + count / 20 && place < count - count / 12,
  );
  return [...new Set([1, ...inner, count])];
}
