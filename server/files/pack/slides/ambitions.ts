import type { ProgressRow } from '../../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../../data/palette.ts';
import { formatCount, formatRound, formatValue } from '../../../../data/text/format.ts';
import {
  distinct,
  hasFigure,
  isMadeUp,
  progressHeading,
  verdictsSentence,
} from '../../../../data/text/progress.ts';
import { standing } from '../../../../data/text/progress-row.ts';
import { spreadBrief } from '../../../../data/text/progress-spread.ts';
import { periodName } from '../../../../data/text/spread-parts.ts';
import { type DeckCell, ROOM, type Slide, type TableBlock } from '../deck.ts';
import { fitTable, tableHeight } from '../fit.ts';
import { asAt, type Content, footer, slideOf, subtitle } from './frame.ts';
import { notesOf } from './notes.ts';
import { plain, textBlock } from './text.ts';

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

/** No cell is empty: what does not apply is said to be nothing. */
const NOTHING = '–';

const TONES = { met: COMPARED.better, 'not-met': COMPARED.worse, open: PALETTE.ink };

function cellsOf(row: ProgressRow): DeckCell[] {
  const metric = metricOf(row.metric as MetricId);
  const varies = row.basis === 'variation';
  const { target, gap, england, value, national } = row;
  const { glyph, words, tone } = standing(metric, row);
  const shown = varies
    ? spreadBrief(metric, row).replace(/ in .*$/, '')
    : value === null
      ? ''
      : formatValue(metric, value);
  const aim = target?.value == null ? '' : formatRound(metric, target.value);
  const people = gap?.people == null || national || isMadeUp(row) ? '' : formatCount(gap.people);
  const cells: DeckCell[] = [
    { text: row.ambition },
    { text: shown, bold: true, right: true },
    {
      text: periodName((varies ? row.spread.findLast(({ p10 }) => p10 !== null)?.period : row.period) ?? ''),
    },
    { text: aim && `${aim}${target?.by ? ` by ${target.by}` : ''}` },
    { text: `${glyph} ${words}`, bold: tone !== 'open', colour: TONES[tone] },
    { text: people, right: true },
    {
      text: england?.value == null || varies || isMadeUp(row) ? '' : formatValue(metric, england.value),
      right: true,
    },
  ];
  return cells.map((cell) => ({ ...cell, text: cell.text || NOTHING }));
}

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

/** Every ambition with a figure: where it stands with its target; and how many have none. */
export function ambitionsSlide(content: Content): Slide {
  const { progress, subject } = content;
  const shown = distinct(progress.rows).filter(
    (row) => hasFigure(row) || (isMadeUp(row) && row.basis !== 'variation'),
  );
  const left = distinct(progress.rows).filter((row) => !shown.includes(row));
  // Beside England itself England says nothing.
  const kept = subject.level === 'england' ? HEAD.length - 1 : HEAD.length;
  const head = HEAD.slice(0, kept);
  const rows = shown.map((row) => cellsOf(row).slice(0, kept));
  const widths = WIDTHS.slice(0, kept).map((width) => (width * ROOM.w) / sum(WIDTHS.slice(0, kept)));
  const said = plain(verdictsSentence(progress.rows));
  const room = ROOM.h - 0.6;
  const { size } = fitTable({ head, rows, widths }, room);
  const height = rows.length === 0 ? 0 : tableHeight({ head, rows, widths, size });
  const table: TableBlock = {
    kind: 'table',
    name: 'Ambitions',
    alt: `Each ambition of Annex A that has a figure for ${subject.name}: figure, target, where it stands, gap in people, and England.`,
    box: { ...ROOM, h: height },
    head,
    rows,
    widths,
    size,
  };
  const metrics = [...new Set(shown.map(({ metric }) => metric as MetricId))];
  return slideOf({
    id: 'ambitions',
    title: progressHeading(progress.rows),
    subtitle: subtitle('Ambitions (Annex A)', subject.name, asAt(content)),
    blocks: [
      ...(rows.length > 0 ? [table] : []),
      textBlock('Verdicts', { ...ROOM, y: ROOM.y + height + 0.1, h: ROOM.h - height - 0.1 }, [said], {
        largest: 13,
        least: 9,
      }),
    ],
    footer: footer(content, { metrics }),
    notes: notesOf(
      metrics,
      ...left.map(({ ambition, reason }) => `${ambition}: no figure. ${reason ?? ''}`.trim()),
    ),
  });
}
