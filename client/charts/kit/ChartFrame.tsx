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
  Pick<SVGProps<SVGSVGElement>, 'onPointerMove' | 'onPointerOver' | 'onPointerLeave'>;

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

type SpokenProps = { label: string; area?: string; children: ReactNode };

/** A row of a chart, read out as one picture with its words; `area`: the code of the area it is of. */
export const Spoken = ({ label, area, children }: SpokenProps) => (
  // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of a drawing is not interactive
  <g role="img" aria-label={label} data-area={area}>
    {children}
  </g>
);

type GroundProps = { area: string; y: number; width: number; height: number };

/** What lies under a row of a chart, so that all of the row can be pointed at. */
export const RowGround = ({ area, y, width, height }: GroundProps) => (
  <rect
    className="row-ground"
    data-area={area}
    fill={PALETTE.paper}
    fillOpacity={0}
    x={1}
    y={y + 1}
    width={width - 2}
    height={height - 2}
    {...UNSPOKEN}
  />
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
