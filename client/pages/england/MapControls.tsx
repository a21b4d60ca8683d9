import { useCallback, useId } from 'react';
import type { Catalogue } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { colouredBy, colouringsOf } from '../../../data/painting.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { AreasChoice } from '../../ui/AreasChoice.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Controls } from '../../ui/Controls.tsx';
import { MetricPicker } from '../../ui/MetricPicker.tsx';
import { PeriodPicker } from '../../ui/PeriodPicker.tsx';
import type { Go } from '../../ui/useAddress.ts';
import { type EnglandView, periodsAt } from '../../url.ts';

const LAYOUTS = [
  { id: 'map', name: 'Map' },
  { id: 'hex', name: 'Hexagons' },
] as const;

const COLOURS = [
  { id: 'target', name: 'Target' },
  { id: 'england', name: 'England' },
  { id: 'value', name: 'Value' },
] as const;

type Props = {
  catalogue: Catalogue;
  view: EnglandView;
  /** Whether the page shows already what its address asks for. */
  shown: boolean;
  go: Go<EnglandView>;
};

/** What to map, when, and how; folded into one line where there is little room. */
export function MapControls({ catalogue, view, shown, go }: Props) {
  const entry = catalogue.metrics.find((each) => each.id === view.metric);
  const id = useId();
  const grain = parsePeriod(view.period)?.grain;
  // Of the same length, the latest first.
  const alike = periodsAt(entry, view.level)
    .filter((period) => parsePeriod(period)?.grain === grain && period !== view.period)
    .reverse();
  const metric = metricOf(view.metric);
  const onPeriod = useCallback((period: string, passing: boolean) => go({ period }, passing), [go]);
  return (
    <Controls chosen={[metric.label, periodBrief(view.period), areasNoun(view.level, 2)]}>
      <MetricPicker catalogue={catalogue} value={view.metric} onChange={(metric) => go({ metric })} />
      <AreasChoice
        entry={entry}
        value={view.level}
        onChange={(level) => go({ level, area: '', within: '', find: '', view: '' })}
      />
      <Choice
        label="Layout"
        options={LAYOUTS}
        value={view.layout}
        onChange={(layout) => go({ layout, view: '' })}
      />
      <Choice
        label="Colour by"
        options={COLOURS.filter(({ id }) => colouringsOf(metric).includes(id))}
        value={colouredBy(metric, view.colour)}
        onChange={(colour) => go({ colour: colour === colouredBy(metric) ? '' : colour })}
      />
      <div className="field">
        <label htmlFor={id}>Beside it</label>
        <select id={id} value={view.beside} onChange={({ target }) => go({ beside: target.value })}>
          <option value="">No other period</option>
          {[...new Set([...alike, ...(view.beside === '' ? [] : [view.beside])])].map((period) => (
            <option key={period} value={period}>
              {periodBrief(period)}
            </option>
          ))}
        </select>
      </div>
      <PeriodPicker
        periods={periodsAt(entry, view.level)}
        value={view.period}
        shown={shown}
        onChange={onPeriod}
      />
    </Controls>
  );
}
