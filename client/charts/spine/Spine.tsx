import type { ProfileRow } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { BANDS, PALETTE } from '../../../data/palette.ts';
import { comparisonPhrase, countsPhrase, GLYPHS, intervalPhrase } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { areasNoun } from '../../../data/text/words.ts';
import { UNSPOKEN } from '../kit/chart.ts';
import type { LegendEntry } from '../kit/Legend.tsx';
import { pixel, scaleOf, valueAxis } from '../kit/scales.ts';

type SpineRange = Record<'min' | 'p10' | 'p25' | 'median' | 'p75' | 'p90' | 'max', number>;
type Props = {
  value: number | null;
  lower: number | null;
  upper: number | null;
  benchmark: number | null;
  spine: SpineRange;
  higherIsBetter: boolean | null;
  metric: Metric;
  width: number;
  label: string;
};

const HEIGHT = 24;
const MIDDLE = HEIGHT / 2;
const EDGE = 8;

/**
 * Where an area stands among all: the line from the lowest to the highest, boxes of the middle four fifths and the
 * middle half, a thin tick at the median, a dashed one at the benchmark, the area as a dot with its 95% interval.
 * Better is to the right; without a better, higher is.
 */
export function Spine({
  value,
  lower,
  upper,
  benchmark,
  spine,
  higherIsBetter,
  metric,
  width,
  label,
}: Props) {
  const { min, max } = spine;
  const drawn = [min, max, value, benchmark].filter((each) => each !== null);
  const range = [Math.min(...drawn), Math.max(...drawn)] as const;
  const ends = range[0] < range[1] ? range : valueAxis(metric, drawn, 4).ends;
  const x = scaleOf('linear', ends, higherIsBetter === false ? [width - EDGE, EDGE] : [EDGE, width - EDGE]);
  const box = (one: number, other: number, high: number, fill: string) => {
    const [left, right] = [x.at(one), x.at(other)].sort((a, b) => a - b) as [number, number];
    return (
      <rect
        x={left}
        y={MIDDLE - high / 2}
        width={pixel(Math.max(1, right - left))}
        height={high}
        fill={fill}
        stroke={PALETTE.hatch}
        strokeWidth={0.75}
      />
    );
  };
  const inside = (end: number) => end >= ends[0] && end <= ends[1];
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      <g {...UNSPOKEN} fill="none">
        <path d={`M${x.at(min)} ${MIDDLE}H${x.at(max)}`} stroke={PALETTE.hatch} strokeWidth={1.5} />
        {box(spine.p10, spine.p90, 10, BANDS.tenths)}
        {box(spine.p25, spine.p75, 16, BANDS.quarters)}
        <path d={`M${x.at(spine.median)} ${MIDDLE - 8}v16`} stroke={PALETTE.ink} strokeWidth={1} />
        {benchmark !== null && (
          <path
            d={`M${x.at(benchmark)} 0V${HEIGHT}`}
            stroke={PALETTE.england}
            strokeWidth={2}
            strokeDasharray="4 2"
          />
        )}
        {value !== null && lower !== null && upper !== null && (
          <>
            <path d={`M${x.at(lower)} ${MIDDLE}H${x.at(upper)}`} stroke={PALETTE.ink} strokeWidth={2} />
            {[lower, upper].filter(inside).map((end) => (
              <path key={end} d={`M${x.at(end)} ${MIDDLE - 4}v8`} stroke={PALETTE.ink} strokeWidth={2} />
            ))}
          </>
        )}
        {value !== null && (
          <circle
            cx={x.at(value)}
            cy={MIDDLE}
            r={5.5}
            fill={PALETTE.area}
            stroke={PALETTE.paper}
            strokeWidth={1.5}
          />
        )}
      </g>
    </svg>
  );
}

/** What the spine of a row is drawn from, with its words; null where it has none. */
export function spineOf(row: ProfileRow, metric: Metric, level: string) {
  const { spine, value, lower, upper, benchmark } = row;
  if (!spine || value === null) return null;
  const [own, min, p25, p75, max] = [value, spine.min, spine.p25, spine.p75, spine.max].map((each) =>
    formatValue(metric, each),
  );
  return {
    value,
    lower,
    upper,
    benchmark,
    spine,
    higherIsBetter: metric.polarity === 'none' ? null : metric.polarity === 'higher',
    metric,
    label: `${own}, among ${spine.areas} ${areasNoun(level, spine.areas)} from ${min} to ${max}, half of them between ${p25} and ${p75}`,
  };
}

/** The figures that a spine shows, a line each: the area's own with its interval, the benchmark, and where all lie. */
export function spineWords(
  row: ProfileRow,
  metric: Metric,
  { level, against }: { level: string; against: string },
) {
  const { spine, value, benchmark } = row;
  if (!spine || value === null) return [];
  const range = (low: number, high: number) => `${formatValue(metric, low)} to ${formatValue(metric, high)}`;
  const counts = countsPhrase(metric, row);
  return [
    `${formatValue(metric, value)}${counts && ` (${counts})`}`,
    intervalPhrase(metric, row),
    row.comparison === 'not-compared' || benchmark === null
      ? ''
      : `${GLYPHS[row.comparison]} ${comparisonPhrase(row.comparison, against)} (${formatValue(metric, benchmark)})`,
    `${spine.areas} ${areasNoun(level, spine.areas)}: ${range(spine.min, spine.max)}, median ${formatValue(metric, spine.median)}`,
    `Middle four fifths: ${range(spine.p10, spine.p90)}; middle half: ${range(spine.p25, spine.p75)}`,
  ].filter((line) => line !== '');
}

const box = (high: number, fill: string) => (
  <rect
    x={-13}
    y={-high / 2}
    width={26}
    height={high}
    fill={fill}
    stroke={PALETTE.hatch}
    strokeWidth={0.75}
  />
);

/** What a spine of an area of a level holds, each as it is drawn. */
export function spineKey(level: string, against: string): readonly LegendEntry[] {
  const [one, many] = [areasNoun(level, 1), areasNoun(level, 2)];
  return [
    {
      text: `This ${one}, with its 95% interval`,
      swatch: (
        <>
          <path d="M-14 0H14M-14 -4V4M14 -4V4" stroke={PALETTE.ink} strokeWidth={2} fill="none" />
          <circle r={5.5} fill={PALETTE.area} stroke={PALETTE.paper} strokeWidth={1.5} />
        </>
      ),
    },
    { text: `Middle four fifths of ${many}`, swatch: box(10, BANDS.tenths) },
    { text: 'Middle half', swatch: box(16, BANDS.quarters) },
    { text: 'Median', swatch: <path d="M0 -8V8" stroke={PALETTE.ink} strokeWidth={1} /> },
    {
      text: `Value of ${against}`,
      swatch: <path d="M0 -10V10" stroke={PALETTE.england} strokeWidth={2} strokeDasharray="4 2" />,
    },
  ];
}
