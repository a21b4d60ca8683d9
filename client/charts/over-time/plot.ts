import type { ReactElement } from 'react';
import type { ControlPoint, Status } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { formatTick, isShare } from '../../../data/text/format.ts';
import { roughWidth } from '../../../data/text/measure.ts';
import { periodBrief, periodWords } from '../../../data/text/words.ts';
import { breakLabelsWidth, END_LINE, END_SIZE, type EndLabel, endLabelsSize } from '../kit/Axes.tsx';
import { titleHeight } from '../kit/ChartFrame.tsx';
import { overlap } from '../kit/labels.ts';
import { type Ends, namedPlaces, periodTick } from '../kit/overTime.ts';
import { type Frame, pixel, roundTicks, type Scale, scaleOf, valueAxis } from '../kit/scales.ts';
import { axisName } from '../kit/words.ts';

// What a chart over time shows, as data: made once of the figures, then narrowed to a range, then laid out for a width.
// The page paints it with recharts, files and the first view with our own marks; neither decides anything itself.

/** A place along a chart: a period, or a moment that has none; `at`: where it stands, counted in periods or years. */
export type Place = { id: string; at: number; words: string };

/** What is known at one place. A value of null is a gap that its series has there. */
export type Figure = {
  value: number | null;
  lower?: number | null;
  upper?: number | null;
  numerator?: number | null;
  denominator?: number | null;
  status?: Status;
};

type Look = { stroke: string; strokeWidth: number; strokeDasharray?: string };

/** A line over time. */
export type PlotLine = {
  /** The area’s id, or what else it is of: `target`, `mean`. */
  id: string;
  /** What it is called at its end and where it is read. */
  name: string;
  /** The subject stands before all others and cannot be hidden; a reference is no series of figures. */
  role: 'subject' | 'other' | 'reference';
  /** Its figure at each place; null where its series has none, having ended or not begun. */
  figures: readonly (Figure | null)[];
  /** The places from which it is not joined with what comes before. */
  breaks: readonly number[];
  /** The places of other lines alone, which it passes over. */
  passes?: readonly number[];
  look: Look;
  /** How it is drawn when it is picked out. */
  picked?: Look;
  /** Whether every figure has a dot, and how large; otherwise only those with no neighbour to draw a line to. */
  dotted?: boolean | number;
  /** What its end is named; empty: nothing, unless it is picked out. */
  end: string;
  /** Whether it stands in the legend, to be hidden and picked out. */
  listed: boolean;
  /** Whether it is left out where a period is read. */
  unread?: boolean;
};

/** An area between two ends over time; hidden with the line it belongs to. */
export type PlotBand = {
  id: string;
  of: string;
  ends: readonly (Ends | null)[];
  breaks: readonly number[];
  /** Whether it is an upright bar at each place, in place of an area. */
  bars?: boolean;
  /** Whether its ends must lie on the axis; otherwise it is cut off where the axis ends. */
  scaled: boolean;
  look: { fill: string; fillOpacity?: number; stroke?: string; strokeWidth?: number };
};

/** An upright line: a break between two places, or the place that is shown elsewhere on the page. */
export type Rule = { kind: 'break' | 'shown'; at: number; text: string; brief: string };

export type SignalType = ControlPoint['type'] | 'no-limits';

/** What a chart over time shows. */
export type Description = {
  metric: Metric;
  /** What is written over it; empty: nothing. */
  title: string;
  /** What it shows in a sentence, for those who cannot see it. */
  label: string;
  places: readonly Place[];
  /** Those beneath first. */
  lines: readonly PlotLine[];
  bands: readonly PlotBand[];
  rules: readonly Rule[];
  /** What each figure of the subject says in a control chart; null for a gap. */
  signals: readonly (SignalType | null)[];
  /** What is said of a place beside its figures. */
  said: readonly (readonly string[])[];
  /** What signs stand for that are no lines of areas. */
  key: readonly { text: string; swatch: ReactElement }[];
  /** Ends and ticks of the upright axis for values. */
  axis: (values: readonly (number | null)[]) => { ends: readonly [number, number]; ticks: readonly number[] };
  /** The names along the bottom, where they are not those of its periods. */
  ticks?: readonly { at: number; text: string }[];
  /** Whether it stands small beside words that say what it is of. */
  compact?: boolean;
  /** The least height, with all that is written in it. */
  least: (width: number) => number;
};

