import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { parsePeriod } from '../../../../data/periods.ts';
import { SOURCES } from '../../../../data/sources.ts';
import { gathered } from '../../../../data/text/gathered.ts';
import { sentence } from '../../../../data/text/limits.ts';
import { sourcesOf } from '../../../../data/text/source.ts';
import { type Paragraph, ROOM, type Slide } from '../deck.ts';
import { asAt, type Content, footer, slideOf, subtitle } from './frame.ts';
import { layout } from './layout.ts';
import { METHODS, notesOf } from './notes.ts';
import { bullet, fact, whatFits } from './text.ts';

const SIZES = { largest: 14, least: 10 };
const MOST = 3;

/** The metrics that the deck may quote, by what has a figure. */
export function metricsIn({ card, profile, progress }: Content): MetricId[] {
  const own = [
    ...(card?.columns ?? []).map(({ metric }) => metric),
    ...(profile?.rows ?? []).filter(({ value }) => value !== null).map(({ metric }) => metric),
    ...progress.rows.filter(({ value }) => value !== null).flatMap(({ metric }) => metric ?? []),
  ];
  return [...new Set(own)] as MetricId[];
}

function cautionsOf(content: Content): Paragraph[] {
  const { areas, card, progress, subject, period, profile } = content;
  const end = parsePeriod(period)?.end ?? '';
  const own = areas.alliances.find(({ area }) => area === subject.area)?.note ?? '';
  const ids = metricsIn(content);
  const all = gathered(
    [
      { said: own, of: '' },
      ...(card?.notes ?? []).map((said) => ({ said, of: '' })),
      ...progress.rows
        .filter(({ value }) => value !== null)
        .flatMap(({ notes, label }) => notes.map((said) => ({ said, of: label ?? '' }))),
      ...(profile?.rows ?? [])
        .filter(({ value }) => value !== null)
        .flatMap(({ notes, label }) => notes.map((said) => ({ said, of: label }))),
      ...ids.flatMap((id) =>
        metricOf(id)
          .breaks.filter(({ from }) => from <= end)
          .map(({ reason }) => ({ said: reason, of: metricOf(id).label })),
      ),
      ...ids.flatMap((id) => metricOf(id).cautions.map((said) => ({ said, of: metricOf(id).label }))),
    ].map(({ said, of }) => ({ said: said === '' ? '' : sentence(said), of })),
  );
  return all.map(({ said, of }) => {
    const whose = of.length > MOST ? `${of.length} measures` : of.join('; ');
    return bullet(whose ? `${said} (${whose})` : said);
  });
}

function sourcesSaid(content: Content): Paragraph[] {
  const sources = [...new Set(metricsIn(content).map((id) => metricOf(id).source))];
  return [
    ...sources.map((id) => {
      const { publisher, publication, licence, page } = SOURCES[id];
      const of = metricsIn(content)
        .filter((each) => metricOf(each).source === id)
        .map((each) => metricOf(each).label);
      return fact(of.join('; '), `${publisher}, ${publication}. ${licence}.${page && ` ${page}`}`);
    }),
    fact('Boundaries', layout().attribution),
    fact('Data', `version ${content.dataVersion}.`),
    fact('Method', METHODS.join(' ')),
  ];
}

/** Paragraphs in parts that each keep to a slide at a size. */
function parts(paragraphs: readonly Paragraph[], size: number): (readonly Paragraph[])[] {
  const found: (readonly Paragraph[])[] = [];
  for (let rest = paragraphs; rest.length > 0; rest = rest.slice(found.at(-1)?.length))
    found.push(rest.slice(0, whatFits(rest, ROOM, size)));
  return found;
}

/** Text over as few slides as the least size allows, as large as it then fits. */
function over(content: Content, id: string, title: string, paragraphs: readonly Paragraph[]): Slide[] {
  const fewest = parts(paragraphs, SIZES.least).length;
  let size = SIZES.largest;
  while (size > SIZES.least && parts(paragraphs, size).length > fewest) size--;
  return parts(paragraphs, size).map((shown, index) =>
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

/** What the figures cannot say, and where all of them come from. */
export const cautionsSlides = (content: Content): Slide[] => [
  ...over(content, 'cautions', 'What these figures cannot say', cautionsOf(content)),
  ...over(content, 'sources', 'Where these figures come from', sourcesSaid(content)),
];
