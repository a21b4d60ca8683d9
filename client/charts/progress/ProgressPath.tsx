import type { ProgressRow } from '../../../data/contract/progress.ts';
import { PALETTE } from '../../../data/palette.ts';
import { formatRound } from '../../../data/text/format.ts';
import { REFERENCE } from '../kit/Axes.tsx';
import { ChartFrame, titleHeight } from '../kit/ChartFrame.tsx';
import type { ChartSpec } from '../kit/chartSpec.ts';
import { textWidth } from '../kit/chartText.ts';
import { pixel } from '../kit/plane.ts';
import { UNSPOKEN } from '../kit/unspoken.ts';
import { bandOf, barOf, diamond, joined, type ProgressPlane, progressPlane, straight } from './plane.ts';
import { pathText } from './text.ts';

export { canDraw } from './plane.ts';

const SMALL = 12;

type Props = { row: ProgressRow; spec: ChartSpec };

/** An ambition's figures with their intervals, the straight way to its target, and where the pace seen would lead. */
export function ProgressPath({ row, spec }: Props) {
  const { metric, width, height, title } = spec;
  const illustrative = row.status === 'illustrative';
  const aim = row.path.target.at(-1);
  const by = row.target?.by ?? null;
  const label = aim ? [formatRound(metric, aim.value), ...(by === null ? [] : [`by ${by}`])] : [];
  const widest = Math.max(0, ...label.map((line) => textWidth(line, SMALL)));
  const plane = progressPlane(row.path, metric, {
    left: 44,
    right: width - (widest === 0 ? 8 : Math.ceil(widest) + 10),
    top: titleHeight(title, width, illustrative) + 10,
    bottom: height - 22,
  });
  const { x, y } = plane;
  return (
    <ChartFrame
      width={width}
      height={height}
      title={title}
      illustrative={illustrative}
      role="img"
      label={pathText(metric, row)}
    >
      <PathAxes plane={plane} metric={metric} />
      <g {...UNSPOKEN} fill="none" strokeLinejoin="round">
        <path d={bandOf(row.path.projection, plane)} fill={PALETTE.area} fillOpacity={0.12} />
        <path
          d={straight(row.path.projection, plane)}
          stroke={PALETTE.area}
          strokeWidth={1.5}
          strokeDasharray="6 4"
        />
        <path d={straight(row.path.target, plane)} {...REFERENCE.target} />
        <path d={straight(joined(row), plane)} stroke={PALETTE.area} strokeWidth={1.5} />
        {row.path.points.map((point) => (
          <g key={point.time} stroke={PALETTE.area}>
            <path d={barOf(point, plane)} strokeWidth={1.5} />
            <circle
              cx={x.at(point.time)}
              cy={y.at(point.value)}
              r={row.path.points.length > 24 ? 2 : 3.2}
              fill={illustrative ? PALETTE.paper : PALETTE.area}
            />
          </g>
        ))}
        {aim && (
          <path
            d={diamond(x.at(aim.time), y.at(aim.value), 5)}
            fill={PALETTE.paper}
            stroke={PALETTE.target}
            strokeWidth={2}
          />
        )}
      </g>
      {aim && (
        <text {...UNSPOKEN} y={y.at(aim.value) + 4} fontSize={SMALL} fontWeight={700} fill={PALETTE.target}>
          {label.map((line, index) => (
            <tspan key={line} x={pixel(x.at(aim.time) + 9)} dy={index === 0 ? 0 : SMALL + 1}>
              {line}
            </tspan>
          ))}
        </text>
      )}
    </ChartFrame>
  );
}

function PathAxes({ plane: { x, y, frame }, metric }: { plane: ProgressPlane } & Pick<ChartSpec, 'metric'>) {
  return (
    <g fontSize={SMALL} fill={PALETTE.secondary} {...UNSPOKEN}>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${frame.left} ${y.at(tick)}H${frame.right}`} stroke={PALETTE.grid} />
          <text x={frame.left - 6} y={y.at(tick) + 4} textAnchor="end">
            {formatRound(metric, tick)}
          </text>
        </g>
      ))}
      <path d={`M${frame.left} ${frame.bottom}H${frame.right}`} stroke={PALETTE.secondary} />
      {x.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${x.at(tick)} ${frame.bottom}v4`} stroke={PALETTE.secondary} />
          <text x={x.at(tick)} y={frame.bottom + 17} textAnchor="middle">
            {Math.floor(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}
