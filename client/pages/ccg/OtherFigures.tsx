import { useQueries, useQuery } from '@tanstack/react-query';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import type { Grain } from '../../../data/periods.ts';
import { periodWords } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { latest } from '../../../data/text/trend.ts';
import { catalogueQuery, sourcesUrl, trendQuery } from '../../api.ts';
import { TableBox } from '../../ui/TableBox.tsx';

/** The latest figure of every other measure that has one for an area, beside England's of the same period. */
export function OtherFigures({ area, level }: { area: string; level: 'ccg' | 'alliance' }) {
  const { data: catalogue } = useQuery(catalogueQuery());
  const others = (catalogue?.metrics ?? [])
    .filter(({ id }) => metricOf(id).source !== 'cancer-waiting-times')
    .flatMap(({ id, periods }) =>
      periods
        .filter((each) => each.level === level && each.periods.length > 0)
        .map(({ grain }) => ({ metric: id, area, grain: grain as Grain, group: 'all' })),
    );
  const answers = useQueries({ queries: others.map((query) => trendQuery(query)) });
  const trends = answers.flatMap(({ data }) => (data && latest(data) ? [data] : []));
  if (trends.length === 0) return null;
  return (
    <section aria-labelledby="others">
      <h2 id="others">Other measures, latest published</h2>
      <TableBox label="Other measures">
        <table>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">Period</th>
              <th scope="col" className="number">
                This area
              </th>
              <th scope="col" className="number">
                England
              </th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {trends.map((trend) => {
              const metric = metricOf(trend.query.metric);
              const point = latest(trend);
              if (point?.value == null) return null;
              const england = trend.benchmark?.points.find(({ period }) => period === point.period)?.value;
              return (
                <tr key={trend.query.metric}>
                  <th scope="row">
                    {metric.label}
                    <span className="quiet block">
                      {trend.illustrative ? 'Illustrative, not published: do not quote' : metric.phrase}
                    </span>
                  </th>
                  <td>
                    {periodWords(point.period)}
                    {point.status === 'inferred-period' && <span className="quiet block">year inferred</span>}
                  </td>
                  <td className="number">{formatValue(metric, point.value)}</td>
                  <td className="number">
                    {trend.illustrative || england == null ? (
                      <span className="quiet">None</span>
                    ) : (
                      formatValue(metric, england)
                    )}
                  </td>
                  <td>
                    <a href={sourcesUrl(trend.query.metric, area, point.period)}>
                      Source<span className="hidden"> of {metric.label}</span>
                    </a>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
