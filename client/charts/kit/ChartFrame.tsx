import type { ReactNode, SVGProps } from 'react';
import type { Metric } from '../../../data/metrics/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { ILLUSTRATIVE } from '../../../data/text/figure.ts';
import { roughLines, roughWidth } from '../../../data/text/measure.ts';
import { UNSPOKEN } from './chart.ts';

/** What a chart is drawn by: the metric, its size in CSS pixels, and the title written in it (empty: none). */
export type ChartSpec = { metric: Metric; width: number; height: number; title: string };

const FACE = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
const SIZE = 15;
const LINE = 20;

/** How high a title is in a chart of a width; the mark of illustrative figures has a line of its own. */
export const titleHeight = (title: string, width: number, illustrative: boolean) =>
  LINE * (roughLines(title, width, 1.06 * SIZE).length + (illustrative ? 1 : 0)) +
  (title || illustrative ? 6 : 0) +
  (illustrative ? 6 : 0);

type Props = {
  width: number;
  height: number;
  title: string;
  illustrative: boolean;
  /** What the whole drawing is called, where that is more than its title. */
  label?: string;
  children?: ReactNode;
} & Pick<SVGProps<SVGSVGElement>, 'ref' | 'role' | 'onKeyDown' | 'onFocus' | 'onBlur' | 'onClick'> &
  Pick<SVGProps<SVGSVGElement>, 'onPointerMove' | 'onPointerLeave'>;

/** The sheet of a chart: white, its title written at the top, and over it all the mark of illustrative figures. */
export function ChartFrame({ width, height, title, illustrative, label, children, ...rest }: Props) {
  const lines = roughLines(title, width, 1.06 * SIZE);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={FACE}
      aria-label={[label ?? title, illustrative ? ILLUSTRATIVE : ''].filter(Boolean).join('. ')}
      {...rest}
      role={rest.role ?? 'group'}
    >
      <rect width={width} height={height} fill={PALETTE.paper} />
      {illustrative && <Crossing />}
      <g fontSize={SIZE} {...UNSPOKEN}>
        <g fontWeight={700} fill={PALETTE.ink}>
          {lines.map((line, index) => (
            <text key={line} x={0} y={LINE * (index + 1) - 5}>
              {line}
            </text>
          ))}
        </g>
        {illustrative && <Illustrative y={LINE * (lines.length + 1)} />}
      </g>
      {children}
    </svg>
  );
}

/** The fill that marks a shape of illustrative figures: `fill={CROSSED}`. */
export const CROSSED = 'url(#chart-cross)';

const Crossing = () => (
  <defs>
    <pattern
      id="chart-cross"
      width={8}
      height={8}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path d="M0 0H8M0 0V8" stroke={PALETTE.hatch} strokeWidth={1.2} />
    </pattern>
  </defs>
);

const Illustrative = ({ y }: { y: number }) => (
  <g>
    <rect
      x={0.5}
      y={y - 14.5}
      width={roughWidth(ILLUSTRATIVE, SIZE) + 14}
      height={19}
      fill="none"
      stroke={PALETTE.ink}
      strokeDasharray="3 2"
    />
    <text x={7} y={y} fill={PALETTE.ink}>
      {ILLUSTRATIVE}
    </text>
  </g>
);

/** A row of a chart, read out as one picture with its words. */
export const Spoken = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of a drawing is not interactive
  <g role="img" aria-label={label}>
    {children}
  </g>
);

/** A chart of nothing: says why in words. */
export function WordsOnly({ width, title, words }: { width: number; title: string; words: string }) {
  const top = titleHeight(title, width, false);
  const lines = roughLines(words, width, SIZE);
  return (
    <ChartFrame
      width={width}
      height={top + LINE * lines.length + 6}
      title={title}
      illustrative={false}
      label={`${title} ${words}`.trim()}
      role="img"
    >
      <g fontSize={SIZE} fill={PALETTE.secondary} {...UNSPOKEN}>
        {lines.map((line, index) => (
          <text key={line} x={0} y={top + LINE * (index + 1) - 5}>
            {line}
          </text>
        ))}
      </g>
    </ChartFrame>
  );
}
