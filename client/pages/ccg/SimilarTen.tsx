import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'wouter';
import { DEFAULTS, OWN_BENCHMARKS } from '../../../data/addresses/choices.ts';
import type { Areas, Profile, Snapshot } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf, asMetricId } from '../../../data/metrics/index.ts';
import { periodWords } from '../../../data/text/figure.ts';
import { isIllustrative } from '../../../data/text/profile.ts';
import { snapshotQuery } from '../../api.ts';
import { Refused, Waiting } from '../../ui/states.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import { compareAreasUrl } from '../compare/view.ts';
import { besideTen, tenHeading } from './besideTen.ts';
import { TenTable } from './TenTable.tsx';
import type { ProfileState } from './view.ts';

type Props = {
  profile: Profile;
  state: ProfileState;
  similar: readonly string[];
  areas: Areas;
  onChange: (change: Partial<ProfileState>) => void;
};

/** The CCG among its ten most similar, on one measure, best first. */
export function SimilarTen({ profile, state, similar, areas, onChange }: Props) {
  const id = useId();
  const known = profile.rows.filter((row) => row.value !== null && !isIllustrative(row));
  const row = known.find(({ metric }) => metric === state.measure) ?? known[0];
  if (!row?.period) return null;
  const metric = metricOf(row.metric);
  return (
    <section aria-labelledby="ten">
      <div className="section-head">
        <h2 id="ten">Beside its ten most similar CCGs</h2>
        <div className="field">
          <label htmlFor={id}>Measure</label>
          <select id={id} value={row.metric} onChange={(event) => onChange({ measure: asMetricId(event.target.value) })}>
            {known.map(({ metric: each, label }) => (
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
        <Link href={compareAreasUrl([profile.area.area, ...similar])}>Compare them on any measure</Link>.
      </p>
      <Answer
        asked={{ metric: row.metric, period: row.period }}
        area={profile.area.area}
        state={state}
        similar={similar}
        areas={areas}
      />
    </section>
  );
}

type AnswerProps = {
  asked: { metric: MetricId; period: string };
  area: string;
  state: ProfileState;
  similar: readonly string[];
  areas: Areas;
};

function Answer({ asked, area, state, similar, areas }: AnswerProps) {
  const { confidence } = state;
  // All eleven against one value: a benchmark of each CCG's own would say nothing of how they stand to each other.
  const benchmark = OWN_BENCHMARKS.includes(state.benchmark) ? DEFAULTS.benchmark : state.benchmark;
  const view = { ...asked, level: 'ccg', benchmark, confidence } as const;
  const { data, error, refetch } = useQuery({
    ...snapshotQuery(view),
    placeholderData: keepPreviousData,
  });
  if (error) return <Refused failure={error} again={refetch} />;
  if (!data) return <Waiting what="the similar CCGs" />;
  return <Ten snapshot={data} area={area} similar={similar} areas={areas} />;
}

type TenProps = { snapshot: Snapshot; area: string; similar: readonly string[]; areas: Areas };

function Ten({ snapshot, area, similar, areas }: TenProps) {
  const ten = besideTen(snapshot, area, similar);
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
        asked={{ areas: [area, ...similar].join(','), metric, period, benchmark, confidence }}
        of={`${nameOf(area)} beside its ten most similar CCGs`}
      />
    </>
  );
}
