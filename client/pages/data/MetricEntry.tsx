import { Link } from 'wouter';
import type { CatalogueMetric } from '../../../data/contract/index.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { Fact } from '../../ui/Fact.tsx';

const LEVEL_NAMES: Record<string, string> = {
  ccg: 'CCGs',
  alliance: 'Alliances',
  region: 'Regions',
  england: 'England',
};

/** A metric as the catalogue describes it, folded under its name. */
export function MetricEntry({ entry }: { entry: CatalogueMetric }) {
  const { source } = entry;
  const mapped = entry.periods.some(
    ({ level, periods }) => (level === 'ccg' || level === 'alliance') && periods.length > 0,
  );
  return (
    <details className="card entry" id={entry.id}>
      <summary>
        <b>{entry.label}</b> <span className="quiet">{entry.phrase}</span>{' '}
        {entry.illustrative && <span className="tag">Illustrative</span>}
      </summary>
      <dl className="facts">
        <Fact name="Definition">{entry.definition}</Fact>
        <Fact name="Target">
          {entry.targets.length === 0 ? (
            'None is set'
          ) : (
            <List items={entry.targets.map(({ label }) => label)} />
          )}
        </Fact>
        <Fact name="Cautions">
          <List items={entry.cautions} />
        </Fact>
        <Fact name="Figures">
          <List items={entry.periods.filter(({ periods }) => periods.length > 0).map(extent)} />
        </Fact>
        <Fact name="Source">
          {source.publisher},{' '}
          {source.page === '' ? source.publication : <a href={source.page}>{source.publication}</a>}.{' '}
          {source.licence}.
        </Fact>
        <Fact name="Published">
          {source.frequency}. {source.lag && `${source.lag}. `}Next: {source.next}.
        </Fact>
      </dl>
      {mapped && (
        <p>
          <Link href={`/?metric=${entry.id}`}>See it on the map</Link>, or{' '}
          <Link href={`/metrics/${entry.id}`}>how it varies</Link>
        </p>
      )}
    </details>
  );
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

function extent({ level, grain, periods }: CatalogueMetric['periods'][number]): string {
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  const span = first === last ? periodBrief(first) : `${periodBrief(first)} to ${periodBrief(last)}`;
  return `${LEVEL_NAMES[level] ?? level}, by ${grain.replace('-', ' ')}: ${span}`;
}
