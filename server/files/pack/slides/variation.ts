import { DEFAULTS } from '../../../../data/addresses/choices.ts';
import type { Spread } from '../../../../data/contract/index.ts';
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
import { drawChart } from '../../charts/file.ts';
import type { Maker } from '../../file.ts';
import { isPart, isSingle, type Subject } from '../../shared/gather.ts';
import { work } from '../../worker/work.ts';
import { type Box, type PictureBlock, ROOM, type Slide } from '../deck.ts';
import { textBlock } from '../fit.ts';
import {
  asTitle,
  bold,
  bullet,
  type ChartPicture,
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

const PICTURE: Box = { ...ROOM, w: 8.1 };
const WORDS: Box = { ...ROOM, x: ROOM.x + 8.35, w: ROOM.w - 8.35 };

/** The funnel plot as large as its box allows, at the top of it. */
function pictureBlock({ png, title, alt, width, height }: ChartPicture): PictureBlock {
  const scale = Math.min(PICTURE.w / width, PICTURE.h / height);
  return {
    kind: 'picture',
    name: title,
    alt,
    box: { x: PICTURE.x, y: PICTURE.y, w: width * scale, h: height * scale },
    png,
  };
}

/** Where the deck's CCGs lie in the funnel, a sentence for each zone. */
function zonesOf(content: Content, spread: Spread): string[] {
  const metric = metricOf(spread.query.metric);
  const { subject } = content;
  const one = isSingle(subject);
  const own = spread.areas.filter((row) =>
    one ? row.area === subject.area : subject.level !== 'england' && isPart(content, row),
  );
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
  const { spread, subject, funnel, waits } = content;
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
  const zones = zonesOf(content, spread);
  const words = [
    plain(first),
    ...findings.filter((text) => !text.startsWith(title)).map(plain),
    plain(betweenWords(spread)),
    ...(zones.length > 0 ? [bold('In the funnel'), ...zones.map(bullet)] : []),
  ].filter(({ runs }) => runs[0]?.text !== '');
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
      ...(funnel ? [pictureBlock(funnel)] : []),
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

/** Picture dots for each of the drawing's pixels: sharp on a large screen. */
const SCALE = 2;

/** The funnel of a spread with the areas of a report highlighted, without titles and notes; null where there is none. */
export async function funnelPicture(
  maker: Maker,
  { area, level, alliance }: Subject,
  spread: Spread | null,
): Promise<ChartPicture | null> {
  if (!spread?.funnel) return null;
  const { metric, period, level: of } = spread.query;
  const { benchmark, confidence, limits } = DEFAULTS;
  const drawn = await drawChart(maker, 'funnel', {
    metric,
    period,
    level: of,
    benchmark,
    confidence,
    limits,
    widened: '0',
    ...(alliance.area !== '' && { alliance: alliance.area }),
    ...((level === 'ccg' || level === 'icb') && { area }),
  });
  const { bare: svg, title, alt } = drawn;
  const png = await work('paint', { svg, scale: SCALE }, maker.signal);
  const sizeOf = (name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(svg)?.[1]);
  return { png, title, alt, width: sizeOf('width'), height: sizeOf('height') };
}
