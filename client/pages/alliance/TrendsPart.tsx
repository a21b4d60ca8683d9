import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import type { Grain } from '../../../data/periods.ts';
import { areasNoun, briefName } from '../../../data/text/words.ts';
import { catalogueQuery, trendQuery } from '../../api.ts';
import { AllianceLines } from '../../charts/alliance-lines/AllianceLines.tsx';
import { linesNote, linesTable, partsOverTime } from '../../charts/alliance-lines/index.tsx';
import { hasFigures, lineOf, openingGrain } from '../../charts/kit/overTime.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { LineButtons } from '../../ui/LineButtons.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { AllTrends } from '../../ui/trend/AllTrends.tsx';
import { TrendPanel } from '../../ui/trend/TrendPanel.tsx';
import { UseChart } from '../../ui/UseChart.tsx';
import { type Board, isOfToday, levelOf, Part } from './board.tsx';

/** The Alliance over time by the measure chosen; all its CCGs on one chart, and all waiting times, when asked for. */
export function TrendsPart(board: Board) {
  const { alliance, view, go } = board;
  const { data: catalogue } = useQuery(catalogueQuery());
  const grain = catalogue ? openingGrain(catalogue, view.metric, levelOf(board)) : null;
  const metric = metricOf(view.metric);
  const many = areasNoun(isOfToday(alliance) ? 'icb' : 'ccg', 2);
  return (
    <Part id="trends" subject={metric.label} title="Over time, against England and the target">
      {catalogue && grain === null ? (
        <p>This measure has no figures over time for {areasNoun(levelOf(board), 2)}.</p>
      ) : grain === null ? (
        <Waiting what="the trend" />
      ) : (
        <>
          <TrendPanel metric={view.metric} area={alliance.area} grain={grain} />
          <p className="show-lines">
            <button
              type="button"
              className="button"
              aria-expanded={view.lines === 'all'}
              onClick={() => go({ lines: view.lines === 'all' ? '' : 'all' })}
            >
              {view.lines === 'all' ? `Hide the ${many} over time` : `Show all ${many} over time`}
            </button>
          </p>
          {view.lines === 'all' && <LinesPanel board={board} grain={grain} />}
        </>
      )}
      <AllTrends area={alliance.area} level={levelOf(board)} />
    </Part>
  );
}

type LinesProps = { board: Board; grain: Grain };

/** All CCGs of the Alliance over time: those of Annex i, and those that came from them. */
function LinesPanel({ board, grain }: LinesProps) {
  const { alliance, areas, view, go } = board;
  const [pointed, setPointed] = useState('');
  const ids = [alliance.area, ...partsOverTime(alliance, areas)];
  const answers = useQueries({
    queries: ids.map((area) => trendQuery({ metric: view.metric, area, grain, group: 'all' })),
  });
  const many = areasNoun(isOfToday(alliance) ? 'icb' : 'ccg', 2);
  const [own, ...others] = answers;
  const whole = own?.data;
  if (own?.error) return <Refused failure={own.error} again={own.refetch} />;
  const ready = answers.filter(({ isPending }) => !isPending).length;
  if (!whole || ready < answers.length)
    return <Waiting what={`its ${many} over time: ${ready} of ${answers.length}`} />;
  const ccgs = others.flatMap(({ data }) => (data && hasFigures(data) ? [data] : []));
  const lines = ccgs.map(lineOf);
  const metric = metricOf(view.metric);
  const title = `${metric.label}: the ${many} of ${alliance.name}`;
  const picked = lines.some(({ area }) => area === view.area) ? view.area : '';
  return (
    <Picture
      className="picture card lines"
      chart={(width) => (
        <AllianceLines
          lines={lines}
          alliance={lineOf(whole)}
          england={whole.benchmark}
          targets={whole.targets}
          breaks={whole.breaks}
          metric={metric}
          width={width}
          title={title}
          picked={pointed || picked}
          onPoint={setPointed}
        />
      )}
      table={
        <DataTable
          label={title}
          {...linesTable(whole, ccgs, metric)}
          keyOf={({ period }) => period}
          file={{
            name: [view.metric, whole.area.name, `${many} over time`, whole.dataVersion],
            about: { metric: view.metric, data_version: whole.dataVersion },
          }}
          empty="No figures."
        />
      }
      use={
        <UseChart
          chart="alliance-lines"
          query={{ alliance: alliance.area, metric: view.metric, grain, area: picked }}
          of={title}
        />
      }
    >
      <p className="note">{linesNote(alliance)} Point at a line, or choose a name, to see which it is.</p>
      <LineButtons
        className="pick"
        lines={lines.map(({ area, name }) => ({ area, content: briefName(name) }))}
        picked={picked}
        pointed={pointed}
        onPick={(area) => go({ area })}
        onPoint={setPointed}
      />
    </Picture>
  );
}
