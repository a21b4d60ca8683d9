import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { areasQuery } from '../../api.ts';
import type { Explore } from '../../charts/over-time/OverTime.tsx';
import { EXPLORED } from '../../url.ts';
import { useAddress } from '../useAddress.ts';

/** How the charts over time of a page are explored, as its address holds it. */
export function useExplored(): Explore {
  const [view, onView] = useAddress(EXPLORED);
  const isArea = useIsArea();
  return { view, onView, isArea };
}

/** Whether an id is that of an area; of any, until the areas are here. */
export function useIsArea(): (id: string) => boolean {
  const { data } = useQuery(areasQuery());
  return useMemo(() => {
    if (!data) return (_id: string) => true;
    const { regions, alliances, alliancesToday, ccgs, laterCcgs, icbs, ownAreas } = data;
    const all = [regions, alliances, alliancesToday, ccgs, laterCcgs, icbs, ownAreas].flat();
    const ids = new Set(['england', ...all.map(({ area }) => area)]);
    return (id: string) => ids.has(id);
  }, [data]);
}
