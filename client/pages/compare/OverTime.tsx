import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { Catalogue } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { GAP_CHANCE } from '../../../data/text/compare.ts';
import { briefName, periodBrief } from '../../../data/text/words.ts';
import { trendQuery } from '../../api.ts';
import type { Place } from '../../charts/compare/places.ts';
import { CompareLines } from '../../charts/compare-lines/CompareLines.tsx';
import {
  type CompareLine,
  comparedOverTime,
  compareGrain,
  seriesTable,
} from '../../charts/compare-lines/lines.ts';
import { lineStyle } from '../../charts/kit/Axes.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { LineButtons } from '../../ui/LineButtons.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { Section } from '../../ui/Section.tsx';
import { Waiting } from '../../ui/states.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import type { Go } from '../../ui/useAddress.ts';
import type { CompareView } from '../../url.ts';
import { chartQuery, fileOf } from './files.ts';

type Props = {
  view: CompareView;
  chosen: readonly Place[];
  catalogue: Catalogue;
  go: Go<CompareView>;
};

/** All chosen areas over time in one picture, one of which can be picked out, and the table of their values. */
export function OverTime({ view, chosen, catalogue, go }: Props) {
  const [pointed, setPointed] = useState('');
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
  const { series, title, gap, ended, undrawn } = comparedOverTime(trends, metric, grain);
  const picked = chosen.some(({ area }) => area === view.line) ? view.line : '';
  const dataVersion = trends[0]?.dataVersion ?? '';
  return (
    <Section id="over-time" subject={`How did they change? ${title}`} title={gap || title}>
      {waiting ? (
        <Waiting what="the lines" />
      ) : (
        <>
          {gap && <p className="prose">{GAP_CHANCE}</p>}
          {undrawn === '' ? (
            <Picture
              chart={(width) => (
                <CompareLines series={series} spec={{ metric, width, title }} picked={pointed || picked} />
              )}
              table={
                <DataTable
                  label={`${title}: the chosen areas`}
                  {...seriesTable(series, metric)}
                  keyOf={({ period }) => period}
                  file={linesFile(view, { dataVersion })}
                  empty="No figures."
                  chosen={view.period}
                />
              }
              use={
                <UseChart
                  chart="compare-lines"
                  query={{ ...chartQuery(view, chosen), line: picked }}
                  of={`${title}: the chosen areas`}
                />
              }
            >
              <div className="line-legend">
                <p id="line-legend" className="quiet">
                  Pick one to see it before the others:
                </p>
                <LineButtons
                  labelledBy="line-legend"
                  lines={series.lines.map((line, index) => ({
                    area: line.area,
                    content: <LineName line={line} index={index} />,
                  }))}
                  picked={picked}
                  pointed={pointed}
                  onPick={(line) => go({ line }, true)}
                  onPoint={setPointed}
                />
              </div>
              {series.marks.map(({ period, reason }) => (
                <p key={`${period}${reason}`} className="break">
                  <b>Break from {periodBrief(period)}.</b> {reason}
                </p>
              ))}
            </Picture>
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

function LineName({ line, index }: { line: CompareLine; index: number }) {
  const { area, name, level, values } = line;
  return (
    <>
      <svg width={36} height={12} aria-hidden="true">
        <path d="M0 6H36" strokeWidth={3} {...lineStyle(index, area)} />
      </svg>{' '}
      {briefName(name)}
      {level === 'ccg' && <span className="quiet"> {area}</span>}
      {values.every((value) => value === null) && <span className="quiet"> (no figures)</span>}
    </>
  );
}

/** The file of the lines: of all periods, and judged by no confidence. */
function linesFile(view: CompareView, shown: Parameters<typeof fileOf>[2]) {
  const { name, about } = fileOf(view, 'areas over time', shown);
  const { period: _, confidence: __, ...own } = about;
  return { name, about: own };
}
