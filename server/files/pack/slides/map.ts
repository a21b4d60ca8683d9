import { classColour, classOf } from '../../../../data/classes.ts';
import type { Areas, Snapshot, SnapshotArea } from '../../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { mapHeading } from '../../../../data/text/board.ts';
import {
  areaName,
  briefName,
  COMPARISON_WORDS,
  comparisonPhrase,
  GLYPHS,
} from '../../../../data/text/figure.ts';
import { comparedItself } from '../../../../data/text/findings-areas.ts';
import { formatRound, formatValue } from '../../../../data/text/format.ts';
import { finding } from '../../../../data/text/snapshot.ts';
import { periodName } from '../../../../data/text/spread-parts.ts';
import { WAITS } from '../../shared/gather.ts';
import { type Block, type Box, ROOM, type Slide, type TableBlock } from '../deck.ts';
import { fitTable, tableHeight } from '../fit.ts';
import { type Content, footer, slideOf, subtitle, unitOf, whyNone } from './frame.ts';
import { allianceOutline, layout, outlineOf } from './layout.ts';
import { LEGEND, legend, NO_FIGURE } from './legend.ts';
import { alliancesBut, type Drawn, mapBlock } from './mapDrawing.ts';
import { notesOf } from './notes.ts';
import { asTitle, plain, textBlock } from './text.ts';

const MAP: Box = { x: ROOM.x, y: ROOM.y, w: 6.4, h: ROOM.h - LEGEND - 0.12 };
const WIDTHS = [0.42, 2.96, 0.95, 1.25];
const KEY: Box = { x: ROOM.x + ROOM.w - 5.58, y: ROOM.y, w: 5.58, h: ROOM.h };
/** Of the map of England, the three Alliances of London drawn larger. */
const INSET: Box = { x: MAP.x + MAP.w - 2.35, y: MAP.y, w: 2.3, h: 1.7 };

/** The areas of a map: the CCGs of the Alliance, or every Alliance; highest figure first, gaps last. */
export function areasOn({ snapshot, subject }: Pick<Content, 'snapshot' | 'subject'>): SnapshotArea[] {
  const all = snapshot?.areas ?? [];
  const own =
    subject.level === 'england' ? all : all.filter(({ parents }) => parents.includes(subject.alliance.area));
  return [...own].sort((one, other) => (other.value ?? -1) - (one.value ?? -1));
}

function titleOf(content: Content, snapshot: Snapshot, areas: SnapshotArea[]): string {
  const { level, area } = content.subject;
  if (level === 'england') return asTitle(finding(metricOf(WAITS[0]), snapshot).join(' '));
  const own = level === 'ccg' ? comparedItself({ url: '', reply: snapshot }, area) : null;
  return own ? asTitle(own.text) : mapHeading({ ...snapshot, areas });
}

function drawnOf(content: Content, areas: readonly SnapshotArea[]): Drawn[] {
  const { subject, areas: known } = content;
  const metric = metricOf(WAITS[0]);
  return areas.map((area, index) => ({
    name: area.name,
    alt: areaName(metric, area),
    fill: area.value === null ? NO_FIGURE : classColour(metric, classOf(metric, area.value)),
    short: shortOf(known, area),
    number: index + 1,
    marked: area.area === subject.area,
    ...(subject.level === 'england' ? allianceOutline(area.area) : outlineOf(area.shapes)),
  }));
}

const shortOf = ({ alliances }: Areas, { area, name }: SnapshotArea) =>
  alliances.find((each) => each.area === area)?.shortName ?? briefName(name);

function keyOf(content: Content, areas: readonly SnapshotArea[], against: string): TableBlock {
  const metric = metricOf(WAITS[0]);
  const noun = content.subject.level === 'england' ? 'Alliance' : 'CCG';
  const head = [
    { text: '' },
    { text: noun },
    { text: metric.label, right: true },
    { text: `Than ${against}` },
  ];
  const rows = areas.map(({ area, name, value, comparison }, index) => {
    const bold = area === content.subject.area;
    return [
      { text: String(index + 1), right: true, bold },
      { text: briefName(name), bold },
      { text: value === null ? 'None' : formatValue(metric, value), right: true, bold: true },
      { text: `${GLYPHS[comparison]} ${COMPARISON_WORDS[comparison]}`, bold },
    ];
  });
  const { size } = fitTable({ head, rows, widths: WIDTHS }, KEY.h);
  const shown = Math.min(size, 12);
  const box = { ...KEY, h: tableHeight({ head, rows, widths: WIDTHS, size: shown }) };
  const said = areas.map(
    (each) => `${briefName(each.name)} ${comparisonPhrase(each.comparison, against).toLowerCase()}`,
  );
  return {
    kind: 'table',
    name: 'Key to the map',
    alt: `The areas of the map by number: ${said.join('; ')}.`,
    box,
    head,
    rows,
    widths: WIDTHS,
    size: shown,
  };
}

