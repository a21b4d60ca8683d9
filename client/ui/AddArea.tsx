import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Areas } from '../../data/contract/index.ts';
import { labelOf, type Place } from '../charts/compare/places.ts';
import { findAreas } from './foundAreas.ts';

type Props = {
  areas: Areas;
  /** The areas that can be added. */
  offered: readonly Place[];
  label: string;
  placeholder?: string;
  /** What an area that is not found might have been, as in `No other CCG is called …`. */
  noun: string;
  /** Said under the box as long as nothing was searched for in vain. */
  hint?: string;
  className: string;
  testId?: string;
  onAdd: (area: string) => void;
  children?: ReactNode;
};

/** One more area, by name or code: taken when one of those offered is typed whole, else the best match on Enter. */
export function AddArea({ areas, offered, onAdd, ...shown }: Props) {
  const { label, placeholder, noun, hint, className, testId, children } = shown;
  const id = useId();
  const [text, setText] = useState('');
  const [notFound, setNotFound] = useState('');

  const add = (area: string) => {
    setText('');
    setNotFound('');
    onAdd(area);
  };
  const type = (typed: string) => {
    const whole = offered.find((place) => labelOf(place) === typed);
    if (whole) return add(whole.area);
    setText(typed);
    setNotFound('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = bestMatch(areas, offered, text);
    if (found) return add(found.area);
    if (text.trim() !== '') setNotFound(text.trim());
  };
  return (
    <form className={className} onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <div className="adding">
        <input
          id={id}
          type="search"
          list={`${id}-offered`}
          value={text}
          autoComplete="off"
          placeholder={placeholder}
          aria-describedby={`${id}-status`}
          onChange={(event) => type(event.target.value)}
          data-testid={testId}
        />
        <datalist id={`${id}-offered`}>
          {offered.map((place) => (
            <option key={place.area} value={labelOf(place)} />
          ))}
        </datalist>
        <button type="submit" className="button">
          Add
        </button>
      </div>
      <p id={`${id}-status`} role="status" className="quiet">
        {notFound === '' ? hint : `No other ${noun} is called “${notFound}”.`}
      </p>
      {children}
    </form>
  );
}

/** The area that a text most likely means, of those offered; undefined where it means none. */
export function bestMatch(areas: Areas, offered: readonly Place[], text: string): Place | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return undefined;
  const whole = offered.find(
    ({ area, name }) => area.toLowerCase() === wanted || name.toLowerCase() === wanted,
  );
  if (whole) return whole;
  const found = findAreas(areas, wanted).map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  const named = found.flatMap((area) => offered.find((place) => place.area === area) ?? []);
  return named[0] ?? offered.find(({ name }) => name.toLowerCase().includes(wanted));
}

type ChipsProps = {
  label: string;
  areas: readonly { area: string; name: string; shown?: string }[];
  onRemove: (area: { area: string; name: string }) => void;
};

/** The areas added, each with a button that takes it out again. */
export const Chips = ({ label, areas, onRemove }: ChipsProps) => (
  <ul className="chips" aria-label={label}>
    {areas.map(({ area, name, shown = name }) => (
      <li key={area}>
        {shown}{' '}
        <button type="button" aria-label={`Take ${name} out`} onClick={() => onRemove({ area, name })}>
          ×
        </button>
      </li>
    ))}
  </ul>
);
