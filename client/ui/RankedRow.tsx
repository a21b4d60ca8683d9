import { memo } from 'react';
import type { SnapshotArea } from '../../data/contract/index.ts';
import type { Metric } from '../../data/metrics/index.ts';
import { COMPARISON_WORDS, comparisonPhrase, GLYPHS } from '../../data/text/figure.ts';
import { formatValue } from '../../data/text/format.ts';
import type { Scale } from './ranked.ts';

type RowProps = {
  area: SnapshotArea;
  metric: Metric;
  scale: Scale;
  state: 'selected' | 'pointed' | undefined;
};

/** One area of the list: its rank, comparison, value and interval, or why it has none. */
export const RankedRow = memo(function RankedRow({ area, metric, scale, state }: RowProps) {
  const { value, rank, comparison, name } = area;
  const named = (
    <th scope="row">
      <button type="button" aria-pressed={state === 'selected'}>
        {name.replace(/^NHS /, '').replace(/ CCG$/, '')}
      </button>
    </th>
  );
  if (value === null)
    return (
      <tr data-area={area.area} data-state={state} className="gap">
        <td className="rank">–</td>
        {named}
        <td colSpan={3}>No figure. {area.notes.join(' ')}</td>
      </tr>
    );
  return (
    <tr data-area={area.area} data-state={state}>
      <td className="rank">{rank?.value ?? '–'}</td>
      {named}
      <td className={`compared ${comparison}`} title={comparisonPhrase(comparison)}>
        <span aria-hidden="true">{GLYPHS[comparison]}</span>{' '}
        {area.status === 'illustrative' ? 'Illustrative' : COMPARISON_WORDS[comparison]}
      </td>
      <td className="number">{formatValue(metric, value)}</td>
      <td className="interval">
        <Interval area={area} value={value} scale={scale} />
      </td>
    </tr>
  );
});

function Interval({
  area: { lower, upper, comparison },
  value,
  scale,
}: {
  area: SnapshotArea;
  value: number;
  scale: Scale;
}) {
  const mark = ['better', 'worse', 'similar'].includes(comparison) ? comparison : 'other';
  return (
    <svg width="100%" height="20" aria-hidden="true" className={mark}>
      {lower !== null && upper !== null && (
        <line x1={`${scale.place(lower)}%`} x2={`${scale.place(upper)}%`} y1="10" y2="10" />
      )}
      <circle cx={`${scale.place(value)}%`} cy="10" r="4" />
    </svg>
  );
}
