import { useQueries } from '@tanstack/react-query';
import type { Catalogue } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { GAP_CHANCE } from '../../../data/text/compare.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { trendQuery } from '../../api.ts';
import type { Place } from '../../charts/compare/places.ts';
import {
  compareDescription,
  comparedOverTime,
  compareGrain,
  seriesTable,
} from '../../charts/compare-lines/lines.ts';
import { OverTime as Explored, exploredQuery } from '../../charts/over-time/OverTime.tsx';
import { NARROW } from '../../charts/over-time/plot.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { Section } from '../../ui/Section.tsx';
import { Waiting } from '../../ui/states.tsx';
import { GrainSwitch, grainChoices } from '../../ui/trend/GrainSwitch.tsx';
import { useIsArea } from '../../ui/trend/useExplored.ts';
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
  const isArea = useIsArea();
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
  const explored = { range: view.range, hide: view.hide, pick: picked };
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
              before={
                <GrainSwitch
                  options={grainChoices(catalogue, view.metric)}
                  value={grain}
                  onChange={(to) => go({ grain: to })}
                />
              }
              chart={(width) => (
                <Explored
                  description={compareDescription(series, metric, { title, narrow: width < NARROW })}
                  width={width}
                  name={title}
                  view={explored}
                  onView={({ pick, ...change }, passing) =>
                    go(pick === undefined ? change : { ...change, line: pick }, passing)
                  }
                  isArea={isArea}
                />
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
                  query={{
                    ...chartQuery(view, chosen),
                    line: picked,
                    grain: view.grain,
                    ...exploredQuery(
                      compareDescription(series, metric, { title, narrow: false }),
                      explored,
                      false,
                    ),
                  }}
                  of={`${title}: the chosen areas`}
                />
              }
            >
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

/** The file of the lines: of all periods, and judged by no confidence. */
function linesFile(view: CompareView, shown: Parameters<typeof fileOf>[2]) {
  const { name, about } = fileOf(view, 'areas over time', shown);
  const { period: _, confidence: __, ...own } = about;
  return { name, about: own };
}
