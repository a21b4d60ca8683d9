import { answer, areasQuery, catalogueQuery, isRefusal } from '../../api.ts';
import { Finding } from '../../ui/Finding.tsx';
import { Loaded, Refused, Waiting, WaitingPage } from '../../ui/states.tsx';
import { type Go, useGo } from '../../ui/useAddress.ts';
import './style.css';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { Link, useSearch } from 'wouter';
import type { Areas, Catalogue } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { compareFinding } from '../../../data/text/compare.ts';
import { listOf, periodBrief, periodWords } from '../../../data/text/words.ts';
import {
  benchmarkOf,
  type Compared,
  compareAddresses,
  comparedFrom,
  type ToCompare,
} from '../../charts/compare/compared.ts';
import { allPlaces, groupOf, type Place, resolve } from '../../charts/compare/places.ts';
import { SourceLine } from '../../ui/SourceLine.tsx';
import { Swapped } from '../../ui/Swapped.tsx';
import { standing } from '../../ui/standing.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { COMPARE, type CompareView, compareAreasUrl, compareUrl, MOST_AREAS, periodsAt } from '../../url.ts';
import { Chooser } from './Chooser.tsx';
import { CompareControls } from './CompareControls.tsx';
import { Matrix } from './Matrix.tsx';
import { OverTime } from './OverTime.tsx';
import { type Replaced, withFigures, withSuccessors } from './opening.ts';
import { Values } from './Values.tsx';

/** The page that puts two to twenty areas of any level side by side. */
export default function Compare() {
  const search = useSearch();
  const { data: catalogue, error, refetch } = useQuery(catalogueQuery());
  const view = useMemo(() => catalogue && COMPARE.parse(search, { catalogue }), [search, catalogue]);
  return (
    <div className="width">
      <Loaded query={areasQuery()} what="the areas">
        {(areas) =>
          catalogue && view ? (
            <Comparison named={view} search={search} catalogue={catalogue} areas={areas} />
          ) : error ? (
            <Refused failure={error} again={refetch} as="h1" />
          ) : (
            <WaitingPage what="the metrics" />
          )
        }
      </Loaded>
    </div>
  );
}

type Props = { catalogue: Catalogue; areas: Areas };

/** The chosen areas side by side, as the address asks for them; where they are too few, how to choose them. */
function Comparison({ named, search, catalogue, areas }: Props & { named: CompareView; search: string }) {
  const addressOf = useCallback(
    (next: CompareView) => `/compare${COMPARE.settled(next, { catalogue })}`,
    [catalogue],
  );
  const places = useMemo(() => allPlaces(areas), [areas]);
  const { view, chosen, beyond, unknown, replaced } = useMemo(() => {
    const found = resolve(named.areas, places);
    const view = withFigures(named, search, found.chosen, catalogue, areas.ownAreas);
    const { shown, replaced } = withSuccessors(found.chosen, areas, places, view.period);
    const beyond = [...shown.slice(MOST_AREAS), ...found.beyond];
    return { view, chosen: shown.slice(0, MOST_AREAS), beyond, unknown: found.unknown, replaced };
  }, [named, search, places, areas, catalogue]);
  const go = useGo(view, addressOf);
  const enough = chosen.length > 1;
  const answer = useCompared({ view, chosen: enough ? chosen : NONE, areas });
  const metric = metricOf(view.metric);
  const { compared, fresh } = answer;
  useTitle(
    enough ? `Compare areas: ${metric.label}, ${periodBrief(view.period)}` : 'Compare areas',
    !enough ? '' : fresh && compared ? findingOf(compared).join(' ') : null,
  );
  return (
    <>
      <div className={enough ? 'finding of-several' : 'finding'} aria-busy={enough && !fresh}>
        {enough ? (
          <>
            <p className="topic">
              <b>{metric.label}:</b> {metric.phrase}. {periodWords(view.period)}.
            </p>
            {compared ? <Finding sentences={findingOf(compared)} /> : <h1>{metric.label}</h1>}
          </>
        ) : (
          <>
            <h1 data-testid="finding">Compare areas side by side</h1>
            <Start areas={areas} chosen={chosen} />
          </>
        )}
      </div>
      <Unshown unknown={unknown} beyond={beyond} />
      <Swapped search={search} view={{ metric: view.metric, period: view.period }} />
      <InPlaceOf replaced={replaced} view={view} catalogue={catalogue} />
      <Chooser areas={areas} places={places} chosen={chosen} onChange={(next) => go({ areas: next })} />
      {enough && (
        <Body view={view} catalogue={catalogue} areas={areas} chosen={chosen} go={go} answer={answer} />
      )}
    </>
  );
}

const NONE: readonly Place[] = [];

const findingOf = ({ view, rows, against, target }: Compared) =>
  compareFinding({ metric: metricOf(view.metric), period: view.period, against, target, rows });

