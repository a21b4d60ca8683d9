import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../../data/palette.ts';
import { scorecardHeading } from '../../../../data/text/board.ts';
import { briefName, GLYPHS, periodBrief } from '../../../../data/text/figure.ts';
import { formatRound, formatValue } from '../../../../data/text/format.ts';
import { scorecardKey, VERDICT_GLYPHS } from '../../../../data/text/method.ts';
import type { Card } from '../../shared/card.ts';
import { type DeckCell, ROOM, type Slide, type TableBlock } from '../deck.ts';
import { tableHeight } from '../fit.ts';
import { asAt, type Content, footer, slideOf, subtitle } from './frame.ts';
import { METHODS, notesOf } from './notes.ts';
import { plain, textBlock } from './text.ts';

const NAME = 2.35;
/** The widest that a measure's column is, in inches. */
const WIDEST = 1.7;
const KEY = 0.42;
const LEAST = 9;
const LARGEST = 11;

const INKS: Partial<Record<string, string>> = { better: COMPARED.better, worse: COMPARED.worse };

/** The columns of published figures; what is illustrative stands in no table of them. */
export const published = (card: Card) => card.columns.filter(({ illustrative }) => !illustrative);

function cellOf(cell: Card['rows'][number]['cells'][number] | undefined): DeckCell {
  if (cell?.value == null) return { text: '–', right: true, colour: PALETTE.secondary };
  const shown = formatValue(metricOf(cell.metric as MetricId), cell.value);
  const verdict = VERDICT_GLYPHS[cell.verdict];
  const ink = INKS[cell.comparison];
  return {
    text: `${shown} ${GLYPHS[cell.comparison]}${verdict && ` ${verdict}`}`,
    right: true,
    ...(ink && { colour: ink }),
  };
}

function headOf({ label, period, target, metric }: Card['columns'][number]): DeckCell {
  const aim = target?.value == null ? '' : `\n${formatRound(metricOf(metric as MetricId), target.value)}`;
  return { text: `${label}\n${periodBrief(period)}${aim}`, right: true };
}

/** The rows that stand over the areas: England, and the Alliance where the areas are its CCGs. */
function besideOf(card: Card, name: string): DeckCell[][] {
  const row = (title: string, of: 'england' | 'alliance'): DeckCell[] => [
    { text: title, bold: true },
    ...card.columns.map((column) => {
      const value = column[of]?.value;
      return {
        text: value == null ? '–' : formatValue(metricOf(column.metric as MetricId), value),
        right: true,
        bold: true,
      };
    }),
  ];
  const alliance = card.columns.some((column) => column.alliance !== null);
  return [row('England', 'england'), ...(alliance ? [row(name, 'alliance')] : [])];
}

type Page = { head: DeckCell[]; rows: DeckCell[][]; widths: number[]; size: number; key: string };

/** Rows over as few slides as keep every one of them at least at the size wanted, in parts about as high. */
function pagesOf(head: DeckCell[], beside: DeckCell[][], rows: DeckCell[][], key: string): Page[] {
  const widths = widthsOf(head.length - 1);
  for (let count = 1; count <= rows.length; count++) {
    const each = Math.ceil(rows.length / count);
    const parts = Array.from({ length: count }, (_, part) =>
      rows.slice(part * each, (part + 1) * each),
    ).filter((part) => part.length > 0);
    for (let size = LARGEST; size >= LEAST; size--)
      if (
        parts.every((part) => tableHeight({ head, rows: [...beside, ...part], widths, size }) <= ROOM.h - KEY)
      )
        return parts.map((part) => ({ head, rows: [...beside, ...part], widths, size, key }));
  }
  return [{ head, rows: beside, widths, size: LEAST, key }];
}

/** The widths of the name and of so many measures. */
function widthsOf(measures: number): number[] {
  const wide = Math.min(WIDEST, (ROOM.w - NAME) / measures);
  return [Math.min(1.5 * NAME, ROOM.w - measures * wide), ...Array.from({ length: measures }, () => wide)];
}

