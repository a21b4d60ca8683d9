import { useId } from 'react';
import type { CatalogueMetric } from '../../data/contract/index.ts';
import { periodsAt } from '../url.ts';

export type Option<T extends string> = { id: T; name: string };

/** A choice of a few, side by side: radio buttons with one label for all. */
export function Choice<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly Option<T>[];
  value: T;
  onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option.id}>
            <input
              type="radio"
              name={name}
              checked={option.id === value}
              onChange={() => onChange(option.id)}
            />
            <span>{option.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const LEVELS = [
  { id: 'ccg', name: 'CCGs' },
  { id: 'alliance', name: 'Alliances' },
] as const;
type Level = (typeof LEVELS)[number]['id'];
type LevelProps = { entry: CatalogueMetric | undefined; value: Level; onChange: (value: Level) => void };

/** Between which areas a metric is shown; nothing where it has figures at one level only. */
export function LevelChoice({ entry, value, onChange }: LevelProps) {
  const levels = LEVELS.filter(({ id }) => periodsAt(entry, id).length > 0);
  if (levels.length < 2) return null;
  return <Choice label="Areas" options={levels} value={value} onChange={onChange} />;
}
