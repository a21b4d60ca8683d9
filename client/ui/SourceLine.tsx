import type { Metric } from '../../data/metrics/index.ts';
import { SOURCES } from '../../data/sources.ts';
import { periodWords } from '../../data/text/words.ts';
import { useCopy } from './useCopy.ts';

type Props = { metric: Metric; dataVersion: string; period?: string };

/** Publisher, publication, period, licence and data version of what is shown, its cautions, and a link to it. */
export function SourceLine({ metric, dataVersion, period }: Props) {
  const source = SOURCES[metric.source];
  return (
    <footer className="source">
      <p>
        <b>Read with care.</b> {metric.cautions.join(' ')}
      </p>
      <p>
        Source: {source.publisher}, <a href={source.page}>{source.publication}</a>.{' '}
        {period && `Period: ${periodWords(period)}. `}
        {source.licence}. Data version {dataVersion}. Boundaries: Office for National Statistics and Ordnance
        Survey, see below.
      </p>
      <CopyLink />
    </footer>
  );
}

function CopyLink() {
  const [state, copy] = useCopy('the address is in the address bar');
  return (
    <p className="copy">
      <button type="button" className="button" onClick={() => copy(window.location.href, 'Link')}>
        Copy link to this view
      </button>{' '}
      <span role="status">{state}</span>
    </p>
  );
}
