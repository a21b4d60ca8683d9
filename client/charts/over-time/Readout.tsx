import { peopleOf } from '../kit/words.ts';
import type { Plot } from './plot.ts';
import { readAt } from './words.ts';

/** The figures of one place of a chart, a row for each line: its value, interval and counts; the line pointed at marked. */
export function Readout({ plot, at, near }: { plot: Plot; at: number; near: string }) {
  const read = readAt(plot, at);
  const said = plot.said[at] ?? [];
  const [hasInterval, hasCounts] = [
    read.some(({ interval }) => interval !== ''),
    read.some(({ counts }) => counts !== ''),
  ];
  const cells = 2 + Number(hasInterval) + Number(hasCounts);
  return (
    <div className={`readout cells-${cells}${read.length > 12 ? ' many' : ''}`} aria-hidden="true">
      <b className="period">{plot.places[at]?.words}</b>
      {read.length === 0 && <span className="period">No figures</span>}
      {cells > 2 && (
        <span className="row heads">
          <span />
          <span />
          {hasInterval && <span>95% interval</span>}
          {hasCounts && <span>{peopleOf(plot.metric)}</span>}
        </span>
      )}
      {read.map(({ line, value, counts, interval }) => (
        <span
          key={line.id}
          className="row"
          data-role={line.role}
          data-marked={[plot.pick, near].includes(line.id)}
        >
          <span>
            <svg width={22} height={8} aria-hidden="true">
              <path d="M0 4H22" fill="none" {...line.look} strokeWidth={2.5} />
            </svg>
            {line.name}
          </span>
          <span>{value}</span>
          {hasInterval && <span>{interval.replace(/%? to /, '–')}</span>}
          {hasCounts && <span>{counts.replace(/ [a-z ]*$/, '')}</span>}
        </span>
      ))}
      {said.map((words) => (
        <span key={words} className="period">
          {words}
        </span>
      ))}
    </div>
  );
}