/** The waiting times, and what is measured otherwise: a table each, so that a board can read them. */
const GROUPS = [
  { name: 'Waiting times', holds: (id: MetricId) => metricOf(id).source === 'cancer-waiting-times' },
  { name: 'Other measures', holds: (id: MetricId) => metricOf(id).source !== 'cancer-waiting-times' },
] as const;

/** What a card says of some of its columns alone. */
function only(card: Card, holds: (id: MetricId) => boolean): Card {
  const kept = published(card).filter((column) => holds(column.metric as MetricId));
  return {
    ...card,
    columns: kept,
    rows: card.rows.map((row) => ({
      ...row,
      cells: row.cells.filter(({ metric }) => kept.some((column) => column.metric === metric)),
    })),
  };
}

function groupSlides(content: Content, card: Card, group: string): Slide[] {
  const { subject } = content;
  const noun = nounOf(content);
  const metrics = card.columns.map(({ metric }) => metric as MetricId);
  const head = [{ text: noun.slice(0, -1) }, ...card.columns.map(headOf)];
  const rows = card.rows.map(({ name, cells }) => [
    { text: briefName(name) },
    ...card.columns.map((column) => cellOf(cells.find(({ metric }) => metric === column.metric))),
  ]);
  const left = (content.card?.columns ?? [])
    .filter(({ illustrative }) => illustrative)
    .map(({ label }) => label);
  const key = [
    scorecardKey(card.against, '95'),
    '– no figure. In the head: the period, and the target where one is in force.',
    left.length > 0 ? `Left out: ${left.join(', ')} (illustrative, not published).` : '',
  ];
  const pages = pagesOf(head, besideOf(card, subject.name), rows, key.filter(Boolean).join(' '));
  return pages.map(({ key: said, ...table }, index): Slide => {
    const height = tableHeight(table);
    const part = pages.length > 1 ? ` (${index + 1} of ${pages.length})` : '';
    const block: TableBlock = {
      kind: 'table',
      name: `${group}${part}`,
      alt: `The ${noun} of ${subject.name} by ${metrics.length} measures, each beside ${card.against}.`,
      box: { ...ROOM, w: table.widths.reduce((sum, one) => sum + one, 0), h: height },
      ...table,
    };
    const under = { ...ROOM, y: ROOM.y + height + 0.06, h: ROOM.h - height - 0.06 };
    return slideOf({
      id: 'scorecard',
      title: `${scorecardHeading(card, noun)}${part}`,
      subtitle: subtitle(group, `${noun} of ${subject.name}`, asAt(content)),
      blocks: [block, textBlock('How to read it', under, [plain(said)], { largest: 10, least: 8 })],
      footer: footer(content, { metrics }),
      notes: notesOf(metrics, ...card.notes),
    });
  });
}

const nounOf = ({ subject }: Content) => (subject.level === 'england' ? 'Alliances' : 'CCGs');

/** Areas by every metric, with how each compares and whether it meets its standard; over as many slides as are legible. */
export function scorecardSlides(content: Content): Slide[] {
  const { card } = content;
  const noun = nounOf(content);
  const cards = GROUPS.map(({ name, holds }) => ({ name, card: card && only(card, holds) }));
  const slides = cards.flatMap(({ name, card: own }) =>
    own && own.columns.length > 0 ? groupSlides(content, own, name) : [],
  );
  if (slides.length > 0)
    return slides.map((slide, index) => (index === 0 ? slide : { ...slide, id: `${slide.id}-${index + 1}` }));
  const why = card?.notes.join(' ') || `None of its ${noun} has a figure by then.`;
  return [
    slideOf({
      id: 'scorecard',
      title: scorecardHeading({ rows: [], against: 'England' }, noun),
      subtitle: subtitle(`${noun} of ${content.subject.name}`, asAt(content)),
      blocks: [textBlock('No figures', ROOM, [plain(why)], { largest: 18, least: 12 })],
      footer: footer(content, { metrics: [] }),
      notes: [...METHODS],
    }),
  ];
}