/** Periods as places, each as far from the next. */
export const periodPlaces = (periods: readonly string[]): Place[] =>
  periods.map((id, at) => ({ id, at, words: periodWords(id) }));

/** The rules of breaks: each between the places it parts. */
export const breakRules = (places: readonly number[], periods: readonly string[]): Rule[] =>
  places.map((at) => {
    const brief = periodBrief(periods[at] ?? '');
    return { kind: 'break', at: at - 0.5, text: `Break, ${brief}`, brief };
  });

/** Values as figures that say nothing else; what has none is no gap but nothing. */
export const bareFigures = (values: readonly (number | null | undefined)[]): (Figure | null)[] =>
  values.map((value) => (value == null ? null : { value }));

const valuesOf = ({ figures }: PlotLine) => figures.map((figure) => figure?.value ?? null);

/** Whether any series has a figure at a place; what is to be reached is none. */
export const hasFigureAt = (lines: readonly PlotLine[], at: number): boolean =>
  lines.some(({ role, figures }) => role !== 'reference' && figures[at]?.value != null);

/** Whether nothing is left of a chart but what is to be reached, the line of every area being hidden. */
export function isAllHidden({ lines }: Pick<Description, 'lines'>, hide: readonly string[]): boolean {
  const areas = lines.filter(({ role }) => role !== 'reference');
  return areas.length > 0 && areas.every(({ id, role }) => role !== 'subject' && hide.includes(id));
}

/** A description cut to the places from one to another, both included. */
export function narrowed(description: Description, [from, to]: readonly [number, number]): Description {
  const { places, lines, bands, rules, signals, said } = description;
  if (from <= 0 && to >= places.length - 1) return description;
  const cut = <T>(all: readonly T[]) => all.slice(from, to + 1);
  const moved = (breaks: readonly number[]) =>
    breaks.map((at) => at - from).filter((at) => at > 0 && at <= to - from);
  const [first, last] = [places[from]?.at ?? 0, places[to]?.at ?? 0];
  return {
    ...description,
    places: cut(places).map((place) => ({ ...place, at: place.at - first })),
    lines: lines.map((line) => ({
      ...line,
      figures: cut(line.figures),
      breaks: moved(line.breaks),
      passes: moved(line.passes ?? []),
    })),
    bands: bands.map((band) => ({ ...band, ends: cut(band.ends), breaks: moved(band.breaks) })),
    rules: rules
      .map((rule) => ({ ...rule, at: rule.at - first }))
      .filter(({ at }) => at >= 0 && at <= last - first),
    signals: cut(signals),
    said: cut(said),
  };
}

/** Which lines are hidden and which is picked out; empty: none. */
export type Picking = { hide: readonly string[]; pick: string };

const NOTHING_PICKED: Picking = { hide: [], pick: '' };

/** A description without hidden lines, the one picked out before the others. The subject is never hidden, nor set back. */
export function pickedOut(description: Description, { hide, pick }: Picking): Description {
  const hidden = new Set(hide);
  const isShown = ({ id, role, listed }: PlotLine) => role === 'subject' || !listed || !hidden.has(id);
  const shown = description.lines.filter(isShown);
  const picked = shown.find(({ id, role }) => role === 'other' && id === pick);
  const of = new Set(shown.map(({ id }) => id));
  const looked = shown.map((line): PlotLine => {
    if (!picked || line.role !== 'other') return line;
    if (line !== picked) return { ...line, look: { ...line.look, stroke: COMPARED.ghost } };
    return {
      ...line,
      look: line.picked ?? { ...line.look, strokeWidth: Math.max(3.5, line.look.strokeWidth) },
      end: line.end || line.name,
    };
  });
  const isPicked = (line: PlotLine) => Number(line.id === picked?.id);
  return {
    ...description,
    lines: looked.sort((one, other) => isPicked(one) - isPicked(other)),
    bands: description.bands.filter((band) => of.has(band.of)),
  };
}

/** A name where its line ends before the others do: the start of its words and their line. */
type Ended = { id: string; text: string; x: number; y: number; colour: string; bold: boolean };

