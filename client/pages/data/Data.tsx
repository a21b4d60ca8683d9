import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Catalogue } from '../../../data/contract/index.ts';
import { catalogueQuery } from '../../api.ts';
import { Refused, Waiting } from '../../ui/states.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { Ambitions } from './Ambitions.tsx';
import { Downloads } from './Downloads.tsx';
import { MetricEntry } from './MetricEntry.tsx';

/** What is measured, from which publications, with which cautions; and every ambition of Annex A. */
export default function Data() {
  useTitle('Data');
  const { data, error, refetch } = useQuery(catalogueQuery());
  return (
    <div className="width">
      {data ? (
        <Page catalogue={data} />
      ) : error ? (
        <Refused failure={error} again={refetch} />
      ) : (
        <Waiting what="the catalogue" />
      )}
    </div>
  );
}

function Page({ catalogue }: { catalogue: Catalogue }) {
  const published = catalogue.metrics.filter(({ illustrative }) => !illustrative).length;
  return (
    <>
      <div className="finding">
        <h1>{published} measures from published figures</h1>
        <p className="lede">
          Each is defined once, and every figure keeps the file, sheet and row it came from. The same figures
          can be read by machines through <a href="/api/docs">the API</a>. Data version{' '}
          {catalogue.dataVersion}.
        </p>
      </div>
      <nav aria-label="On this page">
        <ul className="on-page">
          <li>
            <a href="#measures">Measures</a>
          </li>
          <li>
            <a href="#downloads">Downloads</a>
          </li>
          <li>
            <a href="#ambitions">Ambitions of the Cancer Taskforce</a>
          </li>
          <li>
            <a href="#licence">Licence and attribution</a>
          </li>
        </ul>
      </nav>
      <section aria-labelledby="measures">
        <h2 id="measures">Measures</h2>
        {catalogue.pathway.map((pathway) => {
          const own = catalogue.metrics.filter((each) => each.pathway === pathway.id);
          return own.length === 0 ? null : (
            <div key={pathway.id}>
              <h3>{pathway.name}</h3>
              {own.map((each) => (
                <MetricEntry key={each.id} entry={each} />
              ))}
            </div>
          );
        })}
      </section>
      <Downloads dataVersion={catalogue.dataVersion} metrics={catalogue.metrics} />
      <Ambitions catalogue={catalogue} />
      <section aria-labelledby="licence" className="prose">
        <h2 id="licence">Licence and attribution</h2>
        <p>
          Contains public sector information licensed under the Open Government Licence v3.0. Boundaries:
          Office for National Statistics; contains OS data © Crown copyright and database right 2016. Areas
          follow Annex i of the guidance to Cancer Alliances, December 2016. Later CCGs are counted in the{' '}
          <Link href="/alliances">Alliance</Link> that holds most of their population.
        </p>
        <p>
          Figures marked illustrative were made by a script so that a page can be tried. They enter no
          ranking, comparison, verdict or headline. Do not quote them.
        </p>
      </section>
    </>
  );
}
