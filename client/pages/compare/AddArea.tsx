import { type FormEvent, useId, useState } from 'react';
import type { Areas } from '../../../data/contract/index.ts';
import { labelOf, type Place } from '../../charts/compare/places.ts';
import { findAreas } from '../../ui/findAreas.ts';

type Props = {
  areas: Areas;
  places: readonly Place[];
  /** Those chosen already. */
  chosen: readonly Place[];
  onAdd: (area: string) => void;
};

/** One more area, by name or code: taken when one of those offered is typed whole, else the best match on Enter. */
export function AddArea({ areas, places, chosen, onAdd }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState('');
  const offered = places.filter((place) => !chosen.some(({ area }) => area === place.area));

  const add = (area: string) => {
    setText('');
    setUnknown('');
    onAdd(area);
  };
  const type = (typed: string) => {
    const whole = offered.find((place) => labelOf(place) === typed);
    if (whole) return add(whole.area);
    setText(typed);
    setUnknown('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = text.trim();
    const found = bestMatch(areas, offered, wanted);
    if (found) return add(found.area);
    if (wanted !== '') setUnknown(wanted);
  };
  return (
    <form className="add-area" onSubmit={submit}>
      <label htmlFor={id}>Add an area, by name or code</label>
      <div className="adding">
        <input
          id={id}
          type="search"
          list={`${id}-offered`}
          value={text}
          autoComplete="off"
          placeholder="A CCG, an Alliance, a region or England"
          aria-describedby={`${id}-said`}
          onChange={(event) => type(event.target.value)}
          data-testid="add-area"
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
      <p id={`${id}-said`} role="status" className="quiet">
        {unknown !== '' && `No other area is called “${unknown}”.`}
      </p>
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
