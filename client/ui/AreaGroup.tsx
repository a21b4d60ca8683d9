import { type FormEvent, useId, useState } from 'react';
import type { Areas } from '../../data/contract/index.ts';
import { findAreas } from './findAreas.ts';

type Props = { areas: Areas; value: readonly string[]; onChange: (value: string[]) => void };

/** A group of areas of one level, put together by name or code, each of which can be taken out again. */
export function AreaGroup({ areas, value, onChange }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState('');
  const known = allOf(areas);
  const nameOf = (area: string) => known.find((each) => each.area === area)?.name ?? area;
  const level = known.find(({ area }) => area === value[0])?.level;
  const offered = known.filter(
    (each) => (level === undefined || each.level === level) && !value.includes(each.area),
  );
  const labelOf = ({ area, name, level }: (typeof known)[number]) =>
    level === 'ccg' ? `${name} (${area})` : name;

  const add = (area: string) => {
    onChange([...value, area]);
    setText('');
    setUnknown('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [found] = findAreas(areas, text).filter(({ path }) =>
      offered.some(({ area }) => area === idOf(path)),
    );
    if (found) return add(idOf(found.path));
    if (text.trim() !== '') setUnknown(text.trim());
  };
  const type = (typed: string) => {
    const whole = offered.find((each) => labelOf(each) === typed);
    if (whole) return add(whole.area);
    setText(typed);
    setUnknown('');
  };

  return (
    <form className="group" onSubmit={submit}>
      <label htmlFor={`${id}-add`}>Add to the group, by name or code</label>
      <div className="adding">
        <input
          id={`${id}-add`}
          type="search"
          list={`${id}-offered`}
          value={text}
          autoComplete="off"
          aria-describedby={`${id}-said`}
          onChange={(event) => type(event.target.value)}
        />
        <datalist id={`${id}-offered`}>
          {offered.map((each) => (
            <option key={each.area} value={labelOf(each)} />
          ))}
        </datalist>
        <button type="submit" className="button">
          Add
        </button>
      </div>
      <p id={`${id}-said`} role="status" className="quiet">
        {unknown !== ''
          ? `No other ${level === 'alliance' ? 'Alliance' : level === 'ccg' ? 'CCG' : 'Alliance or CCG'} is called “${unknown}”.`
          : value.length === 0 && 'A group is of CCGs or of Alliances, not of both.'}
      </p>
      {value.length > 0 && (
        <ul className="chips" aria-label="In the group">
          {value.map((area) => (
            <li key={area}>
              {nameOf(area)}{' '}
              <button
                type="button"
                aria-label={`Take ${nameOf(area)} out`}
                onClick={() => onChange(value.filter((each) => each !== area))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}

const idOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

const allOf = ({ alliances, ccgs, laterCcgs }: Areas) => [
  ...alliances.map(({ area, name }) => ({ area, name, level: 'alliance' })),
  ...[...ccgs, ...laterCcgs].map(({ area, name }) => ({ area, name, level: 'ccg' })),
];
