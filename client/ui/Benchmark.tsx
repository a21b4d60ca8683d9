import { useId, useState } from 'react';
import { DEFAULTS } from '../../data/addresses/choices.ts';
import type { Areas } from '../../data/contract/index.ts';
import { MAP_LEVELS, type MapLevel } from '../../data/metrics/types.ts';
import { areasNoun } from '../../data/text/words.ts';
import { allPlaces } from '../charts/compare/places.ts';
import { AddArea, Chips } from './AddArea.tsx';

type Props = {
  areas: Areas | undefined;
  level: MapLevel;
  /** The Alliance picked out, offered as a benchmark too; empty for none. */
  alliance: string;
  value: string;
  /** Why the server refused the benchmark asked for; empty where it did not. */
  refusal: string;
  onChange: (benchmark: string) => void;
};

const OWN = 'own-group';

/** What figures are compared with: England, each CCG’s own Alliance or ten most similar, the best tenth, or a group. */
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
    { id: 'best-decile', name: `The best tenth of ${areasNoun(level, 2)}` },
    ...[...(areas?.alliances ?? []), ...(areas?.alliancesToday ?? [])]
      .filter(({ area }) => area === alliance)
      .map(({ area, name }) => ({
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

/** The areas that a group can be of. */
const NOUN: Record<string, string | undefined> = Object.fromEntries(
  MAP_LEVELS.map((level) => [level, areasNoun(level, 1)]),
);

type GroupProps = { areas: Areas; value: readonly string[]; onChange: (value: string[]) => void };

/** A group of areas of one level, put together by name or code, each of which can be taken out again. */
function AreaGroup({ areas, value, onChange }: GroupProps) {
  const places = allPlaces(areas).filter(({ level }) => level in NOUN);
  const nameOf = (area: string) => places.find((each) => each.area === area)?.name ?? area;
  const level = places.find(({ area }) => area === value[0])?.level;
  const noun = (level && NOUN[level]) ?? 'CCG, ICB or Alliance';
  return (
    <AddArea
      areas={areas}
      offered={places.filter(
        (each) => (level === undefined || each.level === level) && !value.includes(each.area),
      )}
      label="Add to the group, by name or code"
      noun={noun}
      hint={
        value.length === 0 ? 'A group is of areas of one kind: of CCGs, of ICBs or of Alliances.' : undefined
      }
      className="group"
      onAdd={(area) => onChange([...value, area])}
    >
      {value.length > 0 && (
        <Chips
          label="In the group"
          areas={value.map((area) => ({ area, name: nameOf(area) }))}
          onRemove={({ area }) => onChange(value.filter((each) => each !== area))}
        />
      )}
    </AddArea>
  );
}
