import { Link } from 'wouter';
import { progressUrl } from '../../../data/addresses/api.ts';
import type { Progress } from '../../../data/contract/progress.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { SOURCES } from '../../../data/sources.ts';
import { csv, fileName } from '../../../data/text/csv.ts';
import { PROGRESS_HEAD, progressCells } from '../../charts/progress/columns.ts';
import { save } from '../../ui/save.ts';

/** Where the figures come from, their data version, and all rows as a file. */
export function Sources({ progress }: { progress: Progress }) {
  const { area, period, dataVersion, query } = progress;
  const download = () =>
    save(fileName([area.name, 'progress', period], 'csv'), csv(PROGRESS_HEAD, progressCells(progress)));
  return (
    <footer className="source">
      <p>
        Sources:{' '}
        {sourcesOf(progress).map(({ publisher, publication, page, licence }, index) => (
          <span key={publication}>
            {index > 0 && '; '}
            {publisher}, {page === '' ? publication : <a href={page}>{publication}</a>} ({licence})
          </span>
        ))}
        . Data version {dataVersion}. Definitions, cautions and every ambition as Annex A prints it are on the{' '}
        <Link href="/data">Data page</Link>; the same rows for machines are{' '}
        <a href={progressUrl({ area: query.area, period: query.period ?? '' })}>in the API</a>.
      </p>
      <p className="copy">
        <button type="button" className="button" onClick={download}>
          Download CSV<span className="hidden"> of every ambition</span>
        </button>
      </p>
    </footer>
  );
}

/** The publications of the measures shown, each once. */
function sourcesOf({ rows }: Progress) {
  const ids = rows.flatMap(({ metric, value }) =>
    metric === null || value === null ? [] : [metricOf(metric).source],
  );
  return [...new Set(ids)].map((id) => SOURCES[id]);
}