type BodyProps = Props & {
  view: CompareView;
  chosen: readonly Place[];
  go: Go<CompareView>;
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

/** The CCG whose comparisons are offered where none is chosen. */
const EXAMPLE = '02N';

/** What to do where fewer than two areas are chosen, with comparisons to start from. */
function Start({ areas, chosen }: { areas: Areas; chosen: readonly Place[] }) {
  const [only] = chosen;
  const ccg = areas.ccgs.find(({ area }) => area === (only?.area ?? EXAMPLE)) ?? areas.ccgs[0];
  const alliance = areas.alliances.find(({ ccgs }) => ccg && ccgs.includes(ccg.area));
  const membersNow = ({ icbs }: Areas['alliancesToday'][number]) =>
    standing(areas.icbs, areas)
      .filter(({ area }) => icbs.includes(area))
      .map(({ area }) => area);
  const today = areas.alliancesToday.find((each) => membersNow(each).length > 2);
  return (
    <div className="prose start">
      <p>
        {only
          ? `Only ${only.name} is chosen: choose at least one more area.`
          : `Choose two to ${MOST_AREAS} areas: CCGs, ICBs, Alliances of 2016 or of today, regions or England, in any mixture.`}
      </p>
      <p>Or start from one of these:</p>
      <ul>
        {ccg && ccg.similar.length > 0 && (
          <li>
            <Link href={compareAreasUrl([ccg.area, ...ccg.similar])}>
              {ccg.name} beside its ten most similar CCGs
            </Link>
          </li>
        )}
        {today && (
          <li>
            <Link href={compareAreasUrl([...membersNow(today), today.area, 'england'])}>
              The ICBs of {today.name} beside it and England
            </Link>
          </li>
        )}
        {alliance && (
          <li>
            <Link
              href={compareAreasUrl([...alliance.ccgs.slice(0, MOST_AREAS - 2), alliance.area, 'england'])}
            >
              The CCGs of {alliance.name} beside the Alliance and England
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}

type ReplacedProps = { replaced: readonly Replaced[]; view: CompareView; catalogue: Catalogue };

/** Which areas had ended by the period, and what is shown in their place; with the way to the areas themselves. */
function InPlaceOf({ replaced, view, catalogue }: ReplacedProps) {
  if (replaced.length === 0) return null;
  const first = periodsAt(
    catalogue.metrics.find(({ id }) => id === view.metric),
    'ccg',
  )[0];
  const bySuccessor = new Map<string, string[]>();
  for (const { ended, by } of replaced) {
    const names = listOf(by.map(({ name }) => name));
    bySuccessor.set(names, [...(bySuccessor.get(names) ?? []), ended.name]);
  }
  return (
    <div className="in-place" role="status">
      <p>
        {[...bySuccessor].map(([by, ended]) => `${by} stands in the place of ${listOf(ended)}`).join('; ')}:{' '}
        {replaced.length === 1 ? 'it had' : 'they had'} ended by {periodBrief(view.period)}.{' '}
        {first && first !== view.period && (
          <Link href={compareUrl({ ...view, period: first }, catalogue)}>
            See {replaced.length === 1 ? 'it' : 'them'} in {periodBrief(first)}
          </Link>
        )}
      </p>
    </div>
  );
}

/** What the address asks for and the page cannot show, by name; nothing where it shows all. */
function Unshown({ unknown, beyond }: { unknown: readonly string[]; beyond: readonly Place[] }) {
  if (unknown.length + beyond.length === 0) return null;
  return (
    <div className="unshown" role="alert">
      {unknown.length > 0 && (
        <p>
          {unknown.length === 1 ? 'No area has the code ' : 'No areas have the codes '}
          {unknown.map((each) => `“${each}”`).join(', ')}: left out.
        </p>
      )}
      {beyond.length > 0 && (
        <p>
          At most {MOST_AREAS} areas are compared: the first {MOST_AREAS} are shown, and left out{' '}
          {beyond.length === 1 ? 'is' : 'are'} {beyond.map(({ name }) => name).join(', ')}.
        </p>
      )}
    </div>
  );
}

/**
 * The figures of a view’s areas: one request for each of their levels, and what the group’s total and England need. What
 * the server refuses is a gap in its rows.
 */
function useCompared(wanted: ToCompare) {
  const { all, levels } = compareAddresses(wanted);
  const queries = useQueries({ queries: all.map((url) => answer<unknown>(url)) });
  const queryOf = (url: string) => queries[all.indexOf(url)];
  const failure = queries.map(({ error }) => error).find((error) => error !== null && !isRefusal(error));
  const settled = queries.every(({ data, error }) => data !== undefined || isRefusal(error));
  const compared = settled
    ? comparedFrom(wanted, (url) => ({
        reply: queryOf(url)?.data ?? null,
        refusal: queryOf(url)?.error?.message ?? '',
      }))
    : undefined;
  const last = useRef<Compared>(undefined);
  if (compared) last.current = compared;
  const refused = levels.map(({ url }) => queryOf(url)?.error ?? null).find(isRefusal);
  return {
    compared: compared ?? last.current,
    fresh: compared !== undefined,
    error: failure ?? (settled && !compared ? refused : undefined) ?? null,
    again: () => queries.map((query) => query.refetch()),
  };
}
