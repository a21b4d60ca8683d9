import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import type { Catalogue } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { areasQuery } from '../../api.ts';
import { pickedAreas, type Shown } from '../../charts/kit/shown.ts';
import { InTurn } from '../../ui/InTurn.tsx';
import { Refused } from '../../ui/states.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { About } from './About.tsx';
import { Between } from './Between.tsx';
import { Deprivation } from './Deprivation.tsx';
import { FunnelSection } from './FunnelSection.tsx';
import { MetricControls } from './MetricControls.tsx';
import { MetricHead } from './MetricHead.tsx';
import { Numbers } from './Numbers.tsx';
import { OverTime } from './OverTime.tsx';
import { RankedSection } from './RankedSection.tsx';
import { Skeleton } from './Skeleton.tsx';
import { useAnswers } from './useAnswers.ts';
import { type MetricPage, metricPageUrl, parseMetricPage } from './view.ts';

type Props = { page: MetricPage; catalogue: Catalogue };

/** The variation of one metric, as the address asks for it. */
export function Variation({ page, catalogue }: Props) {
  const { go, goTo } = useGoing(page, catalogue);
  const { data: areas } = useQuery(areasQuery());
  const { answers, fresh, refusal, error, again } = useAnswers(page);
  const metric = metricOf(page.metric);
  useTitle(`${metric.label}, ${periodBrief(page.period)}: how it varies`);
  const spread = answers?.spread;
  const picked = useMemo(
    () => (spread ? pickedAreas(spread, page.alliance) : new Set<string>()),
    [spread, page.alliance],
  );
  const controls = (
    <MetricControls
      catalogue={catalogue}
      page={page}
      areas={areas}
      fresh={fresh}
      refusal={refusal}
      go={go}
      goTo={goTo}
    />
  );
  if (!answers || (error && !fresh))
    return (
      <>
        <div className="finding">
          <h1>{metric.label}</h1>
        </div>
        {controls}
        {error && refusal === '' ? (
          <Refused failure={error} again={again} />
        ) : (
          <Skeleton what={`the figures for ${periodBrief(page.period)}`} />
        )}
      </>
    );
  const shown: Shown = { page, metric, ...answers, areas, picked, go };
  return (
    <div aria-busy={!fresh}>
      <MetricHead metric={metric} spread={answers.spread} />
      {controls}
      <InTurn>
        <FunnelSection {...shown} />
        <RankedSection {...shown} />
        <OverTime {...shown} catalogue={catalogue} />
        <Between {...shown} />
        <Deprivation {...shown} />
        <Numbers {...shown} />
        <About {...shown} />
      </InTurn>
    </div>
  );
}

/** Ways to another view of the page, and to the page of another metric, keeping what applies there. */
function useGoing(page: MetricPage, catalogue: Catalogue) {
  const [, navigate] = useLocation();
  const latest = useRef(page);
  latest.current = page;
  const go = useCallback(
    (change: Partial<MetricPage>, passing = false) =>
      navigate(settled({ ...latest.current, ...change }, catalogue), { replace: passing }),
    [catalogue, navigate],
  );
  const goTo = useCallback(
    (metric: MetricId) => navigate(settled({ ...latest.current, metric }, catalogue)),
    [catalogue, navigate],
  );
  return { go, goTo };
}

/** The address of a page once what does not exist in it has fallen back. */
function settled(page: MetricPage, catalogue: Catalogue): string {
  const [, search = ''] = metricPageUrl(page, catalogue).split('?');
  const found = parseMetricPage(page.metric, search, catalogue);
  return found ? metricPageUrl(found, catalogue) : `/metrics/${page.metric}`;
}
