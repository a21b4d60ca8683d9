import type { ProgressRow } from '../../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import {
  asAtSentence,
  distinct,
  hasFigure,
  isMadeUp,
  verdictsSentence,
} from '../../../../data/text/progress.ts';
import { paceNeededWords, paceSeenWords, whenWords } from '../../../../data/text/progress-pace.ts';
import { figureBrief, gapSentence, standing, targetWords } from '../../../../data/text/progress-row.ts';
import { type Block, type Box, type Paragraph, ROOM, type Slide } from '../deck.ts';
import { asAt, type Content, footer, slideOf, subtitle } from './frame.ts';
import { methodOf, notesOf } from './notes.ts';
import { canDraw, pathChart } from './paths.ts';
import { asTitle, bold, parted, plain, textBlock, textHeight, textSize } from './text.ts';

const MOST = 6;
const GUTTER = 0.35;
const UNDER = 0.15;
const LEAST = 8;
/** The most of a panel's height that is text. */
const TEXT = 0.45;

/** Whether there is a number that the area itself is to reach. */
const hasAim = ({ target, national }: ProgressRow) => target?.value != null && target.comparable && !national;

function saidOf(row: ProgressRow): string[] {
  const metric = metricOf(row.metric as MetricId);
  const { pace } = row;
  return [
    [targetWords(row), gapSentence(metric, row)].filter(Boolean).join(' '),
    pace
      ? [paceSeenWords(metric, pace), paceNeededWords(metric, pace, row.target?.by ?? null)]
          .filter(Boolean)
          .join(' ')
      : '',
    pace && hasAim(row) ? parted(whenWords(pace))[0] : '',
  ].filter(Boolean);
}

const textOf = (row: ProgressRow): Paragraph[] => {
  const metric = metricOf(row.metric as MetricId);
  const { glyph, words } = standing(metric, row);
  return [bold(`${metric.label}: ${figureBrief(metric, row)}. ${glyph} ${words}`), ...saidOf(row).map(plain)];
};

/** The places of so many panels, row by row. */
function placesOf(count: number): Box[] {
  const columns = count > 4 || count === 3 ? 3 : Math.min(2, Math.max(1, count));
  const lines = Math.ceil(count / columns);
  const w = (ROOM.w - GUTTER * (columns - 1)) / columns;
  const h = (ROOM.h - UNDER * (lines - 1)) / lines;
  return Array.from({ length: count }, (_, index) => ({
    x: ROOM.x + (index % columns) * (w + GUTTER),
    y: ROOM.y + Math.floor(index / columns) * (h + UNDER),
    w,
    h,
  }));
}

/** What is said of each ambition over its chart, all in one size of type. */
function panels(rows: readonly ProgressRow[]): Block[] {
  const texts = rows.map(textOf);
  const places = placesOf(rows.length);
  const [first] = places;
  if (!first) return [];
  const most = { ...first, h: first.h * TEXT };
  const size = Math.min(...texts.map((text) => textSize(text, most, { largest: 13, least: LEAST })));
  const h = Math.max(...texts.map((text) => textHeight(text, first.w, size)));
  return rows.flatMap((row, index): Block[] => {
    const box = places[index] ?? first;
    const name = `${metricOf(row.metric as MetricId).label}: where it stands`;
    return [
      { kind: 'text', name, box: { ...box, h }, paragraphs: texts[index] ?? [], size },
      pathChart(row, { ...box, y: box.y + h + 0.04, h: box.h - h - 0.04 }),
    ];
  });
}

/** The measured ambitions with a path, standards first: where each is, its path to the target, when. */
export const shownPaths = ({ progress }: Pick<Content, 'progress'>): ProgressRow[] =>
  distinct(progress.rows)
    .filter((row) => row.basis !== 'variation' && hasFigure(row) && !isMadeUp(row) && canDraw(row))
    .sort((one, other) => Number(other.basis === 'standard') - Number(one.basis === 'standard'))
    .slice(0, MOST);

/** How ambitions move towards their targets, each with its path. */
export function progressSlide(content: Content): Slide {
  const { progress, subject } = content;
  const rows = shownPaths(content);
  const [verdicts] = parted(verdictsSentence(progress.rows));
  const title = asTitle(verdicts.startsWith('By') ? verdicts : asAtSentence(progress));
  const metrics = rows.map(({ metric }) => metric as MetricId);
  return slideOf({
    id: 'progress',
    title,
    subtitle: subtitle('Paths to the targets', subject.name, asAt(content)),
    blocks:
      rows.length > 0
        ? panels(rows)
        : [
            textBlock(
              'No paths',
              ROOM,
              [plain('No ambition has figures by then between which a path could be drawn.')],
              { largest: 18, least: 12 },
            ),
          ],
    footer: footer(content, { metrics }),
    notes: notesOf(
      metrics,
      ...rows.flatMap((row) => (row.pace ? [`${row.label}: ${whenWords(row.pace)}`] : [])),
      methodOf('Pace and date'),
      methodOf('Gap in people'),
    ),
  });
}
