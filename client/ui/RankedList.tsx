import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Snapshot, SnapshotArea } from '../../data/contract/index.ts';
import { type Metric, metric as metricOf } from '../../data/metrics/index.ts';
import { type Painting, painting } from '../../data/painting.ts';
import {
  COMPARISON_WORDS,
  comparisonPhrase,
  GLYPHS,
  noFigureWords,
  VERDICT_GLYPHS,
  VERDICT_WORDS,
} from '../../data/text/figure.ts';
import { formatInterval, formatRound, formatValue } from '../../data/text/format.ts';
import { areasNoun, briefName, capitalised } from '../../data/text/words.ts';
import type { EnglandView } from '../url.ts';
import { areaRows } from './areaRows.ts';
import { ranked, type Scale, scaleEnds, scaleOf } from './ranked.ts';
import { usePainted } from './ready.ts';
import { Source } from './WhereFrom.tsx';

type Props = {
  snapshot: Snapshot;
  view: Pick<EnglandView, 'sort' | 'down' | 'within' | 'find' | 'area'>;
  /** How its areas are painted on the map beside it; as the metric’s classes by default. */
  painted?: Painting;
  caption: string;
  go: (change: Partial<Pick<EnglandView, 'sort' | 'down' | 'area'>>) => void;
};

/** As many as can be seen at once: the rest is drawn after the first paint. */
const FIRST_ROWS = 26;

/** Every area of a snapshot as a table: rank, name, comparison, value, and its interval on a common axis. */
export const RankedList = memo(function RankedList(props: Props) {
  const { snapshot, view, caption, go } = props;
  const metric = metricOf(snapshot.query.metric);
  const painted = useMemo(
    () => props.painted ?? painting(metric, snapshot),
    [props.painted, metric, snapshot],
  );
  const { sort, down, within, find, area: selected } = view;
  const all = useMemo(
    () => ranked(snapshot, { sort, down, within, find }),
    [snapshot, sort, down, within, find],
  );
  const [sourceOf, setSourceOf] = useState('');
  const isShown = usePainted();
  const rows = isShown ? all : all.slice(0, FIRST_ROWS);
  const { benchmark, target } = snapshot;
  const scale = useMemo(
    () => scaleOf(metric, snapshot.areas, [benchmark?.value, target?.value]),
    [metric, snapshot, benchmark, target],
  );
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected !== '' && isShown) reveal(box.current, selected);
  }, [selected, isShown]);

  const sorting = (by: EnglandView['sort']) => (sort !== by ? 'none' : down ? 'descending' : 'ascending');
  const sortBy = (by: EnglandView['sort']) => go({ sort: by, down: sort === by ? !down : false });
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
                {areasNoun(snapshot.query.level, 1)}
              </button>
            </th>
            <th scope="col">{painted.by === 'target' ? 'Target' : 'Against England'}</th>
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
        <tbody {...areaRows({ selected, onChoose: (area) => go({ area }), onSource: setSourceOf })}>
          {rows.map((area) => (
            <RankedRow
              key={area.area}
              area={area}
              metric={metric}
              scale={scale}
              fill={painted.colourOf(area)}
              by={painted.by}
              pressed={isShown}
              selected={area.area === selected}
            />
          ))}
        </tbody>
      </table>
      {sourceOf !== '' && (
        <Source
          figure={{ metric: snapshot.query.metric, area: sourceOf, period: snapshot.query.period }}
          close={() => setSourceOf('')}
        />
      )}
      {rows.length === 0 && (
        <p className="none">No {areasNoun(snapshot.query.level, 1)} matches the filter.</p>
      )}
    </section>
  );
});

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

type RowProps = {
  area: SnapshotArea;
  metric: Metric;
  scale: Scale;
  fill: string | null;
  by: Painting['by'];
  /** Whether its number can be pressed for where it is from. */
  pressed: boolean;
  selected: boolean;
};

