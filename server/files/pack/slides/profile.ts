import type { ProfileRow } from '../../../../data/contract/index.ts';
import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { COMPARED } from '../../../../data/palette.ts';
import { COMPARISON_WORDS, GLYPHS, VERDICT_GLYPHS } from '../../../../data/text/figure.ts';
import { decimalsNote, formatRound, formatValue } from '../../../../data/text/format.ts';
import { VERDICT_RULE } from '../../../../data/text/methods.ts';
import {
  comparisonHeading,
  rankWords,
  standardsSentence,
  unjudgedSentence,
} from '../../../../data/text/profile.ts';
import { areasNoun, briefName, periodBrief, uncapitalised } from '../../../../data/text/words.ts';
import { hasOnePart } from '../../shared/gather.ts';
import { type DeckCell, ROOM, type Slide } from '../deck.ts';
import { tableBlock, textBlock } from '../fit.ts';
import { asAt, type Content, footer, notesOf, plain, slideOf, subtitle, titleOf } from './kit.ts';
import { GROUPS } from './scorecard.ts';

const WIDTHS = [2.3, 0.85, 0.95, 1.4, 0.85, 0.95, 0.95, 1.25, 1.883, 0.95];
/** As many rows as one slide has room for. */
const ON_ONE = 12;
const EVERY = 'Every metric';
/** Inches below the table for sentences about it. */
const FOOT = 0.6;
const INKS: Partial<Record<string, string>> = { better: COMPARED.better, worse: COMPARED.worse };

/** The place of what only CCGs have: ten areas most similar to each. */
const SIMILAR = 6;

/** The columns of a level, of those of a CCG. */
const columnsOf = <Column>(level: string, all: readonly Column[]): Column[] =>
  all.filter((_, index) => level === 'ccg' || index !== SIMILAR);

const headOf = (against: string, level: string): DeckCell[] => [
  { text: 'Metric' },
  { text: 'Figure', right: true },
  { text: 'Period' },
  { text: '95% interval', right: true },
  { text: 'England', right: true },
  { text: 'Its Alliance', right: true },
  { text: 'Similar ten', right: true },
  { text: `Against ${against}` },
  { text: `Place among ${areasNoun(level, 2)} (95% range)` },
  { text: 'Standard' },
];

function cellsOf(row: ProfileRow): DeckCell[] {
  const metric = metricOf(row.metric);
  const { value, lower, upper, england, alliances, similar, comparison, rank, target, verdict, period } = row;
  const shown = (figure: number | null | undefined) => (figure == null ? '–' : formatValue(metric, figure));
  const aim =
    verdict === 'no-target' || target?.value == null
      ? ''
      : `${VERDICT_GLYPHS[verdict]} ${formatRound(metric, target.value)}`;
  const ink = INKS[comparison];
  return [
    { text: metric.label },
    { text: shown(value), right: true, bold: true },
    { text: periodBrief(period ?? '') },
    { text: lower === null || upper === null ? '–' : `${shown(lower)} to ${shown(upper)}`, right: true },
    { text: shown(england?.value), right: true },
    { text: shown(alliances[0]?.value), right: true },
    { text: shown(similar?.value), right: true },
    { text: `${GLYPHS[comparison]} ${COMPARISON_WORDS[comparison]}`, ...(ink && { colour: ink }) },
    { text: rank ? rankWords(rank) : '' },
    { text: aim },
  ];
}

/** Inches of each column: the table is as wide at every level. */
function widthsOf(level: string): number[] {
  const own = columnsOf(level, WIDTHS);
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  return own.map((width) => (width * sum(WIDTHS)) / sum(own));
}

/**
 * A CCG or an ICB by every metric that is published for areas like it, beside England, its Alliance and its ten most
 * similar CCGs: a slide of the waiting times and one of the others; of an Alliance that has no other, one where both have
 * room.
 */
export function profileSlides(content: Content): Slide[] {
  const { profile } = content;
  const published = (profile?.rows ?? []).filter((row) => row.published);
  const figures = published.filter(({ value }) => value !== null);
  if (hasOnePart(content) && figures.length > 0 && figures.length <= ON_ONE)
    return [groupSlide(content, EVERY, published)];
  const slides = GROUPS.flatMap(({ name, has }) => {
    const rows = published.filter(({ metric }) => has(metric));
    return rows.some(({ value }) => value !== null) ? [groupSlide(content, name, rows)] : [];
  });
  if (slides.length === 0) return [groupSlide(content, EVERY, published)];
  return slides.map((slide, index) => (index === 0 ? slide : { ...slide, id: `${slide.id}-${index + 1}` }));
}

function groupSlide(content: Content, group: string, rows: readonly ProfileRow[]): Slide {
  const { profile, subject } = content;
  const { name, level } = profile?.area ?? subject;
  const measured = rows.filter(({ value }) => value !== null);
  const metrics = measured.map(({ metric }) => metric);
  const table = tableBlock(
    {
      name: 'Profile',
      alt: `${name} by ${measured.length} metrics, beside England and its Alliance${level === 'ccg' ? ' and its ten most similar CCGs' : ''}.`,
      box: { ...ROOM, h: ROOM.h - FOOT },
    },
    {
      head: columnsOf(level, headOf(profile?.against ?? 'England', level)),
      rows: measured.map((row) => columnsOf(level, cellsOf(row))),
      widths: widthsOf(level),
    },
    11,
  );
  const height = measured.length > 0 ? table.box.h : 0;
  const without = rows.filter(({ value }) => value === null).map(({ label }) => label);
  const sentences = [
    standardsSentence(rows),
    VERDICT_RULE,
    decimalsNote(
      measured.flatMap(({ metric, value, england, alliances, similar }) =>
        [value, england?.value, alliances[0]?.value, similar?.value].map((each) => ({
          metric: metricOf(metric),
          value: each,
        })),
      ),
    ),
    unjudgedSentence({ rows, against: profile?.against ?? 'England' }),
    without.length > 0 ? `Without a figure up to ${periodBrief(content.period)}: ${without.join('; ')}.` : '',
  ];
  return slideOf({
    id: 'scorecard',
    title: titleOf(
      group === EVERY ? name : `${briefName(name)}, ${uncapitalised(group)}`,
      profile ? comparisonHeading({ ...profile, rows: measured }) : 'No metric has a figure',
    ),
    subtitle: subtitle(group, name, asAt(content)),
    blocks: [
      ...(measured.length > 0 ? [table] : []),
      textBlock(
        'What it says',
        { ...ROOM, y: ROOM.y + height + 0.08, h: ROOM.h - height - 0.08 },
        [plain(sentences.filter(Boolean).join(' '))],
        { largest: 12, least: 8 },
      ),
    ],
    footer: footer(content, { metrics }),
    notes: notesOf(
      metrics,
      ...measured.flatMap(({ label, notes }) => notes.map((note) => `${label}: ${note}`)),
    ),
  });
}
