import { groupsUrl } from '../../../data/addresses/api.ts';
import type { ChartContext, ChartQuery } from '../../../data/contract/drawing.ts';
import type { Groups } from '../../../data/contract/index.ts';
import { asMetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { groupsHeading, groupsNotes, notPublishedWords } from '../../../data/text/groups.ts';
import { briefName, periodWords } from '../../../data/text/words.ts';
import { allianceUrl, metricUrl, parseMetric } from '../../url.ts';
import { barsOf } from '../bars/bars.ts';
import { PaintedBars } from '../bars/PaintedBars.tsx';
import { type Chart, DRAWN_WIDTH } from '../kit/chart.ts';
import { tableOf } from '../kit/columns.ts';
import { unitWords } from '../kit/words.ts';
import { BESIDE_NOTE, besideOf, groupBars } from './bars.ts';
import { groupColumns } from './columns.tsx';

/** The groups of patients of an area by one kind: cancer type, route, treatment or sex. */
export const groups: Chart = {
  asks: (query) => ({ needed: [urlOf(query)] }),
  draw(query, context, replyAt) {
    const found = replyAt<Groups>(urlOf(query));
    const { area, period, kinds, reason } = found;
    const metric = metricOf(found.query.metric);
    const kind = query.by ? kinds.find((each) => each.kind === query.by) : kinds[0];
    if (kinds.length === 0 || period === null)
      throw new RangeError(`There are no groups of patients to draw. ${reason ?? ''}`.trim());
    if (!kind)
      throw new RangeError(
        `by: '${query.by}' is no kind of group of ${metric.label}: there are ${kinds.map((each) => each.kind).join(', ')}.`,
      );
    const title = groupsHeading(found, kind);
    return {
      title,
      subtitle: `${metric.label}: ${metric.phrase}, by ${kind.label.toLowerCase()}. ${briefName(area.name)}. ${periodWords(period)}. ${unitWords(metric)}.`,
      picture: <PaintedBars plot={barsOf(groupBars(found, kind, ''), DRAWN_WIDTH)} />,
      alt: `${kind.groups.length} groups of patients of ${area.name}, each with its interval. ${title}.`,
      notes: [
        besideOf(found, kind).size > 0 ? BESIDE_NOTE : '',
        ...groupsNotes(found, kind, query.period ?? ''),
        found.notPublished.length > 0 ? notPublishedWords(found) : '',
      ].filter((note) => note !== ''),
      metrics: [found.query.metric],
      boundaries: false,
      page: pageOf(found, kind.kind, context),
      name: [found.query.metric, period, area.name, kind.label],
      table: tableOf(groupColumns(metric, found, kind.groups), kind.groups),
    };
  },
};

const urlOf = ({ metric = '', area = 'england', period }: ChartQuery) =>
  groupsUrl({ metric: asMetricId(metric), area, ...(period && { period }) });

/** The page that shows the groups of an area: an Alliance’s own, else that of the metric. */
function pageOf({ area, period, query }: Groups, by: string, { areas, catalogue }: ChartContext): string {
  const at = query.period ?? period ?? '';
  const isAlliance = [...areas.alliances, ...areas.alliancesToday].some((each) => each.area === area.area);
  if (isAlliance) return allianceUrl(area.area, { metric: query.metric, period: at, by });
  const page = parseMetric(query.metric, '', catalogue);
  if (!page) return `/metrics/${query.metric}`;
  const of = area.level === 'england' ? {} : { area: area.area };
  return metricUrl({ ...page, ...of, patients: area.area, period: at, by }, catalogue);
}
