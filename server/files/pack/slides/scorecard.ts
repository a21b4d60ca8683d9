import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../../data/palette.ts';
import { scorecardDecimals, scorecardHeading, scorecardKey } from '../../../../data/text/board.ts';
import { GLYPHS, VERDICT_GLYPHS } from '../../../../data/text/figure.ts';
import { formatRound, formatValue } from '../../../../data/text/format.ts';
import { areasNoun, briefName, periodBrief } from '../../../../data/text/words.ts';
import type { ScorecardTable } from '../../shared/scorecard.ts';
import { type DeckCell, ROOM, type Slide, type TableBlock } from '../deck.ts';
import { tableHeight, textBlock } from '../fit.ts';
import {
  asAt,
  type Content,
  explanation,
  footer,
  JUDGING,
  notesOf,
  plain,
  slideOf,
  subtitle,
  titleOf,
} from './kit.ts';

/** Inches: the least width of the areas' names, the largest width of a measure's column, the height of the key. */
const [NAME, WIDEST, KEY] = [2.35, 2.2, 0.42];
/** Points. */
const SIZES = { largest: 14, least: 9 };

const INKS: Partial<Record<string, string>> = { better: COMPARED.better, worse: COMPARED.worse };

function cellOf(cell: ScorecardTable['rows'][number]['cells'][number] | undefined): DeckCell {
  if (cell?.value == null) return { text: '–', right: true, colour: PALETTE.secondary };
  const shown = formatValue(metricOf(cell.metric), cell.value);
  const verdict = VERDICT_GLYPHS[cell.verdict];
  const ink = INKS[cell.comparison];
  return {
    text: `${shown} ${GLYPHS[cell.comparison]}${verdict && ` ${verdict}`}`,
    right: true,
    ...(ink && { colour: ink }),
  };
}

function headOf({ label, period, target, metric }: ScorecardTable['columns'][number]): DeckCell {
  const aim = target?.value == null ? '' : `\n${formatRound(metricOf(metric), target.value)}`;
  return { text: `${label}\n${periodBrief(period)}${aim}`, right: true };
}

/** The rows above the areas: England, and the Alliance where the areas are its CCGs. */
function benchmarkRows(scorecard: ScorecardTable, name: string): DeckCell[][] {
  const row = (title: string, of: 'england' | 'alliance'): DeckCell[] => [
    { text: title, bold: true },
    ...scorecard.columns.map((column) => {
      const value = column[of]?.value;
      return {
        text: value == null ? '–' : formatValue(metricOf(column.metric), value),
        right: true,
        bold: true,
      };
    }),
  ];
  const alliance = scorecard.columns.some((column) => column.alliance !== null);
  return [row('England', 'england'), ...(alliance ? [row(name, 'alliance')] : [])];
}

type Table = { head: DeckCell[]; rows: DeckCell[][]; widths: number[]; size: number };

/** Tables on as few slides as keep all of them at the least size or above, with about as many rows each; `top` on every one. */
function tablesOf(head: DeckCell[], top: DeckCell[][], rows: DeckCell[][]): Table[] {
  const widths = widthsOf(head.length - 1);
  for (let count = 1; count <= rows.length; count++) {
    const each = Math.ceil(rows.length / count);
    const parts = Array.from({ length: count }, (_, part) =>
      rows.slice(part * each, (part + 1) * each),
    ).filter((part) => part.length > 0);
    for (let size = SIZES.largest; size >= SIZES.least; size--) {
      const tables = parts.map((part) => ({ head, rows: [...top, ...part], widths, size }));
      if (tables.every((table) => tableHeight(table) <= ROOM.h - KEY)) return tables;
    }
  }
  return [{ head, rows: top, widths, size: SIZES.least }];
}

/** The widths of the columns: the areas' names and so many measures. */
function widthsOf(measures: number): number[] {
  const wide = Math.min(WIDEST, (ROOM.w - NAME) / measures);
  return [Math.min(1.5 * NAME, ROOM.w - measures * wide), ...Array.from({ length: measures }, () => wide)];
}

