import { useId, useState } from 'react';
import { DEFAULTS } from '../../data/addresses/choices.ts';
import type { Areas } from '../../data/contract/index.ts';
import { AreaGroup } from './AreaGroup.tsx';

type Props = {
  areas: Areas | undefined;
  level: 'ccg' | 'alliance';
  /** The Alliance picked out, offered as a benchmark too; empty for none. */
  alliance: string;
  value: string;
  /** Why the server refused the benchmark asked for; empty where it did not. */
  refusal: string;
  onChange: (benchmark: string) => void;
};

const OWN = 'own-group';

/** What figures are compared with: England, each CCG's own Alliance or ten most similar, the best tenth, or a group. */
export function Benchmark({ areas, level, alliance, value, refusal, onChange }: Props) {
  const id = useId();
  const [building, setBuilding] = useState(false);
  const options = [
    { id: DEFAULTS.benchmark, name: 'England' },
    ...(level === 'ccg'
      ? [
          { id: 'alliance', name: 'Each CCG’s Alliance' },
          { id: 'similar', name: 'Each CCG’s ten most similar CCGs' },
        ]
      : []),
    { id: 'best-decile', name: `The best tenth of ${level === 'ccg' ? 'CCGs' : 'Alliances'}` },
    ...(areas?.alliances.filter(({ area }) => area === alliance) ?? []).map(({ area, name }) => ({
      id: area,
      name,
    })),
    { id: OWN, name: 'A group of your own' },
  ];
  const own = building || !options.some((each) => each.id === value);
  const choose = (chosen: string) => {
    setBuilding(chosen === OWN);
    if (chosen !== OWN) onChange(chosen);
  };
  const group = options.some((each) => each.id === value) ? [] : value.split(',');
  return (
    <div className="field benchmark">
      <label htmlFor={id}>Compared with</label>
      <select
        id={id}
        value={own ? OWN : value}
        aria-invalid={refusal !== ''}
        aria-describedby={`${id}-refusal`}
        onChange={(event) => choose(event.target.value)}
        data-testid="benchmark"
      >
        {options.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
      <p id={`${id}-refusal`} className="refusal" role="alert">
        {refusal !== '' && `${refusal} England is shown instead.`}
      </p>
      {own && areas && (
        <AreaGroup
          areas={areas}
          value={group}
          onChange={(chosen) => onChange(chosen.length === 0 ? DEFAULTS.benchmark : chosen.join(','))}
        />
      )}
    </div>
  );
}
