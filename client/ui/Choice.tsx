import { useId } from 'react';
import { CONFIDENCES } from '../../data/addresses/choices.ts';
import type { CatalogueMetric } from '../../data/contract/index.ts';
import { periodsAt } from '../url.ts';

type Option<T extends string> = { id: T; name: string };

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

type Confidence = (typeof CONFIDENCES)[number];
type ConfidenceProps = { value: Confidence; onChange: (value: Confidence) => void };

/** How sure a difference must be to be called one. */
export const ConfidenceChoice = ({ value, onChange }: ConfidenceProps) => (
  <Choice
    label="Confidence"
    options={CONFIDENCES.map((id) => ({ id, name: `${id}%` }))}
    value={value}
    onChange={onChange}
  />
);

type AgainstProps = {
  options: readonly Option<string>[];
  value: string;
  /** What the server calls a benchmark that is none of the options. */
  name: string;
  onChange: (value: string) => void;
};

/** What figures are compared with; a benchmark that only the address names is offered too. */
export const AgainstChoice = ({ options, value, name, onChange }: AgainstProps) => (
  <Choice
    label="Compared with"
    options={options.some(({ id }) => id === value) ? options : [...options, { id: value, name }]}
    value={value}
    onChange={onChange}
  />
);

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
