import { useQuery } from '@tanstack/react-query';
import { LAND, PALETTE } from '../../../data/palette.ts';
import { pathsQuery } from '../../api.ts';

/** Where in England an area lies: its CCGs filled, on the outlines of the Alliances. */
export function Locator({ ccgs, name }: { ccgs: readonly string[]; name: string }) {
  const { data } = useQuery(pathsQuery());
  if (!data) return <div className="locator" />;
  const { box, ccg, alliance, label } = data.map;
  const places = ccgs.flatMap((id) => (label.ccg[id] ? [label.ccg[id]] : []));
  const [x, y] = [0, 1].map(
    (axis) => places.reduce((sum, place) => sum + (place[axis] ?? 0), 0) / Math.max(1, places.length),
  );
  return (
    <svg
      className="locator"
      viewBox={`0 0 ${box[0]} ${box[1]}`}
      role="img"
      aria-label={`Map of England showing where ${name} is`}
    >
      <path d={Object.values(alliance).join('')} fill={LAND.alliance} stroke={PALETTE.paper} strokeWidth={16} />
      <path
        d={ccgs.map((id) => ccg[id] ?? '').join('')}
        fill={PALETTE.area}
        stroke={PALETTE.area}
        strokeWidth={6}
      />
      {ccgs.length < 5 && <circle cx={x} cy={y} r={190} fill="none" stroke={PALETTE.area} strokeWidth={28} />}
    </svg>
  );
}