/** One area of the list: its rank, comparison, value and interval, or why it has none. */
const RankedRow = memo(function RankedRow({ area, metric, scale, fill, by, pressed, selected }: RowProps) {
  const { value, rank, comparison, name } = area;
  const named = (
    <th scope="row">
      <button type="button" aria-pressed={selected}>
        {briefName(name)}
      </button>
    </th>
  );
  if (value === null)
    return (
      <tr data-area={area.area} data-state={selected ? 'selected' : undefined} className="gap">
        <td className="rank">–</td>
        {named}
        <td colSpan={3}>{noFigureWords(area)}</td>
      </tr>
    );
  return (
    <tr data-area={area.area} data-state={selected ? 'selected' : undefined}>
      <td className="rank">{rank?.value ?? '–'}</td>
      {named}
      {by === 'target' ? (
        <td className="verdict">
          <span aria-hidden="true">{VERDICT_GLYPHS[area.verdict]}</span> {VERDICT_WORDS[area.verdict]}
        </td>
      ) : (
        <td className={`compared ${comparison}`} title={comparisonPhrase(comparison)}>
          <span aria-hidden="true">{GLYPHS[comparison]}</span> {COMPARISON_WORDS[comparison]}
        </td>
      )}
      <td className="number">
        {pressed ? (
          // One stop of the Tab key in each row is enough: the chosen row has a second.
          <button
            type="button"
            className="where-from"
            aria-haspopup="dialog"
            // A hidden word in each of two hundred rows is two hundred boxes laid out aside.
            aria-label={`${formatValue(metric, value)}: where it is from`}
            data-source=""
            tabIndex={selected ? 0 : -1}
          >
            {formatValue(metric, value)}
          </button>
        ) : (
          formatValue(metric, value)
        )}
      </td>
      <td className="interval">
        <Interval
          area={area}
          value={value}
          scale={scale}
          fill={fill}
          label={
            area.lower === null || area.upper === null
              ? 'None published'
              : capitalised(formatInterval(metric, area.lower, area.upper))
          }
        />
      </td>
    </tr>
  );
});

type IntervalProps = {
  area: Pick<SnapshotArea, 'lower' | 'upper'>;
  value: number;
  scale: Scale;
  /** The class of its mark, or its colour. */
  className?: string;
  fill?: string | null;
  /** A value marked across; null for none. */
  aim?: number | null;
  radius?: number;
  /** What it shows, where no cell beside it says it. */
  label?: string;
};

/** A figure and its interval on the axis of a table. */
export function Interval({
  area,
  value,
  scale,
  className = 'painted',
  fill = null,
  aim = null,
  radius = 4,
  label,
}: IntervalProps) {
  const { lower, upper } = area;
  const x = (each: number) => `${scale.place(each)}%`;
  return (
    <svg
      width="100%"
      height="20"
      role={label && 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
      className={className}
    >
      {aim !== null && <line className="aim" x1={x(aim)} x2={x(aim)} y1="0" y2="20" />}
      {lower !== null && upper !== null && <line x1={x(lower)} x2={x(upper)} y1="10" y2="10" />}
      <circle cx={x(value)} cy="10" r={radius} fill={fill ?? undefined} />
    </svg>
  );
}

/** What the lines across the list stand for, in words. */
export function ListKey({ snapshot }: { snapshot: Snapshot }) {
  const metric = metricOf(snapshot.query.metric);
  const { benchmark, target } = snapshot;
  return (
    <p className="list-key">
      {benchmark?.value != null && (
        <span className="key-england">England {formatValue(metric, benchmark.value)}</span>
      )}
      {target?.value != null && (
        <span className="key-target">Target {formatRound(metric, target.value)}</span>
      )}
      {snapshot.areas.some(({ lower }) => lower !== null) && (
        <span className="key-interval">Value and 95% interval</span>
      )}
    </p>
  );
}
