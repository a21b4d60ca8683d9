import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { MetricsCompared } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { comparedFinding } from '../../../data/text/metrics-compared.ts';
import {
  areasNoun,
  isAre,
  periodBrief,
  periodWords,
  plural,
  withFullStop,
} from '../../../data/text/words.ts';
import { metricsComparedQuery } from '../../api.ts';
import { AreasChoice } from '../../ui/AreasChoice.tsx';
import { AsAtPicker } from '../../ui/AsAtPicker.tsx';
import { Controls } from '../../ui/Controls.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { useAddress } from '../../ui/useAddress.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { METRICS, type MetricsView, metricAtUrl } from '../../url.ts';
import { comparedColumns, WIDEST } from './columns.tsx';
import './style.css';

/** Which metric varies most between the areas of a level: one row for each, with a page of its own behind it. */
export default function Metrics() {
  return (
    <div className="width">
      <Page />
    </div>
  );
}

function Page() {
  const [view, go] = useAddress(METRICS);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...metricsComparedQuery(view),
    placeholderData: keepPreviousData,
  });
  useTitle(
    'Which metric varies most?',
    data && !isPlaceholderData
      ? `By ${areasNoun(data.query.level, 1)}, as at ${periodWords(data.period)}. ${comparedFinding(data).map(withFullStop).join(' ')}`
      : null,
  );
  const controls = <MetricsControls view={view} compared={error ? undefined : data} go={go} />;
  if (error || !data)
    return (
      <>
        <div className="finding">
          <h1>Which metric varies most?</h1>
        </div>
        {controls}
        {error ? <Refused failure={error} again={refetch} /> : <Waiting what="the figures" />}
      </>
    );
  const [heading, ...rest] = comparedFinding(data);
  return (
    <div aria-busy={isPlaceholderData}>
      <div className="finding">
        <p className="topic">
          Which metric varies most? Between {areasNoun(data.query.level, 2)}, as at {periodWords(data.period)}
          .
        </p>
        <h1>{heading}</h1>
        {rest.length > 0 && <p className="lede">{rest.join(' ')}</p>}
      </div>
      {controls}
      <Compared view={view} compared={data} go={go} />
      <Without {...data} level={data.query.level} />
    </div>
  );
}

type Go = (change: Partial<MetricsView>) => void;

type ControlsProps = { view: MetricsView; compared: MetricsCompared | undefined; go: Go };

/** Between which areas, and as at when. */
const MetricsControls = ({ view, compared, go }: ControlsProps) => (
  <Controls chosen={[areasNoun(view.level, 2), compared && periodBrief(compared.period)]}>
    <AreasChoice entry={null} value={view.level} onChange={(level) => go({ level, period: '' })} />
    {compared && (
      <AsAtPicker periods={compared.periods} value={compared.period} onChange={(period) => go({ period })} />
    )}
  </Controls>
);

type ComparedProps = { view: MetricsView; compared: MetricsCompared; go: Go };

/** The metrics that have figures, one a row, widest first unless another order is asked for. */
function Compared({ view, compared, go }: ComparedProps) {
  const { level } = compared.query;
  const columns = useMemo(() => comparedColumns(compared), [compared]);
  const rows = compared.rows.filter(({ period }) => period !== null);
  const others = rows.filter(({ period }) => period !== compared.period).length;
  const label = `How far metrics vary between ${areasNoun(level, 2)}, as at ${periodWords(compared.period)}`;
  return (
    <section aria-label={label} className="metrics-compared">
      <p className="prose note">
        Each figure is of {periodBrief(compared.period)} unless it says otherwise
        {others > 0 && `: ${plural(others, 'metric')} ${isAre(others)} of another period`}. Beyond chance: the
        share of the variation that chance cannot explain; it grows with the number of people. Widened limits:
        the 99.8% limits of a funnel that allows for the scatter among all areas.
      </p>
      <div className="card picture">
        <DataTable
          label={label}
          columns={columns}
          rows={rows}
          keyOf={({ metric }) => metric}
          file={{
            name: ['metrics compared', level, compared.period],
            about: {
              level,
              as_at: compared.period,
              licence: 'Open Government Licence v3.0',
              data_version: compared.dataVersion,
            },
          }}
          empty={`No metric has figures by ${areasNoun(level, 1)} up to ${periodBrief(compared.period)}.`}
          sorting={
            view.sort === ''
              ? { ...WIDEST, down: view.down !== WIDEST.down }
              : { by: view.sort, down: view.down }
          }
          onSort={({ by, down }) =>
            go(by === WIDEST.by ? { sort: '', down: down !== WIDEST.down } : { sort: by, down })
          }
        />
      </div>
    </section>
  );
}

/** The metrics without figures between these areas, folded, each with the reason and its page. */
type WithoutProps = Pick<MetricsCompared, 'rows' | 'period'> & { level: MetricsView['level'] };

function Without({ rows, period, level }: WithoutProps) {
  const without = rows.filter(({ period }) => period === null);
  if (without.length === 0) return null;
  return (
    <details className="notes">
      <summary>
        {plural(without.length, 'metric')} without figures by {areasNoun(level, 1)} up to{' '}
        {periodBrief(period)}
      </summary>
      <ul>
        {without.map(({ metric, reason }) => (
          <li key={metric}>
            <Link href={metricAtUrl(metric, {})}>{metricOf(metric).label}</Link>. {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
