import { useQuery } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import type { Trend } from '../../data/contract.ts';
import { type MetricId, metric as metricOf } from '../../data/metrics.ts';
import type { Grain } from '../../data/periods.ts';
import { SOURCES } from '../../data/sources.ts';
import { areasQuery, Failure, trendQuery } from '../api.ts';
import { TrendChart } from '../charts/TrendChart.tsx';
import { trendRows } from '../charts/trendRows.ts';
import { useWidth } from '../controls/useWidth.ts';
import { briefName, periodWords } from '../words.ts';
import { Breaks } from './Breaks.tsx';
import { Refused } from './states.tsx';
import { TrendTable } from './TrendTable.tsx';
import { trendSubtitle, trendTitle } from './trendWords.ts';

type Props = { metric: MetricId; area: string; grain: Grain; breaksSaid?: boolean };

/** One metric of one area over time: what it shows in words, the chart, its cautions, its table and its source. */
export function TrendPanel({ metric: id, area, grain, breaksSaid = false }: Props) {
  const { data, error, refetch } = useQuery(trendQuery({ metric: id, area, grain, group: 'all' }));
  const metric = metricOf(id);
  const heading = useId();
  const measured = useRef<HTMLElement>(null);
  const width = useWidth(measured);
  return (
    <section className="trend card" aria-labelledby={heading}>
      <h3 id={heading}>{data ? trendTitle(metric, data) : metric.label}</h3>
      <figure ref={measured}>
        {error instanceof Failure && error.status === 404 ? (
          <p>
            No figures by {grain} are published for this area. {metric.cautions.join(' ')}
          </p>
        ) : error ? (
          <Refused failure={error} again={refetch} />
        ) : !data ? (
          <p className="chart-waiting" role="status">
            Loading {metric.label.toLowerCase()}…
          </p>
        ) : (
          <Picture id={id} trend={data} width={width} breaksSaid={breaksSaid} />
        )}
      </figure>
    </section>
  );
}

type PictureProps = { id: MetricId; trend: Trend; width: number; breaksSaid: boolean };

function Picture({ id, trend, width, breaksSaid }: PictureProps) {
  const { data: areas } = useQuery(areasQuery());
  const metric = metricOf(id);
  const source = SOURCES[metric.source];
  if (!trend.points.some(({ value }) => value !== null))
    return (
      <p>{[trend.note, ...new Set(trend.points.flatMap(({ notes }) => notes))].filter(Boolean).join(' ')}</p>
    );
  const { marks } = trendRows(trend, metric);
  const notes = [...new Set(trend.points.flatMap((point) => point.notes))];
  const shortName = (name: string) =>
    areas?.alliances.find((each) => each.name === name)?.shortName ?? briefName(name);
  const spec = {
    metric,
    width,
    height: width < 420 ? 240 : 260,
    title: trendTitle(metric, trend),
    areaLabel: shortName(trend.area.name),
    allianceLabels: trend.alliances.map(({ name }) => shortName(name)),
  };
  return (
    <>
      <p className="subtitle">{trendSubtitle(metric, trend)}</p>
      {width > 0 && <TrendChart trend={trend} spec={spec} />}
      <figcaption>
        {trend.successor && (
          <p>
            The series ends where {trend.area.name} was succeeded by{' '}
            <a href={`/ccgs/${trend.successor.area}`}>{trend.successor.name}</a>, from{' '}
            {periodWords(trend.successor.from)}.
          </p>
        )}
        {trend.note && !trend.successor && <p>{trend.note}</p>}
        {!breaksSaid && <Breaks marks={marks} />}
        <details className="notes">
          <summary>Definition, cautions and source</summary>
          <p>{metric.definition}</p>
          <p>
            {[...metric.cautions, ...notes].join(' ')} The band around the line is the 95% interval. The axis
            does not start at zero.
          </p>
          <p>
            Source: {source.publisher}, {source.publication}. {source.licence}. Data version{' '}
            {trend.dataVersion}.
          </p>
        </details>
        <TrendTable metricId={id} trend={trend} />
      </figcaption>
    </>
  );
}
