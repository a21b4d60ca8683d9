import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { Catalogue } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { GAP_CHANCE } from '../../../data/text/compare.ts';
import { briefName, periodBrief } from '../../../data/text/words.ts';
import { trendQuery } from '../../api.ts';
import type { Place } from '../../charts/compare/places.ts';
import { CompareLines } from '../../charts/compare-lines/CompareLines.tsx';
import { type CompareLine, type CompareSeries, comparedOverTime, compareGrain, seriesTwin } from '../../charts/compare-lines/lines.ts';
import { lineStyle } from '../../charts/kit/Axes.tsx';
import { DataTable, Twin } from '../../ui/DataTable.tsx';
import { Measured } from '../../ui/Measured.tsx';
import { Section } from '../../ui/Section.tsx';
import { Waiting } from '../../ui/states.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import type { CompareView } from '../../url.ts';
import { compareAsked, fileOf } from './files.ts';

type Props = {
  view: CompareView;
  chosen: readonly Place[];
  catalogue: Catalogue;
  go: (change: Partial<CompareView>, passing?: boolean) => void;
};

/** All chosen areas over time in one picture, one of which can be picked out, and the table of their values. */
export function OverTime({ view, chosen, catalogue, go }: Props) {
  const [pointed, point] = useState('');
  const metric = metricOf(view.metric);
  const grain = compareGrain(view, catalogue);
  const { trends, waiting, refusals } = useQueries({
    queries: chosen.map(({ area }) => trendQuery({ metric: view.metric, area, grain, group: 'all' })),
    combine: (answers) => ({
      trends: answers.flatMap(({ data }) => data ?? []),
      waiting: answers.some(({ isPending }) => isPending),
      refusals: answers.flatMap(({ error }, index) =>
        error ? `${chosen[index]?.name}: ${error.message}` : [],
      ),
    }),
  });
  const { series, illustrative, title, gap, ended, undrawn } = comparedOverTime(trends, metric, grain);
  const known = chosen.some(({ area }) => area === view.line) ? view.line : '';
  const dataVersion = trends[0]?.dataVersion ?? '';
  return (
    <Section id="over-time" subject={`How did they change? ${title}`} title={gap || title}>
      {waiting ? (
        <Waiting what="the lines" />
      ) : (
        <>
          {gap && <p className="prose">{GAP_CHANCE}</p>}
          {undrawn === '' ? (
            <div className="picture card">
              <Measured>
                {(width) => (
                  <CompareLines
                    series={series}
                    spec={{ metric, width, title, illustrative }}
                    picked={pointed || known}
                  />
                )}
              </Measured>
              <LineLegend
                lines={series.lines}
                picked={known}
                onPick={(line) => go({ line: line === known ? '' : line }, true)}
                onPoint={point}
              />
              {series.marks.map(({ period, reason }) => (
                <p key={`${period}${reason}`} className="break">
                  <b>Break from {periodBrief(period)}.</b> {reason}
                </p>
              ))}
              <Twin>
                <LinesTable
                  series={series}
                  metric={metric}
                  view={view}
                  title={title}
                  dataVersion={dataVersion}
                  illustrative={illustrative}
                />
              </Twin>
              <UseChart
                chart="compare-lines"
                asked={{ ...compareAsked(view, chosen), line: known }}
                of={`${title}: the chosen areas`}
              />
            </div>
          ) : (
            <p className="prose">{undrawn}</p>
          )}
          {ended.length > 0 && (
            <details className="note ended">
              <summary>Lines that end where CCGs merged</summary>
              <ul>
                {ended.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </details>
          )}
          {refusals.map((words) => (
            <p key={words} className="note">
              {words}
            </p>
          ))}
        </>
      )}
    </Section>
  );
}

type Props = {
  lines: readonly CompareLine[];
  picked: string;
  onPick: (area: string) => void;
  /** Pointed at or focused; empty: no longer. */
  onPoint: (area: string) => void;
};

/** The lines by name, each a button that picks its line out of the others. */
export const LineLegend = ({ lines, picked, onPick, onPoint }: Props) => (
  <div className="line-legend">
    <p id="line-legend" className="quiet">
      Pick one to see it before the others:
    </p>
    <ul aria-labelledby="line-legend">
      {lines.map(({ area, name, level, values }, index) => (
        <li key={area}>
          <button
            type="button"
            aria-pressed={area === picked}
            onClick={() => onPick(area)}
            onPointerEnter={() => onPoint(area)}
            onPointerLeave={() => onPoint('')}
            onFocus={() => onPoint(area)}
            onBlur={() => onPoint('')}
          >
            <svg width={36} height={12} aria-hidden="true">
              <path d="M0 6H36" strokeWidth={3} {...lineStyle(index, area)} />
            </svg>{' '}
            {briefName(name)}
            {level === 'ccg' && <span className="quiet"> {area}</span>}
            {values.every((value) => value === null) && <span className="quiet"> (no figures)</span>}
          </button>
        </li>
      ))}
    </ul>
  </div>
);

type Props = {
  series: CompareSeries;
  metric: Metric;
  view: CompareView;
  title: string;
  dataVersion: string;
  illustrative: boolean;
};

/** The values of every line, latest period first: a column for each area. */
export function LinesTable({ series, metric, view, title, dataVersion, illustrative }: Props) {
  const { name, about } = fileOf(view, 'areas over time', dataVersion, illustrative);
  const { period: _, confidence: __, ...own } = about;
  return (
    <DataTable
      label={`${title}: the chosen areas`}
      {...seriesTwin(series, metric)}
      keyOf={({ period }) => period}
      file={{ name, about: own }}
      empty="No figures."
      chosen={view.period}
    />
  );
}
