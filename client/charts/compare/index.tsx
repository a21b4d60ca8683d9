import { DEFAULTS } from '../../../data/addresses/choices.ts';
import type { ChartContext, ChartQuery } from '../../../data/contract/drawing.ts';
import type { Areas } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { absenceWords, compareEnds, compareFinding } from '../../../data/text/compare.ts';
import { formatCount } from '../../../data/text/format.ts';
import { referencesOf } from '../../../data/text/references.ts';
import { areasNoun, periodWords } from '../../../data/text/words.ts';
import { COMPARE, compareUrl, MOST_AREAS, OWN_TOTAL } from '../../url.ts';
import { barsOf } from '../bars/bars.ts';
import { PaintedBars } from '../bars/PaintedBars.tsx';
import { type Chart, DRAWN_WIDTH, searchOf } from '../kit/chart.ts';
import { tableOf } from '../kit/columns.ts';
import { asHeading, sentences, unitWords } from '../kit/words.ts';
import { intervalBars } from './bars.ts';
import { compareColumns } from './columns.tsx';
import { type Compared, compareAddresses, comparedFrom, type ToCompare } from './compared.ts';
import { allPlaces, groupOf, groupWords, type Place, resolve } from './places.ts';

/** Chosen areas of any level one under another, each with its interval. */
export const compare: Chart = {
  asks(query, context) {
    const { levels, all } = compareAddresses(toCompare(query, context));
    // Of several levels each may be refused, and its areas are gaps.
    const needed = levels.length === 1 ? levels.map(({ url }) => url) : [];
    return { needed, wanted: all.filter((url) => !needed.includes(url)) };
  },
  draw(query, context, replyAt) {
    const chosen = toCompare(query, context);
    const refusal = absenceWords({}, chosen.view.period);
    const compared = comparedFrom(chosen, (url) => ({ reply: replyAt<unknown>(url), refusal }));
    if (!compared || compared.rows.every(({ value }) => value === null))
      throw new RangeError(
        `None of these areas has a figure of '${chosen.view.metric}' for ${periodWords(chosen.view.period)}.`,
      );
    const { view, rows, total, benchmark, against, target } = compared;
    const metric = metricOf(view.metric);
    const words = comparedWords(compared, chosen.chosen);
    const [first = '', ...rest] = compareFinding({ metric, period: view.period, against, target, rows });
    const people = rows
      .filter(({ level }) => level === compared.group.level)
      .reduce((sum, { denominator }) => sum + (denominator ?? 0), 0);
    const noun = areasNoun(compared.group.level, 2);
    const counted =
      metric.kind === 'proportion' && people > 0
        ? `, ${formatCount(people)} ${metric.outOf} in the ${noun}`
        : '';
    const intervals = rows.some(({ lower }) => lower !== null) ? ', with 95% intervals' : '';
    const title = asHeading(first);
    return {
      title,
      subtitle: `${metric.label}: ${metric.phrase}. ${rows.length} areas${counted}. ${periodWords(view.period)}. ${unitWords(metric)}${intervals}.`,
      picture: (
        <PaintedBars
          plot={barsOf(
            intervalBars(rows, total, {
              metric,
              title: '',
              lines: referencesOf(metric, { benchmark, target }),
              against,
            }),
            DRAWN_WIDTH,
          )}
        />
      ),
      alt: `${rows.length} areas side by side. ${title}.`,
      notes: [...rest, words.method, words.total].filter((note) => note !== ''),
      metrics: [view.metric],
      boundaries: false,
      page: compareUrl(view, context.catalogue),
      name: [view.metric, view.period, `${rows.length} areas`, `against ${against}`],
      table: tableOf(compareColumns(metric, compared), total ? [...rows, total] : rows),
    };
  },
};

/** The chosen areas and the view that a chart is asked for. Throws a RangeError where they are too few, too many or none. */
export function toCompare(query: ChartQuery, { areas, catalogue }: ChartContext): ToCompare {
  const view = COMPARE.parse(searchOf(query), { catalogue });
  if (view.metric !== query.metric)
    throw new RangeError(`The metric '${query.metric}' has no figures by area to compare.`);
  const { chosen, beyond, unknown } = resolve(view.areas, allPlaces(areas));
  if (unknown.length > 0)
    throw new RangeError(`No area has the code ${unknown.map((each) => `'${each}'`).join(', ')}.`);
  if (chosen.length < 2 || beyond.length > 0)
    throw new RangeError(
      `Two to ${MOST_AREAS} areas are compared, not ${chosen.length + beyond.length}: separate them by commas.`,
    );
  checkBenchmark(view.benchmark, chosen, areas);
  return {
    view: { ...view, period: query.period ?? view.period, areas: chosen.map(({ area }) => area) },
    chosen,
    areas,
  };
}

function checkBenchmark(benchmark: string, chosen: readonly Place[], { alliances, alliancesToday }: Areas) {
  if (
    benchmark === DEFAULTS.benchmark ||
    [...alliances, ...alliancesToday].some(({ area }) => area === benchmark)
  )
    return;
  if (benchmark !== OWN_TOTAL)
    throw new RangeError(
      `Areas are compared with england, an Alliance or group (their own total), not with '${benchmark}'.`,
    );
  const { reason } = groupOf(chosen);
  if (reason !== '') throw new RangeError(reason);
}

/** The words over the picture of areas side by side: the ends, how they are judged, what the total is; empty where there is nothing to say. */
export function comparedWords(
  { view, rows, total, totalReason, group, against }: Compared,
  chosen: readonly Place[],
) {
  const summed = total ? sentences([groupWords(group, chosen), ...total.notes]) : totalReason;
  return {
    heading: compareEnds(metricOf(view.metric), rows) || 'Side by side',
    method: `Compared with ${against}, judged by ${view.confidence}% intervals: an area differs where its interval leaves out the figure it is compared with.`,
    total: view.group === '' ? '' : summed,
  };
}
