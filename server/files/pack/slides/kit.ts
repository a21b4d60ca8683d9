import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import type { ColourBy } from '../../../../data/painting.ts';
import { SOURCES } from '../../../../data/sources.ts';
import { isShare } from '../../../../data/text/format.ts';
import { METHODS, sourcesOf } from '../../../../data/text/methods.ts';
import { asSentence, briefName, periodWords, uncapitalised } from '../../../../data/text/words.ts';
import { type Gathered, pageOf } from '../../shared/gather.ts';
import { type Paragraph, ROOM, type Slide, type TextBlock } from '../deck.ts';
import { lineCount, textBlock } from '../fit.ts';

/**
 * What slides are made of: the gathered replies, the address of this server for its readers, and what the areas of maps
 * are coloured by, where that was asked for.
 */
export type Content = Gathered & { origin: string; colour?: ColourBy };

/** A slide of content; its blocks are read out in their order. */
export const slideOf = (slide: Omit<Slide, 'layout'>): Slide => ({ layout: 'content', ...slide });

export const plain = (text: string): Paragraph => ({ runs: [{ text }] });
export const bold = (text: string): Paragraph => ({ runs: [{ text, bold: true }] });
export const bullet = (text: string): Paragraph => ({ runs: [{ text }], bullet: true });
/** A name in bold type, and its text. */
export const fact = (name: string, text: string): Paragraph => ({
  runs: [{ text: `${name}: `, bold: true }, { text }],
});

/** The text of a slide that has nothing to show: why. */
export const explanation = (name: string, ...reasons: readonly string[]): TextBlock =>
  textBlock(name, ROOM, reasons.map(plain), { largest: 18, least: 12 });

/** The first sentence of a text, and the rest; a full stop before a capital or a number ends a sentence. */
export function firstSentence(text: string): [first: string, rest: string] {
  const end = /\.\s+(?=[A-Z\d])/.exec(text);
  return end ? [text.slice(0, end.index + 1), text.slice(end.index + end[0].length)] : [text, ''];
}

/** A sentence as a title: without its full stop. */
export const asTitle = (text: string): string => text.replace(/\.$/, '');

/** A finding as a title that names whom it is about: `West Midlands: none of 6 ICBs is at 85% or above`. */
export function titleOf(name: string, finding: string): string {
  const words = /^[A-Z][a-z ]/.test(finding) ? uncapitalised(finding) : finding;
  return `${briefName(name)}${finding.includes(': ') ? ',' : ':'} ${words}`;
}

const SUBTITLE_SIZE = 14;

/** Metric, area, period, unit and number of people, those that are known, on one line: parts before the last go where it is too long. */
export function subtitle(...parts: readonly string[]): string {
  const shown = parts.filter(Boolean);
  const fits = () => lineCount(shown.join(' · '), ROOM.w, SUBTITLE_SIZE) <= 1;
  while (shown.length > 2 && !fits()) shown.splice(shown.length > 3 ? -2 : -1, 1);
  return shown.join(' · ');
}

/** The unit of a metric as a subtitle has it. */
export const unitOf = (id: MetricId): string => {
  const metric = metricOf(id);
  return isShare(metric) ? 'per cent' : metric.unit;
};

export const asAt = ({ period }: Content): string => `As at ${periodWords(period)}`;

/** Why a metric has no figure by the period, to end a sentence about it; empty where that is not known. */
export function whyNone({ progress }: Content, id: MetricId): string {
  const reason = progress.rows.find(({ metric, value }) => metric === id && value === null)?.reason;
  return reason ? ` ${asSentence(reason)}` : '';
}

/** The footer's width in inches, and the size of its type in points. */
const FOOTER = { width: 11.4, size: 10, lines: 2 };

/**
 * Source, licence, data version, boundaries and link of a slide; where all sources have no room on two lines, their
 * publishers.
 */
export function footer(
  content: Content,
  {
    metrics,
    boundaries = '',
    link = pageOf(content, content.origin),
  }: { metrics: readonly MetricId[]; boundaries?: string; link?: string },
): string {
  const measures = metrics.map(metricOf);
  const end = [`Data version ${content.dataVersion}.`, boundaries, link].filter(Boolean).join(' ');
  if (measures.length === 0) return end;
  const publishers = [...new Set(measures.map(({ source }) => SOURCES[source].publisher))];
  const short = `Sources: ${publishers.join('; ')}, in full on the last slide.`;
  const whole = `${sourcesOf(measures)} ${end}`;
  return lineCount(whole, FOOTER.width, FOOTER.size) <= FOOTER.lines ? whole : `${short} ${end}`;
}

/** What the speaker needs of a slide: what is particular to it, then definitions, methods, cautions and sources of its metrics. */
export const notesOf = (ids: readonly MetricId[], ...particular: readonly string[]): string[] => [
  ...particular.filter(Boolean),
  ...definitions(ids),
  ...JUDGING,
  ...new Set(ids.flatMap((id) => metricOf(id).cautions.map(asSentence))),
  ...(ids.length > 0 ? [sourcesOf(ids.map(metricOf))] : []),
];

/** Definition and targets of each metric. */
export const definitions = (ids: readonly MetricId[]): string[] =>
  ids.map((id) => {
    const { label, definition, targets } = metricOf(id);
    return [`${label}: ${definition}`, ...targets.map((target) => asSentence(target.label))].join(' ');
  });

/** The text of a method by its name; empty where no method has that name. */
export const methodOf = (wanted: string): string => METHODS.find(({ name }) => name === wanted)?.text ?? '';

/** How figures are compared and judged. */
export const JUDGING: readonly string[] = [
  methodOf('Intervals and comparisons'),
  methodOf('Better, similar, worse'),
  methodOf('Met, not met, not sure'),
];