/** A description laid out: where all of it stands, in pixels. */
export type Plot = Description & {
  width: number;
  height: number;
  frame: Frame;
  /** The pixel of a place along. */
  x: (at: number) => number;
  y: Scale;
  /** How far apart two periods or years stand; 0 for a single place. */
  step: number;
  axisName: string;
  /** The names along the bottom. */
  names: readonly { at: number; text: string }[];
  /** Upright lines: at which place, and at which pixel. */
  marks: readonly { place: number; at: number; text: string; kind: Rule['kind'] }[];
  ends: readonly EndLabel[];
  /** How many letters a line of the names at the ends holds. */
  room: number;
  ended: readonly Ended[];
  pick: string;
};

/** Room between the frame and its first and last place. */
export const INSET = 6;
/** Under this width there is room for short names only. */
export const NARROW = 520;
const SMALL = 13;
/** How much wider than reckoned names may be in the reader’s own font. */
const WIDER = 1.18;
/** A line that stops before this share of the width is named where it stops. */
const NEAR_END = 0.94;

/** A chart over time at a width, with what is hidden and picked out; higher than asked for where names need it. */
export function plotOf(whole: Description, width: number, picking: Picking = NOTHING_PICKED): Plot {
  const description = pickedOut(whole, picking);
  const { metric, title, places, lines, bands, rules, least, compact } = description;
  const narrow = width < NARROW;
  const room = narrow ? 13 : lines.length > 5 ? 24 : 18;
  const span = (places.at(-1)?.at ?? 0) - (places[0]?.at ?? 0);
  const along = (index: number) => places[index]?.at ?? 0;
  const named = endingsOf(lines, picking.pick);
  const atEnd = named.filter(({ at }) => span === 0 || along(at) / span >= NEAR_END);
  const size = endLabelsSize(atEnd, room);
  const ends = bands
    .filter(({ scaled }) => scaled)
    .flatMap((band) => band.ends.flatMap((each) => [each?.low ?? null, each?.high ?? null]));
  // Without the line of any area, its axis stays where theirs were.
  const scaled = isAllHidden(whole, picking.hide) ? whole.lines : lines;
  const axis = description.axis([...scaled.flatMap(valuesOf), ...ends]);
  const over = compact ? { bare: 10, ruled: 24 } : { bare: 30, ruled: 46 };
  const top = titleHeight(title, width) + (rules.length > 0 ? over.ruled : over.bare);
  const foot = compact ? 24 : 30;
  const height = Math.ceil(Math.max(least(width), top + size.height + foot));
  const widest = Math.max(
    ...axis.ticks.map((tick) => roughWidth(formatTick(metric, tick, axis.ticks), SMALL)),
  );
  const left = Math.ceil(widest) + 10;
  const y = scaleOf('linear', axis.ends, [height - foot, top], axis.ticks);
  const placed = (column: readonly Ending[]) => {
    const least = compact ? 10 : narrow ? 92 : 132;
    const wide = Math.max(least, WIDER * endLabelsSize(column, room).width + 12);
    const frame: Frame = { left, right: width - Math.ceil(wide), top, bottom: height - foot };
    const from = left + INSET;
    const step = span > 0 ? (frame.right - INSET - from) / span : 0;
    const x = (at: number) => pixel(span > 0 ? from + step * at : (left + frame.right) / 2);
    return {
      frame,
      step,
      x,
      ...placedEnds(named, column, lines, { x: (index) => x(along(index)), y, frame, room }),
    };
  };
  const wished = placed(atEnd);
  // A name that finds no place where its line ends stands in the column, which then may have to be wider.
  const { frame, step, x, column, inside } =
    wished.column.length > atEnd.length ? placed(wished.column) : wished;
  const fits = breakLabelsWidth(rules.map(({ text }) => text)) <= width;
  const name = axisName(metric);
  return {
    ...description,
    width,
    height,
    frame,
    x,
    y,
    step,
    axisName: compact ? '' : roughWidth(name, SMALL) <= width ? name : metric.unit,
    names:
      description.ticks ??
      namedPlaces(
        places.map(({ id }) => id),
        (index) => x(along(index)),
        76,
      ).map((index) => ({ at: along(index), text: periodTick(places[index]?.id ?? '') })),
    marks: rules.map(({ kind, at, text, brief }) => ({
      kind,
      place: at,
      at: x(at),
      text: fits ? text : brief,
    })),
    ends: column.map((ending) => ({ ...ending, at: y.at(ending.value) })),
    room,
    ended: inside,
    pick: picking.pick,
  };
}

