import type { Class } from '../../../../data/classes.ts';
import type { Areas, Snapshot, SnapshotArea } from '../../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { colouredBy, painting } from '../../../../data/painting.ts';
import { COMPARED, PALETTE } from '../../../../data/palette.ts';
import { colouredHeading } from '../../../../data/text/colouredHeading.ts';
import { areaLabel, COMPARISON_WORDS, comparisonPhrase, GLYPHS } from '../../../../data/text/figure.ts';
import { comparedItself } from '../../../../data/text/findings.ts';
import { formatRound, formatValue } from '../../../../data/text/format.ts';
import { COLOUR_WORDS, snapshotFinding } from '../../../../data/text/snapshot.ts';
import { areasNoun, briefName, periodBrief } from '../../../../data/text/words.ts';
import { isPart, isSingle } from '../../shared/gather.ts';
import { type Block, type Box, ROOM, type Slide, type TableBlock } from '../deck.ts';
import { tableBlock, textBlock, textSize } from '../fit.ts';
import {
  asTitle,
  bold,
  type Content,
  explanation,
  footer,
  notesOf,
  plain,
  slideOf,
  subtitle,
  titleOf,
  unitOf,
  whyNone,
} from './kit.ts';
import {
  allianceOutline,
  alliancesBut,
  boundaries,
  type MapArea,
  mapBlock,
  pieceOutline,
} from './map-shapes.ts';

/** Inches: the height of the legend, and of its swatches. */
const [LEGEND, SWATCH] = [0.64, 0.16];

const MAP: Box = { x: ROOM.x, y: ROOM.y, w: 6.4, h: ROOM.h - LEGEND - 0.12 };
const KEY: Box = { x: ROOM.x + ROOM.w - 5.58, y: ROOM.y, w: 5.58, h: ROOM.h };
const KEY_WIDTHS = [0.42, 2.96, 0.95, 1.25];
/** On the map of England, the three Alliances of London are drawn again, larger. */
const INSET: Box = { x: MAP.x + MAP.w - 2.35, y: MAP.y, w: 2.3, h: 1.7 };

/** What the areas of the map are. */
const levelOf = ({ snapshot, subject }: Content): string => snapshot?.query.level ?? subject.level;

/** The areas of the map: the CCGs or ICBs of the Alliance, or every Alliance; highest figure first, gaps last. */
function areasOn(content: Content): SnapshotArea[] {
  const all = content.snapshot?.areas ?? [];
  const own = content.subject.level === 'england' ? all : all.filter((area) => isPart(content, area));
  return [...own].sort((one, other) => (other.value ?? -1) - (one.value ?? -1));
}

const ALPHABET = 26;

/** What an area has on the map and in its key: a letter, as a number would read like a rank. `A`, `Z`, `AA`. */
const letterOf = (index: number): string =>
  `${index < ALPHABET ? '' : letterOf(Math.floor(index / ALPHABET) - 1)}${String.fromCharCode(65 + (index % ALPHABET))}`;

/** What was found, of the same question that the areas are coloured by. */
function found(content: Content, snapshot: Snapshot, areas: SnapshotArea[]): string {
  const { level, area } = content.subject;
  const metric = metricOf(content.waits[0]);
  const by = colouredBy(metric, content.colour);
  if (level === 'england') return asTitle(snapshotFinding(metric, snapshot, by).join(' '));
  const own = isSingle(content.subject) ? comparedItself({ url: '', reply: snapshot }, area) : null;
  if (own) return asTitle(own.text);
  return titleOf(content.subject.alliance.name, colouredHeading({ ...snapshot, areas }, by));
}

/** How the areas are painted. */
function paintingOf({ waits, colour, snapshot }: Content, areas: readonly SnapshotArea[]) {
  const metric = metricOf(waits[0]);
  return painting(metric, { areas, target: snapshot?.target ?? null }, { by: colouredBy(metric, colour) });
}

function mapAreas(content: Content, areas: readonly SnapshotArea[]): MapArea[] {
  const { subject, waits, areas: geography } = content;
  const metric = metricOf(waits[0]);
  const painted = paintingOf(content, areas);
  return areas.map((area, index) => ({
    name: area.name,
    alt: areaLabel(metric, area),
    fill: painted.colourOf(area) ?? COMPARED.ghost,
    short: shortOf(geography, area),
    letter: letterOf(index),
    highlighted: area.area === subject.area,
    ...(subject.level === 'england' ? allianceOutline(area.area) : pieceOutline(area.shapes)),
  }));
}

const shortOf = ({ alliances, alliancesToday }: Areas, { area, name }: SnapshotArea) =>
  [...alliances, ...alliancesToday].find((each) => each.area === area)?.shortName ?? briefName(name);

