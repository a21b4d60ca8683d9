import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useRef } from 'react';
import type { Signal, Trend } from '../../../data/contract/index.ts';
import { type Metric, type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import type { Grain } from '../../../data/periods.ts';
import { SOURCES } from '../../../data/sources.ts';
import {
  assuranceWords,
  countWords,
  HOW_TO_READ,
  recentTrendWords,
  rulesWords,
  SCREENED,
  segmentWords,
  variationWords,
} from '../../../data/text/control.ts';
import { trendSubtitle, trendTitle } from '../../../data/text/trend.ts';
import { periodWords } from '../../../data/text/words.ts';
import { areasQuery, catalogueQuery, Failure, trendQuery } from '../../api.ts';
import { breakWords, hasFigures } from '../../charts/kit/overTime.ts';
import { noFigureWords, trendFigure } from '../../charts/over-time/index.tsx';
import { exploredQuery, OverTime } from '../../charts/over-time/OverTime.tsx';
import type { Mark } from '../../charts/over-time/series.ts';
import { TRENDS } from '../../url.ts';
import { Choice } from '../Choice.tsx';
import { useWidth } from '../Measured.tsx';
import { MethodLink } from '../MethodLink.tsx';
import { Refused, Waiting } from '../states.tsx';
import { UseChart } from '../UseChart.tsx';
import { useAddress } from '../useAddress.ts';
import { GrainSwitch, grainChoices } from './GrainSwitch.tsx';
import { TrendTable } from './TrendTable.tsx';
import { useExplored } from './useExplored.ts';

type Props = {
  metric: MetricId;
  area: string;
  /** How long its periods are, unless the address asks for others that there are. */
  grain: Grain;
  /** Whether as a control chart; left to the address and to a switch in the panel where it is not given. */
  control?: boolean;
  /** Whether breaks in the series are explained elsewhere. */
  hideBreaks?: boolean;
};

/** One metric of one area over time: what it shows in words, the chart, its cautions, its table and its source. */
export function TrendPanel({ metric: id, area, grain: opening, control, hideBreaks = false }: Props) {
  const [{ chart, grain: asked }, go] = useAddress(TRENDS);
  const { data: catalogue } = useQuery(catalogueQuery());
  const alone = control === undefined;
  const choices = alone ? grainChoices(catalogue, id) : [];
  const grain = choices.find((each) => each.id === asked)?.id ?? opening;
  const { data, error, refetch } = useQuery(trendQuery({ metric: id, area, grain, group: 'all' }));
  const metric = metricOf(id);
  const heading = useId();
  const measured = useRef<HTMLElement>(null);
  const width = useWidth(measured);
  const hasControl = grain === 'month' || grain === 'quarter';
  const shown = hasControl ? chart : 'trend';
  return (
    <section className="trend card" aria-labelledby={heading}>
      <h3 id={heading}>{data ? trendTitle(metric, data) : metric.label}</h3>
      {alone && (
        <div className="trend-choices">
          <GrainSwitch options={choices} value={grain} onChange={(to) => go({ grain: to })} />
          {hasControl && <ControlSwitch value={shown} onChange={(to) => go({ chart: to })} />}
        </div>
      )}
      <figure ref={measured}>
        {error instanceof Failure && error.status === 404 ? (
          <p>
            No figures by {grain} are published for this area. {metric.cautions.join(' ')}
          </p>
        ) : error ? (
          <Refused failure={error} again={refetch} />
        ) : !data ? (
          <Waiting what={metric.label.toLowerCase()} className="chart-waiting" />
        ) : (
          <TrendPicture
            id={id}
            trend={data}
            width={width}
            control={control ?? shown === 'control'}
            hideBreaks={hideBreaks}
          />
        )}
      </figure>
    </section>
  );
}

type PictureProps = { id: MetricId; trend: Trend; width: number; control: boolean; hideBreaks: boolean };

/** A trend drawn, plain or as a control chart, with its words and its table; words alone where it has no figure. */
function TrendPicture({ id, trend, width, control, hideBreaks }: PictureProps) {
  const { data: areas } = useQuery(areasQuery());
  const { description, charted, marks } = useMemo(
    () => trendFigure(trend, { control, areas }),
    [trend, control, areas],
  );
  const explore = useExplored();
  const metric = metricOf(id);
  if (!hasFigures(trend)) return <p>{noFigureWords(trend, metric)}</p>;
  return (
    <>
      <p className="subtitle">{trendSubtitle(metric, trend)}</p>
      {width > 0 && (
        <OverTime
          description={description}
          width={width}
          name={metric.label}
          rangeElsewhere={hideBreaks}
          {...explore}
        />
      )}
      <figcaption>
        {charted && <ControlWords metric={metric} trend={trend} />}
        {control && !charted && (
          <p>
            <b>No control chart.</b> {trend.control.reason}
          </p>
        )}
        <TrendCaption metric={metric} trend={trend} marks={hideBreaks ? [] : marks} band={!charted} />
        <TrendTable metricId={id} trend={trend} control={charted} />
        <UseChart
          chart={charted ? 'control' : 'trend'}
          query={{
            metric: id,
            area: trend.area.area,
            grain: trend.query.grain,
            ...exploredQuery(description, explore.view, !charted),
          }}
          of={`${metric.label}, ${trend.area.name}${charted ? ', control chart' : ', over time'}`}
        />
      </figcaption>
    </>
  );
}

type CaptionProps = { metric: Metric; trend: Trend; marks: readonly Mark[]; band: boolean };

/** What must be known of a trend: where it ends or breaks, where it is heading, its cautions and its source. */
function TrendCaption({ metric, trend, marks, band }: CaptionProps) {
  const { successor, note, area, query, recentTrend, dataVersion } = trend;
  const source = SOURCES[metric.source];
  const notes = [...new Set(trend.points.flatMap((point) => point.notes))];
  const annual = query.grain === 'year' || query.grain === 'calendar-year';
  return (
    <>
      {annual && (
        <p>
          <b>Recent trend{recentTrend.direction === 'not-calculated' && ' not calculated'}.</b>{' '}
          {recentTrendWords(recentTrend)}
        </p>
      )}
      {successor && (
        <p>
          The series ends where {area.name} was succeeded by{' '}
          <a href={`/ccgs/${successor.area}`}>{successor.name}</a>, from {periodWords(successor.from)}.
        </p>
      )}
      {note && !successor && <p>{note}</p>}
      <Breaks marks={marks} />
      <details className="notes">
        <summary>Definition, cautions and source</summary>
        <p>{metric.definition}</p>
        <p>
          {[...metric.cautions, ...notes].join(' ')}{' '}
          {band && 'The band around the line is the 95% interval. '}
          The axis does not start at zero.
        </p>
        <p>
          Source: {source.publisher}, {source.publication}. {source.licence}. Data version {dataVersion}.
        </p>
      </details>
    </>
  );
}

/** What a control chart says in words, its cautions and how it is read. */
function ControlWords({ metric, trend: { control, points } }: { metric: Metric; trend: Trend }) {
  const { cautions, segments, runLength } = control;
  const assurance = assuranceWords(metric, control);
  const hasFigure = new Set(points.flatMap(({ period, value }) => (value === null ? [] : period)));
  const rules = rulesWords(runLength);
  return (
    <div className="control-words">
      <p>
        <b>Variation.</b> {variationWords(metric, control)}
      </p>
      {assurance !== '' && (
        <p>
          <b>Standard.</b> {assurance}
        </p>
      )}
      <p>{countWords(control, hasFigure)}</p>
      {cautions.some((each) => each !== SCREENED) && (
        <p className="quiet">{cautions.filter((each) => each !== SCREENED).join(' ')}</p>
      )}
      <details className="notes">
        <summary>How to read this chart</summary>
        <p>{HOW_TO_READ}</p>
        <ul>
          {(Object.keys(rules) as Signal[]).map((rule) => (
            <li key={rule}>{rules[rule]}</li>
          ))}
        </ul>
        <p>{SCREENED}</p>
        <p>
          <MethodLink id="control-chart" />
        </p>
        <ul>
          {segments.map((segment) => (
            <li key={segment.from}>{segmentWords(metric, segment)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** Where series stop being comparable with what comes before, and why. */
export const Breaks = ({ marks }: { marks: readonly Mark[] }) => (
  <>
    {marks.map(({ period, reasons }) => (
      <p key={period} className="break">
        <b>{breakWords(period)}</b> {reasons.join(' ')}
      </p>
    ))}
  </>
);

const CHARTS = [
  { id: 'trend', name: 'Trend' },
  { id: 'control', name: 'Control chart' },
] as const;

type Chart = (typeof CHARTS)[number]['id'];

/** The switch between trends and control charts. */
export const ControlSwitch = ({ value, onChange }: { value: Chart; onChange: (value: Chart) => void }) => (
  <Choice label="Show as" options={CHARTS} value={value} onChange={onChange} />
);
