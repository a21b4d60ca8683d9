import { briefName } from '../../../data/text/figure.ts';
import { type CompareLine, lineStyle } from '../../charts/compare-lines/lines.ts';

type Props = {
  lines: readonly CompareLine[];
  picked: string;
  onPick: (area: string) => void;
  /** Pointed at or focused; empty: no longer. */
  onPoint: (area: string) => void;
};

/** The lines by name, each a button that picks its line out of the others. */
export const LineLegend = ({ lines, picked, onPick, onPoint }: Props) => (
  <div className="line-legend">
    <p id="line-legend" className="quiet">
      Pick one to see it before the others:
    </p>
    <ul aria-labelledby="line-legend">
      {lines.map(({ area, name, level, values }, index) => (
        <li key={area}>
          <button
            type="button"
            aria-pressed={area === picked}
            onClick={() => onPick(area)}
            onPointerEnter={() => onPoint(area)}
            onPointerLeave={() => onPoint('')}
            onFocus={() => onPoint(area)}
            onBlur={() => onPoint('')}
          >
            <svg width={36} height={12} aria-hidden="true">
              <path d="M0 6H36" strokeWidth={3} {...lineStyle(index, area)} />
            </svg>{' '}
            {briefName(name)}
            {level === 'ccg' && <span className="quiet"> {area}</span>}
            {values.every((value) => value === null) && <span className="quiet"> (no figures)</span>}
          </button>
        </li>
      ))}
    </ul>
  </div>
);