function picture(content: Content, drawn: readonly Drawn[], ids: readonly string[], title: string): Block[] {
  const england = content.subject.level === 'england';
  const known = drawn.filter(({ rings }) => rings.length > 0);
  if (known.length === 0) return [];
  const framed = { name: 'Map', alt: `Map: ${title}.`, box: MAP };
  if (!england)
    return [mapBlock(known, { ...framed, around: alliancesBut([content.subject.alliance.area]) })];
  const { x, y, w, h } = layout().map.london;
  const inLondon = known.filter(({ rings }) =>
    rings.every((ring) =>
      ring.every(([left, top]) => left >= x && left <= x + w && top >= y && top <= y + h),
    ),
  );
  return [
    mapBlock(
      known.map((area) => ({ ...area, bare: inLondon.includes(area) })),
      { ...framed, box: { ...MAP, w: MAP.w - 1.5 }, around: alliancesBut(ids) },
    ),
    ...(inLondon.length > 0
      ? [
          textBlock(
            'London, larger',
            { x: INSET.x, y: INSET.y, w: INSET.w, h: 0.2 },
            [plain('London, larger')],
            { largest: 9, least: 9 },
          ),
          mapBlock(inLondon, {
            name: 'London',
            alt: 'London’s Alliances, larger.',
            box: { ...INSET, y: INSET.y + 0.2, h: INSET.h - 0.2 },
            around: [],
          }),
        ]
      : []),
  ];
}

/** The areas on a map in the colours of their classes, numbered, with their figures beside. */
export function mapSlide(content: Content): Slide {
  const { snapshot, subject } = content;
  const id: MetricId = WAITS[0];
  const metric = metricOf(id);
  const areas = areasOn(content);
  const whose = subject.level === 'england' ? 'England by Alliance' : `CCGs of ${subject.alliance.name}`;
  const common = { id: 'map', footer: footer(content, { metrics: [id], boundaries: layout().attribution }) };
  if (!snapshot || areas.length === 0)
    return slideOf({
      ...common,
      title: `${metric.label}: no figure by then`,
      subtitle: subtitle(metric.label, whose, periodName(content.period)),
      blocks: [
        textBlock(
          'No map',
          ROOM,
          [
            plain(
              `No area of it has a figure of the ${metric.label} by the end of ${periodName(content.period)}.${whyNone(content, id)}`,
            ),
          ],
          { largest: 18, least: 12 },
        ),
      ],
      notes: notesOf([id]),
    });
  const title = titleOf(content, snapshot, areas);
  const values = areas.flatMap(({ value }) => value ?? []);
  const aim = snapshot.target?.value;
  return slideOf({
    ...common,
    title,
    subtitle: subtitle(
      metric.label,
      whose,
      periodName(snapshot.query.period),
      unitOf(id),
      aim == null ? '' : `target ${formatRound(metric, aim)}`,
    ),
    blocks: [
      ...picture(
        content,
        drawnOf(content, areas),
        areas.map(({ area }) => area),
        title,
      ),
      ...legend(metric, values, areas.length - values.length, { ...MAP, y: MAP.y + MAP.h + 0.1, h: LEGEND }),
      keyOf(content, areas, snapshot.against),
    ],
    notes: notesOf(
      [id],
      'Each area is a shape of its own that can be recoloured; its name is in the selection pane. A CCG whose name has no room on its shape has the number it has in the key. Numbers follow the figure, highest first.',
      ...new Set(areas.flatMap(({ name, notes }) => notes.map((note) => `${briefName(name)}: ${note}`))),
    ),
  });
}
