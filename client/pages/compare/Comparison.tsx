import { useCallback, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import type { Areas, Catalogue } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { compareFinding } from '../../../data/text/compare.ts';
import { periodBrief, periodWords } from '../../../data/text/figure.ts';
import { benchmarkOf, type Compared } from '../../charts/compare/compared.ts';
import { groupOf } from '../../charts/compare/group.ts';
import { allPlaces, type Place, resolve } from '../../charts/compare/places.ts';
import { SourceLine } from '../../ui/SourceLine.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { Chooser } from './Chooser.tsx';
import { CompareControls } from './CompareControls.tsx';
import { Matrix } from './Matrix.tsx';
import { OverTime } from './OverTime.tsx';
import { Start } from './Start.tsx';
import { Unshown } from './Unshown.tsx';
import { useCompared } from './useCompared.ts';
import { Values } from './Values.tsx';
import { type CompareView, compareUrl, parseCompare } from './view.ts';

type Props = { view: CompareView; catalogue: Catalogue; areas: Areas };

/** The chosen areas side by side, as the address asks for them; where they are too few, how to choose them. */
export function Comparison({ view, catalogue, areas }: Props) {
  const go = useGoing(view, catalogue);
  const places = useMemo(() => allPlaces(areas), [areas]);
  const { chosen, beyond, unknown } = useMemo(() => resolve(view.areas, places), [view.areas, places]);
  const enough = chosen.length > 1;
  const answer = useCompared({ view, chosen: enough ? chosen : NONE, areas });
  const metric = metricOf(view.metric);
  useTitle(enough ? `Compare areas: ${metric.label}, ${periodBrief(view.period)}` : 'Compare areas');
  return (
    <>
      <div className="finding" aria-live="polite" aria-busy={enough && !answer.fresh}>
        {enough ? (
          <>
            <p className="topic">
              <b>{metric.label}:</b> {metric.phrase}. {periodWords(view.period)}.
            </p>
            {answer.compared ? <Found compared={answer.compared} /> : <h1>{metric.label}</h1>}
          </>
        ) : (
          <>
            <h1 data-testid="finding">Compare areas side by side</h1>
            <Start areas={areas} chosen={chosen} />
          </>
        )}
      </div>
      <Unshown unknown={unknown} beyond={beyond} />
      <Chooser
        areas={areas}
        places={places}
        chosen={chosen}
        period={view.period}
        onChange={(next) => go({ areas: next })}
      />
      {enough && (
        <Body view={view} catalogue={catalogue} areas={areas} chosen={chosen} go={go} answer={answer} />
      )}
    </>
  );
}

const NONE: readonly Place[] = [];

function Found({ compared }: { compared: Compared }) {
  const { view, rows, against, target, illustrative } = compared;
  const [first, ...rest] = compareFinding({
    metric: metricOf(view.metric),
    period: view.period,
    against,
    target,
    rows,
  });
  if (illustrative)
    return (
      <>
        <h1 data-testid="finding">Illustrative, not published</h1>
        <p className="lede">
          These figures were made by a script so that the page can be tried. No finding is drawn from them: do
          not quote them.
        </p>
      </>
    );
  return (
    <>
      <h1 data-testid="finding">{first}</h1>
      {rest.length > 0 && <p className="lede">{rest.join(' ')}</p>}
    </>
  );
}

type BodyProps = Props & {
  chosen: readonly Place[];
  go: ReturnType<typeof useGoing>;
  answer: ReturnType<typeof useCompared>;
};

function Body({ view, catalogue, areas, chosen, go, answer }: BodyProps) {
  const { compared, fresh, error, again } = answer;
  const group = groupOf(chosen);
  return (
    <div aria-busy={!fresh}>
      <CompareControls catalogue={catalogue} areas={areas} view={view} group={group} fresh={fresh} go={go} />
      {error ? (
        <Refused failure={error} again={again} />
      ) : compared ? (
        <Values compared={compared} chosen={chosen} />
      ) : (
        <Waiting what="the figures" />
      )}
      <OverTime view={view} chosen={chosen} catalogue={catalogue} go={go} />
      <Matrix view={view} chosen={chosen} benchmark={benchmarkOf(view, group, areas)} />
      {compared && (
        <SourceLine metric={metricOf(view.metric)} dataVersion={compared.dataVersion} period={view.period} />
      )}
    </div>
  );
}

/** The way to another view of the page; what does not exist in it falls back. */
function useGoing(view: CompareView, catalogue: Catalogue) {
  const [, navigate] = useLocation();
  const latest = useRef(view);
  latest.current = view;
  return useCallback(
    (change: Partial<CompareView>, passing = false) => {
      const [, search = ''] = compareUrl({ ...latest.current, ...change }, catalogue).split('?');
      navigate(compareUrl(parseCompare(search, catalogue), catalogue), { replace: passing });
    },
    [catalogue, navigate],
  );
}
