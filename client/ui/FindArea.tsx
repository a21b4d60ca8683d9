import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import type { Areas } from '../../data/contract/index.ts';
import type { Places } from '../../data/geography/places.ts';
import { periodBrief } from '../../data/text/words.ts';
import { areasQuery, placesQuery } from '../api.ts';
import { areaUrl } from '../url.ts';

/** A search over Alliances, CCGs and ICBs, of 2016 and since, by name or code, which goes to the page of the one chosen. */
export function FindArea() {
  const id = useId();
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { data: areas } = useQuery({ ...areasQuery(), enabled: open });
  const { data: places } = useQuery({ ...placesQuery(), enabled: open });
  const typed = text.trim() !== '';
  const found = areas && typed ? withPlaces(findAreas(areas, text), findPlaces(areas, places, text)) : [];
  const trusts = found.some(({ trust }) => trust);
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
        Find an area: an Alliance, a CCG or an ICB, by its name of any year, code, council or hospital trust
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
        {trusts && (
          <p>
            Figures here are of where patients live, whichever hospital treats them. None is of a single
            hospital trust: NHS England publishes waits by provider, which are not bundled.
          </p>
        )}
        {areas && found.length === 0 && <p>No Alliance, CCG, ICB, council or trust of that name or code.</p>}
        {!areas && <p>Loading the areas…</p>}
      </div>
    </search>
  );
}

/** `trust`: found by a hospital trust, of which there are no figures. */
export type Found = { name: string; kind: string; path: string; trust?: boolean };

const MOST = 8;
/** And with what is found by council and trust. */
const MOST_WITH_PLACES = 12;

/** The areas found by name, then those found by place that are not among them. */
const withPlaces = (named: readonly Found[], placed: readonly Found[]): Found[] =>
  [...named, ...placed.filter(({ path, trust }) => trust || named.every((each) => each.path !== path))].slice(
    0,
    MOST_WITH_PLACES,
  );

/** From when to when an area is, or was; without a beginning where that is not known, without an end where it goes on. */
function lasted(from: string, until: string | null): string {
  if (until === null) return from === '' ? '' : `from ${periodBrief(from)}`;
  return from === '' ? `until ${periodBrief(until)}` : `${periodBrief(from)} to ${periodBrief(until)}`;
}

/** The month before one; null where there is none. */
function monthBefore(id: string | undefined): string | null {
  if (id === undefined) return null;
  const [year = 0, month = 0] = id.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/** The areas whose name or code matches a text, best first: whole code, then beginnings, then anywhere in the name. */
export function findAreas(areas: Areas, text: string): Found[] {
  const wanted = plain(text);
  const all = [
    ...areas.alliances.map(({ area, name, kind }) => ({
      code: '',
      found: {
        name,
        kind: `${kind === 'vanguard' ? 'Vanguard' : 'Alliance'} of 2016`,
        path: areaUrl('alliance', area),
      },
    })),
    ...areas.alliancesToday.map(({ area, name }) => ({
      code: '',
      found: { name, kind: 'Alliance of today', path: areaUrl('alliance-today', area) },
    })),
    ...areas.ccgs.map(({ area, name, successors }) => ({
      code: area,
      found: {
        name,
        kind: `${area}, CCG ${lasted('', monthBefore(successors.map(({ from }) => from).sort()[0]))}`,
        path: areaUrl('ccg', area),
      },
    })),
    ...areas.laterCcgs.map(({ area, name, from, until }) => ({
      code: area,
      found: { name, kind: `${area}, CCG ${lasted(from, until)}`, path: areaUrl('ccg', area) },
    })),
    ...areas.icbs.map(({ area, name, from, until }) => ({
      code: area,
      found: { name, kind: `${area}, ICB ${lasted(from, until)}`, path: areaUrl('icb', area) },
    })),
  ];
  return all
    .map(({ code, found }) => ({ found, worth: worth(plain(found.name), code.toLowerCase(), wanted) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => other.worth - one.worth || one.found.name.localeCompare(other.found.name))
    .slice(0, MOST)
    .map(({ found }) => found);
}

/** The areas that people of a council whose name matches live in, and the ICB of a trust; largest share first. */
export function findPlaces(areas: Areas, places: Places | undefined, text: string): Found[] {
  const wanted = plain(text);
  if (!places || wanted.length < 3) return [];
  const nameOf = new Map([...areas.ccgs, ...areas.icbs].map(({ area, name }) => [area, name]));
  const matching = <Place extends { name: string }>(all: readonly Place[]) =>
    all
      .map((place) => ({ place, worth: worth(plain(place.name), '', wanted) }))
      .filter(({ worth }) => worth > 1)
      .sort((one, other) => other.worth - one.worth)
      .map(({ place }) => place);
  const shared =
    (level: 'ccg' | 'icb', council: string) =>
    (areasOf: readonly (readonly [area: string, share: number])[]) =>
      areasOf.flatMap(([area, share]): Found[] => {
        const name = nameOf.get(area);
        const part = share > 0.995 ? 'all' : `${Math.round(100 * share)}%`;
        return name === undefined
          ? []
          : [{ name, kind: `${part} of ${council} council’s people`, path: areaUrl(level, area) }];
      });
  return [
    ...matching(places.councils)
      .slice(0, 2)
      .flatMap(({ name, ccgs, icbs }) => [
        ...shared('icb', name)(icbs.slice(0, 2)),
        ...shared('ccg', name)(ccgs.slice(0, 4)),
      ]),
    ...matching(places.trusts)
      .slice(0, 3)
      .flatMap(({ name, icb }): Found[] => {
        const of = nameOf.get(icb);
        return of === undefined
          ? []
          : [{ name: of, kind: `the ICB of ${name}`, path: areaUrl('icb', icb), trust: true }];
      }),
  ];
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
