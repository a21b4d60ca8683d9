import { Link } from 'wouter';
import type { ChartId } from '../../../data/contract/charts.ts';
import { expectedWords } from '../../../data/text/expected.ts';
import {
  comparisonPhrase,
  countsPhrase,
  GLYPHS,
  intervalPhrase,
  verdictPhrase,
} from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { zoneWords } from '../../../data/text/spread.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { sentences } from '../../charts/kit/words.ts';
import { AreaWords } from '../../ui/tip/AreaWords.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import { WhereFrom } from '../../ui/WhereFrom.tsx';
import { areaUrl } from '../../url.ts';
import type { Shown } from './shown.ts';

/** What stands beside the pointer of an area of a snapshot. */
export const areaWords = (snapshot: Shown['snapshot']) => (id: string) => {
  const area = snapshot.areas.find((each) => each.area === id);
  return area ? <AreaWords snapshot={snapshot} area={area} /> : null;
};

/** The area chosen: its figure, what it means, and where it came from. */
export function AreaRead({ page, metric, snapshot, spread, go }: Shown) {
  const id = page.area;
  const area = snapshot.areas.find((each) => each.area === id);
  const place = spread.areas.find((each) => each.area === id);
  if (!area)
    return (
      <p className="quiet read-hint">Choose a dot, or a name in the table below, to read its figure here.</p>
    );
  const counts = countsPhrase(metric, area);
  const zone = zoneWords(place?.zone ?? null);
  const after = zoneWords(place?.adjustedZone ?? null);
  const verdict = verdictPhrase(metric, snapshot.target, area);
  return (
    <div className="read" data-testid="read">
      <h3>
        {area.name}
        {page.area === area.area && (
          <button type="button" className="plain" onClick={() => go({ area: '' }, true)}>
            Clear
          </button>
        )}
      </h3>
      {area.value === null ? (
        <p>No figure for {periodBrief(snapshot.query.period)}.</p>
      ) : (
        <p>
          <b>{formatValue(metric, area.value)}</b>
          {counts && ` (${counts})`}. {intervalPhrase(metric, area) && `${intervalPhrase(metric, area)}. `}
          <span className={`compared ${area.comparison}`}>
            <span aria-hidden="true">{GLYPHS[area.comparison]}</span>{' '}
            {comparisonPhrase(area.comparison, snapshot.against)}
            {againstValue(metric, snapshot, area)}.{' '}
          </span>
          {area.comparison === 'not-compared' && area.comparisonReason} {verdict && `${verdict}.`}{' '}
          {zone &&
            `In the funnel it lies ${zone}; with widened limits ${after === zone ? 'it does too' : after}.`}
        </p>
      )}
      {area.expected && <p>{expectedWords(metric, area.expected)}</p>}
      {area.notes.length > 0 && <p className="note">{sentences(area.notes)}</p>}
      <p className="links">
        <Link href={areaUrl(snapshot.query.level, area.area, snapshot.query)}>Profile of {area.name}</Link>
        {area.value !== null && (
          <WhereFrom metric={page.metric} area={area.area} period={snapshot.query.period} of={area.name}>
            Where is this figure from?
          </WhereFrom>
        )}
      </p>
    </div>
  );
}

function againstValue(
  metric: Shown['metric'],
  snapshot: Shown['snapshot'],
  area: Shown['snapshot']['areas'][number],
): string {
  const against = area.benchmark ?? snapshot.benchmark;
  if (area.comparison === 'not-compared' || against?.value == null) return '';
  const name = area.benchmark && against.name !== snapshot.against ? `${against.name}, ` : '';
  return ` (${name}${formatValue(metric, against.value)})`;
}

type UseProps = Pick<Shown, 'page' | 'snapshot' | 'spread' | 'picked'> & {
  chart: ChartId;
  of: string;
  /** What a chart over time is narrowed to. */
  narrowed?: Readonly<Record<string, string>>;
};

/** Ways to take a chart of the page away as it is drawn: what the address names in vain is left out. */
export function UseThis({ chart, of, page, snapshot, spread, picked, narrowed }: UseProps) {
  const { metric, period, level, benchmark, confidence } = snapshot.query;
  const query = {
    metric,
    period,
    level,
    benchmark,
    confidence,
    alliance: picked.size > 0 ? page.alliance : '',
    area: spread.areas.some(({ area }) => area === page.area) ? page.area : '',
    ...(chart === 'funnel' && { limits: spread.query.limits, widened: page.widened ? '1' : '' }),
    ...narrowed,
  };
  return <UseChart chart={chart} query={query} of={of} />;
}
