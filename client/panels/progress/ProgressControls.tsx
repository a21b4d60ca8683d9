import { useId } from 'react';
import type { Areas, Progress } from '../../../data/contract.ts';
import type { AsAt } from '../../../data/view.ts';
import { byGrain, GRAIN_NAMES } from '../../controls/periods.ts';
import { periodBrief } from '../../words.ts';
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
        <PeriodSelect
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

function PeriodSelect({ periods, value, onChange }: SelectProps & { periods: readonly string[] }) {
  const id = useId();
  const listed = periods.includes(value) ? periods : [...periods, value];
  return (
    <div className="field">
      <label htmlFor={id}>As at</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)} data-testid="period">
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
