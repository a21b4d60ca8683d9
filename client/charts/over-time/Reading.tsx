import { PALETTE } from '../../../data/palette.ts';
import { peopleOf } from '../kit/words.ts';
import { NARROW, type Plot } from './plot.ts';
import { readAt } from './words.ts';

type Props = {
  plot: Plot;
  /** The number of the place. */
  at: number;
  /** The line that the pointer is nearest to; empty for none. */
  near: string;
};

/** How far the figures stand from the place they are of, in pixels. */
const ASIDE = 12;
/** Under this width a name has a line of its own over its figures. */
const TIGHT = 340;

/** The place that is read, marked across a chart, with the figures of its lines beside it; where it is narrow, under it. */
export function Reading({ plot, at, near }: Props) {
  const { width, height, frame, lines, y } = plot;
  const x = plot.x(plot.places[at]?.at ?? 0);
  // On the side that has more room; never out of the chart, but rather over the place itself.
  const side = width < NARROW ? 'under' : x < width / 2 ? 'after' : 'before';
  const place = {
    under: { left: 0, width, top: frame.bottom + 24 },
    after: { left: x + ASIDE, right: 0, top: frame.top + ASIDE },
    before: { left: 0, right: width - x + ASIDE, top: frame.top + ASIDE },
  }[side];
  return (
    <div className="reading" aria-hidden="true">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path d={`M${x} ${frame.top}V${frame.bottom}`} stroke={PALETTE.secondary} />
        {lines.map(({ id, role, figures, look }) => {
          const value = figures[at]?.value;
          if (role === 'reference' || value == null) return null;
          const r = role === 'subject' ? 5 : 4;
          return (
            <circle
              key={id}
              cx={x}
              cy={y.at(value)}
              r={r}
              fill={look.stroke}
              stroke={PALETTE.paper}
              strokeWidth={1.5}
            />
          );
        })}
      </svg>
      <div className={`placed ${side}`} style={place}>
        <Readout plot={plot} at={at} near={near} />
      </div>
    </div>
  );
}

/** The figures of one place of a chart, a row for each line: its value, interval and counts; the line pointed at marked. */
function Readout({ plot, at, near }: Props) {
  const read = readAt(plot, at);
  const said = plot.said[at] ?? [];
  const [hasInterval, hasCounts] = [
    read.some(({ interval }) => interval !== ''),
    read.some(({ counts }) => counts !== ''),
  ];
  const cells = 2 + Number(hasInterval) + Number(hasCounts);
  return (
    <div
      className={`readout${read.length > 12 ? ' many' : ''}${plot.width < TIGHT ? ' tight' : ''}`}
      data-cells={cells}
    >
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
          data-bare={(interval === '' && counts === '') || undefined}
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
