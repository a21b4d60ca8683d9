import type { ReactNode, SVGProps } from 'react';
import type { Metric } from '../../../data/metrics/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { roughLines } from '../../../data/text/measure.ts';
import { UNSPOKEN } from './chart.ts';

/** What a chart is drawn by: the metric, its size in CSS pixels, and the title written in it (empty: none). */
export type ChartSpec = { metric: Metric; width: number; height: number; title: string };

const FACE = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
const SIZE = 15;
const LINE = 20;

/** How high a title is in a chart of a width. */
export const titleHeight = (title: string, width: number) =>
  LINE * roughLines(title, width, 1.06 * SIZE).length + (title ? 6 : 0);

type Props = {
  width: number;
  height: number;
  title: string;
  /** What the whole drawing is called, where that is more than its title. */
  label?: string;
  children?: ReactNode;
} & Pick<SVGProps<SVGSVGElement>, 'ref' | 'role' | 'onKeyDown' | 'onFocus' | 'onBlur' | 'onClick'> &
  Pick<SVGProps<SVGSVGElement>, 'onPointerMove' | 'onPointerLeave'>;

/** The sheet of a chart: white, its title written at the top. */
export function ChartFrame({ width, height, title, label, children, ...rest }: Props) {
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={FACE}
      aria-label={label ?? title}
      {...rest}
      role={rest.role ?? 'group'}
    >
      <rect width={width} height={height} fill={PALETTE.paper} />
      <ChartTitle title={title} width={width} />
      {children}
    </svg>
  );
}

/** The title written at the top of a chart of a width. */
export const ChartTitle = ({ title, width }: { title: string; width: number }) => (
  <g fontSize={SIZE} fontWeight={700} fill={PALETTE.ink} {...UNSPOKEN}>
    {roughLines(title, width, 1.06 * SIZE).map((line, index) => (
      <text key={line} x={0} y={LINE * (index + 1) - 5}>
        {line}
      </text>
    ))}
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
  const top = titleHeight(title, width);
  const lines = roughLines(words, width, SIZE);
  return (
    <ChartFrame
      width={width}
      height={top + LINE * lines.length + 6}
      title={title}
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
