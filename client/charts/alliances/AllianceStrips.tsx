import { useMemo } from 'react';
import type { Spread, SpreadArea, WithinAlliance } from '../../../data/contract/spread.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { BANDS, COMPARED, PALETTE } from '../../../data/palette.ts';
import { formatValue } from '../../../data/text/format.ts';
import { roughLines } from '../../../data/text/measure.ts';
import { byLetters } from '../../../data/text/order.ts';
import { referencesOf } from '../../../data/text/references.ts';
import { areasNoun } from '../../../data/text/words.ts';
import { LevelValues, UprightReferences } from '../kit/Axes.tsx';
import { ChartFrame, type ChartSpec, RowGround, titleHeight, WordsOnly } from '../kit/ChartFrame.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import { ChartLegend, legendHeight } from '../kit/Legend.tsx';
import { IntervalMark } from '../kit/marks.tsx';
import { type Frame, type Scale, scaleOf, valueAxis } from '../kit/scales.ts';
import { areasOf, figureOf } from '../kit/words.ts';
import { useStrips } from './useStrips.ts';

type Props = {
  spread: Spread;
  spec: Omit<ChartSpec, 'height'> & { picked: ReadonlySet<string>; selected?: string };
  /** Called with the CCG or ICB, and with the Alliance, that is chosen. */
  onSelect: (area: string) => void;
  onPick: (alliance: string) => void;
};

const NAMES = 270;
const VALUES = 62;
const SIZE = 14;

const legendOf = (one: string) => [
  {
    text: `${one === 'ICB' ? 'An' : 'A'} ${one}`,
    swatch: <circle r={4} fill={PALETTE.paper} stroke={COMPARED.edge} strokeWidth={1.25} />,
  },
  {
    text: 'The whole Alliance, with its 95% interval',
    swatch: <IntervalMark value={0} lower={-12} upper={12} y={0} colour={PALETTE.area} />,
  },
  {
    text: `From its lowest ${one} to its highest`,
    swatch: <path d="M-13 0H13" stroke={COMPARED.faint} strokeWidth={1.5} />,
  },
];

/**
 * The CCGs or ICBs of each Alliance on one axis, with the Alliance's own figure; as high as its rows need. Keys go up
 * and down from Alliance to Alliance, left and right along its areas; Enter chooses.
 */
export function AllianceStrips({ spread, spec, onSelect, onPick }: Props) {
  const { metric, width, title, picked } = spec;
  const legend = legendOf(areasNoun(spread.query.level, 1));
  const rows = useMemo(() => stripRows(spread, metric), [spread, metric]);
  const { svg, stop, handlersOf } = useStrips(rows, { onSelect, onPick });
  if (rows.length === 0)
    return (
      <WordsOnly
        width={width}
        title={title}
        words={spread.betweenReason ?? 'There are no figures by Alliance.'}
      />
    );
  const narrow = width < 620;
  const step = narrow ? 50 : 34;
  const top = titleHeight(title, width) + 34;
  const frame: Frame = {
    left: narrow ? 20 : NAMES,
    right: width - (narrow ? 22 : VALUES),
    top,
    bottom: top + step * rows.length,
  };
  const lines = referencesOf(metric, spread);
  const own = rows.flatMap(({ alliance, dots }) => [
    alliance.value,
    alliance.lower,
    alliance.upper,
    ...dots.map(({ value }) => value),
  ]);
  const axis = valueAxis(metric, [...own, ...lines.map(({ value }) => value)], narrow ? 4 : 8);
  const x = scaleOf('linear', axis.ends, [frame.left, frame.right], axis.ticks);
  const height = frame.bottom + 46 + legendHeight(legend, width);
  const middle = (index: number) => top + (index + 0.5) * step + (narrow ? 10 : 0);
  const places = rows.flatMap(({ dots }, index) =>
    dots.map(({ area, value }) => ({ id: area, x: x.at(value), y: middle(index) })),
  );
  const rowAt = (y: number) => rows[Math.floor((y - top) / step)]?.alliance.area ?? '';
  return (
    <ChartFrame ref={svg} {...handlersOf(places, rowAt)} width={width} height={height} title={title}>
      {rows.map(({ alliance: { area } }, index) => (
        <RowGround key={area} area={area} y={top + index * step} width={width} height={step} />
      ))}
      {rows.map((row, index) => (
        <Ground
          key={row.alliance.area}
          row={row}
          picked={picked}
          y={top + index * step}
          step={step}
          width={width}
        />
      ))}
      <LevelValues scale={x} frame={frame} metric={metric} />
      <UprightReferences lines={lines} scale={x} frame={frame} />
      {rows.map((row, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a row of a drawing cannot be a button element
        <g
          key={row.alliance.area}
          role="button"
          tabIndex={row.alliance.area === stop ? 0 : -1}
          aria-label={row.label}
          aria-pressed={isPicked(row, picked)}
          data-strip={row.alliance.area}
        >
          <Strip row={row} x={x} y={middle(index)} selected={spec.selected} />
          <Words
            row={row}
            metric={metric}
            narrow={narrow}
            width={width}
            y={top + index * step + (narrow ? 15 : step / 2)}
            picked={picked}
          />
        </g>
      ))}
      <ChartLegend entries={legend} width={width} top={frame.bottom + 42} />
    </ChartFrame>
  );
}

