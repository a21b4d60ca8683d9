import { Link } from 'wouter';
import type { CatalogueMetric } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { sentences } from '../../charts/kit/words.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { Definition } from './About.tsx';

/** The page of a metric that has no figures by CCG or Alliance: what it is, and why nothing varies here. */
export function EnglandOnly({ entry }: { entry: CatalogueMetric }) {
  useTitle(entry.label);
  const england = entry.periods.some(({ level, periods }) => level === 'england' && periods.length > 0);
  return (
    <>
      <div className="finding">
        <p className="topic">{sentences([capital(entry.phrase)])}</p>
        <h1>{entry.label}</h1>
        <p className="lede">
          {england
            ? 'Figures are published here for England only, so nothing can be said of variation between CCGs or Alliances.'
            : 'No figures of this measure are loaded.'}
        </p>
        <p>
          <Link href={`/data#${entry.id}`}>Which figures there are, and their source</Link>, or{' '}
          <Link href="/metrics">all measures</Link>.
        </p>
      </div>
      <Definition metric={metricOf(entry.id)} />
    </>
  );
}

const capital = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`;
