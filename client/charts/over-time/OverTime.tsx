import { lazy, useMemo, useState } from 'react';
import type { ExploredView } from '../../url.ts';
import { pointArea } from '../kit/pointedArea.ts';
import { ReadChart } from '../kit/ReadChart.tsx';
import { SaidOnce } from '../kit/SaidOnce.tsx';
import { LineLegend } from './LineLegend.tsx';
import { PaintedPlot } from './PaintedPlot.tsx';
import { type Description, hasFigureAt, isAllHidden, narrowed, type Plot, plotOf } from './plot.ts';
import { RangeBrush } from './RangeBrush.tsx';
import { Reading } from './Reading.tsx';
import { monthsOfPlaces, rangeText, readRange, shownOf } from './range.ts';
import { placeWords, spokenPlot } from './words.ts';

// Where recharts cannot be loaded (the dashboard was replaced by a newer one meanwhile), our own marks stay.
const ExploredPlot = lazy(() => import('./ExploredPlot.tsx').catch(() => ({ default: PaintedPlot })));

export type Explore = {
  view: ExploredView;
  /** `passing`: without an entry of its own in the history. */
  onView: (change: Partial<ExploredView>, passing?: boolean) => void;
  /** Whether an id is that of an area at all; what is hidden and is none is said to be unknown. */
  isArea: (id: string) => boolean;
};

type Props = Explore & {
  description: Description;
  width: number;
  /** What is read along it. */
  name: string;
  /** Whether the range is chosen elsewhere on the page. */
  rangeElsewhere?: boolean;
  /** Whether lines are hidden and picked out elsewhere on the page. */
  legendElsewhere?: boolean;
};

/** A chart over time that is explored: read by period, narrowed to a range, its lines hidden and picked out. */
export function OverTime({
  description,
  width,
  name,
  view,
  onView,
  isArea,
  rangeElsewhere = false,
  legendElsewhere = false,
}: Props) {
  const [lit, setLit] = useState('');
  const { shown, said } = useMemo(() => shownIn(description, view.range), [description, view.range]);
  const plot = useMemo(
    () => plotOf(narrowed(description, shown), width, { hide: view.hide, pick: lit || view.pick }),
    [description, shown, width, view.hide, view.pick, lit],
  );
  const listed = description.lines.filter((line) => line.listed).reverse();
  const unknown = [...view.hide, ...(view.pick ? [view.pick] : [])].filter(
    (id) => !description.lines.some((line) => line.id === id) && !isArea(id) && !SHARED.includes(id),
  );
  const ofAddress = [
    said,
    unknown.length === 0
      ? ''
      : `No line is called ${[...new Set(unknown)].map((id) => `“${id}”`).join(', ')}: nothing is hidden or picked out for it.`,
  ].filter((words) => words !== '');
  return (
    <div className="over-time">
      {ofAddress.map((words) => (
        <SaidOnce key={words} words={words} />
      ))}
      {isAllHidden(description, view.hide) && (
        <p className="note" role="status">
          The line of every area is hidden: show one to see it. Its files have all lines.
        </p>
      )}
      <ReadPlot plot={plot} name={name} onPick={(pick) => onView({ pick })} />
      {!legendElsewhere && (
        <LineLegend
          lines={listed}
          keys={description.key}
          view={view}
          lit={lit}
          onView={onView}
          onPoint={(id) => {
            setLit(id);
            pointArea(id);
          }}
        />
      )}
      {!rangeElsewhere && (
        <RangeBrush
          periods={description.places.map(({ id }) => id)}
          shown={shown}
          onChange={(range) => onView({ range }, true)}
        />
      )}
    </div>
  );
}

/** Lines that some charts of a page have and others have not. */
const SHARED: readonly string[] = ['target', 'england'];

/**
 * What the file of a chart is asked, to hold what the page shows: the range as mended, and the lines that there are; all
 * of them where every one is hidden.
 */
export function exploredQuery(description: Description, { range, hide, pick }: ExploredView, canPick = true) {
  const periods = description.places.map(({ id }) => id);
  const choices = description.lines.filter(({ listed, role }) => listed && role !== 'subject');
  const isLine = (id: string) => choices.some((line) => line.id === id);
  const { shown } = shownIn(description, range);
  return {
    range: rangeText(monthsOfPlaces(periods, shown)),
    hide: isAllHidden(description, hide) ? '' : hide.filter(isLine).join(','),
    ...(canPick ? { pick: isLine(pick) ? pick : '' } : {}),
  };
}

/** The places of a description that a range shows, and what of the range cannot be. */
const shownIn = ({ places, lines }: Description, range: string) =>
  shownOf(
    places.map(({ id }) => id),
    (at) => hasFigureAt(lines, at),
    readRange(range),
  );

type ReadProps = { plot: Plot; name: string; onPick: (id: string) => void };

/** A chart whose periods are read. */
export const ReadPlot = ({ plot, name, onPick }: ReadProps) => (
  <ReadChart
    places={plot.places}
    label={`${name} by period`}
    spoken={spokenPlot(plot)}
    first={plot.places.length - 1}
    wordsAt={(at) => placeWords(plot, at)}
    width={plot.width}
    under={(x, y) => {
      const place = nearestPlace(plot, x);
      return { place, line: nearestLine(plot, place, y) };
    }}
    areaAt={(_, line) => line}
    onPick={(line) => line !== '' && onPick(line === plot.pick ? '' : line)}
    painted={<PaintedPlot plot={plot} />}
    explored={<ExploredPlot plot={plot} />}
    reading={(at, line) => <Reading plot={plot} at={at} near={line} />}
  />
);

/** The number of the place nearest to a pixel along a chart. */
export function nearestPlace({ places, x }: Pick<Plot, 'places' | 'x'>, pixel: number): number {
  let [nearest, least] = [0, Number.POSITIVE_INFINITY];
  for (const [index, { at }] of places.entries()) {
    const away = Math.abs(x(at) - pixel);
    if (away < least) [nearest, least] = [index, away];
  }
  return nearest;
}

const REACH = 16;

/** The line that can be picked out nearest to a height at a place; empty where none is near. */
export function nearestLine({ lines, y }: Pick<Plot, 'lines' | 'y'>, place: number, pixel: number): string {
  let [best, least] = ['', REACH];
  for (const { id, role, figures } of lines) {
    const value = figures[place]?.value;
    if (role !== 'other' || value == null) continue;
    const away = Math.abs(y.at(value) - pixel);
    if (away <= least) [best, least] = [id, away];
  }
  return best;
}
