import { CONFIDENCES } from '../../../data/addresses/choices.ts';
import type { Profile } from '../../../data/contract/index.ts';
import { AsAtPicker } from '../../ui/AsAtPicker.tsx';
import { Choice } from '../../ui/Choice.tsx';
import type { ProfileState } from './view.ts';

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
      <AsAtPicker
        periods={periods}
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
