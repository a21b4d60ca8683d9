import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Snapshot, SnapshotArea } from '../../data/contract/index.ts';
import { metric as metricOf } from '../../data/metrics/index.ts';
import {
  COMPARISON_WORDS,
  comparisonPhrase,
  countsPhrase,
  GLYPHS,
  intervalPhrase,
  verdictPhrase,
} from '../../data/text/figure.ts';
import { formatValue } from '../../data/text/format.ts';
import { COMPARISON_RULE } from '../../data/text/snapshot.ts';
import { areasNoun, oneOf, periodBrief } from '../../data/text/words.ts';
import { READS_POINTED, usePointedArea } from '../charts/kit/pointedArea.ts';
import { areaUrl } from '../url.ts';
import { WhereFrom } from './WhereFrom.tsx';

type Props = {
  snapshot: Snapshot;
  chosen: string;
  /** Whether what is pointed at is said too; only what is chosen while it is pointed at in another part of the page. */
  following?: boolean;
  clear: () => void;
};

/** The area pointed at, focused or chosen: its figure, what it means, and where it came from. */
export function AreaCaption({ snapshot, chosen, following = true, clear }: Props) {
  const pointed = usePointedArea();
  const find = (id: string) => snapshot.areas.find(({ area }) => area === id);
  const area = (following ? find(pointed) : undefined) ?? find(chosen);
  const kept = area !== undefined && area.area === chosen;
  const empty = useRef<HTMLDivElement>(null);
  const isCleared = useRef(false);
  useEffect(() => {
    const cleared = isCleared.current;
    isCleared.current = false;
    // The button is gone, and the focus with it: it stays at its place.
    if (cleared && !area && document.activeElement === document.body)
      empty.current?.focus({ preventScroll: true });
  }, [area]);
  const one = oneOf(areasNoun(snapshot.query.level, 1));
  if (!area)
    return (
      <div className="caption empty" ref={empty} tabIndex={-1}>
        <Comparisons snapshot={snapshot} />
        <p>
          Point at {one}, tap it, or move through the map with Tab and the arrow keys, to read its figure
          here.
        </p>
      </div>
    );
  const { query, benchmark, target } = snapshot;
  const metric = metricOf(query.metric);
  const page = areaUrl(query.level, area.area, query);
  const england =
    benchmark?.value != null && area.comparison !== 'not-compared'
      ? ` (${formatValue(metric, benchmark.value)})`
      : '';
  const counts = countsPhrase(metric, area);
  return (
    <section className="caption" aria-label={area.name} data-testid="caption" {...READS_POINTED}>
      <header>
        <h2>{area.name}</h2>
        {kept && (
          <button
            type="button"
            className="plain"
            onClick={() => {
              isCleared.current = true;
              clear();
            }}
          >
            Clear
          </button>
        )}
      </header>
      {area.value === null ? (
        <p>No figure for {periodBrief(query.period)}.</p>
      ) : (
        <>
          <p className="figure">
            <b>{formatValue(metric, area.value)}</b> {counts && <span>({counts})</span>}
          </p>
          <p>
            <span className={`compared ${area.comparison}`}>
              <span aria-hidden="true">{GLYPHS[area.comparison]}</span> {comparisonPhrase(area.comparison)}
              {england}.{' '}
            </span>
            {area.comparison === 'not-compared' && area.comparisonReason}{' '}
            {sentence(intervalPhrase(metric, area))}
          </p>
          {area.verdict !== 'no-target' && <p>{sentence(verdictPhrase(metric, target, area))}</p>}
          {area.rank && (
            <p>
              Rank {area.rank.value} of {area.rank.of}
              {area.rank.lower !== area.rank.upper &&
                `; between ${area.rank.lower} and ${area.rank.upper} allowing for chance`}
              .
            </p>
          )}
        </>
      )}
      {area.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      <p className="links">
        <Link href={page}>All waiting times of {area.name}</Link>
        {area.value !== null && (
          <WhereFrom metric={query.metric} area={area.area} period={query.period} of={area.name}>
            Where is this figure from?
          </WhereFrom>
        )}
      </p>
    </section>
  );
}

/** How many areas are better than, similar to and worse than England. */
function Comparisons({ snapshot }: { snapshot: Snapshot }) {
  if (snapshot.benchmark?.value == null) return null;
  const kinds = Object.keys(GLYPHS) as SnapshotArea['comparison'][];
  const counted = kinds
    .map((kind) => ({ kind, count: snapshot.areas.filter((each) => each.comparison === kind).length }))
    .filter(({ count }) => count > 0);
  const unlike = snapshot.areas.find(({ comparisonReason }) => comparisonReason !== null)?.comparisonReason;
  const reason = counted.some(({ kind }) => kind !== 'not-compared') || !unlike ? COMPARISON_RULE : unlike;
  return (
    <>
      <h2>
        Compared with England ({formatValue(metricOf(snapshot.query.metric), snapshot.benchmark.value)})
      </h2>
      <ul>
        {counted.map(({ kind, count }) => (
          <li key={kind} className={`compared ${kind}`}>
            <span aria-hidden="true">{GLYPHS[kind]}</span> <b>{count}</b>{' '}
            {COMPARISON_WORDS[kind].toLowerCase()}
          </li>
        ))}
      </ul>
      <p>{reason}</p>
    </>
  );
}

const sentence = (text: string) => (text === '' ? '' : `${text}.`);
