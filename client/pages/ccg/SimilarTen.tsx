import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'wouter';
import { DEFAULTS, OWN_BENCHMARKS } from '../../../data/addresses/choices.ts';
import type { Areas, Profile, Snapshot, SnapshotArea } from '../../../data/contract/index.ts';
import { asMetricId, type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { COMPARISON_WORDS, countsPhrase, GLYPHS, noFigureWords } from '../../../data/text/figure.ts';
import { formatValue, ordinal } from '../../../data/text/format.ts';
import { byLetters } from '../../../data/text/order.ts';
import { briefName, periodWords } from '../../../data/text/words.ts';
import { snapshotQuery } from '../../api.ts';
import { AreaLink } from '../../ui/AreaLink.tsx';
import { TableBox } from '../../ui/DataTable.tsx';
import { Interval } from '../../ui/RankedList.tsx';
import { scaleEnds, scaleOf } from '../../ui/ranked.ts';
import { Refused, Waiting } from '../../ui/states.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import { type CcgView, compareAreasUrl } from '../../url.ts';

type Props = {
  profile: Profile;
  view: CcgView;
  similar: readonly string[];
  areas: Areas;
  go: (change: Partial<CcgView>) => void;
};

/** The CCG among its ten most similar, on one measure, best first. */
export function SimilarTen({ profile, view, similar, areas, go }: Props) {
  const id = useId();
  const measured = profile.rows.filter(({ value }) => value !== null);
  const row = measured.find(({ metric }) => metric === view.measure) ?? measured[0];
  if (!row?.period) return null;
  const metric = metricOf(row.metric);
  return (
    <section aria-labelledby="ten">
      <div className="section-head">
        <h2 id="ten">Beside its ten most similar CCGs</h2>
        <div className="field">
          <label htmlFor={id}>Metric</label>
          <select
            id={id}
            value={row.metric}
            onChange={(event) => go({ measure: asMetricId(event.target.value) })}
          >
            {measured.map(({ metric: each, label }) => (
              <option key={each} value={each}>
                {label}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p className="topic">
        {metric.label}: {metric.phrase}, {periodWords(row.period)}. The ten most similar CCGs are those that
        NHS RightCare named in 2016.{' '}
        <Link href={compareAreasUrl([profile.area.area, ...similar])}>Compare them on any metric</Link>.
      </p>
      <Answer
        metric={row.metric}
        period={row.period}
        area={profile.area.area}
        view={view}
        similar={similar}
        areas={areas}
      />
    </section>
  );
}

type AnswerProps = {
  metric: MetricId;
  period: string;
  area: string;
  view: CcgView;
  similar: readonly string[];
  areas: Areas;
};

function Answer({ metric, period, area, view, similar, areas }: AnswerProps) {
  // All eleven against one value: a benchmark of each CCG's own would say nothing of how they stand to each other.
  const benchmark = OWN_BENCHMARKS.includes(view.benchmark) ? DEFAULTS.benchmark : view.benchmark;
  const { data, error, refetch } = useQuery({
    ...snapshotQuery({ metric, period, level: 'ccg', benchmark, confidence: view.confidence }),
    placeholderData: keepPreviousData,
  });
  if (error) return <Refused failure={error} again={refetch} />;
  if (!data) return <Waiting what="the similar CCGs" />;
  return <Ten snapshot={data} area={area} similar={similar} areas={areas} />;
}

type TenProps = { snapshot: Snapshot; area: string; similar: readonly string[]; areas: Areas };

function Ten({ snapshot, area, similar, areas }: TenProps) {
  const ten = amongTen(snapshot, area, similar);
  const nameOf = (id: string) => areas.ccgs.find((each) => each.area === id)?.name ?? id;
  const names = ten.missing.map(nameOf);
  const { metric, period, confidence } = snapshot.query;
  const alliance = areas.alliances.find((each) => each.area === snapshot.query.benchmark);
  const benchmark = alliance?.area ?? DEFAULTS.benchmark;
  return (
    <>
      <h3>{tenHeading(ten.shown, area)}</h3>
      <TenTable snapshot={snapshot} shown={ten.shown} area={area} />
      {names.length > 0 && <p className="quiet">No longer a CCG in this period: {names.join(', ')}.</p>}
      <UseChart
        chart="compare"
        query={{ areas: [area, ...similar].join(','), metric, period, benchmark, confidence }}
        of={`${nameOf(area)} beside its ten most similar CCGs`}
      />
    </>
  );
}

type TableProps = { snapshot: Snapshot; shown: readonly SnapshotArea[]; area: string };

/** A CCG and its similar ten on one measure: value, 95% interval on a common axis, and comparison. */
function TenTable({ snapshot, shown, area }: TableProps) {
  const metric = metricOf(snapshot.query.metric);
  const aim = snapshot.benchmark?.value ?? null;
  const scale = scaleOf(metric, shown, [aim]);
  const [low, high] = scaleEnds(metric, scale);
  return (
    <TableBox label="The CCG and its ten most similar">
      <table className="ten">
        <thead>
          <tr>
            <th scope="col">CCG</th>
            <th scope="col" className="number">
              Value
            </th>
            <th scope="col" className="interval">
              95% interval
              <span className="ends">
                <span>{low}</span>
                <span>{high}</span>
              </span>
            </th>
            <th scope="col">
              Compared with {snapshot.against}
              {aim !== null && ` (${formatValue(metric, aim)})`}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <tr key={each.area} className={each.area === area ? 'itself' : undefined}>
              <th scope="row">
                {each.area === area ? (
                  <b>{briefName(each.name)}</b>
                ) : (
                  <AreaLink level="ccg" area={each.area}>
                    {briefName(each.name)}
                  </AreaLink>
                )}
              </th>
              {each.value === null ? (
                <td colSpan={3} className="quiet">
                  {noFigureWords(each)}
                </td>
              ) : (
                <>
                  <td className="number">
                    {formatValue(metric, each.value)}
                    <span className="quiet block">{countsPhrase(metric, each)}</span>
                  </td>
                  <td className="interval">
                    <Interval
                      area={each}
                      value={each.value}
                      aim={aim}
                      scale={scale}
                      radius={5}
                      className={each.comparison}
                    />
                    {each.lower !== null && each.upper !== null && (
                      <span className="quiet block">
                        {formatValue(metric, each.lower)} to {formatValue(metric, each.upper)}
                      </span>
                    )}
                  </td>
                  <td className={`compared ${each.comparison}`}>
                    <span aria-hidden="true">{GLYPHS[each.comparison]}</span>{' '}
                    {COMPARISON_WORDS[each.comparison]}
                    {each.comparisonReason && <span className="quiet block">{each.comparisonReason}</span>}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** An area and its similar ten as a snapshot has them, best first, gaps last; and those that were no CCG in its period. */
export function amongTen({ areas, query }: Snapshot, area: string, similar: readonly string[]) {
  const turn = metricOf(query.metric).polarity === 'lower' ? 1 : -1;
  const shown = areas
    .filter((each) => each.area === area || similar.includes(each.area))
    .sort((one, other) => {
      const gaps = Number(one.value === null) - Number(other.value === null);
      return gaps || turn * ((one.value ?? 0) - (other.value ?? 0)) || byLetters(one.name, other.name);
    });
  return { shown, missing: similar.filter((id) => !areas.some((each) => each.area === id)) };
}

/** The area's place by value among those with a figure, and whether intervals say how sure that is. */
export function tenHeading(shown: readonly SnapshotArea[], area: string): string {
  const figures = shown.filter(({ value }) => value !== null);
  const place = figures.findIndex((each) => each.area === area) + 1;
  if (place === 0) return 'It has no figure itself for this metric and period';
  if (figures.length === 1) return 'None of its similar CCGs has a figure for this metric and period';
  const sure = figures.every(({ lower }) => lower === null)
    ? 'no intervals are published to say how sure that is'
    : 'the intervals say how sure that is';
  return `By value ${ordinal(place)} of these ${figures.length}; ${sure}`;
}