type Ending = { id: string; text: string; colour: string; bold: boolean; value: number; at: number };

/** The names of lines with the last figure of each, the subject and the one picked out in bold, those on top first. */
function endingsOf(lines: readonly PlotLine[], pick: string): Ending[] {
  return lines
    .flatMap((line): Ending[] => {
      const at = line.figures.findLastIndex((figure) => figure?.value != null);
      const value = line.figures[at]?.value;
      if (value == null || line.end === '') return [];
      const { id, end: text, look, role } = line;
      const colour = look.stroke === COMPARED.ghost ? PALETTE.secondary : look.stroke;
      return [{ id, text, colour, bold: role === 'subject' || id === pick, value, at }];
    })
    .reverse();
}

/**
 * Where names stand: in the column at the right, or beside the end of a line that ends early, clear of every line. One
 * that finds no place there goes to the column while that has room, and is else left to the legend, unless it is picked out.
 */
function placedEnds(
  named: readonly Ending[],
  atEnd: readonly Ending[],
  lines: readonly PlotLine[],
  { x, y, frame, room }: Pick<Plot, 'x' | 'y' | 'frame' | 'room'>,
): { column: Ending[]; inside: Ended[] } {
  const column = [...atEnd];
  const inside: Ended[] = [];
  const taken: Frame[] = [];
  const crossed = (box: Frame) => lines.some(({ figures }) => crosses(figures, box, { x, y }));
  const early = named.filter((ending) => !atEnd.includes(ending));
  for (const ending of early.toSorted((one, other) => y.at(one.value) - y.at(other.value))) {
    const left = x(ending.at) + 7;
    const wide = roughWidth(ending.text, END_SIZE) * (ending.bold ? 1.08 : 1);
    const boxAt = (middle: number): Frame => ({
      left,
      right: left + wide,
      top: middle - END_LINE / 2,
      bottom: middle + END_LINE / 2,
    });
    const box = SHIFTS.map((shift) => boxAt(y.at(ending.value) + shift)).find(
      (each) =>
        each.right <= frame.right &&
        each.top >= frame.top - 8 &&
        each.bottom <= frame.bottom &&
        taken.every((other) => !overlap(other, each)) &&
        !crossed(each),
    );
    if (box) {
      taken.push(box);
      const { id, text, colour, bold } = ending;
      inside.push({ id, text, colour, bold, x: pixel(left), y: pixel(box.bottom - 4) });
    } else {
      const { height } = endLabelsSize([...column, ending], room);
      if (ending.bold || height <= frame.bottom - frame.top + END_LINE) column.push(ending);
    }
  }
  return { column, inside };
}

/** Whether a line goes through a box. */
function crosses(figures: PlotLine['figures'], box: Frame, { x, y }: Pick<Plot, 'x' | 'y'>): boolean {
  for (let at = 1; at < figures.length; at++) {
    const [before, after] = [figures[at - 1]?.value, figures[at]?.value];
    if (before == null || after == null) continue;
    const [from, to] = [x(at - 1), x(at)];
    const [left, right] = [Math.max(from, box.left), Math.min(to, box.right)];
    if (left >= right) continue;
    const height = (pixel: number) =>
      y.at(before) + ((y.at(after) - y.at(before)) * (pixel - from)) / (to - from);
    const ends = [height(left), height(right)];
    if (Math.max(...ends) > box.top && Math.min(...ends) < box.bottom) return true;
  }
  return false;
}

/** How far a name may stand over or under the end of its line, the nearest first. */
const SHIFTS = Array.from(
  { length: 19 },
  (_, index) => (index % 2 ? 1 : -1) * Math.ceil(index / 2) * END_LINE,
);

/**
 * The axis of a chart of one area: for a share it ends at 100% and starts at 80% or the ten per cent below the lowest
 * value, so that charts of one page can be compared; otherwise round ends around the values.
 */
export function trendAxis(metric: Metric, values: readonly (number | null)[]) {
  const drawn = values.filter((value) => value !== null);
  if (!isShare(metric) || !drawn.some((value) => value > 0.5)) return valueAxis(metric, drawn, 6);
  const low = Math.min(0.8, Math.floor(Math.min(...drawn) * 10 + 1e-9) / 10);
  return { ends: [low, 1] as const, ticks: roundTicks(low, 1, 5) };
}
