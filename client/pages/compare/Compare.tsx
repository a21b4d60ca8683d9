import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import { catalogueQuery } from '../../api.ts';
import { AreasLoaded } from '../../ui/AreasLoaded.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { Comparison } from './Comparison.tsx';
import { parseCompare } from './view.ts';
import '../../style/compare.css';

/** The page that puts two to twenty areas of any level side by side. */
export default function Compare() {
  const search = useSearch();
  const { data, error, refetch } = useQuery(catalogueQuery());
  const view = useMemo(() => data && parseCompare(search, data), [search, data]);
  return (
    <AreasLoaded>
      {(areas) =>
        data && view ? (
          <Comparison view={view} catalogue={data} areas={areas} />
        ) : error ? (
          <Refused failure={error} again={refetch} />
        ) : (
          <Waiting what="the measures" />
        )
      }
    </AreasLoaded>
  );
}
