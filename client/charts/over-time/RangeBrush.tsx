import { useEffect, useRef, useState } from 'react';
import { periodBrief, periodWords } from '../../../data/text/words.ts';
import { monthsOfPlaces, rangeText, type Shown } from './range.ts';

type Props = {
  /** All periods of the series, oldest first. */
  periods: readonly string[];
  shown: Shown;
  /** Called with the range as the address holds it; empty for all. */
  onChange: (range: string) => void;
};

/** How long a thumb rests before the charts follow it, in milliseconds. */
const REST = 150;

/** The periods that the charts of a page are narrowed to: a track with two thumbs, each a slider that says its period. */
export function RangeBrush({ periods, shown, onChange }: Props) {
  const last = periods.length - 1;
  const [moved, setMoved] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const track = useRef<HTMLDivElement>(null);
  const [from, to] = moved ?? shown;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was moved is there once it is shown
  useEffect(() => setMoved(null), [shown[0], shown[1]]);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (last < 2) return null;
  const move = (next: Shown) => {
    setMoved(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(rangeText(monthsOfPlaces(periods, next))), REST);
  };
  const words = (at: number) => periodWords(periods[at] ?? '');
  const thumb = (label: string, at: number, change: (to: number) => Shown) => (
    <input
      type="range"
      min={0}
      max={last}
      value={at}
      aria-label={label}
      aria-valuetext={words(at)}
      onChange={({ currentTarget }) => move(change(Number(currentTarget.value)))}
    />
  );
  const isWhole = from === 0 && to === last;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a track
    <div className="range-brush" role="group" aria-label="Periods shown in the charts of this page">
      <div className="track" ref={track}>
        <svg width="100%" height={8} aria-hidden="true">
          <rect width="100%" height={8} rx={4} className="all" />
          <rect
            x={`${(100 * from) / last}%`}
            width={`${(100 * (to - from)) / last}%`}
            height={8}
            className="within"
          />
        </svg>
        {thumb('First period shown', from, (at) => [Math.min(at, to - 1), to])}
        {thumb('Last period shown', to, (at) => [from, Math.max(at, from + 1)])}
      </div>
      <p>
        <span>
          Shown: {periodBrief(periods[from] ?? '')} to {periodBrief(periods[to] ?? '')}
        </span>
        {!isWhole && (
          <button
            type="button"
            className="plain"
            onClick={() => {
              move([0, last]);
              // The button goes: the focus stays with what it was about.
              track.current?.querySelector('input')?.focus();
            }}
          >
            Show all periods
          </button>
        )}
      </p>
    </div>
  );
}
