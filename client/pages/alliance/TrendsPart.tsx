import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Catalogue } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { type Grain, parsePeriod } from '../../../data/periods.ts';
import { trendTitle, upTo } from '../../../data/text/trend.ts';
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
import { UseChart } from '../../ui/UseChart.tsx';
import { type Board, levelOf, Part, useColumn, useParts } from './board.tsx';

/** All CCGs or ICBs of the Alliance over time by the measure chosen; the trends and control charts of its waits folded. */
export function TrendsPart(board: Board) {
  const { alliance, view } = board;
  const { data: catalogue } = useQuery(catalogueQuery());
  const column = useColumn(board);
  const { many } = useParts(board);
  const own = parsePeriod(column?.period ?? '')?.grain ?? null;
  const grain = catalogue && (own ?? openingGrain(catalogue, view.metric, levelOf(board)));
  return (
    <Part id="trends" subject={metricOf(view.metric).label} title={`Its ${many} over time`}>
      {!catalogue ? (
        <Waiting what="the trend" />
      ) : !grain ? (
        <p>This measure has no figures over time for {areasNoun(levelOf(board), 2)}.</p>
      ) : (
        <Lines board={board} grain={grain} catalogue={catalogue} />
      )}
      <AllTrends area={alliance.area} level={levelOf(board)} />
    </Part>
  );
}

type LinesProps = { board: Board; grain: Grain; catalogue: Catalogue };

/** All parts of the Alliance over time, up to the page’s period: those of Annex i, and those that came from them. */
function Lines({ board, grain, catalogue }: LinesProps) {
  const { alliance, areas, view, go } = board;
  const [pointed, setPointed] = useState('');
  const parts = partsOverTime(alliance, areas, catalogue, view.metric);
  const answers = useQueries({
    queries: [alliance.area, ...parts.areas].map((area) =>
      trendQuery({ metric: view.metric, area, grain, group: 'all' }),
    ),
  });
  const many = areasNoun(parts.level, 2);
  const [own, ...others] = answers;
  if (own?.error) return <Refused failure={own.error} again={own.refetch} />;
  const ready = answers.filter(({ isPending }) => !isPending).length;
  if (!own?.data || ready < answers.length)
    return <Waiting what={`its ${many} over time: ${ready} of ${answers.length}`} />;
  const whole = upTo(own.data, view.period);
  const drawn = others
    .flatMap(({ data }) => (data ? [upTo(data, view.period)] : []))
    .filter((trend) => hasFigures(trend));
  const lines = drawn.map(lineOf);
  const metric = metricOf(view.metric);
  const title = `${metric.label}: the ${many} of ${alliance.name}`;
  const picked = lines.some(({ area }) => area === view.area) ? view.area : '';
  if (!hasFigures(whole)) return <p>{trendTitle(metric, whole)}.</p>;
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
          plot={230}
        />
      )}
      table={
        <DataTable
          label={title}
          {...linesTable(whole, drawn, metric)}
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
      <LineButtons
        className="pick"
        lines={lines.map(({ area, name }) => ({ area, content: briefName(name) }))}
        picked={picked}
        pointed={pointed}
        onPick={(area) => go({ area })}
        onPoint={setPointed}
      />
      <p className="note">{linesNote(parts.level)} Point at a line, or choose a name.</p>
    </Picture>
  );
}
