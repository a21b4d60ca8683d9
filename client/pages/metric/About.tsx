import { Link } from 'wouter';
import type { Metric } from '../../../data/metrics/index.ts';
import { SOURCES } from '../../../data/sources.ts';
import {
  BETWEEN_RULE,
  BEYOND_CHANCE_OF_VALUES,
  BEYOND_CHANCE_RULE,
  FUNNEL_RULE,
  intervalRule,
  WIDENED_RULE,
} from '../../../data/text/methods.ts';
import { Fact } from '../../ui/Fact.tsx';
import { SourceLine } from '../../ui/SourceLine.tsx';
import { mapAtUrl } from '../../url.ts';
import type { Shown } from './shown.ts';

/** What the metric is, how its variation is judged and by whose methods, its cautions and its source. */
export function About({ page, metric, spread, snapshot }: Shown) {
  return (
    <>
      <Definition metric={metric} />
      <section className="part" aria-labelledby="method" data-testid="method">
        <h2 id="method">How variation is judged</h2>
        <ul className="prose method">
          {metric.kind === 'proportion' && (
            <>
              <li>{intervalRule(page.confidence)}</li>
              <li>{FUNNEL_RULE}</li>
              <li>{WIDENED_RULE}</li>
            </>
          )}
          {spread.variation.i2 !== null && (
            <li>{metric.kind === 'proportion' ? BEYOND_CHANCE_RULE : BEYOND_CHANCE_OF_VALUES}</li>
          )}
          {spread.between !== null && <li>{BETWEEN_RULE}</li>}
          <li>Percentiles are unweighted, interpolated linearly: each area counts once.</li>
          {snapshot.areas.some(({ rank }) => rank !== null) ? (
            <li>
              Ranks: with the places that chance leaves open (Goldstein and Spiegelhalter 1996). Nothing here
              is a league table.
            </li>
          ) : (
            <li>Areas are not ranked: their figures carry no intervals.</li>
          )}
        </ul>
        <p>
          <Link href="/methods">Each method with its formula, worked through</Link>
        </p>
      </section>
      <p>
        <Link href={mapAtUrl(page)}>See it on the map</Link>, or <Link href="/metrics">all metrics</Link>.
      </p>
      <SourceLine metric={metric} dataVersion={spread.dataVersion} period={spread.query.period} />
    </>
  );
}

/** What a metric measures, from which publication and how late. */
export function Definition({ metric }: { metric: Metric }) {
  const source = SOURCES[metric.source];
  return (
    <section className="part" aria-labelledby="definition">
      <h2 id="definition">What is measured</h2>
      <dl className="facts">
        <Fact name="Definition">{metric.definition}</Fact>
        <Fact name="More is">
          {{ higher: 'Better', lower: 'Worse', none: 'Neither better nor worse' }[metric.polarity]}
        </Fact>
        <Fact name="Target">
          {metric.targets.length === 0 ? 'None is set' : metric.targets.map(({ label }) => label).join('. ')}
        </Fact>
        <Fact name="Withheld">
          {metric.suppressedBelow === null
            ? 'The publisher withholds no small counts of this metric'
            : `Counts below ${metric.suppressedBelow}, by the publisher`}
        </Fact>
        <Fact name="Published">
          {source.frequency}. {source.lag && `${source.lag}. `}Next: {source.next}.
        </Fact>
      </dl>
    </section>
  );
}
