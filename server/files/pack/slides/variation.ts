import type { Spread } from '../../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { briefName } from '../../../../data/text/figure.ts';
import { inARow } from '../../../../data/text/findings-say.ts';
import { formatValue } from '../../../../data/text/format.ts';
import {
  betweenWords,
  ends as endsSaid,
  exactly,
  funnelTitle,
  spreadFinding,
  zoneWords,
} from '../../../../data/text/spread.ts';
import { periodName } from '../../../../data/text/spread-parts.ts';
import { WAITS } from '../../shared/gather.ts';
import { type Box, type PictureBlock, ROOM, type Slide } from '../deck.ts';
import type { Painted } from '../painted.ts';
import { type Content, footer, slideOf, subtitle, unitOf } from './frame.ts';
import { methodOf, notesOf } from './notes.ts';
import { asTitle, bold, bullet, plain, textBlock } from './text.ts';

const PICTURE: Box = { ...ROOM, w: 8.1 };
const WORDS: Box = { ...ROOM, x: ROOM.x + 8.35, w: ROOM.w - 8.35 };

/** The funnel plot as large as its place allows, at the top of it. */
function pictureOf({ png, title, alt, width, height }: Painted): PictureBlock {
  const scale = Math.min(PICTURE.w / width, PICTURE.h / height);
  return {
    kind: 'picture',
    name: title,
    alt,
    box: { x: PICTURE.x, y: PICTURE.y, w: width * scale, h: height * scale },
    png,
  };
}

/** Where the CCGs that the deck is about lie in the funnel, those in one place together. */
function zonesOf({ subject }: Content, spread: Spread): string[] {
  const metric = metricOf(spread.query.metric as MetricId);
  const one = subject.level === 'ccg';
  const own = spread.areas.filter((row) =>
    one ? row.area === subject.area : row.parents.includes(subject.alliance.area),
  );
  const zones = new Map<string, string[]>();
  for (const { zone, name, value } of own) {
    if (zone === null || value === null) continue;
    const said = one ? `${briefName(name)} (${formatValue(metric, value)})` : briefName(name);
    zones.set(zoneWords(zone), [...(zones.get(zoneWords(zone)) ?? []), said]);
  }
  return [...zones].map(([zone, names]) => `${inARow(names)}: ${zone}.`);
}

/** How far CCGs differ, and how much of it is more than chance: the funnel, and what it says. */
export function variationSlide(content: Content): Slide {
  const { spread, subject, funnel } = content;
  const metric = metricOf(WAITS[0]);
  const withFigure = spread?.areas.filter(({ value }) => value !== null).length ?? 0;
  if (!spread || withFigure < 2)
    return slideOf({
      id: 'variation',
      title: `${metric.label}: no spread between CCGs can be given`,
      subtitle: subtitle(metric.label, 'England by CCG', periodName(content.period)),
      blocks: [
        textBlock(
          'No spread',
          ROOM,
          [
            plain(
              spread?.funnelReason ??
                `There are no figures by CCG by the end of ${periodName(content.period)}.`,
            ),
          ],
          { largest: 18, least: 12 },
        ),
      ],
      footer: footer(content, { metrics: [WAITS[0]] }),
      notes: notesOf([WAITS[0]]),
    });
  const title = asTitle(funnelTitle(spread) || endsSaid(spread));
  const [first = '', ...findings] = spreadFinding(spread);
  const zones = zonesOf(content, spread);
  const words = [
    plain(first),
    ...findings.filter((said) => !said.startsWith(title)).map(plain),
    plain(betweenWords(spread)),
    ...(zones.length > 0 ? [bold('In the funnel'), ...zones.map(bullet)] : []),
  ].filter(({ runs }) => runs[0]?.text !== '');
  return slideOf({
    id: 'variation',
    title,
    subtitle: subtitle(
      metric.label,
      subject.level === 'england' ? 'England by CCG' : `${subject.name} among the CCGs of England`,
      periodName(spread.query.period),
      unitOf(WAITS[0]),
      `${withFigure} CCGs`,
    ),
    blocks: [
      ...(funnel ? [pictureOf(funnel)] : []),
      textBlock('What it says', funnel ? WORDS : ROOM, words, { largest: 14, least: 8 }),
    ],
    footer: footer(content, { metrics: [WAITS[0]] }),
    notes: notesOf([WAITS[0]], methodOf('Funnel limits'), exactly(spread)),
  });
}
