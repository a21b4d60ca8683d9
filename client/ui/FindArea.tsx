import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import type { Areas } from '../../data/contract/index.ts';
import { areasQuery } from '../api.ts';

/** A search over Alliances and CCGs by name or code, which goes to the page of the one chosen. */
export function FindArea() {
  const id = useId();
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { data: areas } = useQuery({ ...areasQuery(), enabled: open });
  const found = areas && text.trim() !== '' ? findAreas(areas, text) : [];
  const listed = open && text.trim() !== '';

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
        Find an area: an Alliance or a CCG, by name or code
      </label>
      <input
        id={`${id}-text`}
        role="combobox"
        aria-expanded={listed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
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
      <div id={`${id}-list`} role="listbox" aria-label="Areas found" className="found" hidden={!listed}>
        {found.map((area, index) => (
          <div
            key={area.path}
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
        {areas && found.length === 0 && <p>No Alliance or CCG of that name or code.</p>}
        {!areas && <p>Loading the areas…</p>}
      </div>
    </search>
  );
}

export type Found = { name: string; kind: string; path: string };

const MOST = 8;

/** The areas whose name or code matches a text, best first: whole code, then beginnings, then anywhere in the name. */
export function findAreas({ alliances, ccgs, laterCcgs }: Areas, text: string): Found[] {
  const wanted = plain(text);
  const all = [
    ...alliances.map(({ area, name, kind }) => ({
      code: '',
      found: { name, kind: kind === 'vanguard' ? 'Vanguard' : 'Alliance', path: `/alliances/${area}` },
    })),
    ...[...ccgs, ...laterCcgs].map(({ area, name }) => ({
      code: area,
      found: { name, kind: area, path: `/ccgs/${area}` },
    })),
  ];
  return all
    .map(({ code, found }) => ({ found, worth: worth(plain(found.name), code.toLowerCase(), wanted) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => other.worth - one.worth || one.found.name.localeCompare(other.found.name))
    .slice(0, MOST)
    .map(({ found }) => found);
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/^nhs /, '')
    .replace(/[^a-z0-9 ]/g, '')
    .trim();

function worth(name: string, code: string, wanted: string): number {
  if (wanted === '') return 0;
  if (code === wanted) return 4;
  if (name.startsWith(wanted)) return 3;
  if (name.includes(` ${wanted}`)) return 2;
  return name.includes(wanted) || code.startsWith(wanted) ? 1 : 0;
}
