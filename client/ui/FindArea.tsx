import { queryOptions, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { areasQuery, placesQuery } from '../api.ts';
import { useLookedAt } from './AreaLink.tsx';
import { say } from './Said.tsx';

/** What finds areas, loaded once somebody looks for one. */
const finderQuery = queryOptions({
  queryKey: ['finder'],
  queryFn: () => import('./foundAreas.ts'),
  staleTime: Infinity,
});

const NONE_FOUND = 'No Alliance, CCG, ICB, council or trust of that name or code.';
const OF_PATIENTS =
  'Figures here are of where patients live, whichever hospital treats them. None is of a single hospital trust: NHS England publishes waits by provider, which are not bundled.';

/**
 * A search over Alliances, CCGs and ICBs, of 2016 and since, by name or code, which goes to the page of the one
 * chosen, on the metric, period and benchmark that the reader looks at.
 */
export function FindArea() {
  const id = useId();
  const [, navigate] = useLocation();
  const lookedAt = useLookedAt();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { data: areas } = useQuery({ ...areasQuery(), enabled: open });
  const { data: places } = useQuery({ ...placesQuery(), enabled: open });
  const { data: finder } = useQuery({ ...finderQuery, enabled: open });
  const typed = text.trim() !== '';
  const isReady = areas !== undefined && finder !== undefined;
  const found = isReady && typed ? finder.findAll(areas, places, text, lookedAt) : [];
  const trusts = found.some(({ trust }) => trust);
  const listed = open && typed;
  const note = !listed || !isReady ? '' : found.length === 0 ? NONE_FOUND : trusts ? OF_PATIENTS : '';
  useEffect(() => {
    if (note !== '') return say(`${text}: ${note}`);
  }, [text, note]);

  const choose = (path: string) => {
    setText('');
    setOpen(false);
    navigate(path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false);
    const chosen = found[at];
    if (event.key === 'Enter' && chosen) choose(chosen.path);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || found.length === 0) return;
    event.preventDefault();
    setOpen(true);
    setAt((at + step + found.length) % found.length);
  };

  return (
    <search className="find">
      <label htmlFor={`${id}-text`} className="hidden">
        Find an area
      </label>
      <p id={`${id}-how`} className="hidden">
        An Alliance, a CCG or an ICB, by its name of any year, code, council or hospital trust
      </p>
      <input
        id={`${id}-text`}
        role="combobox"
        aria-expanded={listed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-describedby={`${id}-how`}
        aria-activedescendant={listed && found[at] ? `${id}-${at}` : undefined}
        autoComplete="off"
        placeholder="Find an area"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div className="found" hidden={!listed}>
        <div id={`${id}-list`} role="listbox" aria-label="Areas found">
          {found.map((area, index) => (
            <div
              key={`${area.path} ${area.name} ${area.kind}`}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(area.path);
              }}
            >
              {area.name} <small>{area.kind}</small>
            </div>
          ))}
        </div>
        {note !== '' && <p>{note}</p>}
        {!isReady && <p>Loading the areas…</p>}
      </div>
    </search>
  );
}
