import type { Metric } from '../../../data/metrics/index.ts';
import { BANDS, COMPARED, PALETTE } from '../../../data/palette.ts';
import type { ComparedArea } from '../../../data/text/compare.ts';
import { formatInterval, formatValue } from '../../../data/text/format.ts';
import { roughLines } from '../../../data/text/measure.ts';
import { briefName } from '../../../data/text/words.ts';
import { LevelValues, UprightReferences } from '../kit/Axes.tsx';
import { ChartFrame, RowGround, Spoken, titleHeight } from '../kit/ChartFrame.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import { POINTS_AT_AREAS } from '../kit/pointedArea.ts';
import { type Frame, type Scale, scaleOf, valueAxis } from '../kit/scales.ts';
import { figureOf, type Reference } from '../kit/words.ts';

export type CompareIntervalsSpec = {
  metric: Metric;
  width: number;
  title: string;
  /** What the areas are held against. */
  lines: readonly Reference[];
  /** In words, to stand after `better than`. */
  against: string;
  /** Areas that stand out among the others. */
  picked?: ReadonlySet<string>;
  /** A figure to draw beside that of an area: what it alone is held against. */
  beside?: ReadonlyMap<string, number>;
};
type Props = { rows: readonly ComparedArea[]; total: ComparedArea | null; spec: CompareIntervalsSpec };

const NAMES = 300;
const VALUES = 190;
/** Room for the longest comparison, after the value. */
const COMPARISON = 104;
const SIZE = 14;

/** Areas one under another on one axis, each with its interval; the total of a group as the last row. */
export function CompareIntervals({ rows, total, spec }: Props) {
  const { metric, width, title, lines, beside } = spec;
  const all = total ? [...rows, total] : rows;
  const narrow = width < 700;
  const step = narrow ? 54 : 34;
  const top = titleHeight(title, width) + 34;
  const frame: Frame = {
    left: narrow ? 22 : NAMES,
    right: width - (narrow ? 22 : VALUES),
    top,
    bottom: top + step * all.length,
  };
  const ends = all.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  ends.push(...(beside?.values() ?? []));
  const axis = valueAxis(metric, [...ends, ...lines.map(({ value }) => value)], narrow ? 4 : 7);
  const x = scaleOf('linear', axis.ends, [frame.left, frame.right], axis.ticks);
  const middle = (index: number) => top + (index + 0.5) * step + (narrow ? 11 : 0);
  return (
    <ChartFrame {...POINTS_AT_AREAS} width={width} height={frame.bottom + 46} title={title}>
      {total && (
        <g {...UNSPOKEN}>
          <rect y={frame.bottom - step} width={width} height={step} fill={BANDS.tenths} />
        </g>
      )}
      {rows.map(({ area }, index) => (
        <RowGround key={area} area={area} y={top + index * step} width={width} height={step} />
      ))}
      <LevelValues scale={x} frame={frame} metric={metric} />
      <UprightReferences lines={lines} scale={x} frame={frame} />
      {all.map((row, index) => (
        <Spoken key={row.area} label={rowLabel(row, spec)} area={row === total ? undefined : row.area}>
          <Beside value={beside?.get(row.area)} x={x} y={middle(index)} />
          <Mark row={row} x={x} y={middle(index)} sum={row === total} />
          <Words
            row={row}
            spec={spec}
            y={top + index * step + (narrow ? 15 : step / 2)}
            room={narrow ? width - 164 : NAMES - 16}
            sum={row === total}
            isCompared={all.some(({ comparison }) => comparison !== 'not-compared')}
          />
        </Spoken>
      ))}
    </ChartFrame>
  );
}

