import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Areas } from '../../data/contract/index.ts';
import { areasQuery } from '../api.ts';
import { Refused, Waiting } from './states.tsx';

/** A page that needs the list of areas: waits for it, or says why it is not there. */
export function AreasLoaded({ children }: { children: (areas: Areas) => ReactNode }) {
  const { data, error, refetch } = useQuery(areasQuery());
  return (
    <div className="width">
      {data ? (
        children(data)
      ) : error ? (
        <Refused failure={error} again={refetch} />
      ) : (
        <Waiting what="the areas" />
      )}
    </div>
  );
}
