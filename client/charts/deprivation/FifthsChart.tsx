import type { Fifth, Spread } from '../../../data/contract/spread.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { countsOf } from '../../../data/text/figure.ts';
import { formatInterval, formatValue } from '../../../data/text/format.ts';
import { roughLines } from '../../../data/text/measure.ts';
import { LevelValues, UprightReferences } from '../kit/Axes.tsx';
import { ChartFrame, type ChartSpec, Spoken, titleHeight, WordsOnly } from '../kit/ChartFrame.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import { ChartLegend, legendHeight } from '../kit/Legend.tsx';
import { IntervalMark } from '../kit/marks.tsx';
import { type Frame, type Scale, scaleOf, valueAxis } from '../kit/scales.ts';
import { areasOf, figureOf, referencesOf } from '../kit/words.ts';

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
const SMALL = 13;

/** The counts in lines that fit beside the mark, or beside the number of areas. */
const countLines = (metric: Metric, fifth: Fifth, width: number) =>
  roughLines(countsOf(metric, fifth), Math.min(BESIDE - 4, width - 76), SMALL);

const nameOf = ({ fifth }: Fifth) => NAMES[fifth] ?? `Fifth ${fifth}`;

/** The five fifths of areas by deprivation, most deprived first, each with its value, interval and counts. */
export function FifthsChart({ spread, spec }: { spread: Spread; spec: Omit<ChartSpec, 'height'> }) {
  const { metric, width, title } = spec;
  const { fifths, query } = spread;
  if (fifths.length === 0)
    return (
      <WordsOnly
        width={width}
        title={title}
        words={spread.fifthsReason ?? 'There are no figures by deprivation.'}
      />
    );
  const narrow = width < 720;
  const most = Math.max(1, ...fifths.map((fifth) => countLines(metric, fifth, width).length));
  const step = LINE * (most - 1) + (narrow ? 64 : 48);
  const top = titleHeight(title, width) + 34;
  const frame: Frame = {
    left: narrow ? 20 : 180,
    right: width - (narrow ? 22 : 310),
    top,
    bottom: top + step * fifths.length,
  };
  const lines = referencesOf(metric, spread);
  const axis = valueAxis(
    metric,
    [
      ...fifths.flatMap(({ value, lower, upper }) => [value, lower, upper]),
      ...lines.map(({ value }) => value),
    ],
    narrow ? 4 : 6,
  );
  const x = scaleOf('linear', axis.ends, [frame.left, frame.right], axis.ticks);
  const height = frame.bottom + 46 + legendHeight(LEGEND, width);
  return (
    <ChartFrame width={width} height={height} title={title}>
      <LevelValues scale={x} frame={frame} metric={metric} />
      <UprightReferences lines={lines} scale={x} frame={frame} />
      {[...fifths]
        .sort((one, other) => one.fifth - other.fifth)
        .map((fifth, index) => (
          <Spoken key={fifth.fifth} label={fifthLabel(metric, fifth, query.level)}>
            <Mark fifth={fifth} x={x} y={top + (index + 1) * step - (narrow ? 15 : step / 2)} />
            <Words
              fifth={fifth}
              metric={metric}
              level={query.level}
              narrow={narrow}
              width={width}
              y={top + index * step + (narrow ? 16 : (step - LINE * most) / 2 + 5)}
            />
          </Spoken>
        ))}
      <ChartLegend entries={LEGEND} width={width} top={frame.bottom + 42} />
    </ChartFrame>
  );
}

/** A fifth in words: its name, its number of areas, its figure and interval. */
const fifthLabel = (metric: Metric, fifth: Fifth, level: string) => {
  const interval =
    fifth.lower === null || fifth.upper === null
      ? ''
      : `, 95% interval ${formatInterval(metric, fifth.lower, fifth.upper)}`;
  return `${nameOf(fifth)}, ${areasOf(level, fifth.areas)}: ${figureOf(metric, fifth)}${interval}`;
};

function Mark({ fifth: { value, lower, upper }, x, y }: { fifth: Fifth; x: Scale; y: number }) {
  if (value === null) return null;
  return (
    <g {...UNSPOKEN}>
      <IntervalMark
        value={x.at(value)}
        lower={lower === null ? null : x.at(lower)}
        upper={upper === null ? null : x.at(upper)}
        y={y}
        colour={PALETTE.area}
      />
    </g>
  );
}

type WordsProps = { fifth: Fifth; metric: Metric; level: string; narrow: boolean; width: number; y: number };

/** The name and number of areas, and the value with its counts: beside the mark, or over it where it is narrow. */
function Words({ fifth, metric, level, narrow, width, y }: WordsProps) {
  const value = fifth.value === null ? 'no figure' : formatValue(metric, fifth.value);
  const right = narrow ? { x: width - 2, textAnchor: 'end' as const } : { x: width - BESIDE };
  return (
    <g
      fontSize={14}
      fill={PALETTE.ink}
      stroke={PALETTE.paper}
      strokeWidth={4}
      paintOrder="stroke"
      {...UNSPOKEN}
    >
      <text x={0} y={y} fontWeight={700}>
        {nameOf(fifth)}
      </text>
      <text x={0} y={y + LINE} fill={PALETTE.secondary} fontSize={SMALL}>
        {areasOf(level, fifth.areas)}
      </text>
      <text {...right} y={y} fontWeight={700}>
        {value}
      </text>
      {countLines(metric, fifth, width).map((line, index) => (
        <text key={line} {...right} y={y + LINE * (index + 1)} fill={PALETTE.secondary} fontSize={SMALL}>
          {line}
        </text>
      ))}
    </g>
  );
}
