import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { useSearch } from 'wouter';
import { DEFAULTS } from '../../../data/addresses/choices.ts';
import type { Catalogue, Snapshot, Spread } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { EVIDENCE_RULE, evidenceWords, spreadFinding } from '../../../data/text/spread.ts';
import { areasNoun, capitalised, periodBrief, periodWords } from '../../../data/text/words.ts';
import { areasQuery, isRefusal, snapshotQuery, spreadQuery } from '../../api.ts';
import { pickedAreas } from '../../charts/kit/metricPage.ts';
import { InTurn } from '../../ui/ready.ts';
import { Swapped } from '../../ui/Swapped.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { useGo } from '../../ui/useAddress.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { METRIC, type MetricView } from '../../url.ts';
import { About } from './About.tsx';
import { Between } from './Between.tsx';
import { Deprivation } from './Deprivation.tsx';
import { FunnelSection } from './FunnelSection.tsx';
import { Groups } from './Groups.tsx';
import { MetricControls } from './MetricControls.tsx';
import { Numbers } from './Numbers.tsx';
import { OverTime } from './OverTime.tsx';
import { RankedSection } from './RankedSection.tsx';
import { StagePair } from './StagePair.tsx';
import type { Shown } from './shown.ts';

type Props = { page: MetricView; catalogue: Catalogue };

/** The variation of one metric, as the address asks for it. */
export function Variation({ page, catalogue }: Props) {
  const addressOf = useCallback(
    ({ metric, ...view }: MetricView) => `/metrics/${metric}${METRIC.settled(view, { catalogue, metric })}`,
    [catalogue],
  );
  const go = useGo(page, addressOf);
  const { data: areas } = useQuery(areasQuery());
  const { answers, fresh, refusal, error, again } = useAnswers(page);
  const metric = metricOf(page.metric);
  const spread = answers?.spread;
  useTitle(
    `${metric.label}, ${periodBrief(page.period)}: how it varies`,
    fresh && spread ? spreadFinding(spread).join(' ') : null,
  );
  const picked = useMemo(
    () => (spread ? pickedAreas(spread, page.alliance) : new Set<string>()),
    [spread, page.alliance],
  );
  const search = useSearch();
  const controls = (
    <>
      <Swapped search={search} view={page} />
      <MetricControls
        catalogue={catalogue}
        page={page}
        areas={areas}
        fresh={fresh}
        refusal={refusal}
        go={go}
      />
    </>
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
      <StagePair {...shown} />
      <InTurn>
        <FunnelSection {...shown} />
        <RankedSection {...shown} />
        <OverTime {...shown} catalogue={catalogue} />
        <Groups {...shown} />
        <Between {...shown} />
        <Deprivation {...shown} />
        <Numbers {...shown} />
        <About {...shown} />
      </InTurn>
    </div>
  );
}

/** What the page is of, and what it found. */
function MetricHead({ metric, spread }: Pick<Shown, 'metric' | 'spread'>) {
  const [first, ...rest] = spreadFinding(spread);
  const one = areasNoun(spread.query.level, 1);
  return (
    <div className="finding">
      <p className="topic">
        {capitalised(metric.phrase)}. By {one}, {periodWords(spread.query.period)}.
      </p>
      <h1>{metric.label}</h1>
      <div data-testid="finding">
        <p className="lede answer">{first}</p>
        <p className="lede">{rest.join(' ')}</p>
      </div>
      <details className="notes evidence" data-testid="evidence">
        <summary>
          <b>{evidenceWords(spread)}</b>
        </summary>
        <p className="prose">{EVIDENCE_RULE}</p>
      </details>
    </div>
  );
}

/** Grey lines in the place of words and pictures while the figures are on their way. */
const Skeleton = ({ what }: { what: string }) => (
  <div className="skeleton">
    <Waiting what={what} className="" />
    <div aria-hidden="true">
      <span />
      <span />
      <span />
      <span />
    </div>
  </div>
);

type Answers = { snapshot: Snapshot; spread: Spread };

function usePair(view: MetricView, enabled: boolean) {
  const snapshot = useQuery({ ...snapshotQuery(view), enabled });
  const spread = useQuery({ ...spreadQuery(view), enabled });
  const answers: Answers | undefined = snapshot.data &&
    spread.data && { snapshot: snapshot.data, spread: spread.data };
  const again = () => {
    snapshot.refetch();
    spread.refetch();
  };
  return { answers, error: snapshot.error ?? spread.error, again };
}

/**
 * The figures of a view and their variation, always of one and the same view: the previous ones until both are here.
 * Where the benchmark is refused, those against England, and the server’s words.
 */
function useAnswers(view: MetricView) {
  const wanted = usePair(view, true);
  const refusal =
    view.benchmark !== DEFAULTS.benchmark && isRefusal(wanted.error) ? wanted.error.message : '';
  const plain = usePair({ ...view, benchmark: DEFAULTS.benchmark }, refusal !== '');
  const { answers, error, again } = refusal === '' ? wanted : plain;
  const last = useRef(answers);
  if (answers) last.current = answers;
  return { answers: answers ?? last.current, fresh: answers !== undefined, refusal, error, again };
}
