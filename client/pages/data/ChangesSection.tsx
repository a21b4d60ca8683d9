import { useLocation, useSearch } from 'wouter';
import type { ChangedFigure, Changes } from '../../../data/contract/changes.ts';
import { groupLabel } from '../../../data/metrics/groups.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { changesQuery } from '../../api.ts';
import { TableBox } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/states.tsx';

/** What each load changed between data versions, of all areas or of the one in the address. */
export function ChangesSection() {
  const area = new URLSearchParams(useSearch()).get('area') ?? '';
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">What changed</h2>
      <p className="prose">
        The figures this dashboard carries change when files are loaded beside them. Each load keeps the value
        that a figure had before. The same can be read as <a href="/api/changes.atom">a feed (Atom)</a> or
        from <a href="/api/changes">the API</a>.
      </p>
      <Loaded query={changesQuery(area)} what="what changed" part>
        {(changes) => <Loads changes={changes} />}
      </Loaded>
    </section>
  );
}

function Loads({ changes }: { changes: Changes }) {
  const { loads, areas, query, dataVersion } = changes;
  const [, navigate] = useLocation();
  if (loads.length === 0)
    return <p>Nothing has been loaded beside the bundled figures of data version {dataVersion}.</p>;
  return (
    <>
      {areas.length > 0 && (
        <div className="controls">
          <div className="field">
            <label htmlFor="changed-area">Area</label>
            <select
              id="changed-area"
              value={query.area}
              onChange={({ currentTarget: { value } }) =>
                navigate(`/data${value === '' ? '' : `?area=${encodeURIComponent(value)}`}#changes`, {
                  replace: true,
                })
              }
            >
              <option value="">All areas</option>
              {areas.map(({ area, name, changes: count }) => (
                <option key={area} value={area}>
                  {name} ({formatCount(count)})
                </option>
              ))}
            </select>
          </div>
        </div>
      )}
      {loads.map((load) => (
        <details key={load.load} className="card entry" open={load === loads[0]}>
          <summary>
            <b>{load.at.slice(0, 10)}</b>{' '}
            <span className="quiet">
              {figures(load.added)}, {formatCount(load.revised)} revised, {formatCount(load.removed)} taken
              away. Data version {load.versionBefore} became {load.version}.
            </span>
          </summary>
          <ul>
            {load.files.map((file) => (
              <li key={file}>{file}</li>
            ))}
          </ul>
          {load.changes.length > 0 ? (
            <Table changes={load.changes} label={`Figures that changed on ${load.at.slice(0, 10)}`} />
          ) : (
            <p className="quiet">No figure {query.area === '' ? '' : 'of this area '}has another value.</p>
          )}
        </details>
      ))}
    </>
  );
}

/** So many new figures. */
export const figures = (added: number) => `${formatCount(added)} new ${added === 1 ? 'figure' : 'figures'}`;

/** Figures that changed, before and since. */
export function Table({ changes, label }: { changes: readonly ChangedFigure[]; label: string }) {
  return (
    <TableBox label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Area</th>
            <th scope="col">Period</th>
            <th scope="col" className="number">
              Before
            </th>
            <th scope="col" className="number">
              Since
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((each) => (
            <tr key={[each.metric, each.area, each.period, each.group].join(' ')}>
              <td>
                {metricOf(each.metric).label}
                {each.group !== 'all' && <span className="quiet"> {groupLabel(each.group)}</span>}
              </td>
              <td>{each.name}</td>
              <td>{periodBrief(each.period)}</td>
              <td className="number">
                {figure(each, each.valueBefore, each.numeratorBefore, each.denominatorBefore)}
              </td>
              <td className="number">
                {each.value === null
                  ? 'No figure'
                  : figure(each, each.value, each.numerator, each.denominator)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function figure({ metric }: ChangedFigure, value: number, of: number | null, all: number | null): string {
  const shown = formatValue(metricOf(metric), value);
  return of === null || all === null ? shown : `${shown} (${formatCount(of)} of ${formatCount(all)})`;
}
