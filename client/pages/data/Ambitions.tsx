import type { Catalogue } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { TableBox } from '../../ui/DataTable.tsx';

/** Every ambition of Annex A by pathway area, with the metric that measures it, and what must be achieved locally. */
export function Ambitions({ catalogue }: { catalogue: Catalogue }) {
  return (
    <section aria-labelledby="ambitions">
      <h2 id="ambitions">Ambitions of the Cancer Taskforce</h2>
      <p className="prose">
        Annex A of the guidance to Cancer Alliances, December 2016: every ambition, the metric of it here, and
        what is to be achieved locally.
      </p>
      {catalogue.pathway.map((pathway) => (
        <div key={pathway.id}>
          <h3>{pathway.name}</h3>
          {pathway.ambitions.length > 0 && (
            <TableBox label={`Ambitions: ${pathway.name}`}>
              <table className="ambitions">
                <thead>
                  <tr>
                    <th scope="col">Ambition</th>
                    <th scope="col">Area</th>
                    <th scope="col">In the Cancer Dashboard</th>
                    <th scope="col">Metric here</th>
                  </tr>
                </thead>
                <tbody>
                  {pathway.ambitions.map((each) => (
                    <tr key={each.id}>
                      <td>{each.ambition}</td>
                      <td>{each.heading || each.area}</td>
                      <td>{each.inDashboard ? 'Yes' : 'No'}</td>
                      <td>
                        {each.metric ? (
                          <a href={`#${each.metric}`}>{metricOf(each.metric).label}</a>
                        ) : (
                          <span className="quiet">None collected. {each.notCollected}</span>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableBox>
          )}
          {pathway.local.length > 0 && <LocalActions actions={pathway.local} name={pathway.name} />}
        </div>
      ))}
    </section>
  );
}

function LocalActions({ actions, name }: { actions: Catalogue['pathway'][number]['local']; name: string }) {
  return (
    <details className="notes">
      <summary>
        {name}: what is to be achieved locally ({actions.length})
      </summary>
      <ul>
        {actions.map(({ action, recommendations, national }) => (
          <li key={action}>
            {action}{' '}
            {recommendations.length > 0 && (
              <span className="quiet">(recommendations {recommendations.join(', ')})</span>
            )}
            {national && <span className="block quiet">Nationally: {national}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
