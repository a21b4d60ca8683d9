import { useId } from 'react';
import { byGrain, GRAIN_NAMES } from '../../controls/periods.ts';
import { periodBrief } from '../../words.ts';
import { type Board, useProgress } from './useBoard.ts';

/** As at which period the whole page is read. */
export function AsAt(board: Board) {
  const id = useId();
  const { data } = useProgress(board);
  if (!data) return null;
  const { period, periods } = data;
  const latest = periods.at(-1);
  const offered = periods.includes(period) ? periods : [...periods, period];
  return (
    <div className="controls as-at">
      <div className="field">
        <label htmlFor={id}>As at</label>
        <select
          id={id}
          value={period}
          onChange={({ target }) => board.go({ period: target.value === latest ? '' : target.value })}
        >
          {byGrain([...offered].reverse()).map(({ grain, periods: own }) => (
            <optgroup key={grain} label={GRAIN_NAMES[grain]}>
              {own.map((each) => (
                <option key={each} value={each}>
                  {periodBrief(each)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <p>
        All of the page uses what was known at the end of this period: each measure’s latest figure by then.
      </p>
    </div>
  );
}
