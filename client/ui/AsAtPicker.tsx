import { useId } from 'react';
import { periodBrief } from '../../data/text/words.ts';
import { byGrain, GRAIN_NAMES } from './PeriodPicker.tsx';

type Props = {
  /** Oldest first. */
  periods: readonly string[];
  value: string;
  /** Empty for the latest. */
  onChange: (period: string) => void;
};

/** As at which period figures are read: the latest first, in groups by length; the chosen one is always among them. */
export function AsAtPicker({ periods, value, onChange }: Props) {
  const id = useId();
  const listed = periods.includes(value) ? periods : [...periods, value];
  return (
    <div className="field">
      <label htmlFor={id}>As at</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value === periods.at(-1) ? '' : target.value)}
        data-testid="period"
      >
        {byGrain([...listed].reverse()).map(({ grain, periods: own }) => (
          <optgroup key={grain} label={GRAIN_NAMES[grain]}>
            {own.map((each) => (
              <option key={each} value={each}>
                {periodBrief(each)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
