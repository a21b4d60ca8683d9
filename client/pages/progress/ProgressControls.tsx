import { useId } from 'react';
import type { AsAt } from '../../../data/addresses/view.ts';
import type { Areas, Progress } from '../../../data/contract/index.ts';
import { AsAtPicker } from '../../ui/AsAtPicker.tsx';
import { areaGroups } from './areaGroups.ts';

type Props = {
  view: AsAt;
  areas: Areas | undefined;
  /** What is shown; nothing while it is on its way or refused. */
  progress: Pick<Progress, 'period' | 'periods'> | undefined;
  onChange: (change: Partial<AsAt>) => void;
};

/** Whose progress, and as at when. */
export function ProgressControls({ view, areas, progress, onChange }: Props) {
  return (
    <div className="controls">
      {areas && <AreaSelect areas={areas} value={view.area} onChange={(area) => onChange({ area })} />}
      {progress && (
        <AsAtPicker
          periods={progress.periods}
          value={progress.period}
          onChange={(period) => onChange({ period: period === progress.periods.at(-1) ? '' : period })}
        />
      )}
    </div>
  );
}

type SelectProps = { value: string; onChange: (value: string) => void };

function AreaSelect({ areas, value, onChange }: SelectProps & { areas: Areas }) {
  const id = useId();
  const groups = areaGroups(areas, value);
  const known = value === 'england' || groups.some(({ areas }) => areas.some(({ area }) => area === value));
  return (
    <div className="field area">
      <label htmlFor={id}>Area</label>
      <select
        id={id}
        value={known ? value : ''}
        onChange={(event) => onChange(event.target.value)}
        data-testid="area"
      >
        {!known && (
          <option value="" disabled>
            Choose an area
          </option>
        )}
        <option value="england">England</option>
        {groups.map(({ name, areas }) => (
          <optgroup key={name} label={name}>
            {areas.map((each) => (
              <option key={each.area} value={each.area}>
                {each.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
