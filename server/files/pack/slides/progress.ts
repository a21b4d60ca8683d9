import type { PathPoint, ProgressRow } from '../../../../data/contract/index.ts';
import { type Metric, metric as metricOf } from '../../../../data/metrics/index.ts';
import { PALETTE } from '../../../../data/palette.ts';
import { parsePeriod, periodShort } from '../../../../data/periods.ts';
import { changingSentence } from '../../../../data/text/board.ts';
import { formatRound, isShare } from '../../../../data/text/format.ts';
import {
  asAtSentence,
  distinct,
  figureBrief,
  gapSentence,
  hasFigure,
  type MeasuredRow,
  paceNeededWords,
  paceSeenWords,
  standing,
  targetWords,
  verdictsSentence,
  whenWords,
  yearOf,
} from '../../../../data/text/progress.ts';
import { listOf, uncapitalised } from '../../../../data/text/words.ts';
import {
  type Block,
  type Box,
  type ChartBlock,
  type Paragraph,
  ROOM,
  type Series,
  type Slide,
} from '../deck.ts';
import { textHeight, textSize } from '../fit.ts';
import {
  asAt,
  asTitle,
  bold,
  type Content,
  explanation,
  firstSentence,
  footer,
  methodOf,
  notesOf,
  plain,
  slideOf,
  subtitle,
  titleOf,
} from './kit.ts';

/** At most so many panels, and so many beside each other on a slide: each has its text in full and a chart below it. */
const [MOST, BESIDE] = [6, 3];
/** Inches between panels. */
const ACROSS = 0.35;
/** The largest share of a panel's height that its text takes, and the sizes of its type in points. */
const TEXT = 0.45;
const SIZES = { largest: 13, least: 8 };

/** Whether the area itself has a number to reach. */
const hasAim = ({ target, national }: ProgressRow) => target?.value != null && target.comparable && !national;

function sentencesOf(row: MeasuredRow): string[] {
  const metric = metricOf(row.metric);
  const { pace } = row;
  return [
    [targetWords(row), gapSentence(metric, row)].filter(Boolean).join(' '),
    `Changing? ${changingSentence(metric, row)}`,
    pace
      ? [paceSeenWords(metric, pace), paceNeededWords(metric, pace, row.target?.by ?? null)]
          .filter(Boolean)
          .join(' ')
      : '',
    pace && hasAim(row) ? firstSentence(whenWords(pace))[0] : '',
  ].filter(Boolean);
}

const textOf = (row: MeasuredRow): Paragraph[] => {
  const metric = metricOf(row.metric);
  const { glyph, words } = standing(metric, row);
  return [
    bold(`${metric.label}: ${figureBrief(metric, row)}. ${glyph} ${words}`),
    ...sentencesOf(row).map(plain),
  ];
};

/** The boxes of so many panels, beside each other. */
function boxesOf(count: number): Box[] {
  const w = (ROOM.w - ACROSS * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => ({ ...ROOM, x: ROOM.x + index * (w + ACROSS), w }));
}

/** For each ambition its text, and its chart below it; all texts in one size of type. */
function panels(rows: readonly MeasuredRow[]): Block[] {
  const texts = rows.map(textOf);
  const boxes = boxesOf(rows.length);
  const [first] = boxes;
  if (!first) return [];
  const most = { ...first, h: first.h * TEXT };
  const size = Math.min(...texts.map((text) => textSize(text, most, SIZES)));
  const h = Math.max(...texts.map((text) => textHeight(text, first.w, size)));
  return rows.flatMap((row, index): Block[] => {
    const box = boxes[index] ?? first;
    const name = `${metricOf(row.metric).label}: where it stands`;
    return [
      { kind: 'text', name, box: { ...box, h }, paragraphs: texts[index] ?? [], size },
      pathChart(row, { ...box, y: box.y + h + 0.04, h: box.h - h - 0.04 }),
    ];
  });
}

/** The measured ambitions that have a path, standards first. */
const shownPaths = ({ progress }: Pick<Content, 'progress'>): MeasuredRow[] =>
  distinct(progress.rows)
    .filter(hasFigure)
    .filter((row) => row.basis !== 'variation' && canDraw(row))
    .sort((one, other) => Number(other.basis === 'standard') - Number(one.basis === 'standard'))
    .slice(0, MOST);

/** Where ambitions stand, the path of each to its target, and when it would be reached: three a slide. */
export function progressSlides(content: Content): Slide[] {
  const rows = shownPaths(content);
  const slides = Math.max(1, Math.ceil(rows.length / BESIDE));
  const each = Math.ceil(rows.length / slides);
  return Array.from({ length: slides }, (_, index) =>
    progressSlide(content, rows.slice(index * each, (index + 1) * each), index),
  );
}

/** What a slide's ambitions show: the verdicts on standards where it has one, else what it is of. */
function findingOf({ progress, subject }: Content, rows: readonly MeasuredRow[], index: number): string {
  const [verdicts] = firstSentence(verdictsSentence(progress.rows));
  if (!verdicts.startsWith('By')) return asTitle(asAtSentence(progress));
  if (index === 0) return titleOf(subject.name, asTitle(verdicts));
  const labels = rows.map(({ metric }) => uncapitalised(metricOf(metric).label));
  return titleOf(subject.name, `Where it stands on ${listOf(labels)}`);
}

