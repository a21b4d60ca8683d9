import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useSearch } from 'wouter';
import type { Catalogue, CatalogueMetric } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { capitalised } from '../../../data/text/words.ts';
import { catalogueQuery } from '../../api.ts';
import { sentences } from '../../charts/kit/words.ts';
import { MetricList } from '../../ui/MetricList.tsx';
import NotFound from '../../ui/NotFound.tsx';
import { Refused, WaitingPage } from '../../ui/states.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { parseMetric } from '../../url.ts';
import { Definition } from './About.tsx';
import { Variation } from './Variation.tsx';

/** The page of one metric: how far areas lie apart, how much of it is chance, and where it lies. */
export default function Metric({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(catalogueQuery());
  if (data) return <Page id={id} catalogue={data} />;
  return (
    <div className="width">
      {error ? <Refused failure={error} again={refetch} as="h1" /> : <WaitingPage what="the metrics" />}
    </div>
  );
}

function Page({ id, catalogue }: { id: string; catalogue: Catalogue }) {
  const search = useSearch();
  const view = useMemo(() => parseMetric(id, search, catalogue), [id, search, catalogue]);
  const entry = catalogue.metrics.find((each) => each.id === id);
  if (!entry)
    return (
      <div className="width">
        <NotFound what={`No metric is called “${id}”`} />
        <MetricList catalogue={catalogue} />
      </div>
    );
  return (
    <div className="width metric-page">
      {view ? <Variation page={view} catalogue={catalogue} /> : <EnglandOnly entry={entry} />}
    </div>
  );
}

/** The page of a metric that has no figures by area: what it is, and why nothing varies here. */
function EnglandOnly({ entry }: { entry: CatalogueMetric }) {
  useTitle(entry.label);
  const england = entry.periods.some(({ level, periods }) => level === 'england' && periods.length > 0);
  return (
    <>
      <div className="finding">
        <p className="topic">{sentences([capitalised(entry.phrase)])}</p>
        <h1>{entry.label}</h1>
        <p className="lede">
          {england
            ? 'Figures are published here for England only, so nothing can be said of variation between areas.'
            : 'No figures of this metric are loaded.'}
        </p>
        <p>
          <Link href={`/data#${entry.id}`}>Which figures there are, and their source</Link>, or{' '}
          <Link href="/metrics">all metrics</Link>.
        </p>
      </div>
      <Definition metric={metricOf(entry.id)} />
    </>
  );
}
