import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import type { Catalogue } from '../../../data/contract/index.ts';
import { catalogueQuery } from '../../api.ts';
import { MetricList } from '../../ui/MetricList.tsx';
import NotFound from '../../ui/NotFound.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { EnglandOnly } from './EnglandOnly.tsx';
import { Variation } from './Variation.tsx';
import { parseMetricPage } from './view.ts';

/** The page of one metric: how far areas lie apart, how much of it is chance, and where it lies. */
export default function Metric({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(catalogueQuery());
  if (data) return <Known id={id} catalogue={data} />;
  return (
    <div className="width">
      {error ? <Refused failure={error} again={refetch} /> : <Waiting what="the measures" />}
    </div>
  );
}

function Known({ id, catalogue }: { id: string; catalogue: Catalogue }) {
  const search = useSearch();
  const page = useMemo(() => parseMetricPage(id, search, catalogue), [id, search, catalogue]);
  const entry = catalogue.metrics.find((each) => each.id === id);
  if (!entry)
    return (
      <>
        <NotFound what={`No measure is called “${id}”`} />
        <div className="width">
          <MetricList catalogue={catalogue} />
        </div>
      </>
    );
  return (
    <div className="width metric-page">
      {page ? <Variation page={page} catalogue={catalogue} /> : <EnglandOnly entry={entry} />}
    </div>
  );
}