/** The waiting times and all other measures have a table each, so that a board can read them. */
export const GROUPS = [
  { name: 'Waiting times', has: (id: MetricId) => metricOf(id).source === 'cancer-waiting-times' },
  { name: 'Other metrics', has: (id: MetricId) => metricOf(id).source !== 'cancer-waiting-times' },
] as const;

/** A scorecard of those of its measures that a group has. */
function only(scorecard: ScorecardTable, has: (id: MetricId) => boolean): ScorecardTable {
  const kept = scorecard.columns.filter(({ metric }) => has(metric));
  return {
    ...scorecard,
    columns: kept,
    rows: scorecard.rows.map((row) => ({
      ...row,
      cells: row.cells.filter(({ metric }) => kept.some((column) => column.metric === metric)),
    })),
  };
}

function groupSlides(content: Content, scorecard: ScorecardTable, group: string): Slide[] {
  const { subject } = content;
  const noun = nounOf(content);
  const metrics = scorecard.columns.map(({ metric }) => metric);
  const head = [{ text: noun.slice(0, -1) }, ...scorecard.columns.map(headOf)];
  const rows = scorecard.rows.map(({ name, cells }) => [
    { text: briefName(name) },
    ...scorecard.columns.map((column) => cellOf(cells.find(({ metric }) => metric === column.metric))),
  ]);
  const decimals = scorecardDecimals(scorecard);
  const key = `${scorecardKey(scorecard.against, '95')} – no figure. In the head: the period, and the target where one is in force.${decimals && ` ${decimals}`}`;
  const tables = tablesOf(head, benchmarkRows(scorecard, subject.name), rows);
  return tables.map((table, index): Slide => {
    const height = tableHeight(table);
    const part = tables.length > 1 ? ` (${index + 1} of ${tables.length})` : '';
    const block: TableBlock = {
      kind: 'table',
      name: `${group}${part}`,
      alt: `The ${noun} of ${subject.name} by ${metrics.length} metrics, each beside ${scorecard.against}.`,
      box: { ...ROOM, w: table.widths.reduce((sum, one) => sum + one, 0), h: height },
      ...table,
    };
    const under = { ...ROOM, y: ROOM.y + height + 0.06, h: ROOM.h - height - 0.06 };
    return slideOf({
      id: 'scorecard',
      title: `${titleOf(subject.name, scorecardHeading(scorecard))}${part}`,
      subtitle: subtitle(group, `${noun} of ${subject.name}`, asAt(content)),
      blocks: [block, textBlock('How to read it', under, [plain(key)], { largest: 10, least: 8 })],
      footer: footer(content, { metrics }),
      notes: notesOf(metrics, ...scorecard.notes),
    });
  });
}

/** The areas of the scorecard; those of England are its Alliances. */
const levelOf = ({ scorecard }: Content) => scorecard?.level ?? 'alliance';
const nounOf = (content: Content) => areasNoun(levelOf(content), 2);

/** Areas by every metric, with how each compares and whether it meets its standard; on as many slides as keep them legible. */
export function scorecardSlides(content: Content): Slide[] {
  const { scorecard } = content;
  const noun = nounOf(content);
  const groups = GROUPS.map(({ name, has }) => ({ name, scorecard: scorecard && only(scorecard, has) }));
  const slides = groups.flatMap(({ name, scorecard: own }) =>
    own && own.columns.length > 0 ? groupSlides(content, own, name) : [],
  );
  if (slides.length > 0)
    return slides.map((slide, index) => (index === 0 ? slide : { ...slide, id: `${slide.id}-${index + 1}` }));
  const why =
    scorecard?.notes.join(' ') || `None of its ${noun} has a figure up to ${periodBrief(content.period)}.`;
  return [
    slideOf({
      id: 'scorecard',
      title: titleOf(
        content.subject.name,
        scorecardHeading({ rows: [], against: 'England', level: levelOf(content) }),
      ),
      subtitle: subtitle(`${noun} of ${content.subject.name}`, asAt(content)),
      blocks: [explanation('No figures', why)],
      footer: footer(content, { metrics: [] }),
      notes: [...JUDGING],
    }),
  ];
}
