import { useId, useState } from 'react';
import { downloadUrl } from '../../../data/addresses/api.ts';
import type { Catalogue } from '../../../data/contract/index.ts';

type Props = { dataVersion: string; metrics: Catalogue['metrics'] };

const LEVELS = [
  { id: '', name: 'All areas' },
  { id: 'ccg', name: 'CCGs (Annex i, 2016)' },
  { id: 'alliance', name: 'Alliances (Annex i, 2016)' },
  { id: 'icb', name: 'Integrated Care Boards (today)' },
  { id: 'alliance-today', name: 'Alliances (today)' },
  { id: 'region', name: 'Regions' },
  { id: 'england', name: 'England' },
] as const;
/** Offered where a user has declared some, and they have figures. */
const OWN = { id: 'own', name: 'Own areas' } as const;

const FILES = [
  { file: 'observations.csv', name: 'CSV', meaning: 'one figure or gap a row; for R, Python, SQL' },
  {
    file: 'observations.xlsx',
    name: 'Excel workbook',
    meaning: 'with cover, notes and symbols; large when unfiltered',
  },
  { file: 'fingertips.csv', name: 'Fingertips’ CSV', meaning: 'in the 26 columns of Fingertips' },
  {
    file: 'observations.csv-metadata.json',
    name: 'CSVW metadata',
    meaning: 'what each column of the CSV holds, for programs',
  },
] as const;

/** The dataset as files: all of it, or the figures of one measure and level. */
export function Downloads({ dataVersion, metrics }: Props) {
  const id = useId();
  const [metric, setMetric] = useState('');
  const [level, setLevel] = useState('');
  const own = metrics.some(({ periods }) =>
    periods.some((each) => each.level === OWN.id && each.periods.length > 0),
  );
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">Downloads</h2>
      <p className="prose">
        Every figure and every gap, with its status, source and note. A chart, a table and a board pack are
        taken from the page that shows them.
      </p>
      <div className="controls">
        <div className="field metric">
          <label htmlFor={`${id}-metric`}>Metric</label>
          <select
            id={`${id}-metric`}
            value={metric}
            onChange={({ currentTarget }) => setMetric(currentTarget.value)}
          >
            <option value="">All metrics</option>
            {metrics.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-level`}>Areas</label>
          <select
            id={`${id}-level`}
            value={level}
            onChange={({ currentTarget }) => setLevel(currentTarget.value)}
          >
            {[...LEVELS, ...(own ? [OWN] : [])].map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </div>
      <ul className="files">
        {FILES.map(({ file, name, meaning }) => (
          <li key={file}>
            <a href={downloadUrl(file, { metric, level })} download>
              {name}
            </a>{' '}
            {meaning}
          </li>
        ))}
        <li>
          <a href={downloadUrl('observations.parquet', {})} download>
            Parquet
          </a>{' '}
          the whole dataset, whatever is chosen above
        </li>
      </ul>
      <p className="prose">
        <code>/api/download/latest/observations.csv</code> always holds the latest data;{' '}
        <code>/api/download/{dataVersion}/observations.csv</code> holds these data for as long as they are
        served, and never others. More filters (area, Alliance, period, months, status) are described on{' '}
        <a href="/api/docs">the API’s page</a>.
      </p>
    </section>
  );
}
