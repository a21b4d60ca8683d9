import { useQuery } from '@tanstack/react-query';
import { catalogueQuery } from '../api.ts';
import { MapPanel } from '../panels/MapPanel.tsx';
import { Refused, Waiting } from '../panels/states.tsx';

/** The map of England, and the ranked list beside it. */
export default function England() {
  const { data, error, refetch } = useQuery(catalogueQuery());
  return (
    <div className="width">
      {data ? (
        <MapPanel catalogue={data} />
      ) : error ? (
        <Refused failure={error} again={refetch} />
      ) : (
        <Waiting what="the measures" />
      )}
    </div>
  );
}
