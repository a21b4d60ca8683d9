import type { Trend } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { COMPARED } from '../../../data/palette.ts';
import type { Grain } from '../../../data/periods.ts';
import { GAP_CHANCE } from '../../../data/text/compare.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { trendUrl } from '../../api.ts';
import { compareUrl } from '../../pages/compare/view.ts';
import { toCompare } from '../compare/asks.ts';
import type { ToCompare } from '../compare/compared.ts';
import { REFERENCE } from '../kit/Axes.tsx';
import { noFinding } from '../kit/board.ts';
import { breakWords } from '../kit/breakWords.ts';
import { shortName } from '../kit/chartWords.ts';
import { tableOf } from '../kit/columns.ts';
import { type Asked, DRAWN_WIDTH, type Exported, type Known } from '../kit/exported.ts';
import { unitWords } from '../kit/subtitle.ts';
import { lineSwatch, WithLegend } from '../kit/WithLegend.tsx';
import { CompareLines } from './CompareLines.tsx';
import { lineStyle } from './lines.ts';
import { byGrain, comparedOverTime, compareGrain } from './overTime.ts';
import { comparePlane } from './plane.ts';
import { seriesTwin } from './table.ts';

function questions(asked: Asked, known: Known) {
  const of = toCompare(asked, known);
  const { line } = of.view;
  if (line !== '' && !of.view.areas.includes(line))
    throw new RangeError(`'${line}' is none of the areas compared, so that its line cannot be picked out.`);
  const grain: Grain = compareGrain(of.view, known.catalogue);
  return { ...of, grain, urls: urlsOf(of, grain) };
}

const urlsOf = ({ view: { metric }, chosen }: ToCompare, grain: Grain) =>
  chosen.map(({ area }) => trendUrl({ metric, area, grain, group: 'all' }));

/** Chosen areas of any level over time. */
export const compareLines: Exported = {
  asks: (asked, known) => ({ needed: [], wanted: questions(asked, known).urls }),
  take(asked, known, answered) {
    const { view, chosen, grain, urls } = questions(asked, known);
    const metric = metricOf(view.metric);
    const trends = urls.flatMap((url) => answered<Trend | null>(url) ?? []);
    const found = comparedOverTime(trends, metric, grain);
    const { series, illustrative, gap, ended, undrawn } = found;
    if (undrawn !== '') throw new RangeError(undrawn);
    const spec = { metric, width: DRAWN_WIDTH, title: '', illustrative };
    const missing = chosen.filter(({ area }) => !trends.some((trend) => trend.area.area === area));
    const [first = '', last = ''] = [series.periods[0], series.periods.at(-1)];
    const twin = seriesTwin(series, metric);
    const targets = trends[0]?.targets.filter(({ value }) => value !== null && series.target.includes(value));
    const title = illustrative ? noFinding(view.metric) : gap || found.title;
    return {
      title,
      subtitle: `${metric.label}: ${metric.phrase}. ${series.lines.length} areas. ${periodBrief(first)} to ${periodBrief(last)}, ${byGrain(grain)}. ${unitWords(metric)}.`,
      picture: (
        <WithLegend
          height={comparePlane(series, spec, view.line).height}
          entries={[
            ...series.lines.map(({ area, name }, index) => ({
              text: shortName(name),
              swatch: lineSwatch({
                strokeWidth: 2,
                ...lineStyle(index, area),
                ...(view.line === '' || view.line === area ? {} : { stroke: COMPARED.ghost }),
              }),
            })),
            ...(targets?.length ? [{ text: 'Standard', swatch: lineSwatch(REFERENCE.target) }] : []),
          ]}
        >
          <CompareLines series={series} spec={spec} picked={view.line} />
        </WithLegend>
      ),
      alt: `Lines of ${series.lines.length} areas over time. ${title}.`,
      notes: [
        gap && GAP_CHANCE,
        ...(targets ?? []).map(({ label }) => `${label}.`),
        ...series.marks.map(({ period, reason }) => `${breakWords(period)} ${reason}`),
        ...ended,
        missing.length === 0 ? '' : `No figures over time: ${missing.map(({ name }) => name).join(', ')}.`,
        'The axis does not start at zero.',
      ].filter((note) => note !== ''),
      metrics: [view.metric],
      illustrative,
      boundaries: false,
      page: compareUrl(view, known.catalogue),
      name: [view.metric, `${series.lines.length} areas`, byGrain(grain)],
      table: tableOf(twin.columns, twin.rows),
    };
  },
};
