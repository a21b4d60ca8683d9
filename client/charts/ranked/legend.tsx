import type { Spread } from '../../../data/contract/spread.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import type { LegendEntry } from '../kit/ChartLegend.tsx';
import { areasOf } from '../kit/chartWords.ts';
import type { DrawnPoint } from '../kit/PointMarks.tsx';
import { shapePath } from '../kit/shapes.ts';

/** What the marks of ranked intervals stand for. */
export function rankedLegend({ areas, query }: Spread, points: readonly DrawnPoint[]): LegendEntry[] {
  const sure = areas.some(({ lower }) => lower !== null);
  const mark = ({ shape, strong, fill, stroke }: DrawnPoint) => (
    <g>
      {sure && <path d="M0 -9V9" stroke={strong ? PALETTE.alliance : COMPARED.faint} strokeWidth={1.5} />}
      <path d={shapePath(shape, 0, 0, strong ? 4.5 : 3)} fill={fill} stroke={stroke} strokeWidth={1.25} />
    </g>
  );
  const [plain, strong] = [false, true].map((picked) => points.find((point) => point.strong === picked));
  const all = `${areasOf(query.level, points.length)}${sure ? ', each with its 95% interval' : ''}`;
  return [
    ...(plain ? [{ text: all, swatch: mark(plain) }] : []),
    ...(strong ? [{ text: 'Diamonds: the Alliance shown', swatch: mark(strong) }] : []),
  ];
}
