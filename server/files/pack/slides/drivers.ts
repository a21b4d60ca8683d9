import type { Drivers } from '../../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { COMPARED } from '../../../../data/palette.ts';
import { changeSentence, driversHeading, driversSentence } from '../../../../data/text/drivers.ts';
import { shortfall } from '../../../../data/text/figure.ts';
import { formatRound } from '../../../../data/text/format.ts';
import { areasNoun, asSentence, briefName, periodBrief } from '../../../../data/text/words.ts';
import { isSingle } from '../../shared/gather.ts';
import { type Block, type Box, type ChartBlock, ROOM, type Slide } from '../deck.ts';
import { textBlock } from '../fit.ts';
import {
  bold,
  type Content,
  explanation,
  footer,
  methodOf,
  notesOf,
  plain,
  slideOf,
  subtitle,
  titleOf,
} from './kit.ts';

/** The gap of a metric: the people that each area is short of the target by, and sentences about it. */
type Gap = {
  metric: MetricId;
  period: string;
  heading: string;
  sentences: string[];
  bars: { area: string; name: string; people: number }[];
  aim: string;
};

function gapOf(drivers: Drivers): Gap {
  const { query, reason, rows, target, baseline, notes } = drivers;
  const metric = metricOf(query.metric);
  const since = baseline ? periodBrief(baseline.period) : '';
  return {
    metric: query.metric,
    period: query.period,
    heading: driversHeading(metric, drivers),
    sentences:
      reason === null
        ? [driversSentence(metric, drivers), changeSentence(metric, drivers, since), ...notes.map(asSentence)]
        : [asSentence(reason)],
    bars: rows.flatMap(({ area, name, people }) =>
      people === null ? [] : [{ area, name: briefName(name), people }],
    ),
    aim: target?.value == null ? '' : formatRound(metric, target.value),
  };
}

/** England's gap by Alliance: how many more people of each would have had to be treated in time. */
function ofEngland({ scorecard, waits }: Content): Gap[] {
  return waits.flatMap((id): Gap[] => {
    const index = scorecard?.columns.findIndex((column) => column.metric === id) ?? -1;
    const column = scorecard?.columns[index];
    const aim = column?.target?.value;
    if (!scorecard || !column || aim == null) return [];
    const metric = metricOf(id);
    const bars = scorecard.rows.flatMap(({ area, name, cells }) => {
      const cell = cells[index];
      return cell?.denominator == null ? [] : [{ area, name, people: shortfall(metric, aim, cell) }];
    });
    const short = bars.filter(({ people }) => people > 0).length;
    return [
      {
        metric: id,
        period: column.period,
        heading: `${short} of ${bars.length} Alliances are short of ${formatRound(metric, aim)}`,
        sentences: [],
        bars: bars.sort((one, other) => other.people - one.people),
        aim: formatRound(metric, aim),
      },
    ];
  });
}

function chartOf(gap: Gap, box: Box, own: string): ChartBlock {
  const { bars, metric, aim, period } = gap;
  const { label } = metricOf(metric);
  const isBeyond = (people: number) => people <= 0;
  // Where nobody is short there is one side only: people to spare, upwards from zero.
  const allBeyond = bars.every(({ people }) => isBeyond(people));
  const values = (beyond: boolean) =>
    bars.map(({ people }) => (isBeyond(people) === beyond ? (allBeyond ? Math.abs(people) : people) : null));
  const labelled = ({ area, name }: Gap['bars'][number]) => (area === own ? `▸ ${name}` : name);
  const sides = [
    { name: `Short of ${aim}`, colour: COMPARED.worse, values: values(false) },
    { name: `At ${aim} or beyond`, colour: COMPARED.better, values: values(true) },
  ].filter((side) => side.values.some((value) => value !== null));
  const shown = sides.flatMap((side) => side.values.flatMap((value) => value ?? []));
  return {
    kind: 'chart',
    name: `${label}: people short of ${aim}`,
    alt: `${label}, ${periodBrief(period)}: people short of ${aim}, most first, below zero those to spare: ${bars.map((bar) => `${bar.name} ${bar.people}`).join('; ')}.`,
    box,
    type: 'bar',
    labels: bars.map(labelled),
    series: sides,
    valueTitle: allBeyond
      ? `People to spare over ${aim}`
      : `People short of ${aim}${shown.some((value) => value < 0) ? '; below zero: people to spare' : ''}`,
    labelTitle: '',
    format: '#,##0;−#,##0',
    // A bar is as long as its count: left to itself, a program may begin at the least of them.
    ...(shown.every((value) => value >= 0) ? { least: 0 } : {}),
    ...(shown.every((value) => value <= 0) ? { most: 0 } : {}),
    together: true,
    size: bars.length > 16 ? 10 : 12,
  };
}

const CHART: Box = { ...ROOM, x: ROOM.x + 4.6, w: ROOM.w - 4.6 };
const WORDS: Box = { ...ROOM, w: 4.3 };

function gapSlide(content: Content, gap: Gap, index: number): Slide {
  const { subject } = content;
  const { label } = metricOf(gap.metric);
  const whose = isSingle(subject)
    ? `${areasNoun(subject.level, 2)} of ${subject.alliance.name}`
    : subject.name;
  const text = [
    bold(
      gap.bars.every(({ people }) => people <= 0)
        ? `People to spare over ${gap.aim || 'the standard'}, fewest first`
        : `People short of ${gap.aim || 'the standard'}, most first`,
    ),
    ...gap.sentences.filter(Boolean).map(plain),
  ];
  const blocks: Block[] =
    gap.bars.length > 0
      ? [
          textBlock('What makes the gap', WORDS, text, { largest: 16, least: 9 }),
          chartOf(gap, CHART, subject.area),
        ]
      : [explanation('What makes the gap', ...gap.sentences)];
  return slideOf({
    id: index === 0 ? 'drivers' : `drivers-${index + 1}`,
    title: titleOf(
      subject.alliance.name || subject.name,
      gap.heading.startsWith(label) ? gap.heading : `${label}: ${gap.heading}`,
    ),
    subtitle: subtitle(label, whose, periodBrief(gap.period), 'people'),
    blocks,
    footer: footer(content, { metrics: [gap.metric] }),
    notes: notesOf([gap.metric], methodOf('Drivers')),
  });
}

/** Which areas make the gap of each waiting time, in people: a slide for each. */
export function driversSlides(content: Content): Slide[] {
  const { subject, waits, drivers, period } = content;
  const gaps = subject.level === 'england' ? ofEngland(content) : drivers.map(gapOf);
  if (gaps.length > 0) return gaps.map((gap, index) => gapSlide(content, gap, index));
  const why = `There is no figure up to ${periodBrief(period)} whose gap could be told apart.`;
  return [
    slideOf({
      id: 'drivers',
      title: titleOf(subject.name, `${metricOf(waits[0]).label}: who makes the gap cannot be said`),
      subtitle: subtitle(metricOf(waits[0]).label, subject.name, periodBrief(period), 'people'),
      blocks: [explanation('No drivers', why)],
      footer: footer(content, { metrics: [...waits] }),
      notes: notesOf([waits[0]], methodOf('Drivers')),
    }),
  ];
}