type RowProps = { row: StripRow; picked: ReadonlySet<string>; y: number };

const isPicked = ({ alliance, dots }: StripRow, picked: ReadonlySet<string>) =>
  picked.has(alliance.area) || (dots.length > 0 && dots.every(({ area }) => picked.has(area)));

const Ground = ({ row, picked, y, step, width }: RowProps & { step: number; width: number }) =>
  isPicked(row, picked) && (
    <g {...UNSPOKEN}>
      <rect y={y} width={width} height={step} fill={BANDS.tenths} />
      <path d={`M2 ${y}v${step}`} stroke={PALETTE.area} strokeWidth={4} />
    </g>
  );

type StripProps = { row: StripRow; x: Scale; y: number; selected: string | undefined };

function Strip({ row: { alliance, dots }, x, y, selected }: StripProps) {
  const values = dots.map(({ value }) => value);
  return (
    <g {...UNSPOKEN}>
      {values.length > 1 && (
        <path
          d={`M${x.at(Math.min(...values))} ${y}H${x.at(Math.max(...values))}`}
          stroke={COMPARED.faint}
          strokeWidth={1.5}
        />
      )}
      {dots.map(({ area, value }) => (
        <circle
          key={area}
          className="dot"
          data-area={area}
          data-chosen={area === selected || undefined}
          cx={x.at(value)}
          cy={y}
          r={4}
          fill={PALETTE.paper}
          fillOpacity={0.7}
          stroke={COMPARED.edge}
          strokeWidth={1.25}
        />
      ))}
      {alliance.value !== null && (
        <IntervalMark
          value={x.at(alliance.value)}
          lower={alliance.lower === null ? null : x.at(alliance.lower)}
          upper={alliance.upper === null ? null : x.at(alliance.upper)}
          y={y}
          colour={PALETTE.area}
        />
      )}
    </g>
  );
}

type WordsProps = RowProps & { metric: Metric; narrow: boolean; width: number };

function Words({ row, metric, narrow, width, y, picked }: WordsProps) {
  const { name, value } = row.alliance;
  const strong = isPicked(row, picked);
  const lines = roughLines(name, narrow ? width - VALUES : NAMES - 24, SIZE);
  return (
    <g
      fontSize={SIZE}
      fill={PALETTE.ink}
      fontWeight={strong ? 700 : 400}
      stroke={strong ? BANDS.tenths : PALETTE.paper}
      strokeWidth={4}
      paintOrder="stroke"
      {...UNSPOKEN}
    >
      {lines.map((line, index) => (
        <text key={line} x={10} y={y + 5 + (index - (lines.length - 1) / 2) * 16}>
          {line}
        </text>
      ))}
      <text x={width - 4} y={y + 5} textAnchor="end" fontWeight={700}>
        {value === null ? 'no figure' : formatValue(metric, value)}
      </text>
    </g>
  );
}

export type StripRow = { alliance: WithinAlliance; dots: { area: string; value: number }[]; label: string };

/** The Alliances with their CCGs' or ICBs' values: the better first, or the higher. */
export function stripRows(spread: Spread, metric: Metric): StripRow[] {
  const turn = metric.polarity === 'lower' ? 1 : -1;
  const order = (one: WithinAlliance, other: WithinAlliance) => {
    const gaps = Number(one.value === null) - Number(other.value === null);
    const values = turn * ((one.value ?? 0) - (other.value ?? 0));
    return gaps || values || byLetters(one.name, other.name);
  };
  return [...spread.alliances].sort(order).map((alliance) => {
    const dots = spread.areas.flatMap(({ area, parents, value }: SpreadArea) =>
      value !== null && parents.includes(alliance.area) ? [{ area, value }] : [],
    );
    return {
      alliance,
      dots,
      label: stripLabel(
        metric,
        alliance,
        dots.map(({ value }) => value),
        spread.query.level,
      ),
    };
  });
}

/** A row in words: `Peninsula: 82.0% (…); 3 CCGs, from 79.1% to 84.4%, median 82.2%`. */
export function stripLabel(
  metric: Metric,
  alliance: WithinAlliance,
  values: readonly number[],
  level: string,
): string {
  const own = `${alliance.name}: ${figureOf(metric, alliance)}`;
  const count = areasOf(level, values.length);
  const [only] = values;
  if (only === undefined) return `${own}; no ${areasNoun(level, 1)} has a figure`;
  if (values.length === 1) return `${own}; ${count}, at ${formatValue(metric, only)}`;
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => formatValue(metric, value));
  const median = alliance.median === null ? '' : `, median ${formatValue(metric, alliance.median)}`;
  return `${own}; ${count}, from ${low} to ${high}${median}`;
}
