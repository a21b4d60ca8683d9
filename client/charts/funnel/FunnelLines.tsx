import type { FunnelLimits, Spread } from '../../../data/contract/spread.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { roughLines } from '../../../data/text/measure.ts';
import { funnelReferences } from '../../../data/text/references.ts';
import { REFERENCE } from '../kit/Axes.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import { spreadApart } from '../kit/labels.ts';
import { clippedLine } from '../kit/scales.ts';
import type { FunnelLayout, FunnelSpec } from './FunnelChart.tsx';

/** Under this width, in pixels, the names at the ends of lines are short. */
export const NARROW = 520;

/** How limits are drawn: those of 95% in long dashes, those of 99.8% solid. */
export const LIMIT_STROKES = {
  95: { strokeWidth: 1.25, strokeDasharray: '10 5' },
  998: { strokeWidth: 1.5 },
} as const;

type Props = { spread: Spread; spec: FunnelSpec; layout: FunnelLayout };

const KEYS = ['lower998', 'lower95', 'upper95', 'upper998'] as const;
const NAMES = {
  upper998: 'Upper 99.8% limit',
  upper95: 'Upper 95% limit',
  lower95: 'Lower 95% limit',
  lower998: 'Lower 99.8% limit',
} as const;
const SHORT = { upper998: '99.8%', upper95: '95%', lower95: '95%', lower998: '99.8%' } as const;

function LimitLines({
  limits,
  layout,
  stroke,
}: {
  limits: readonly FunnelLimits[];
  layout: FunnelLayout;
  stroke: string;
}) {
  return (
    <g fill="none" stroke={stroke}>
      {KEYS.map((key) => (
        <path
          key={key}
          d={clippedLine(
            limits.map((each) => ({ x: each.denominator, y: each[key] })),
            layout.x,
            layout.y,
          )}
          {...LIMIT_STROKES[key.endsWith('998') ? 998 : 95]}
        />
      ))}
    </g>
  );
}

/** The lines of a funnel: its limits, the other set of limits faintly, its centre and the target. */
export function FunnelLines({ spread, spec, layout }: Props) {
  const { funnel } = spread;
  const { frame, y } = layout;
  return (
    <g {...UNSPOKEN}>
      {funnel && (
        <>
          <LimitLines
            limits={spec.adjusted ? funnel.limits : funnel.adjusted}
            layout={layout}
            stroke={COMPARED.ghost}
          />
          <LimitLines
            limits={spec.adjusted ? funnel.adjusted : funnel.limits}
            layout={layout}
            stroke={COMPARED.faint}
          />
        </>
      )}
      {funnelReferences(spread).map(({ kind, value, text }) => (
        <path key={text} d={`M${frame.left} ${y.at(value)}H${frame.right}`} {...STROKES[kind]} fill="none" />
      ))}
    </g>
  );
}

const STROKES = { england: { stroke: PALETTE.england, strokeWidth: 2.5 }, target: REFERENCE.target } as const;

const SIZE = 13;
const LINE = 15;

/** The names of a funnel's lines at their ends, each led to its line where it had to move. */
export function FunnelEnds({ spread, spec, layout }: Props) {
  const { frame, y, x } = layout;
  const last = spread.funnel?.[spec.adjusted ? 'adjusted' : 'limits'].at(-1);
  const names = [
    ...funnelReferences(spread).map(({ kind, value, text }) => ({
      id: kind as string,
      text,
      value,
      colour: STROKES[kind].stroke,
      bold: true,
    })),
    ...(last ? KEYS : []).map((key) => ({
      id: key as string,
      text: spec.width < NARROW ? SHORT[key] : NAMES[key],
      value: last?.[key] ?? 0,
      colour: PALETTE.secondary,
      bold: false,
    })),
  ].sort((one, other) => other.value - one.value);
  const room = spec.width - frame.right - 18;
  const blocks = names.map((name) => ({
    ...name,
    lines: roughLines(name.text, room, SIZE),
  }));
  const middles = spreadApart(
    blocks.map(({ value, lines }) => ({ at: y.at(value), size: LINE * lines.length + 2 })),
    frame.top - 10,
    frame.bottom + 10,
  );
  const from = Math.min(frame.right, last ? x.at(last.denominator) : frame.right);
  return (
    <g fontSize={SIZE} {...UNSPOKEN}>
      {blocks.map(({ id, value, colour, bold, lines }, index) => {
        const middle = middles[index] ?? 0;
        return (
          <g key={id} fill={colour} fontWeight={bold ? 700 : 400}>
            <path
              d={`M${from} ${y.at(value)}L${frame.right + 12} ${middle}`}
              stroke={colour}
              strokeWidth={0.75}
              fill="none"
            />
            <text y={middle + 4.5 - ((lines.length - 1) * LINE) / 2}>
              {lines.map((line, row) => (
                <tspan key={line} x={frame.right + 15} dy={row === 0 ? 0 : LINE}>
                  {line}
                </tspan>
              ))}
            </text>
          </g>
        );
      })}
    </g>
  );
}
