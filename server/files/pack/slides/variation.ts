import type { Spread, SpreadArea } from '../../../../data/contract/index.ts';
import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { formatValue } from '../../../../data/text/format.ts';
import {
  betweenBasis,
  betweenWords,
  endsHeading,
  exactLimitsWords,
  funnelTitle,
  spreadFinding,
  zoneWords,
} from '../../../../data/text/spread.ts';
import { areasNoun, briefName, listOfNames, periodBrief } from '../../../../data/text/words.ts';
import { isPart, isSingle } from '../../shared/gather.ts';
import { type Box, ROOM, type Slide } from '../deck.ts';
import { textBlock } from '../fit.ts';
import { funnelChart } from './funnel.ts';
import {
  asTitle,
  bold,
  bullet,
  type Content,
  explanation,
  footer,
  methodOf,
  notesOf,
  plain,
  slideOf,
  subtitle,
  unitOf,
} from './kit.ts';

const CHART: Box = { ...ROOM, w: 8.1 };
const WORDS: Box = { ...ROOM, x: ROOM.x + 8.35, w: ROOM.w - 8.35 };

/** The areas of a spread that a deck is about: its CCG or ICB, or those of its Alliance. */
const ownAreas = (content: Content, { areas }: Spread): SpreadArea[] =>
  areas.filter((row) =>
    isSingle(content.subject)
      ? row.area === content.subject.area
      : content.subject.level !== 'england' && isPart(content, row),
  );

/** Where the deck's own areas lie in the funnel, a sentence for each zone. */
function zonesOf(content: Content, spread: Spread, own: readonly SpreadArea[]): string[] {
  const metric = metricOf(spread.query.metric);
  const one = isSingle(content.subject);
  const zones = new Map<string, string[]>();
  for (const { zone, name, value } of own) {
    if (zone === null || value === null) continue;
    const ccg = one ? `${briefName(name)} (${formatValue(metric, value)})` : briefName(name);
    zones.set(zoneWords(zone), [...(zones.get(zoneWords(zone)) ?? []), ccg]);
  }
  return [...zones].map(([zone, names]) => `${listOfNames(names)}: ${zone}.`);
}

/** How far CCGs differ, and how much of that is more than chance: the funnel and sentences about it. */
export function variationSlide(content: Content): Slide {
  const { spread, subject, waits } = content;
  const level = spread?.query.level ?? (isSingle(subject) ? subject.level : 'ccg');
  const [one, many] = [areasNoun(level, 1), areasNoun(level, 2)];
  const metric = metricOf(waits[0]);
  const withFigure = spread?.areas.filter(({ value }) => value !== null).length ?? 0;
  if (!spread || withFigure < 2)
    return slideOf({
      id: 'variation',
      title: `${metric.label}: no spread between ${many} can be given`,
      subtitle: subtitle(metric.label, `England by ${one}`, periodBrief(content.period)),
      blocks: [
        explanation(
          'No spread',
          spread?.funnelReason ??
            `There are no figures by ${one} by the end of ${periodBrief(content.period)}.`,
        ),
      ],
      footer: footer(content, { metrics: [waits[0]] }),
      notes: notesOf([waits[0]]),
    });
  const title = asTitle(funnelTitle(spread) || endsHeading(spread));
  const [first = '', ...findings] = spreadFinding(spread);
  const own = ownAreas(content, spread);
  const zones = zonesOf(content, spread, own);
  const words = [
    plain(first),
    ...findings.filter((text) => !text.startsWith(title)).map(plain),
    plain(betweenWords(spread)),
    ...(zones.length > 0 ? [bold('In the funnel'), ...zones.map(bullet)] : []),
  ].filter(({ runs }) => runs[0]?.text !== '');
  const funnel = funnelChart(spread, new Set(own.map(({ area }) => area)), CHART);
  return slideOf({
    id: 'variation',
    title,
    subtitle: subtitle(
      metric.label,
      subject.level === 'england' ? `England by ${one}` : `${subject.name} among the ${many} of England`,
      periodBrief(spread.query.period),
      unitOf(waits[0]),
      `${withFigure} ${many}`,
    ),
    blocks: [
      ...(funnel ? [funnel] : []),
      textBlock('What it says', funnel ? WORDS : ROOM, words, { largest: 14, least: 8 }),
    ],
    footer: footer(content, { metrics: [waits[0]] }),
    notes: notesOf(
      [waits[0]],
      methodOf('Funnel limits'),
      exactLimitsWords(spread),
      methodOf('Between and within Alliances'),
      betweenBasis(spread),
    ),
  });
}
