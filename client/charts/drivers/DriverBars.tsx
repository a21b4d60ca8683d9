import type { DriverRow } from '../../../data/contract/drivers.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { formatCount } from '../../../data/text/format.ts';
import { roughLines } from '../../../data/text/measure.ts';
import { briefName } from '../../../data/text/words.ts';
import { ChartFrame, Spoken, titleHeight } from '../kit/ChartFrame.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import { pixel, roundTicks, scaleOf } from '../kit/scales.ts';

type Props = {
  rows: readonly Pick<DriverRow, 'area' | 'name' | 'people'>[];
  /** The target in words: `85%`. */
  aim: string;
  title: string;
  width: number;
  selected: string;
};

const SIZE = 14;
const STEP = 30;

/** How many bars a drawing of a height has room for. */
export const barsWithin = (height: number) => Math.floor((height - 56) / STEP);

/**
 * People by whom each CCG misses a target, as bars to the right, or has them to spare, as bars to the left; the bars
 * sum to what the Alliance as a whole lacks. CCGs without counts are left out.
 */
export function DriverBars({ rows, aim, title, width, selected }: Props) {
  const counted = rows.flatMap(({ people, ...row }) => (people === null ? [] : [{ ...row, people }]));
  const names = Math.min(width < 520 ? 150 : 230, 0.42 * width);
  const top = titleHeight(title, width) + 30;
  const bottom = top + STEP * counted.length;
  const counts = counted.map(({ people }) => people);
  const [low, high] = [Math.min(0, ...counts), Math.max(0, ...counts)];
  const ends = [low, Math.max(high, low + 1)] as const;
  const x = scaleOf('linear', ends, [names + (low < 0 ? 44 : 10), width - 52], roundTicks(...ends, 5, 1));
  const zero = x.at(0);
  return (
    <ChartFrame width={width} height={bottom + 26} title={title}>
      <g {...UNSPOKEN} fontSize={13} fill={PALETTE.secondary}>
        {x.ticks.map((tick) => (
          <g key={tick}>
            <path d={`M${x.at(tick)} ${top}V${bottom}`} stroke={PALETTE.grid} />
            <text x={x.at(tick)} y={bottom + 18} textAnchor="middle">
              {formatCount(Math.abs(tick))}
            </text>
          </g>
        ))}
        {low < 0 && (
          <text x={zero - 8} y={top - 10} textAnchor="end" fill={COMPARED.better} fontWeight={700}>
            {high > 0 ? '◄ to spare' : `◄ to spare over ${aim}`}
          </text>
        )}
        {(high > 0 || low === 0) && (
          <text x={zero + 8} y={top - 10} fill={COMPARED.worse} fontWeight={700}>
            short of {aim} ►
          </text>
        )}
      </g>
      {counted.map(({ area, name, people }, index) => {
        const end = x.at(people);
        const y = top + index * STEP;
        const lines = roughLines(briefName(name), names - 8, SIZE).slice(0, 2);
        return (
          <Spoken key={area} label={driverLabel(name, people, aim)}>
            <g {...UNSPOKEN} fontSize={lines.length > 1 ? 12 : SIZE} fill={PALETTE.ink}>
              {lines.map((line, row) => (
                <text
                  key={line}
                  x={0}
                  y={y + STEP / 2 + 5 + (row - (lines.length - 1) / 2) * 13}
                  fontWeight={area === selected ? 700 : 400}
                >
                  {line}
                </text>
              ))}
              <rect
                x={Math.min(zero, end)}
                y={y + 5}
                width={pixel(Math.max(1, Math.abs(end - zero)))}
                height={STEP - 10}
                fill={people > 0 ? COMPARED.worse : COMPARED.better}
              />
              <text
                x={people < 0 ? end - 6 : end + 6}
                y={y + STEP / 2 + 5}
                textAnchor={people < 0 ? 'end' : 'start'}
                fontSize={SIZE}
                fontWeight={700}
              >
                {people < 0 ? `−${formatCount(-people)}` : formatCount(people)}
              </text>
            </g>
          </Spoken>
        );
      })}
      <path d={`M${zero} ${top - 4}V${bottom}`} stroke={PALETTE.ink} {...UNSPOKEN} />
    </ChartFrame>
  );
}

/** A bar in words: `NHS Bury CCG: 12 people short of 85%`. */
function driverLabel(name: string, people: number, aim: string): string {
  const count = `${formatCount(Math.abs(people))} ${Math.abs(people) === 1 ? 'person' : 'people'}`;
  if (people === 0) return `${name}: exactly at ${aim}`;
  return people > 0 ? `${name}: ${count} short of ${aim}` : `${name}: ${count} to spare over ${aim}`;
}
