import { Link } from 'wouter';
import type { Snapshot, SnapshotArea } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { briefName, COMPARISON_WORDS, countsPhrase, GLYPHS } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { type Scale, scaleEnds, scaleOf } from '../../ui/ranked.ts';
import { TableBox } from '../../ui/TableBox.tsx';

type Props = { snapshot: Snapshot; shown: readonly SnapshotArea[]; area: string };

/** A CCG and its similar ten on one measure: value, 95% interval on a common axis, and comparison. */
export function TenTable({ snapshot, shown, area }: Props) {
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
                  <Link href={`/ccgs/${each.area}`}>{briefName(each.name)}</Link>
                )}
              </th>
              {each.value === null ? (
                <td colSpan={3} className="quiet">
                  No figure. {each.notes.join(' ')}
                </td>
              ) : (
                <>
                  <td className="number">
                    {formatValue(metric, each.value)}
                    <span className="quiet block">{countsPhrase(metric, each)}</span>
                  </td>
                  <td className="interval">
                    <Interval area={each} value={each.value} aim={aim} scale={scale} />
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

type IntervalProps = { area: SnapshotArea; value: number; aim: number | null; scale: Scale };

function Interval({ area: { lower, upper, comparison }, value, aim, scale }: IntervalProps) {
  const at = (each: number) => `${scale.place(each)}%`;
  return (
    <svg width="100%" height="20" aria-hidden="true" className={comparison}>
      {aim !== null && <line className="aim" x1={at(aim)} x2={at(aim)} y1="0" y2="20" />}
      {lower !== null && upper !== null && <line x1={at(lower)} x2={at(upper)} y1="10" y2="10" />}
      <circle cx={at(value)} cy="10" r="5" />
    </svg>
  );
}
