import type { ComponentProps } from 'react';
import { PALETTE } from '../../../data/palette.ts';
import { UNSPOKEN } from '../kit/unspoken.ts';
import { EnglandMap } from '../map/EnglandMap.tsx';

type Props = ComponentProps<typeof EnglandMap> & {
  /** What lies around, as a path of the whole layout, and the window of it that the map shows. */
  around: string;
  view: { x: number; y: number; w: number; h: number };
};

/** What lies around, in the measure of the whole layout. */
export const Around = ({ d, unit }: { d: string; unit: number }) => (
  <path d={d} fill="#e8ecee" stroke={PALETTE.paper} strokeWidth={2 * unit} />
);

/** The map of one Alliance, drawn over what lies around it, faint; keys and pointer are those of the map of England. */
export const AllianceMap = ({ around, view, ...map }: Props) => (
  <div className="alliance-map">
    <svg viewBox={`${view.x} ${view.y} ${view.w} ${view.h}`} role="presentation" {...UNSPOKEN}>
      <Around d={around} unit={map.spec.unit} />
    </svg>
    <EnglandMap {...map} />
  </div>
);
