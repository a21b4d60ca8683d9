import { useQueries, useQuery } from '@tanstack/react-query';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import type { Grain } from '../../../data/periods.ts';
import { areasNoun } from '../../../data/text/words.ts';
import { catalogueQuery, trendQuery } from '../../api.ts';
import { linesNote, linesTable, partsOverTime } from '../../charts/alliance-lines/index.tsx';
import { allianceLinesDescription } from '../../charts/alliance-lines/lines.ts';
import { hasFigures, openingGrain } from '../../charts/kit/overTime.ts';
import { exploredQuery, OverTime } from '../../charts/over-time/OverTime.tsx';
import { NARROW } from '../../charts/over-time/plot.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { AllTrends } from '../../ui/trend/AllTrends.tsx';
import { grainChoices } from '../../ui/trend/GrainSwitch.tsx';
import { TrendPanel } from '../../ui/trend/TrendPanel.tsx';
import { useExplored } from '../../ui/trend/useExplored.ts';
import { UseChart } from '../../ui/UseChart.tsx';
import { useAddress } from '../../ui/useAddress.ts';
import { TRENDS } from '../../url.ts';
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
function LinesPanel({ board, grain: opening }: LinesProps) {
  const { alliance, areas, view, go } = board;
  const { data: catalogue } = useQuery(catalogueQuery());
  const [{ grain: asked }] = useAddress(TRENDS);
  const grain = grainChoices(catalogue, view.metric).find(({ id }) => id === asked)?.id ?? opening;
  const explore = useExplored();
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
  const metric = metricOf(view.metric);
  const title = `${metric.label}: the ${many} of ${alliance.name}`;
  const picked = ccgs.some(({ area }) => area.area === view.area) ? view.area : '';
  const described = (narrow: boolean) => allianceLinesDescription(whole, ccgs, metric, { title, narrow });
  const drawn = described(false);
  const shown = { ...explore.view, pick: picked };
  return (
    <Picture
      className="picture card lines"
      chart={(width) => {
        const description = described(width < NARROW);
        if (description === null) return <p>There are too few figures to draw over time.</p>;
        return (
          <OverTime
            {...explore}
            description={description}
            width={width}
            name={title}
            view={shown}
            onView={({ pick, ...change }, passing) => {
              if (pick !== undefined) go({ area: pick });
              if (Object.keys(change).length > 0) explore.onView(change, passing);
            }}
          />
        );
      }}
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
          query={{
            alliance: alliance.area,
            metric: view.metric,
            grain,
            area: picked,
            ...(drawn && exploredQuery(drawn, shown, false)),
          }}
          of={title}
        />
      }
    >
      <p className="note">{linesNote(alliance)}</p>
    </Picture>
  );
}
