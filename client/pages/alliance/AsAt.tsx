import { AsAtPicker } from '../../ui/AsAtPicker.tsx';
import { type Board, useProgress } from './useBoard.ts';

/** As at which period the whole page is read. */
export function AsAt(board: Board) {
  const { data } = useProgress(board);
  if (!data) return null;
  const { period, periods } = data;
  return (
    <div className="controls as-at">
      <AsAtPicker
        periods={periods}
        value={period}
        onChange={(chosen) => board.go({ period: chosen === periods.at(-1) ? '' : chosen })}
      />
      <p>
        All of the page uses what was known at the end of this period: each measure’s latest figure by then.
      </p>
    </div>
  );
}
