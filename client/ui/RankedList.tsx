import { memo, type SyntheticEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Snapshot } from '../../data/contract/index.ts';
import { metric as metricOf } from '../../data/metrics/index.ts';
import type { View } from '../pages/england/view.ts';
import { RankedRow } from './RankedRow.tsx';
import { ranked, scaleEnds, scaleOf } from './ranked.ts';
import { usePainted } from './ready.ts';

type Props = {
  snapshot: Snapshot;
  view: Pick<View, 'sort' | 'down' | 'within' | 'find' | 'area'>;
  pointed: string;
  caption: string;
  go: (change: Partial<View>) => void;
  onPoint: (id: string) => void;
};

/** As many as can be seen at once: the rest is drawn after the first paint. */
const FIRST_ROWS = 26;

/** Every area of a snapshot as a table: rank, name, comparison, value, and its interval on a common axis. */
export const RankedList = memo(function RankedList({ snapshot, view, pointed, caption, go, onPoint }: Props) {
  const metric = metricOf(snapshot.query.metric);
  const { sort, down, within, find, area: selected } = view;
  const all = useMemo(
    () => ranked(snapshot, { sort, down, within, find }),
    [snapshot, sort, down, within, find],
  );
  const painted = usePainted();
  const rows = painted ? all : all.slice(0, FIRST_ROWS);
  const { benchmark, target } = snapshot;
  const scale = useMemo(
    () => scaleOf(metric, snapshot.areas, [benchmark?.value, target?.value]),
    [metric, snapshot, benchmark, target],
  );
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected !== '' && painted) reveal(box.current, selected);
  }, [selected, painted]);

  const sorting = (by: View['sort']) => (sort !== by ? 'none' : down ? 'descending' : 'ascending');
  const sortBy = (by: View['sort']) => go({ sort: by, down: sort === by ? !down : false });
  const [low, high] = scaleEnds(metric, scale);
  // By script, as the page's security policy refuses style attributes in what the server drew.
  const table = useRef<HTMLTableElement>(null);
  useLayoutEffect(() => {
    const place = (value: number | null | undefined) => String(value == null ? -9 : scale.place(value) / 100);
    table.current?.style.setProperty('--england', place(benchmark?.value));
    table.current?.style.setProperty('--target', place(target?.value));
  }, [scale, benchmark, target]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
    <section className="list-box" ref={box} tabIndex={0} aria-label="Ranked list" data-testid="list">
      <table className="list" ref={table}>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" aria-sort={sorting('rank')} className="rank">
              <button type="button" onClick={() => sortBy('rank')}>
                Rank
              </button>
            </th>
            <th scope="col" aria-sort={sorting('name')}>
              <button type="button" onClick={() => sortBy('name')}>
                {snapshot.query.level === 'ccg' ? 'CCG' : 'Alliance'}
              </button>
            </th>
            <th scope="col">Against England</th>
            <th scope="col" className="number">
              Value
            </th>
            <th scope="col" className="interval">
              <span className="hidden">
                95% interval, from {low} to {high}
              </span>
              <span className="ends" aria-hidden="true">
                <span>{low}</span>
                <span>{high}</span>
              </span>
            </th>
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the click comes from the button in each row, by key too */}
        <tbody
          onPointerOver={(event) => event.pointerType === 'mouse' && onPoint(areaOf(event))}
          onPointerLeave={() => onPoint('')}
          onClick={(event) => {
            const id = (event.target as Element).closest('button') ? areaOf(event) : '';
            if (id) go({ area: id === selected ? '' : id });
          }}
        >
          {rows.map((area) => (
            <RankedRow
              key={area.area}
              area={area}
              metric={metric}
              scale={scale}
              state={area.area === selected ? 'selected' : area.area === pointed ? 'pointed' : undefined}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className="none">No {snapshot.query.level === 'ccg' ? 'CCG' : 'Alliance'} matches the filter.</p>
      )}
    </section>
  );
});

const areaOf = (event: SyntheticEvent) => (event.target as Element).closest('tr')?.dataset.area ?? '';

function reveal(box: HTMLElement | null, id: string) {
  const row = box?.querySelector<HTMLElement>(`tr[data-area="${CSS.escape(id)}"]`);
  if (!box || !row) return;
  const above = row.offsetTop - box.clientHeight / 2;
  if (
    row.offsetTop < box.scrollTop + 48 ||
    row.offsetTop + row.offsetHeight > box.scrollTop + box.clientHeight
  )
    box.scrollTop = above;
}
