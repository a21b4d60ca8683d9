import { snapshotUrl } from '../../../data/addresses/api.ts';
import { viewAsked, viewText } from '../../../data/boundaries/view.ts';
import { atTarget } from '../../../data/classes.ts';
import type { ChartContext, ChartQuery } from '../../../data/contract/drawing.ts';
import type { Snapshot, SnapshotArea } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { colouredBy, painting } from '../../../data/painting.ts';
import { areaLabel } from '../../../data/text/figure.ts';
import { COLOUR_WORDS, snapshotFinding } from '../../../data/text/snapshot.ts';
import { areasNoun, briefName } from '../../../data/text/words.ts';
import { ENGLAND, type EnglandView, englandUrl } from '../../url.ts';
import { type Chart, nothing, searchOf } from '../kit/chart.ts';
import { type Column, ofColumns, tableOf } from '../kit/columns.ts';
import { asHeading, subtitleOf } from '../kit/words.ts';
import { EnglandMap } from './EnglandMap.tsx';
import { labelsIn } from './labels.ts';
import { FADE_NOTE, middleNote } from './MapLegend.tsx';
import { MapSheet } from './MapSheet.tsx';
import { pathsAt } from './paths.ts';
import { borders, isLarge, mapShapes, mapSpec, piecesOf } from './shapes.ts';

/** England by CCG, ICB or Alliance, on the land or in equal hexagons. */
export const map: Chart = {
  asks: (query, context) => ({ needed: [snapshotUrl(pageAsked(query, context))] }),
  draw(query, context, replyAt) {
    const view = pageAsked(query, context);
    const snapshot = replyAt<Snapshot>(snapshotUrl(view));
    const metric = metricOf(view.metric);
    const paths = pathsAt(view.level);
    const layout = view.layout === 'hex' && paths.hex ? paths.hex : paths.map;
    const by = colouredBy(metric, view.colour);
    const painted = painting(metric, snapshot, { by, sure: view.sure });
    const shapes = mapShapes(snapshot, layout, painted);
    const { alliances, alliancesToday } = context.areas;
    const shortName = (id: string) =>
      [...alliances, ...alliancesToday].find(({ area }) => area === id)?.shortName;
    const spec = {
      ...mapSpec(snapshot, paths, layout, shapes, shortName),
      title: '',
      borders: bordersOf(snapshot, layout),
    };
    const { view: shown, mended } = viewAsked(view.view, layout.box);
    if (mended)
      throw new RangeError(
        `The view '${view.view}' is no part of this map: x,y,times is needed, such as '${viewText(shown) || '2000,2300,2'}'.`,
      );
    const names = new Map(snapshot.areas.map(({ area, name }) => [area, briefName(name)]));
    if (shown.k > 1) spec.names = labelsIn(shapes, (id) => names.get(id) ?? '', shown, spec);
    const [first = '', ...rest] = snapshotFinding(metric, snapshot, by);
    const title = asHeading(first);
    const chosen = snapshot.areas.find(({ area }) => area === view.area);
    return {
      title,
      subtitle: subtitleOf(metric, snapshot),
      picture: (
        <MapSheet
          painted={painted}
          aim={by !== 'england' && atTarget(metric, snapshot.target?.value)}
          spec={spec}
        >
          <EnglandMap shapes={shapes} spec={spec} view={shown} selected={view.area} onChoose={nothing} />
        </MapSheet>
      ),
      alt: `Map of England. ${title}. ${rest.join(' ')}`.trim(),
      notes: [
        ...rest,
        shown.k > 1 ? 'A part of the map, enlarged.' : '',
        view.sure ? FADE_NOTE : '',
        chosen ? `Outlined: ${asHeading(areaLabel(metric, chosen))}.` : '',
        by === colouredBy(metric) ? '' : `Coloured by ${COLOUR_WORDS[by]}.`,
        middleNote(metric, snapshot, by),
      ].filter((note) => note !== ''),
      metrics: [view.metric],
      boundaries: true,
      page: englandUrl(view, context.catalogue),
      name: [view.metric, view.period, areasNoun(view.level, 2), view.layout],
      table: snapshotTable(snapshot),
    };
  },
};

/** The view of the map that is asked for. Throws a RangeError where the metric has no figures to map. */
function pageAsked(query: ChartQuery, { catalogue }: ChartContext): EnglandView {
  const view = ENGLAND.parse(searchOf(query), { catalogue });
  if (view.metric !== query.metric)
    throw new RangeError(`The metric '${query.metric}' has no figures by area to draw.`);
  return { ...view, period: query.period ?? view.period };
}

/** The white lines between the areas of a snapshot; none inside Alliances. */
function bordersOf({ query, areas }: Snapshot, layout: Parameters<typeof piecesOf>[0]): string {
  if (isLarge(query.level)) return '';
  const pieces = piecesOf(layout);
  return borders(areas.map(({ shapes }) => shapes.flatMap((piece) => pieces[piece] ?? [])));
}

const COLUMNS: readonly Column<SnapshotArea>[] = [
  { id: 'area', head: 'Code', value: ({ area }) => area },
  { id: 'area_name', head: 'Area', value: ({ name }) => name },
  { id: 'value', head: 'Value', value: ({ value }) => value },
  { id: 'numerator', head: 'Numerator', value: ({ numerator }) => numerator },
  { id: 'denominator', head: 'Denominator', value: ({ denominator }) => denominator },
  { id: 'lower', head: 'Lower', value: ({ lower }) => lower },
  { id: 'upper', head: 'Upper', value: ({ upper }) => upper },
  { id: 'status', head: 'Status', value: ({ status }) => status },
  { id: 'comparison', head: 'Compared', value: ({ comparison }) => comparison },
  { id: 'verdict', head: 'Target', value: ({ verdict }) => verdict },
  { id: 'rank', head: 'Rank', value: ({ rank }) => rank?.value ?? null },
  { id: 'note', head: 'Note', value: ({ notes }) => notes.join(' ') },
];

/** What a map of a snapshot shows, area by area, each row with its metric and period. */
export const snapshotTable = ({ areas, query }: Snapshot) =>
  tableOf([...ofColumns(query), ...COLUMNS], areas);
