import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { DEFAULTS } from '../../../data/addresses/choices.ts';
import type { Catalogue, Snapshot, Spread } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { spreadFinding } from '../../../data/text/spread.ts';
import { areasNoun, periodBrief, periodWords } from '../../../data/text/words.ts';
import { areasQuery, Failure, snapshotQuery, spreadQuery } from '../../api.ts';
import { pickedAreas } from '../../charts/kit/metricPage.ts';
import { InTurn } from '../../ui/ready.ts';
import { Refused } from '../../ui/states.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { type MetricView, metricUrl, parseMetric } from '../../url.ts';
import { About } from './About.tsx';
import { Between } from './Between.tsx';
import { Deprivation } from './Deprivation.tsx';
import { FunnelSection } from './FunnelSection.tsx';
import { MetricControls } from './MetricControls.tsx';
import { Numbers } from './Numbers.tsx';
import { OverTime } from './OverTime.tsx';
import { RankedSection } from './RankedSection.tsx';
import type { Shown } from './shown.ts';

type Props = { page: MetricView; catalogue: Catalogue };

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
function useGoing(page: MetricView, catalogue: Catalogue) {
  const [, navigate] = useLocation();
  const latest = useRef(page);
  latest.current = page;
  const go = useCallback(
    (change: Partial<MetricView>, passing = false) =>
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
function settled(page: MetricView, catalogue: Catalogue): string {
  const [, search = ''] = metricUrl(page, catalogue).split('?');
  const found = parseMetric(page.metric, search, catalogue);
  return found ? metricUrl(found, catalogue) : `/metrics/${page.metric}`;
}

/** What the page is of, and what it found; for illustrative figures, that nothing is judged from them. */
export function MetricHead({ metric, spread }: Pick<Shown, 'metric' | 'spread'>) {
  const [first, ...rest] = spreadFinding(spread);
  const phrase = `${metric.phrase[0]?.toUpperCase()}${metric.phrase.slice(1)}`;
  const one = areasNoun(spread.query.level, 1);
  return (
    <div className="finding">
      <p className="topic">
        {phrase}. By {one}, {periodWords(spread.query.period)}.
      </p>
      <h1>{metric.label}</h1>
      {spread.illustrative ? (
        <p className="banner" data-testid="finding">
          <b>Illustrative, not published.</b> These figures were made by a script so that the page can be
          tried. Nothing is judged, ranked or compared from them: do not quote them.
        </p>
      ) : (
        <div data-testid="finding">
          <p className="lede answer">{first}</p>
          <p className="lede">{rest.join(' ')}</p>
        </div>
      )}
    </div>
  );
}

/** Lines held where words and pictures will stand, while the figures are on their way. */
export const Skeleton = ({ what }: { what: string }) => (
  <div className="skeleton">
    <p role="status">Loading {what}…</p>
    <div aria-hidden="true">
      <span />
      <span />
      <span />
      <span />
    </div>
  </div>
);

export type Answers = { snapshot: Snapshot; spread: Spread };

/** A request the server understood and would not answer. */
const isRefusal = (error: Error | null): error is Failure =>
  error instanceof Failure && error.status >= 400 && error.status < 500;

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
 * The figures of a view and their variation, always of one and the same view: the last ones until both are here. Where
 * the benchmark is refused, those against England, and the server's words.
 */
export function useAnswers(view: MetricView) {
  const asked = usePair(view, true);
  const refusal = view.benchmark !== DEFAULTS.benchmark && isRefusal(asked.error) ? asked.error.message : '';
  const plain = usePair({ ...view, benchmark: DEFAULTS.benchmark }, refusal !== '');
  const { answers, error, again } = refusal === '' ? asked : plain;
  const last = useRef(answers);
  if (answers) last.current = answers;
  return { answers: answers ?? last.current, fresh: answers !== undefined, refusal, error, again };
}
