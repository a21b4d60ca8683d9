import type { Spread, SpreadArea } from '../../../data/contract.ts';
import { formatValue } from '../../../data/format.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { briefName } from '../../../data/words/figure.ts';
import { inARow } from '../../../data/words/findings-say.ts';
import {
  betweenWords,
  ends as endsSaid,
  exactly,
  funnelTitle,
  spreadFinding,
  zoneWords,
} from '../../../data/words/spread.ts';
import { periodName } from '../../../data/words/spread-parts.ts';
import { type Box, type ChartBlock, ROOM, type Series, type Slide } from '../deck.ts';
import { WAITS } from '../gather.ts';
import { type Content, footer, slideOf, subtitle, unitOf } from './frame.ts';
import { methodOf, notesOf } from './notes.ts';
import { asTitle, bold, bullet, plain, textBlock } from './text.ts';
import { ends } from './trend.ts';

const PICTURE: Box = { ...ROOM, w: 7.7 };
const WORDS: Box = { ...ROOM, x: ROOM.x + 7.95, w: ROOM.w - 7.95 };

type Known = SpreadArea & { value: number };

/** Every CCG with a figure, lowest first. */
export const ranked = ({ areas }: Pick<Spread, 'areas'>): Known[] =>
  areas.filter((each): each is Known => each.value !== null).sort((one, other) => one.value - other.value);

/** Whose bars they are: those the deck is about, those beside them, the others. */
function seriesOf({ subject }: Content, rows: readonly Known[]): Series[] {
  const own = ({ area }: Known) => subject.level === 'ccg' && area === subject.area;
  const near = (row: Known) => !own(row) && row.parents.includes(subject.alliance.area);
  const of = (name: string, colour: string, holds: (row: Known) => boolean): Series[] =>
    rows.some(holds) ? [{ name, colour, values: rows.map((row) => (holds(row) ? row.value : null)) }] : [];
  if (subject.level === 'england') return of('CCGs of England', PALETTE.area, () => true);
  return [
    ...of(subject.name, PALETTE.alliance, own),
    ...of(`CCGs of ${subject.alliance.name}`, PALETTE.area, near),
    ...of('Other CCGs of England', COMPARED.ghost, (row) => !own(row) && !near(row)),
  ];
}

function chartOf(content: Content, spread: Spread): ChartBlock {
  const rows = ranked(spread);
  const metric = metricOf(spread.query.metric as MetricId);
  return {
    kind: 'chart',
    name: `${metric.label}: every CCG, lowest first`,
    alt: `${endsSaid(spread)}. A bar for each of ${rows.length} CCGs, lowest first.`,
    box: PICTURE,
    type: 'columns',
    labels: rows.map(({ name }) => briefName(name)),
    series: seriesOf(content, rows),
    valueTitle: '',
    labelTitle: '',
    format: '0%',
    stacked: true,
    size: 9,
    ...ends(rows.map(({ value }) => value)),
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

/** How far CCGs differ, and how much of it is more than chance: every CCG in order, and what the funnel says. */
export function variationSlide(content: Content): Slide {
  const { spread, subject } = content;
  const metric = metricOf(WAITS[0]);
  const drawn = spread && ranked(spread).length > 1;
  if (!drawn)
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
      `${ranked(spread).length} CCGs`,
    ),
    blocks: [chartOf(content, spread), textBlock('What it says', WORDS, words, { largest: 14, least: 8 })],
    footer: footer(content, { metrics: [WAITS[0]] }),
    notes: notesOf(
      [WAITS[0]],
      methodOf('Funnel limits'),
      exactly(spread),
      'The chart shows values in order; small CCGs vary more by chance, so its ends are no league table.',
    ),
  });
}
