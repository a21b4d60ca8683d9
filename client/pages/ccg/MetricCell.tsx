import { Link } from 'wouter';
import type { ProfileRow } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { isIllustrative } from '../../../data/text/profile.ts';
import { ILLUSTRATIVE } from '../../../data/text/status.ts';
import { sourcesUrl } from '../../api.ts';

type Props = { row: ProfileRow; metric: Metric; area: string; asked: string };

/** What a row is of: the measure, its period (and that it is another than the profile’s), cautions and the source. */
export function MetricCell({ row, metric, area, asked }: Props) {
  const period = row.period;
  return (
    <th scope="row">
      <Link href={`/metrics/${row.metric}${period === null ? '' : `?period=${period}`}`}>{metric.label}</Link>
      <span className="quiet block phrase">{metric.phrase}</span>
      {isIllustrative(row) && <span className="tag illustrative">{ILLUSTRATIVE}</span>}
      {period !== null && (
        <span className="block when">
          <b className={period === asked ? undefined : 'other-period'}>{periodBrief(period)}</b>
          {row.status === 'inferred-period' && ', year inferred'}
          {row.value !== null && (
            <>
              {' · '}
              <a href={sourcesUrl(row.metric, area, period)}>
                Source<span className="hidden"> of {metric.label}</span>
              </a>
            </>
          )}
        </span>
      )}
      {row.value !== null &&
        row.notes
          .filter((note) => note !== ILLUSTRATIVE)
          .map((note) => (
            <span key={note} className="quiet block note">
              {note}
            </span>
          ))}
    </th>
  );
}
