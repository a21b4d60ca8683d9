import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearch } from 'wouter';
import type { Areas } from '../../../data/contract/index.ts';
import { LAND, PALETTE } from '../../../data/palette.ts';
import { levelPathsQuery } from '../../api.ts';
import { PackPanel } from '../../ui/PackPanel.tsx';
import { Swapped } from '../../ui/Swapped.tsx';
import { AllTrends } from '../../ui/trend/AllTrends.tsx';
import { useAddress } from '../../ui/useAddress.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { CCG } from '../../url.ts';
import { Profile } from './Profile.tsx';
import './style.css';

type PageProps = {
  area: string;
  name: string;
  level: 'ccg' | 'icb';
  /** Today’s Alliance of an ICB; a CCG has its own by the figures. */
  alliance?: string;
  similar: readonly string[];
  topic: string;
  facts: ReactNode;
  /** The CCGs of 2016, or the ICBs of 2022, that it is drawn as. */
  located: readonly string[];
  areas: Areas;
};

/** The page of a CCG or an ICB: its facts, where it stands on every measure, its trends and its files. */
export function Page({ area, name, level, alliance, similar, topic, facts, located, areas }: PageProps) {
  useTitle(name, null);
  const search = useSearch();
  const [{ period, measure }] = useAddress(CCG);
  return (
    <>
      <div className="area-head">
        <div>
          <p className="topic">{topic}</p>
          <h1>{name}</h1>
          {facts}
        </div>
        <Locator level={level} pieces={located} name={name} />
      </div>
      <Swapped search={search} view={{ metric: measure, period }} />
      <Profile area={area} alliance={alliance} similar={similar} areas={areas} />
      <AllTrends area={area} level={level} />
      <PackPanel area={area} period={period} name={name} />
    </>
  );
}

/** Where in England an area lies: its pieces filled, on the outlines of the Alliances. */
function Locator({ level, pieces, name }: { level: 'ccg' | 'icb'; pieces: readonly string[]; name: string }) {
  const { data } = useQuery(levelPathsQuery(level));
  if (!data) return <div className="locator" />;
  const { map } = data;
  const [shapes, labels, wholes] =
    'ccg' in map ? [map.ccg, map.label.ccg, map.alliance] : [map.icb, map.label.icb, map['alliance-today']];
  const places = pieces.flatMap((id) => (labels[id] ? [labels[id]] : []));
  // A part of an ICB that was divided has no shape of its own.
  if (places.length === 0) return null;
  const [x, y] = [0, 1].map(
    (axis) => places.reduce((sum, place) => sum + (place[axis] ?? 0), 0) / places.length,
  );
  return (
    <svg
      className="locator"
      viewBox={`0 0 ${map.box[0]} ${map.box[1]}`}
      role="img"
      aria-label={`Map of England showing where ${name} is`}
    >
      <path d={Object.values(wholes).join('')} fill={LAND.alliance} stroke={PALETTE.paper} strokeWidth={16} />
      <path
        d={pieces.map((id) => shapes[id] ?? '').join('')}
        fill={PALETTE.area}
        stroke={PALETTE.area}
        strokeWidth={6}
      />
      {pieces.length < 5 && (
        <circle cx={x} cy={y} r={190} fill="none" stroke={PALETTE.area} strokeWidth={28} />
      )}
    </svg>
  );
}
