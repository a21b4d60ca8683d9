import type { Trend } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { GRAINS, type Grain } from '../../../data/periods.ts';
import { GAP_CHANCE, gapOverTime } from '../../../data/text/compare.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { formatCount } from '../../../data/text/format.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import { latest, trendTitle } from '../../../data/text/trend.ts';
import { trendUrl } from '../../api.ts';
import { byGrain } from '../compare-lines/overTime.ts';
import { REFERENCE } from '../kit/Axes.tsx';
import { allianceAsked, boardPage, markedAsked, noFinding } from '../kit/board.ts';
import { breakWords } from '../kit/breakWords.ts';
import { titleHeight } from '../kit/ChartFrame.tsx';
import { tableOf } from '../kit/columns.ts';
import { type Asked, DRAWN_WIDTH, type Exported, type Known } from '../kit/exported.ts';
import { unitWords } from '../kit/subtitle.ts';
import { lineSwatch, WithLegend } from '../kit/WithLegend.tsx';
import { grainOf } from '../over-time/allianceGrain.ts';
import { AllianceLines, LINE_LOOKS } from './AllianceLines.tsx';
import { ccgsOverTime, hasFigures, LINES_NOTE, lineOf, linesTwin } from './ccgLines.ts';
import { type LinesPlane, linesPlane, placeOf } from './plane.ts';

const nothing = () => {};

function questions(asked: Asked, known: Known) {
  const alliance = allianceAsked(asked, known);
  const metric = asked.metric as MetricId;
  const grain: Grain | null = GRAINS.find((each) => each === asked.grain) ?? grainOf(known.catalogue, metric);
  if (grain === null) throw new RangeError(`The metric '${metric}' has no figures of Alliances over time.`);
  const urlOf = (area: string) => trendUrl({ metric, area, grain, group: 'all' });
  return {
    alliance,
    metric,
    grain,
    own: urlOf(alliance.area),
    ccgs: ccgsOverTime(alliance, known.areas).map(urlOf),
  };
}

/** The lines of the CCGs of Annex i: with later ones there would be no period in which all have a figure. */
function ofAnnex(found: readonly Trend[], annex: readonly string[], plane: LinesPlane) {
  const { periods, breaks, placed } = plane;
  const trends = found.filter(({ area }) => annex.includes(area.area));
  return { periods, breaks, lines: trends.map(({ points }) => ({ level: 'ccg', values: placed(points) })) };
}

/** Every CCG of an Alliance over time, with the Alliance, England and the standard. */
export const allianceLines: Exported = {
  asks(asked, known) {
    const { own, ccgs } = questions(asked, known);
    return { needed: [own], wanted: ccgs };
  },
  take(asked, known, answered) {
    const { alliance, metric: id, grain, own, ccgs: urls } = questions(asked, known);
    const metric = metricOf(id);
    const whole = answered<Trend>(own);
    const ccgs = urls.flatMap((url) => {
      const trend = answered<Trend | null>(url);
      return trend && hasFigures(trend) ? [trend] : [];
    });
    const drawn = {
      lines: ccgs.map(lineOf),
      alliance: lineOf(whole),
      england: whole.benchmark,
      targets: whole.targets,
      breaks: whole.breaks,
      metric,
      width: DRAWN_WIDTH,
      title: '',
      illustrative: whole.illustrative,
      picked: markedAsked(
        asked,
        ccgs.map(({ area }) => area),
        alliance,
      ),
    };
    const plane = linesPlane(drawn, DRAWN_WIDTH, titleHeight('', DRAWN_WIDTH, whole.illustrative) + 46);
    if (plane === null)
      throw new RangeError(
        `There are too few figures of '${id}' for ${alliance.name} ${byGrain(grain)} to draw over time.`,
      );
    const [first = '', last = ''] = [plane.periods[0], plane.periods.at(-1)];
    const gap = gapOverTime(metric, ofAnnex(ccgs, alliance.ccgs, plane), areasNoun('ccg', 1));
    const standing = trendTitle(metric, whole);
    const point = latest(whole);
    const people =
      point?.denominator == null || metric.kind !== 'proportion'
        ? ''
        : `, ${formatCount(point.denominator)} ${metric.outOf} in ${periodBrief(point.period)}`;
    const title = whole.illustrative ? noFinding(id) : gap || standing;
    const twin = linesTwin(whole, ccgs, metric);
    return {
      title,
      subtitle: `${metric.label}: ${metric.phrase}. ${ccgs.length} ${areasNoun('ccg', ccgs.length)} of ${alliance.name} over the years${people}. ${periodBrief(first)} to ${periodBrief(last)}, ${byGrain(grain)}. ${unitWords(metric)}.`,
      picture: (
        <WithLegend
          height={plane.height}
          entries={[
            { text: 'A CCG each', swatch: lineSwatch(LINE_LOOKS.ccg) },
            { text: alliance.name, swatch: lineSwatch(LINE_LOOKS.alliance) },
            ...(drawn.england ? [{ text: 'England', swatch: lineSwatch(REFERENCE.england) }] : []),
            ...(plane.aims.some((aim) => aim !== null)
              ? [{ text: 'Standard', swatch: lineSwatch(REFERENCE.target) }]
              : []),
          ]}
        >
          <AllianceLines {...drawn} onPoint={nothing} />
        </WithLegend>
      ),
      alt: `Lines of ${ccgs.length} CCGs of ${alliance.name} over time. ${title}.`,
      notes: [
        gap === '' || whole.illustrative ? '' : `${alliance.name}: ${standing}.`,
        LINES_NOTE,
        gap === '' || whole.illustrative ? '' : GAP_CHANCE,
        ...whole.targets.filter(({ value }) => plane.aims.includes(value)).map(({ label }) => `${label}.`),
        ...whole.breaks.flatMap(({ from, reason }) => {
          const period = plane.periods[placeOf(plane.periods, from)];
          return period === undefined || period === first ? [] : `${breakWords(period)} ${reason}`;
        }),
        'The axis does not start at zero.',
      ].filter((note) => note !== ''),
      metrics: [id],
      illustrative: whole.illustrative,
      boundaries: false,
      page: boardPage(alliance, { metric: id, lines: 'all', area: drawn.picked }),
      name: [id, alliance.shortName, `CCGs ${byGrain(grain)}`],
      table: tableOf(twin.columns, twin.rows),
    };
  },
};
