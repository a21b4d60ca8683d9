import { useEffect, useId, useState } from 'react';
import { endOf, type Grain, parsePeriod } from '../../data/periods.ts';
import { periodBrief, periodWords } from '../../data/text/words.ts';
import { Choice } from './Choice.tsx';
import { StepButton } from './StepButton.tsx';

type Props = {
  periods: readonly string[];
  value: string;
  /** Whether the page shows the period already: playing waits for it. */
  shown: boolean;
  onChange: (period: string, passing: boolean) => void;
};

/** How long playing shows a period, in milliseconds. */
const STEP = 900;

/** Years, quarters or months; one of them, by name, by slider or by stepping; and a player that stops at the last. */
export function PeriodPicker({ periods, value, shown, onChange }: Props) {
  const id = useId();
  const grains = byGrain(periods);
  const current = grains.find((each) => each.periods.includes(value));
  const own = current?.periods ?? [];
  const index = own.indexOf(value);
  const [playing, setPlaying] = useState(false);
  const next = own[index + 1];

  useEffect(() => {
    if (!playing) return;
    if (next === undefined) return setPlaying(false);
    if (!shown) return;
    const timer = setTimeout(() => onChange(next, true), STEP);
    return () => clearTimeout(timer);
  }, [playing, shown, next, onChange]);

  const step = (to: number) => {
    const period = own[to];
    setPlaying(false);
    if (period) onChange(period, true);
  };
  const play = () => {
    const first = own[0];
    if (!playing && next === undefined && first) onChange(first, true);
    setPlaying(!playing);
  };

  return (
    <div className="period">
      {grains.length > 1 && current && (
        <Choice
          label="By"
          options={grains.map(({ grain }) => ({ id: grain, name: GRAIN_NAMES[grain] }))}
          value={current.grain}
          onChange={(grain) =>
            onChange(closest(grains.find((each) => each.grain === grain)?.periods ?? [], value), false)
          }
        />
      )}
      <div className="field">
        <label htmlFor={id}>Period</label>
        <div className="stepper">
          <StepButton label="Earlier period" isOff={index <= 0} onStep={() => step(index - 1)}>
            ◂
          </StepButton>
          <select
            id={id}
            value={value}
            onChange={(event) => onChange(event.target.value, false)}
            data-testid="period"
          >
            {own.map((period) => (
              <option key={period} value={period}>
                {periodBrief(period)}
              </option>
            ))}
          </select>
          <StepButton label="Later period" isOff={next === undefined} onStep={() => step(index + 1)}>
            ▸
          </StepButton>
          {own.length > 1 && (
            <button type="button" className="play" onClick={play} aria-pressed={playing}>
              <span aria-hidden="true">{playing ? '❚❚' : '▶'}</span> {playing ? 'Pause' : 'Play'}
            </button>
          )}
        </div>
      </div>
      {own.length > 1 && (
        <input
          type="range"
          className="slider"
          min={0}
          max={own.length - 1}
          value={Math.max(0, index)}
          aria-label="Period"
          aria-valuetext={periodWords(value)}
          onChange={(event) => step(Number(event.target.value))}
        />
      )}
    </div>
  );
}

export const GRAIN_NAMES: Record<Grain, string> = {
  year: 'Years',
  quarter: 'Quarters',
  month: 'Months',
  'calendar-year': 'Calendar years',
  rolling: 'Rolling years',
};

/** The periods of each grain, in the order of the list they are taken from. */
export function byGrain(periods: readonly string[]): { grain: Grain; periods: string[] }[] {
  const grains: { grain: Grain; periods: string[] }[] = [];
  for (const id of periods) {
    const grain = parsePeriod(id)?.grain;
    if (!grain) continue;
    const found = grains.find((each) => each.grain === grain);
    if (found) found.periods.push(id);
    else grains.push({ grain, periods: [id] });
  }
  return grains;
}

/** The last period of a list that ends no later than another, or else the first: what a change of grain leads to. */
export function closest(periods: readonly string[], from: string): string {
  const past = periods.filter((id) => endOf(id) <= endOf(from));
  return past.at(-1) ?? periods[0] ?? '';
}
