import type { ProfileRow } from '../../../data/contract/index.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { isIllustrative, noTrendBrief, readingBrief, recentTrendBrief } from '../../../data/text/profile.ts';

type Props = { row: ProfileRow; label: string; open: boolean; opens: string; onToggle: () => void };

/** How the measure moves, in short, with a button that opens its trend in a row of its own. */
export function TrendCell({ row, label, open, opens, onToggle }: Props) {
  return (
    <td className="moves">
      {!isIllustrative(row) && <Moves row={row} />}
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? opens : undefined}
        aria-label={`${open ? 'Hide' : 'Show'} trend of ${label}`}
        onClick={onToggle}
      >
        {open ? 'Hide trend' : 'Show trend'}
      </button>
    </td>
  );
}

function Moves({ row: { control, recentTrend } }: { row: ProfileRow }) {
  const { periods, direction } = recentTrend;
  const [first, last] = [periods[0], periods.at(-1)];
  const isRead = control !== null && control.variation !== null;
  const span = first && last ? `(${periodBrief(first)} to ${periodBrief(last)})` : '';
  return (
    <>
      {isRead && (
        <span className="block">
          {readingBrief(control)}
          {control.period && <span className="quiet"> ({periodBrief(control.period)})</span>}
        </span>
      )}
      {direction !== 'not-calculated' && (
        <span className="block">
          {recentTrendBrief(recentTrend)} <span className="quiet">{span}</span>
        </span>
      )}
      {!isRead && direction === 'not-calculated' && (
        <span className="block quiet">{control ? readingBrief(control) : noTrendBrief(recentTrend)}</span>
      )}
    </>
  );
}
