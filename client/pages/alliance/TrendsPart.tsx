import { useQueries, useQuery } from '@tanstack/react-query';
import type { Catalogue } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import type { Grain } from '../../../data/periods.ts';
import { trendTitle, upTo } from '../../../data/text/trend.ts';
import { areasNoun, capitalised, periodBrief } from '../../../data/text/words.ts';
import { catalogueQuery, trendQuery } from '../../api.ts';
import { linesNote, linesTable, partsOverTime } from '../../charts/alliance-lines/index.tsx';
import {
  allianceLinesDescription,
  isPartOnly,
  periodsWithFigure,
} from '../../charts/alliance-lines/lines.ts';
import { byGrain, hasFigures, linesGrain } from '../../charts/kit/overTime.ts';
import { exploredQuery, OverTime } from '../../charts/over-time/OverTime.tsx';
import { NARROW } from '../../charts/over-time/plot.ts';
import { monthsOfPlaces, rangeText } from '../../charts/over-time/range.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { AllTrends } from '../../ui/trend/AllTrends.tsx';
import { GrainSwitch, grainChoices } from '../../ui/trend/GrainSwitch.tsx';
import { TrendPanel } from '../../ui/trend/TrendPanel.tsx';
import { useExplored } from '../../ui/trend/useExplored.ts';
import { UseChart } from '../../ui/UseChart.tsx';
import { useAddress } from '../../ui/useAddress.ts';
import { TRENDS } from '../../url.ts';
import { type Board, levelOf, Part, useColumn, useParts } from './board.tsx';

/** All CCGs or ICBs of the Alliance over time by the measure chosen; the trends and control charts of its waits folded. */
export function TrendsPart(board: Board) {
  const { alliance, areas, view } = board;
  const { data: catalogue } = useQuery(catalogueQuery());
  const column = useColumn(board);
  const grain = catalogue && linesGrain(catalogue, view.metric, levelOf(board), column?.period ?? '');
  // What is drawn, which need not be what the rest of the page is of: CCGs, as long as no ICB has figures of the metric.
  const parts = catalogue && partsOverTime(alliance, areas, catalogue, view.metric);
  const { many } = useParts(board);
  return (
    <Part
      id="trends"
      subject={metricOf(view.metric).label}
      title={`Its ${parts ? areasNoun(parts.level, 2) : many} over time`}
    >
      {!catalogue || !parts ? (
        <Waiting what="the trend" />
      ) : !grain ? (
        <p>This metric has no figures over time for {areasNoun(levelOf(board), 2)}.</p>
      ) : (
        <Lines board={board} grain={grain} catalogue={catalogue} parts={parts} />
      )}
      <AllTrends area={alliance.area} level={levelOf(board)} />
    </Part>
  );
}

/** How high the lines are on the board page. */
const ON_BOARD = 250;

type LinesProps = {
  board: Board;
  grain: Grain;
  catalogue: Catalogue;
  parts: ReturnType<typeof partsOverTime>;
};

/** All parts of the Alliance over time, up to the page’s period: those of Annex i, and those that came from them. */
function Lines({ board, grain: opening, catalogue, parts }: LinesProps) {
  const { alliance, view, go } = board;
  const [{ grain: asked }, goTrends] = useAddress(TRENDS);
  const choices = grainChoices(catalogue, view.metric);
  const grain = choices.find(({ id }) => id === asked)?.id ?? opening;
  const explore = useExplored();
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
  const drawnParts = others
    .flatMap(({ data }) => (data ? [upTo(data, view.period)] : []))
    .filter((trend) => hasFigures(trend));
  if (!hasFigures(whole)) return <p>{trendTitle(metricOf(view.metric), whole)}.</p>;
  if (!drawnParts.some((part) => isPartOnly(part, whole)))
    return (
      <>
        <p className="note">
          {drawnParts.length === 0
            ? `No ${areasNoun(parts.level, 1)} of it has figures over time: the Alliance itself is shown.`
            : `Its figures are those of one ${areasNoun(parts.level, 1)} at a time, so there are no lines to tell apart: the Alliance itself is shown.`}
        </p>
        <TrendPanel metric={view.metric} area={alliance.area} grain={grain} />
      </>
    );
  const metric = metricOf(view.metric);
  const title = `${metric.label}: the ${many} of ${alliance.name}`;
  const picked = drawnParts.some(({ area }) => area.area === view.area) ? view.area : '';
  const described = (narrow: boolean) => {
    const found = allianceLinesDescription(whole, drawnParts, metric, { title, narrow });
    // Its title stands above it.
    return found && { ...found, title: '', least: () => ON_BOARD };
  };
  const drawn = described(false);
  const shown = { ...explore.view, pick: picked };
  const periods = periodsWithFigure(answers.flatMap(({ data }) => data ?? []));
  // Its file is cut where the page is.
  const explored = drawn && exploredQuery(drawn, shown, false);
  const upToHere = drawn && rangeText(monthsOfPlaces(periods, [0, drawn.places.length - 1]));
  const finer = grain === 'month' ? '' : ' Choose shorter periods.';
  return (
    <Picture
      className="picture card lines"
      before={<GrainSwitch options={choices} value={grain} onChange={(to) => goTrends({ grain: to })} />}
      chart={(width) => {
        const description = described(width < NARROW);
        if (description === null)
          return (
            <p>
              {capitalised(byGrain(grain))} there are too few figures up to {periodBrief(view.period)} to draw
              a line.
              {choices.length > 1 && finer}
            </p>
          );
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
          {...linesTable(whole, drawnParts, metric)}
          keyOf={({ period }) => period}
          file={{
            name: [view.metric, whole.area.name, `${many} over time`, whole.dataVersion],
            about: { metric: view.metric, data_version: whole.dataVersion },
          }}
          empty="No figures."
        />
      }
      use={
        drawn && (
          <UseChart
            chart="alliance-lines"
            query={{
              alliance: alliance.area,
              metric: view.metric,
              grain,
              area: picked,
              ...explored,
              range: explored?.range || (upToHere ?? ''),
            }}
            of={title}
          />
        )
      }
    >
      {drawn && <p className="note">{linesNote(parts.level)}</p>}
    </Picture>
  );
}
