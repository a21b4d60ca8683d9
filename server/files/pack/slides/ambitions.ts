import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../../data/palette.ts';
import { decimalsOf } from '../../../../data/text/board.ts';
import { formatCount, formatRound, formatValue } from '../../../../data/text/format.ts';
import {
  distinct,
  hasFigure,
  isEnglands,
  isMeasured,
  type MeasuredRow,
  progressHeading,
  spreadBrief,
  standing,
  verdictsSentence,
} from '../../../../data/text/progress.ts';
import { periodBrief } from '../../../../data/text/words.ts';
import { type DeckCell, ROOM, type Slide } from '../deck.ts';
import { tableBlock, textBlock } from '../fit.ts';
import { asAt, type Content, footer, notesOf, plain, slideOf, subtitle, titleOf } from './kit.ts';

const HEAD: DeckCell[] = [
  { text: 'Ambition' },
  { text: 'Figure', right: true },
  { text: 'Period' },
  { text: 'To reach' },
  { text: 'Where it stands' },
  { text: 'Gap in people', right: true },
  { text: 'England', right: true },
];
const WIDTHS = [3.55, 1.15, 1.1, 1.45, 2.983, 1.05, 1.05];

/** Stands in cells where nothing applies, so that none is empty. */
const NOTHING = '–';

const TONES = { met: COMPARED.better, 'not-met': COMPARED.worse, open: PALETTE.ink };

function cellsOf(row: MeasuredRow): DeckCell[] {
  const metric = metricOf(row.metric);
  const varies = row.basis === 'variation';
  const { target, gap, england, value, national } = row;
  const { glyph, words, tone } = standing(metric, row);
  const shown = varies
    ? spreadBrief(metric, row).replace(/ in .*$/, '')
    : value === null
      ? ''
      : formatValue(metric, value);
  const aim = target?.value == null ? '' : formatRound(metric, target.value);
  const people = gap?.people == null || national ? '' : formatCount(gap.people);
  const cells: DeckCell[] = [
    { text: row.ambition },
    { text: shown, bold: true, right: true },
    {
      text: periodBrief((varies ? row.spread.findLast(({ p10 }) => p10 !== null)?.period : row.period) ?? ''),
    },
    { text: aim && `${aim}${target?.by ? ` by ${target.by}` : ''}` },
    { text: `${glyph} ${words}`, bold: tone !== 'open', colour: TONES[tone] },
    { text: people, right: true },
    {
      text: england?.value == null || varies ? '' : formatValue(metric, england.value),
      right: true,
    },
  ];
  return cells.map((cell) => ({ ...cell, text: cell.text || NOTHING }));
}

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

/** A table of every ambition that has a figure, with its target and verdict; below it, how many have none. */
export function ambitionsSlide(content: Content): Slide {
  const { progress, subject } = content;
  const shown = distinct(progress.rows.filter(isMeasured)).filter(hasFigure);
  const without = distinct(progress.rows).filter((row) => !hasFigure(row) && !isEnglands(row));
  // England is not compared with itself.
  const columns = subject.level === 'england' ? HEAD.length - 1 : HEAD.length;
  const own = WIDTHS.slice(0, columns);
  const widths = own.map((width) => (width * ROOM.w) / sum(own));
  const rows = shown.map((row) => cellsOf(row).slice(0, columns));
  const table = tableBlock(
    {
      name: 'Ambitions',
      alt: `Each ambition of Annex A that has a figure for ${subject.name}: figure, target, where it stands, gap in people, and England.`,
      box: { ...ROOM, h: ROOM.h - 0.6 },
    },
    { head: HEAD.slice(0, columns), rows, widths },
  );
  const height = rows.length > 0 ? table.box.h : 0;
  const metrics = [...new Set(shown.map(({ metric }) => metric))];
  return slideOf({
    id: 'ambitions',
    title: titleOf(subject.name, progressHeading(progress.rows)),
    subtitle: subtitle('Ambitions (Annex A)', subject.name, asAt(content)),
    blocks: [
      ...(rows.length > 0 ? [table] : []),
      textBlock(
        'Verdicts',
        { ...ROOM, y: ROOM.y + height + 0.1, h: ROOM.h - height - 0.1 },
        [plain([verdictsSentence(progress.rows), decimalsOf(shown)].filter(Boolean).join(' '))],
        { largest: 13, least: 9 },
      ),
    ],
    footer: footer(content, { metrics }),
    notes: notesOf(
      metrics,
      ...without.map(({ ambition, reason }) => `${ambition}: no figure. ${reason ?? ''}`.trim()),
    ),
  });
}
