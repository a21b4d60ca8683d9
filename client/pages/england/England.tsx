import { useQuery } from '@tanstack/react-query';
import { catalogueQuery } from '../../api.ts';
import { Refused, Waiting } from '../../ui/states.tsx';
import { MapPanel } from './MapPanel.tsx';

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
