import { COLOURINGS } from './addresses/choices.ts';
import { breaksOf, type Class, classesOf, classOf } from './classes.ts';
import type { Snapshot, SnapshotArea } from './contract/index.ts';
import type { Metric } from './metrics/index.ts';
import { COMPARED, LAND, PALETTE, SEQUENTIAL } from './palette.ts';
import { COMPARISON_WORDS, GLYPHS } from './text/figure.ts';

/** What the areas of a page are coloured by: how they stand to the target, how they differ from England, or their value. */
export type ColourBy = (typeof COLOURINGS)[number];

type Painted = Pick<SnapshotArea, 'status' | 'value' | 'lower' | 'upper' | 'comparison'>;

/** Whether an area is painted: it has a figure, and one that is not probably incomplete. */
const isPainted = <Area extends Pick<Painted, 'status' | 'value'>>(
  area: Area,
): area is Area & { value: number } => area.value !== null && area.status !== 'incomplete';

/** The classes that areas are painted in, with how many lie in each, and the colour of an area; null where it is not painted. */
export type Painting = {
  by: ColourBy;
  classes: readonly Class[];
  /** The areas that are not painted, and why. */
  gaps: { count: number; label: string };
  /** Whether colours fade where a figure is less sure. */
  fades: boolean;
  colourOf: (area: Painted) => string | null;
};

/** What areas are coloured by: what was chosen, where the metric has it, else what its classes lie around. */
export function colouredBy(metric: Metric, chosen = ''): ColourBy {
  const { around } = metric.classes;
  return colouringsOf(metric).find((by) => by === chosen) ?? (around === 'nothing' ? 'value' : around);
}

/** What a metric's areas can be coloured by: the target only where its classes lie around one. */
export const colouringsOf = ({ classes }: Metric): ColourBy[] =>
  COLOURINGS.filter((by) => by !== 'target' || classes.around === 'target');

/**
 * How areas are painted. By value the classes go from pale to dark; by the target in force they diverge around it. By England
 * an area is better, similar or worse as it was tested (higher, similar or lower where there is no better), or lies in a
 * class around England, where a metric has classes of that kind.
 */
export function painting(
  metric: Metric,
  {
    areas,
    target,
  }: { areas: readonly Painted[]; target: Pick<NonNullable<Snapshot['target']>, 'value'> | null },
  { by = colouredBy(metric), sure = false }: { by?: ColourBy; sure?: boolean } = {},
): Painting {
  const isTested = by === 'england' && metric.classes.around !== 'england';
  const breaks = breaksOf(metric, target?.value);
  const classes = isTested
    ? testedClasses(metric, areas)
    : classesOf(
        metric,
        breaks,
        areas.filter(isPainted).map(({ value }) => value),
      ).map((each, index) => (by === 'value' ? { ...each, colour: SEQUENTIAL[index] ?? each.colour } : each));
  const colourAt = (area: Painted & { value: number }) =>
    (isTested ? kindColour(area.comparison) : classes[classOf(breaks, area.value)]?.colour) ?? PALETTE.paper;
  return {
    by,
    classes,
    gaps: {
      count: areas.filter((area) => !isPainted(area)).length,
      label: areas.some(({ status }) => status === 'incomplete')
        ? 'no figure, or probably incomplete'
        : 'no figure',
    },
    fades: sure,
    colourOf(area) {
      if (!isPainted(area)) return null;
      const colour = colourAt(area);
      return sure ? faded(colour, unsureness(breaks, area)) : colour;
    },
  };
}

type Kind = SnapshotArea['comparison'];

const KIND_COLOURS: Record<Kind, string> = {
  worse: COMPARED.worse,
  similar: COMPARED.similar,
  better: COMPARED.better,
  lower: SEQUENTIAL[1],
  higher: SEQUENTIAL[3],
  'not-compared': PALETTE.paper,
};
const kindColour = (kind: Kind) => KIND_COLOURS[kind];

function testedClasses({ polarity }: Metric, areas: readonly Painted[]): Class[] {
  const judged: readonly Kind[] =
    polarity === 'none' ? ['lower', 'similar', 'higher'] : ['worse', 'similar', 'better'];
  return [...judged, 'not-compared' as const]
    .map((kind) => ({
      label: `${GLYPHS[kind]} ${COMPARISON_WORDS[kind]}`,
      colour: kindColour(kind),
      count: areas.filter((area) => isPainted(area) && area.comparison === kind).length,
    }))
    .filter(({ count }, index) => index < judged.length || count > 0);
}

/** How unsure a class is: 0 where the 95% interval lies in one class, 1 in two, 2 in more, or where there is none. */
export function unsureness(
  breaks: readonly number[],
  { lower, upper }: Pick<Painted, 'lower' | 'upper'>,
): 0 | 1 | 2 {
  if (lower === null || upper === null) return 2;
  const spanned = classOf(breaks, upper) - classOf(breaks, lower);
  return spanned === 0 ? 0 : spanned === 1 ? 1 : 2;
}

/** What each step of unsureness is called. */
export const SURENESS = ['within one class', 'across two', 'across more'] as const;

/** How much of a colour is taken by the ground at each step: what is least sure can hardly be told apart. */
const SUPPRESSED = [0, 0.5, 0.82] as const;

/** A colour as it is shown at a step of unsureness. */
export const faded = (colour: string, step: 0 | 1 | 2): string =>
  mixed(colour, LAND.around, SUPPRESSED[step]);

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function mixed(colour: string, other: string, share: number): string {
  const to = channels(other);
  const sum = channels(colour).map((each, index) => Math.round(each + ((to[index] ?? each) - each) * share));
  return `#${sum.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

/** Whether a colour is so dark that words on it must be white: by its luminance (WCAG 2.2). */
export function isDark(colour: string): boolean {
  if (!colour.startsWith('#')) return false;
  const [red = 0, green = 0, blue = 0] = channels(colour).map((each) => {
    const part = each / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.25;
}
