import type { ReactNode } from 'react';

type Props = {
  lines: readonly { area: string; content: ReactNode }[];
  picked: string;
  pointed: string;
  className?: string;
  labelledBy?: string;
  /** Empty where the line that was picked is picked again. */
  onPick: (area: string) => void;
  /** Pointed at or focused; empty: no longer. */
  onPoint: (area: string) => void;
};

/** The lines of a chart by name, each a button that picks its line out of the others. */
export const LineButtons = ({ lines, picked, pointed, className, labelledBy, onPick, onPoint }: Props) => (
  <ul className={className} aria-labelledby={labelledBy}>
    {lines.map(({ area, content }) => (
      <li key={area}>
        <button
          type="button"
          aria-pressed={area === picked}
          data-pointed={area === pointed || undefined}
          onClick={() => onPick(area === picked ? '' : area)}
          onFocus={() => onPoint(area)}
          onBlur={() => onPoint('')}
          onPointerEnter={() => onPoint(area)}
          onPointerLeave={() => onPoint('')}
        >
          {content}
        </button>
      </li>
    ))}
  </ul>
);
