import './style.css';
import { Link } from 'wouter';
import type { Catalogue, CatalogueMetric } from '../../../data/contract/index.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { catalogueQuery } from '../../api.ts';
import { Fact } from '../../ui/Fact.tsx';
import { Loaded } from '../../ui/states.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { isMapped } from '../../url.ts';
import { Ambitions } from './Ambitions.tsx';
import { ChangesSection } from './ChangesSection.tsx';
import { Downloads } from './Downloads.tsx';
import { Upload } from './Upload.tsx';

/** What is measured, from which publications, with which cautions; and every ambition of Annex A. */
export default function Data() {
  useTitle('Data');
  return (
    <div className="width">
      <Loaded query={catalogueQuery()} what="the catalogue">
        {(catalogue) => <Page catalogue={catalogue} />}
      </Loaded>
    </div>
  );
}

function Page({ catalogue }: { catalogue: Catalogue }) {
  return (
    <>
      <div className="finding">
        <h1>{catalogue.metrics.length} metrics from published figures</h1>
        <p className="lede">
          Each is defined once, and every figure keeps the file, sheet and row it came from. The same figures
          can be read by machines through <a href="/api/docs">the API</a>;{' '}
          <Link href="/methods">how they are made and judged</Link> has a page of its own. Data version{' '}
          {catalogue.dataVersion}.
        </p>
      </div>
      <nav aria-label="On this page">
        <ul className="on-page">
          <li>
            <a href="#metrics">Metrics</a>
          </li>
          <li>
            <a href="#downloads">Downloads</a>
          </li>
          <li>
            <a href="#changes">What changed</a>
          </li>
          <li>
            <a href="#ambitions">Ambitions of the Cancer Taskforce</a>
          </li>
          <li>
            <a href="#licence">Licence and attribution</a>
          </li>
        </ul>
      </nav>
      <section aria-labelledby="metrics">
        <h2 id="metrics">Metrics</h2>
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
      <Upload />
      <ChangesSection />
      <Ambitions catalogue={catalogue} />
      <section aria-labelledby="licence" className="prose">
        <h2 id="licence">Licence and attribution</h2>
        <p>
          Contains public sector information licensed under the Open Government Licence v3.0. Boundaries:
          Office for National Statistics; contains OS data © Crown copyright and database right 2016. Areas
          follow Annex i of the guidance to Cancer Alliances, December 2016. Later CCGs are counted in the{' '}
          <Link href="/alliances">Alliance</Link> that holds most of their population, and so are Integrated
          Care Boards (ICBs) from April 2022. ICBs and today’s Alliances also stand beside them, under Today.
        </p>
      </section>
    </>
  );
}

const LEVEL_NAMES: Record<string, string> = {
  ccg: 'CCGs',
  alliance: 'Alliances of Annex i',
  icb: 'ICBs',
  'alliance-today': 'Alliances of today',
  own: 'Own areas',
  region: 'Regions',
  england: 'England',
};

/** A metric as the catalogue describes it, folded under its name. */
function MetricEntry({ entry }: { entry: CatalogueMetric }) {
  const { source } = entry;
  const mapped = isMapped(entry);
  return (
    <details className="card entry" id={entry.id}>
      <summary>
        <b>{entry.label}</b> <span className="quiet">{entry.phrase}</span>
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
          {source.publisher}, <a href={source.page}>{source.publication}</a>. {source.licence}.
        </Fact>
        <Fact name="Published">
          {source.frequency}. {source.lag}. Next: {source.next}.
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