function progressSlide(content: Content, rows: readonly MeasuredRow[], index: number): Slide {
  const { subject } = content;
  const metrics = rows.map(({ metric }) => metric);
  return slideOf({
    id: index === 0 ? 'progress' : `progress-${index + 1}`,
    title: findingOf(content, rows, index),
    subtitle: subtitle('Paths to the targets', subject.name, asAt(content)),
    blocks:
      rows.length > 0
        ? panels(rows)
        : [
            explanation(
              'No paths',
              'No ambition has figures up to this period between which a path could be drawn.',
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

/** Whether an ambition has two points to draw a line between. */
const canDraw = ({ path: { points, target, projection } }: ProgressRow): boolean =>
  points.length > 0 && points.length + target.length + projection.length > 1;

const QUARTER = 0.25;

/** Times at even steps from the first to the last of a path, each labelled with its figure's period, else with its year. */
function stepsOf({ path }: ProgressRow): { time: number; label: string }[] {
  const periodAt = new Map(path.points.map(({ time, period }) => [time, period ?? '']));
  const quarterly = path.points.some(({ period }) => parsePeriod(period ?? '')?.grain === 'quarter');
  const step = quarterly ? QUARTER : 1;
  const all = [...path.points, ...path.target, ...path.projection].map(({ time }) => time);
  const start = Math.min(...all);
  const steps = Math.round((Math.max(...all) - start) / step);
  return Array.from({ length: steps + 1 }, (_, index) => {
    const time = start + index * step;
    const period = parsePeriod(periodAt.get(time) ?? '');
    return { time, label: period ? periodShort(period) : quarterly ? quarterOf(time) : yearOf(time) };
  });
}

/** The quarter of a financial year that a time lies in, as the labels of figures have it: `2026/27 Q1`. */
function quarterOf(time: number): string {
  const fromApril = time - QUARTER;
  const year = Math.floor(fromApril);
  const quarter = Math.floor((fromApril - year) / QUARTER) + 1;
  const period = parsePeriod(`fy${year}-${String((year + 1) % 100).padStart(2, '0')}-q${quarter}`);
  return period ? periodShort(period) : yearOf(time);
}

/** The straight line from the first to the last point at each of the times; null outside it. */
function lineAt(points: readonly PathPoint[], times: readonly number[], step: number): (number | null)[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return times.map(() => null);
  return times.map((time) => {
    if (time < first.time - step / 2 || time > last.time + step / 2) return null;
    const share = Math.min(1, Math.max(0, (time - first.time) / (last.time - first.time)));
    return first.value + share * (last.value - first.value);
  });
}

/** The ends of an axis in round steps, with some space below and above the values. */
function axisOf(metric: Metric, values: readonly number[]): { least: number; most: number } {
  const unit = isShare(metric) ? 0.05 : 5;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const least = Math.max(0, Math.floor((low - unit / 5) / unit) * unit);
  const most = Math.ceil((high + unit / 5) / unit) * unit;
  const whole = isShare(metric) ? 1 : metric.kind === 'index' ? 100 : most;
  return { least: Number(least.toFixed(4)), most: Number(Math.min(whole, most).toFixed(4)) };
}

/** The figures that a pace is read from as a line, those before and after it as dots: nothing is joined across a break. */
function figureLines(row: MeasuredRow, times: readonly number[]): Series[] {
  const { points } = row.path;
  const at = (period: string | undefined) => points.findIndex((point) => point.period === period);
  const [from, to] = [at(row.pace?.from), at(row.pace?.to)];
  const of = (chosen: readonly PathPoint[]) => {
    const valueAt = new Map(chosen.map(({ time, value }) => [time, value]));
    return times.map((time) => valueAt.get(time) ?? null);
  };
  const line = { name: 'Figure', colour: PALETTE.area, width: 2.25 };
  if (from < 0 || to <= from) return [{ ...line, values: of(points), dots: true }];
  const others = points.filter((_, index) => index < from || index > to);
  const joined = { ...line, values: of(points.slice(from, to + 1)) };
  if (others.length === 0) return [joined];
  return [
    joined,
    { ...line, name: 'Figure, not comparable', values: of(others), dots: true, continues: true },
  ];
}

/** An ambition's figures, the straight path to its target, and where the pace seen would lead. */
function pathChart(row: MeasuredRow, box: Box): ChartBlock {
  const metric = metricOf(row.metric);
  const steps = stepsOf(row);
  const times = steps.map(({ time }) => time);
  const step = (times[1] ?? 1) - (times[0] ?? 0);
  const aim = row.path.target.at(-1);
  const series: Series[] = [
    ...figureLines(row, times),
    ...(aim
      ? [
          {
            name: `Path to ${formatRound(metric, aim.value)}`,
            colour: PALETTE.target,
            width: 1.75,
            dash: 'sysDot' as const,
            values: lineAt(row.path.target, times, step),
          },
        ]
      : []),
    ...(row.path.projection.length > 1
      ? [
          {
            name: 'At the pace seen',
            colour: PALETTE.area,
            width: 1.5,
            dash: 'dash' as const,
            values: lineAt(row.path.projection, times, step),
          },
        ]
      : []),
  ];
  return {
    kind: 'chart',
    name: `${metric.label}: path`,
    alt: `${metric.label}: ${figureBrief(metric, row)}; ${series.flatMap(({ name, continues }) => (continues ? [] : name)).join(', ')}.`,
    box,
    type: 'line',
    labels: steps.map(({ label }) => label),
    series,
    valueTitle: '',
    labelTitle: '',
    format: isShare(metric) ? '0%' : '0',
    size: 9,
    ...axisOf(
      metric,
      series.flatMap(({ values }) => values.filter((value) => value !== null)),
    ),
  };
}