/** A row in words: `NHS Bury CCG: 84.1% (…), 95% interval between … and …, better than England`. */
export function rowLabel(
  row: ComparedArea,
  { metric, against }: Pick<CompareIntervalsSpec, 'metric' | 'against'>,
) {
  const { name, value, lower, upper, comparison } = row;
  const interval =
    value === null || lower === null || upper === null
      ? ''
      : `, 95% interval ${formatInterval(metric, lower, upper)}`;
  const than = comparison === 'similar' ? 'to' : 'than';
  const compared = comparison === 'not-compared' ? '' : `, ${comparison} ${than} ${against}`;
  return `${name}: ${figureOf(metric, row)}${interval}${compared}`;
}

/** An upright bar at the figure that a row alone is held against. */
const Beside = ({ value, x, y }: { value: number | undefined; x: Scale; y: number }) =>
  value === undefined ? null : (
    <path d={`M${x.at(value)} ${y - 10}v20`} stroke={PALETTE.ink} strokeWidth={3} {...UNSPOKEN} />
  );

type MarkProps = { row: ComparedArea; x: Scale; y: number; sum: boolean };

function Mark({ row: { value, lower, upper, comparison }, x, y, sum }: MarkProps) {
  if (value === null) return null;
  const at = x.at(value);
  const colour = comparison === 'better' || comparison === 'worse' ? COMPARED[comparison] : PALETTE.ink;
  const inside =
    comparison === 'not-compared' ? PALETTE.paper : comparison === 'similar' ? COMPARED.similar : colour;
  const look = {
    fill: sum ? PALETTE.ink : inside,
    stroke: comparison === 'similar' ? COMPARED.edge : colour,
    strokeWidth: 1.5,
  };
  return (
    <g {...UNSPOKEN}>
      {lower !== null && upper !== null && (
        <path
          d={`M${x.at(lower)} ${y}H${x.at(upper)}M${x.at(lower)} ${y - 4}v8M${x.at(upper)} ${y - 4}v8`}
          stroke={colour}
          strokeWidth={2}
          fill="none"
        />
      )}
      {sum ? (
        <path d={`M${at - 7} ${y}l7 -7l7 7l-7 7z`} {...look} />
      ) : (
        <circle cx={at} cy={y} r={5.5} {...look} />
      )}
    </g>
  );
}

/** A comparison as a glyph and a word. */
const COMPARED_TEXT: Record<ComparedArea['comparison'], string> = {
  better: '▲ better',
  similar: '● similar',
  worse: '▼ worse',
  higher: '▲ higher',
  lower: '▼ lower',
  'not-compared': '○ not compared',
};

type WordsProps = {
  row: ComparedArea;
  spec: CompareIntervalsSpec;
  y: number;
  room: number;
  sum: boolean;
  /** Whether any row is compared: else none says that it is not. */
  isCompared: boolean;
};

function Words({ row, spec: { metric, width, picked }, y, room, sum, isCompared }: WordsProps) {
  const { area, name, value, level, comparison } = row;
  const strong = sum || level === 'england' || picked?.has(area);
  const lines = roughLines(sum ? `Total: ${name}` : briefName(name), room, SIZE).slice(0, 2);
  const compared = sum
    ? 'the total'
    : !isCompared || (level === 'england' && comparison === 'not-compared')
      ? ''
      : COMPARED_TEXT[comparison];
  return (
    <g
      fontSize={SIZE}
      fill={PALETTE.ink}
      stroke={sum ? BANDS.tenths : PALETTE.paper}
      strokeWidth={4}
      paintOrder="stroke"
      {...UNSPOKEN}
    >
      <g fontWeight={strong ? 700 : 400}>
        {lines.map((line, index) => (
          <text key={line} x={4} y={y + 5 + (index - (lines.length - 1) / 2) * 15}>
            {line}
          </text>
        ))}
      </g>
      <text x={width - COMPARISON} y={y + 5} textAnchor="end" fontWeight={value === null ? 400 : 700}>
        {value === null ? 'no figure' : formatValue(metric, value)}
      </text>
      {value !== null && compared !== '' && (
        <text x={width - COMPARISON + 5} y={y + 5}>
          {compared}
        </text>
      )}
    </g>
  );
}
