import { useId } from 'react';
import { CONFIDENCES } from '../../../data/choices.ts';
import type { Profile } from '../../../data/contract.ts';
import { Choice } from '../../controls/Choice.tsx';
import { byGrain, GRAIN_NAMES } from '../../controls/periods.ts';
import type { ProfileState } from '../../profileState.ts';
import { periodBrief } from '../../words.ts';

const BENCHMARKS = [
  { id: 'england', name: 'England' },
  { id: 'alliance', name: 'Its Alliance' },
  { id: 'similar', name: 'Its similar ten' },
  { id: 'best-decile', name: 'The best tenth' },
];

type Props = {
  state: ProfileState;
  profile: Profile;
  /** Whether its ten most similar CCGs are known. */
  similar: boolean;
  onChange: (change: Partial<ProfileState>) => void;
};

/** As at when, compared with what, and how surely. */
export function ProfileControls({ state, profile, similar, onChange }: Props) {
  const { period, periods } = profile;
  const latest = periods.at(-1);
  const offered = BENCHMARKS.filter(({ id }) => similar || id !== 'similar');
  const known = offered.some(({ id }) => id === state.benchmark);
  return (
    <div className="controls">
      <PeriodSelect
        periods={periods.includes(period) ? periods : [...periods, period]}
        value={period}
        onChange={(to) => onChange({ period: to === latest ? '' : to })}
      />
      <Choice
        label="Compared with"
        options={known ? offered : [...offered, { id: state.benchmark, name: profile.against }]}
        value={state.benchmark}
        onChange={(benchmark) => onChange({ benchmark })}
      />
      <Choice
        label="Confidence"
        options={CONFIDENCES.map((id) => ({ id, name: `${id}%` }))}
        value={state.confidence}
        onChange={(confidence) => onChange({ confidence })}
      />
    </div>
  );
}

type SelectProps = { periods: readonly string[]; value: string; onChange: (period: string) => void };

function PeriodSelect({ periods, value, onChange }: SelectProps) {
  const id = useId();
  const grains = byGrain([...periods].reverse());
  return (
    <div className="field">
      <label htmlFor={id}>As at</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {grains.map(({ grain, periods: own }) => (
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
