import { useRef } from 'react';
import type { ExploredView } from '../../url.ts';
import type { Description, PlotLine } from './plot.ts';

type Props = {
  lines: readonly PlotLine[];
  keys: Description['key'];
  view: ExploredView;
  /** The line pointed at in the legend; empty for none. */
  lit: string;
  onView: (change: Partial<ExploredView>, passing?: boolean) => void;
  onPoint: (id: string) => void;
};

/** The lines of a chart by name: each can be hidden and picked out, but for the subject; and what its signs stand for. */
export function LineLegend({ lines, keys, view, lit, onView, onPoint }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const { hide, pick } = view;
  const hidden = lines.filter(({ id, role }) => role !== 'subject' && hide.includes(id));
  const toggle = (id: string) =>
    onView({ hide: hide.includes(id) ? hide.filter((each) => each !== id) : [...hide, id] }, true);
  return (
    <div className="line-legend">
      <ul aria-label="Lines: show, hide or pick out" ref={list}>
        {lines.map((line) => (
          <li key={line.id}>
            {line.role === 'subject' ? (
              <span className="entry">
                <Swatch line={line} /> <b>{line.name}</b>
              </span>
            ) : (
              <>
                <label>
                  <input
                    type="checkbox"
                    checked={!hide.includes(line.id)}
                    onChange={() => toggle(line.id)}
                    aria-label={`Show ${line.name}`}
                  />
                  <Swatch line={line} />
                </label>
                {line.role === 'reference' ? (
                  <span className="entry">{line.name}</span>
                ) : (
                  <button
                    type="button"
                    aria-pressed={line.id === pick}
                    data-line={line.id}
                    data-pointed={line.id === lit || undefined}
                    disabled={hide.includes(line.id)}
                    onClick={() => onView({ pick: line.id === pick ? '' : line.id })}
                    onFocus={() => onPoint(line.id)}
                    onBlur={() => onPoint('')}
                    onPointerEnter={() => onPoint(line.id)}
                    onPointerLeave={() => onPoint('')}
                  >
                    {line.name}
                    {line.figures.every((figure) => figure?.value == null) && (
                      <span className="quiet"> (no figures)</span>
                    )}
                  </button>
                )}
              </>
            )}
          </li>
        ))}
        {keys.map(({ text, swatch }) => (
          <li key={text} className="entry">
            <svg width={30} height={16} viewBox="-15 -8 30 16" aria-hidden="true">
              {swatch}
            </svg>{' '}
            {text}
          </li>
        ))}
      </ul>
      {(hidden.length > 0 || pick !== '') && (
        <button
          type="button"
          className="plain"
          onClick={() => {
            onView({ hide: [], pick: '' });
            // The button goes: the focus stays with what it was about.
            list.current?.querySelector('input')?.focus();
          }}
        >
          Show all lines alike
        </button>
      )}
    </div>
  );
}

const Swatch = ({ line: { look } }: { line: PlotLine }) => (
  <svg width={30} height={12} aria-hidden="true">
    <path d="M0 6H30" fill="none" {...look} strokeWidth={Math.max(2, look.strokeWidth)} />
  </svg>
);
