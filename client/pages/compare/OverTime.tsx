import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { Catalogue } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { GAP_CHANCE } from '../../../data/text/compare.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { trendQuery } from '../../api.ts';
import type { Place } from '../../charts/compare/places.ts';
import { CompareLines } from '../../charts/compare-lines/CompareLines.tsx';
import { comparedOverTime, compareGrain } from '../../charts/compare-lines/overTime.ts';
import { Measured } from '../../ui/Measured.tsx';
import { Waiting } from '../../ui/states.tsx';
import { Twin } from '../../ui/TableTwin.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import { Section } from '../metric/Section.tsx';
import { compareAsked } from './asked.ts';
import { LineLegend } from './LineLegend.tsx';
import { LinesTable } from './LinesTable.tsx';
import type { CompareView } from './view.ts';

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