function keyOf(content: Content, areas: readonly SnapshotArea[], against: string): TableBlock {
  const metric = metricOf(content.waits[0]);
  const noun = areasNoun(levelOf(content), 1);
  const head = [
    { text: '' },
    { text: noun },
    { text: metric.label, right: true },
    { text: `Against ${against}` },
  ];
  const rows = areas.map(({ area, name, value, comparison }, index) => {
    const bold = area === content.subject.area;
    return [
      { text: letterOf(index), right: true, bold },
      { text: briefName(name), bold },
      { text: value === null ? 'None' : formatValue(metric, value), right: true, bold: true },
      { text: `${GLYPHS[comparison]} ${COMPARISON_WORDS[comparison]}`, bold },
    ];
  });
  const described = areas.map(
    (each) => `${briefName(each.name)} ${comparisonPhrase(each.comparison, against).toLowerCase()}`,
  );
  return tableBlock(
    { name: 'Key to the map', alt: `The areas of the map by letter: ${described.join('; ')}.`, box: KEY },
    { head, rows, widths: KEY_WIDTHS },
    12,
  );
}

/** The map of areas; of England with London again, larger. */
function mapBlocks(content: Content, areas: readonly SnapshotArea[], title: string): Block[] {
  const { level, alliance } = content.subject;
  const outlined = mapAreas(content, areas).filter(({ rings }) => rings.length > 0);
  if (outlined.length === 0) return [];
  const map = { name: 'Map', alt: `Map: ${title}.`, box: MAP };
  if (level !== 'england')
    return [mapBlock(outlined, { ...map, around: alliancesBut([alliance.area], levelOf(content)) })];
  const { x, y, w, h } = boundaries('alliance').map.london;
  const inLondon = outlined.filter(({ rings }) =>
    rings.every((ring) =>
      ring.every(([left, top]) => left >= x && left <= x + w && top >= y && top <= y + h),
    ),
  );
  return [
    mapBlock(
      outlined.map((area) => ({ ...area, unlabelled: inLondon.includes(area) })),
      {
        ...map,
        box: { ...MAP, w: MAP.w - 1.5 },
        around: alliancesBut(
          areas.map(({ area }) => area),
          'alliance',
        ),
      },
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

/** A map of the areas in the colours of their classes, lettered, beside a table of their figures. */
export function mapSlide(content: Content): Slide {
  const { snapshot, subject } = content;
  const id: MetricId = content.waits[0];
  const metric = metricOf(id);
  const areas = areasOn(content);
  const whose =
    subject.level === 'england'
      ? 'England by Alliance'
      : `${areasNoun(levelOf(content), 2)} of ${subject.alliance.name}`;
  const common = {
    id: 'map',
    footer: footer(content, { metrics: [id], boundaries: boundaries(levelOf(content)).attribution }),
  };
  if (!snapshot || areas.length === 0)
    return slideOf({
      ...common,
      title: titleOf(subject.name, `${metric.label}: no figure up to ${periodBrief(content.period)}`),
      subtitle: subtitle(metric.label, whose, periodBrief(content.period)),
      blocks: [
        explanation(
          'No map',
          `No area of it has a figure of the ${metric.label} by the end of ${periodBrief(content.period)}.${whyNone(content, id)}`,
        ),
      ],
      notes: notesOf([id]),
    });
  const title = found(content, snapshot, areas);
  const { by, classes, gaps } = paintingOf(content, areas);
  const aim = snapshot.target?.value;
  return slideOf({
    ...common,
    title,
    subtitle: subtitle(
      metric.label,
      whose,
      periodBrief(snapshot.query.period),
      unitOf(id),
      aim == null ? '' : `target ${formatRound(metric, aim)}`,
    ),
    blocks: [
      ...mapBlocks(content, areas, title),
      ...legend([...classes, ...(gaps.count > 0 ? [{ ...gaps, colour: COMPARED.ghost }] : [])], {
        ...MAP,
        y: MAP.y + MAP.h + 0.1,
        h: LEGEND,
      }),
      keyOf(content, areas, snapshot.against),
    ],
    notes: notesOf(
      [id],
      `The areas are coloured by ${COLOUR_WORDS[by]}.`,
      'Each area is a shape of its own that can be recoloured; its name is in the selection pane. An area whose name has no room on its shape has the letter it has in the key. Letters follow the figure, highest first.',
      ...new Set(areas.flatMap(({ name, notes }) => notes.map((note) => `${briefName(name)}: ${note}`))),
    ),
  });
}

/** The five classes of the map with the number of areas in each, and how many have no figure. */
function legend(classes: readonly Class[], box: Box): Block[] {
  const w = box.w / classes.length;
  const texts = classes.map(({ label, count }) => [plain(label), bold(String(count))]);
  const room = { x: 0, y: 0, w: w - 0.02, h: LEGEND - SWATCH - 0.02 };
  const size = Math.min(...texts.map((text) => textSize(text, room, { largest: 10, least: 8 })));
  return classes.flatMap(({ label, colour, count }, index): Block[] => [
    {
      kind: 'mark',
      name: `Legend: ${label}`,
      box: { x: box.x + index * w, y: box.y, w: w - 0.06, h: SWATCH },
      fill: colour,
      line: PALETTE.secondary,
      lineWidth: 0.5,
    },
    {
      kind: 'text',
      name: `Legend: ${label}, ${count}`,
      box: { ...room, x: box.x + index * w, y: box.y + SWATCH + 0.02 },
      paragraphs: texts[index] ?? [],
      size,
    },
  ]);
}
