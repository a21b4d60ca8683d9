import type { ProfileRow } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { COMPARISON_WORDS, countsPhrase, GLYPHS, shortfall } from '../../../data/text/figure.ts';
import { formatCount, formatRound, formatValue } from '../../../data/text/format.ts';
import { isIllustrative } from '../../../data/text/profile.ts';

type CellProps = { row: ProfileRow; metric: Metric };

export const None = ({ words = 'None' }: { words?: string }) => <span className="quiet">{words}</span>;

const unitWords = ({ kind, unit }: Metric) => (kind === 'rate' || kind === 'mean' ? ` ${unit}` : '');

/** The area's own figure: value, counts, 95% interval and what must be told of it; or why there is none. */
export function FigureCell({ row, metric }: CellProps) {
  if (row.value === null) return <td className="own">No figure</td>;
  const counts = countsPhrase(metric, row);
  return (
    <td className="own">
      <b>{formatValue(metric, row.value)}</b>
      {unitWords(metric)}
      {counts && <span className="quiet block">{counts}</span>}
      <span className="quiet block">
        {row.lower === null || row.upper === null
          ? 'No interval published'
          : `${formatValue(metric, row.lower)} to ${formatValue(metric, row.upper)}`}
      </span>
    </td>
  );
}

export type Beside = { value: number | null; name: string; note?: string };

/** What stands beside the figure: one value, or several with their names. */
export function BesideCell({ figures, metric }: { figures: readonly Beside[]; metric: Metric }) {
  const known = figures.flatMap(({ value, ...more }) => (value === null ? [] : [{ value, ...more }]));
  return (
    <td className="number beside">
      {known.length === 0 ? (
        <None />
      ) : (
        known.map(({ value, name, note }) => (
          <span key={name} className="block">
            {formatValue(metric, value)}
            {known.length > 1 && <span className="quiet block">{name}</span>}
            {note && <span className="quiet block">{note}</span>}
          </span>
        ))
      )}
    </td>
  );
}

/** How the figure differs from the benchmark, in glyph and word; or why it is not compared. */
export function ComparedCell({ row, metric, against }: CellProps & { against: string }) {
  if (isIllustrative(row)) return <td className="quiet">Not compared</td>;
  const { comparison, comparisonReason, benchmark } = row;
  const than = comparison === 'similar' ? 'to' : 'than';
  return (
    <td className={`compared ${comparison}`}>
      <span aria-hidden="true">{GLYPHS[comparison]}</span> {COMPARISON_WORDS[comparison]}
      <span className="quiet block">
        {comparison === 'not-compared'
          ? comparisonReason
          : `${than} ${against}${benchmark === null ? '' : ` (${formatValue(metric, benchmark)})`}`}
      </span>
    </td>
  );
}

const VERDICTS = { met: 'Met', 'not-met': 'Not met', 'not-sure': 'Not sure', 'no-target': '' } as const;

/** The verdict on the standard, with how many more people it would have taken; an ambition is told, not judged. */
export function TargetCell({ row, metric }: CellProps) {
  const { target, verdict } = row;
  if (isIllustrative(row) || target === null) return <td className="quiet">No target</td>;
  const aim = target.value === null ? '' : formatRound(metric, target.value);
  if (verdict === 'no-target' || target.value === null) return <td className="quiet">{target.label}</td>;
  const more = shortfall(metric, target.value, row);
  return (
    <td className="verdict">
      {VERDICTS[verdict]}
      <span className="quiet block">
        Standard {aim}
        {more > 0 && `; ${formatCount(more)} more in time needed`}
      </span>
    </td>
  );
}
