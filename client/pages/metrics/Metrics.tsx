import type { Catalogue } from '../../../data/contract/index.ts';
import { catalogueQuery } from '../../api.ts';
import { MetricList } from '../../ui/MetricList.tsx';
import { Loaded } from '../../ui/states.tsx';
import { useTitle } from '../../ui/useTitle.ts';

/** Every measure by pathway area, each with a page of its own. */
export default function Metrics() {
  useTitle('Metrics');
  return (
    <div className="width">
      <Loaded query={catalogueQuery()} what="the measures">
        {(catalogue) => <Page catalogue={catalogue} />}
      </Loaded>
    </div>
  );
}

function Page({ catalogue }: { catalogue: Catalogue }) {
  const varied = catalogue.metrics.filter(({ periods }) =>
    periods.some(({ level, periods: own }) => level === 'ccg' && own.length > 0),
  ).length;
  return (
    <>
      <div className="finding">
        <h1>{varied} measures show how CCGs and Alliances differ</h1>
        <p className="lede">
          Each has a page that says how far areas lie apart, how much of that is chance, whether it has grown
          or shrunk, and where it lies: between Alliances or within them.
        </p>
      </div>
      <MetricList catalogue={catalogue} />
    </>
  );
}
