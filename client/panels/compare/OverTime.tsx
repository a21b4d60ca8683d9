import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { Catalogue } from '../../../data/contract.ts';
import { metric as metricOf } from '../../../data/metrics.ts';
import { type Grain, parsePeriod } from '../../../data/periods.ts';
import { gapOverTime } from '../../../data/words/compare.ts';
import { endedSentences } from '../../../data/words/compare-absent.ts';
import { periodBrief } from '../../../data/words/figure.ts';
import { trendQuery } from '../../api.ts';
import { CompareLines } from '../../charts/CompareLines.tsx';
import { compareSeries } from '../../charts/compareLines.ts';
import type { CompareView } from '../../compareView.ts';
import { Measured } from '../metric/Measured.tsx';
import { Section } from '../metric/Section.tsx';
import { Twin } from '../metric/Twin.tsx';
import { Waiting } from '../states.tsx';
import { LineLegend } from './LineLegend.tsx';
import { LinesTable } from './LinesTable.tsx';
import type { Place } from './places.ts';

type Props = {
  view: CompareView;
  chosen: readonly Place[];
  catalogue: Catalogue;
  go: (change: Partial<CompareView>, passing?: boolean) => void;
};

const NAMES: Record<Grain, string> = {
  month: 'month',
  quarter: 'quarter',
  year: 'financial year',
  'calendar-year': 'calendar year',
  rolling: 'rolling years',
};

/** Quarters where a metric has them; else periods as long as the one shown. */
function grainOf({ metric, period }: CompareView, catalogue: Catalogue): Grain {
  const entry = catalogue.metrics.find(({ id }) => id === metric);
  if (entry?.periods.some(({ grain }) => grain === 'quarter')) return 'quarter';
  return parsePeriod(period)?.grain ?? 'year';
}

/** All chosen areas over time in one picture, one of which can be picked out, and the table of their values. */
export function OverTime({ view, chosen, catalogue, go }: Props) {
  const [pointed, point] = useState('');
  const metric = metricOf(view.metric);
  const grain = grainOf(view, catalogue);
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
  const series = compareSeries(trends, metric);
  const title = `${metric.label} by ${NAMES[grain]}`;
  const drawn = series.periods.length > 1;
  const known = chosen.some(({ area }) => area === view.line) ? view.line : '';
  const dataVersion = trends[0]?.dataVersion ?? '';
  const illustrative = trends.some((trend) => trend.illustrative);
  const end = parsePeriod(series.periods.at(-1) ?? '')?.end ?? '';
  const ended = endedSentences(trends.filter(({ successor }) => successor && successor.from <= end));
  const breaks = series.marks.map(({ at }) => at);
  const gap = illustrative ? '' : gapOverTime(metric, { ...series, breaks });
  return (
    <Section id="over-time" subject={`How did they change? ${title}`} title={gap || title}>
      {waiting ? (
        <Waiting what="the lines" />
      ) : (
        <>
          {gap && <p className="prose">Part of a gap between areas of few people is chance.</p>}
          {drawn ? (
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
            </div>
          ) : (
            <p className="prose">
              {series.periods[0]
                ? `Figures by area are published for one period only, ${periodBrief(series.periods[0])}: there is no change to draw.`
                : 'There are no figures to draw.'}
            </p>
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
