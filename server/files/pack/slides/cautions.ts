import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { endOf } from '../../../../data/periods.ts';
import { SOURCES } from '../../../../data/sources.ts';
import { cautionsOnce } from '../../../../data/text/board.ts';
import { sourcesOf } from '../../../../data/text/methods.ts';
import { asSentence } from '../../../../data/text/words.ts';
import { type Paragraph, ROOM, type Slide } from '../deck.ts';
import { fittingCount } from '../fit.ts';
import { asAt, bullet, type Content, fact, footer, JUDGING, notesOf, slideOf, subtitle } from './kit.ts';
import { boundaries } from './map-shapes.ts';

/** Points: of what is read out in a meeting, and of what is looked up after it. */
const CAUTIONS = { largest: 16, least: 14, most: 8 };
const LOOKED_UP = { largest: 14, least: 10, most: Number.POSITIVE_INFINITY };
/** A caution of more measures than these says how many, not which. */
const MOST_NAMED = 3;

/** The metrics that have a figure, so that the deck may quote them. */
function metricsIn({ scorecard, profile, progress }: Content): MetricId[] {
  const own = [
    ...(scorecard?.columns ?? []).map(({ metric }) => metric),
    ...(profile?.rows ?? []).filter(({ value }) => value !== null).map(({ metric }) => metric),
    ...progress.rows.filter(({ value }) => value !== null).flatMap(({ metric }) => metric ?? []),
  ];
  return [...new Set(own)];
}

function cautionsOf(content: Content): Paragraph[] {
  const { areas, scorecard, progress, subject, period, profile } = content;
  const end = endOf(period);
  const own = areas.alliances.find(({ area }) => area === subject.area)?.note ?? '';
  const ids = metricsIn(content);
  const all = cautionsOnce(
    [
      { text: own, about: '' },
      ...(scorecard?.notes ?? []).map((text) => ({ text, about: '' })),
      ...progress.rows
        .filter(({ value }) => value !== null)
        .flatMap(({ notes, label }) => notes.map((text) => ({ text, about: label ?? '' }))),
      ...(profile?.rows ?? [])
        .filter(({ value }) => value !== null)
        .flatMap(({ notes, label }) => notes.map((text) => ({ text, about: label }))),
      ...ids.flatMap((id) =>
        metricOf(id)
          .breaks.filter(({ from }) => from <= end)
          .map(({ reason }) => ({ text: reason, about: metricOf(id).label })),
      ),
      ...ids.flatMap((id) => metricOf(id).cautions.map((text) => ({ text, about: metricOf(id).label }))),
    ].map(({ text, about }) => ({ text: text === '' ? '' : asSentence(text), about })),
  );
  return all.map(({ text, about }) => {
    const whose = about.length > MOST_NAMED ? `${about.length} metrics` : about.join('; ');
    return bullet(whose ? `${text} (${whose})` : text);
  });
}

function sourcesOfDeck(content: Content): Paragraph[] {
  const metrics = metricsIn(content).map(metricOf);
  const sources = [...new Set(metrics.map(({ source }) => source))];
  return [
    ...sources.map((id) => {
      const { publisher, publication, licence, page } = SOURCES[id];
      const labels = metrics.filter(({ source }) => source === id).map(({ label }) => label);
      return fact(labels.join('; '), `${publisher}, ${publication}. ${licence}.${page && ` ${page}`}`);
    }),
    fact('Boundaries', boundaries(content.scorecard?.level ?? content.subject.level).attribution),
    fact('Data', `version ${content.dataVersion}.`),
    fact('Method', JUDGING.join(' ')),
  ];
}

/** Paragraphs in parts that each fit a slide at a size, and are at most so many. */
function parts(paragraphs: readonly Paragraph[], size: number, most: number): (readonly Paragraph[])[] {
  const found: (readonly Paragraph[])[] = [];
  for (let rest = paragraphs; rest.length > 0; rest = rest.slice(found.at(-1)?.length))
    found.push(rest.slice(0, Math.min(most, fittingCount(rest, ROOM, size))));
  return found;
}

/** Text over as few slides as the least size allows, and as large as it then fits. */
function textSlides(
  content: Content,
  { id, title, largest, least, most }: { id: string; title: string } & typeof CAUTIONS,
  paragraphs: readonly Paragraph[],
): Slide[] {
  const fewest = parts(paragraphs, least, most).length;
  let size = largest;
  while (size > least && parts(paragraphs, size, most).length > fewest) size--;
  // As many on each slide, so that the last is not left with one or two.
  let each = Math.ceil(paragraphs.length / fewest);
  while (parts(paragraphs, size, each).length > fewest) each++;
  return parts(paragraphs, size, each).map((shown, index) =>
    slideOf({
      id: index === 0 ? id : `${id}-${index + 1}`,
      title: index === 0 ? title : `${title} (continued)`,
      subtitle: subtitle(content.subject.name, asAt(content)),
      blocks: [{ kind: 'text', name: title, body: true, box: ROOM, paragraphs: shown, size }],
      footer: footer(content, { metrics: [] }),
      notes: notesOf([], sourcesOf(metricsIn(content).map(metricOf))),
    }),
  );
}

/** What the figures cannot say, and where they come from. */
export const cautionsSlides = (content: Content): Slide[] => [
  ...textSlides(
    content,
    { id: 'cautions', title: 'What these figures cannot say', ...CAUTIONS },
    cautionsOf(content),
  ),
  ...textSlides(
    content,
    { id: 'sources', title: 'Where these figures come from', ...LOOKED_UP },
    sourcesOfDeck(content),
  ),
];
